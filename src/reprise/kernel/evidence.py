"""What is handed out as evidence: one shape, and its check with nothing but the file, JSON and
SHA-256 (decision 0052).

A document has a ``format`` (a name and the number of its version), parts of its own, and
``entries``: what happened, in its order.  ``digests`` has the digest of each part.  The first entry
is bound to all of these, each further one to the one before, ``end`` says how many there are and
which is the last, and the ``seal`` is the digest of everything else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import Any, Final

Facts = Mapping[str, Any]
Document = dict[str, Any]

SEAL: Final = "seal"
# What the shape itself adds, to a document and to each of its entries.
FRAME: Final = frozenset({"entries", "digests", "end", SEAL})
LINK: Final = frozenset({"no", "previous", "hash"})
# Who made this copy and when: of two copies of the same facts it is never the same.
MADE: Final = "made"


def canonical(facts: Any) -> str:
    """JSON with sorted keys and no spaces, letters as they are."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def digest(facts: Any) -> str:
    """SHA-256 of ``facts`` as canonical JSON in UTF-8, in hexadecimal."""
    return hashlib.sha256(canonical(facts).encode()).hexdigest()


def seal(document: Facts) -> str:
    """The digest of everything else in a document."""
    return digest({name: value for name, value in document.items() if name != SEAL})


def sealed(document: Facts) -> Document:
    """A document with its seal, as it is handed out."""
    return {**document, SEAL: seal(document)}


def document(form: str, parts: Facts, entries: Iterable[Facts]) -> Document:
    """Facts in the shape: ``parts`` stay as they are, ``entries`` are bound to them in turn.

    Raises ValueError for a part or fact of a name that the shape needs for itself.
    """
    told: Document = json.loads(canonical({"format": form, **parts}))
    if FRAME & set(told):
        raise ValueError(f"{sorted(FRAME & set(told))} are the shape's own")
    digests = _digests(told)
    chained: list[Document] = []
    previous = digest(digests)
    for number, facts in enumerate(entries, 1):
        if LINK & set(facts):
            raise ValueError(f"{sorted(LINK & set(facts))} are the shape's own")
        entry: Document = json.loads(canonical({**facts, "no": number, "previous": previous}))
        entry["hash"] = previous = _hash(entry)
        chained.append(entry)
    end = {"entries": len(chained), "last": previous}
    return sealed({**told, "entries": chained, "digests": digests, "end": end})


def facts_of(entry: Facts) -> Document:
    """An entry without its place in the document."""
    return {name: value for name, value in entry.items() if name not in LINK}


def text(document: Facts) -> str:
    """The document as a file, which a person can read as well: the same document is the same
    bytes."""
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def read(written: str) -> Any:
    """A document from JSON.  ValueError for what is none, for a name that stands twice in one
    object and for numbers that JSON does not have."""
    return json.loads(written, object_pairs_hook=_once, parse_constant=_no_number)


def problems(document: Any) -> list[str]:
    """What does not fit in a document of this shape, the first thing first; nothing: all does."""
    parts = {name: value for name, value in document.items() if name not in FRAME}
    found = [
        f"The part “{name}” was changed, taken out or put in."
        for name in sorted({*parts, *document["digests"]})
        if name not in parts or document["digests"].get(name) != digest(parts[name])
    ]
    found += _chain(document)
    if document[SEAL] != seal(document):
        found.append("The seal does not fit: something in this file was changed.")
    return found


def missing(earlier: Any, later: Any) -> list[str]:
    """Of two documents about the same, which entry of the earlier one is not in the later one where
    it belongs: nobody takes back what was told once."""
    there = iter([facts_of(each) for each in later["entries"]])
    for entry in earlier["entries"]:
        facts = facts_of(entry)
        if not any(each == facts for each in there):
            return [f"Entry {entry['no']} does not stand there as it is here, or not in its place."]
    return []


def cut(document: Any, here: Any) -> list[str]:
    """Which entry of a document is not the one that stands in its place in what the same would be
    ``here`` and now, which may go on: none is left out, added or moved."""
    for number, (own, other) in enumerate(
        zip_longest(document["entries"], here["entries"][: len(document["entries"])]), 1
    ):
        if own is None or other is None or facts_of(own) != facts_of(other):
            return [f"Entry {number} is not the one that stands there now."]
    return []


def _digests(parts: Facts) -> dict[str, str]:
    return {name: digest(value) for name, value in parts.items()}


def _hash(entry: Facts) -> str:
    return digest({name: value for name, value in entry.items() if name != "hash"})


def _chain(document: Facts) -> list[str]:
    previous = digest(document["digests"])
    for number, entry in enumerate(document["entries"], 1):
        if entry["no"] != number:
            return [f"Entry {number} is not where it belongs: it says that it is {entry['no']}."]
        if entry["hash"] != _hash(entry):
            return [f"Entry {number} was changed: its hash does not fit."]
        if entry["previous"] != previous:
            before = f"entry {number - 1}" if number > 1 else "what the file is about"
            return [f"Entry {number} does not follow {before}."]
        previous = entry["hash"]
    end = {"entries": len(document["entries"]), "last": previous}
    if document["end"] != end:
        told = document["end"].get("entries")
        return [f"The file ends elsewhere: {end['entries']} entries are here, and it says {told}."]
    return []


def _once(pairs: list[tuple[str, Any]]) -> Document:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no number")
