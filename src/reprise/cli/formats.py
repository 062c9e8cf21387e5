"""Every format that a file of evidence has or had, and how it is checked.  Knows no database."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reprise.kernel import evidence
from reprise.orders import proof

_NAMED: Final = re.compile(r"(reprise-[a-z-]+)-([1-9][0-9]*)")
# What a document raises in which something is missing or of another kind.
BROKEN: Final = (
    AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checked:
    """``problems``, the first thing first; ``doubts``: why it is not proven although nothing
    contradicts it; ``said``: what was found right, line by line; ``unchecked``: what the file says
    has left, so that nothing but the database can tell."""

    problems: Sequence[str]
    said: Sequence[str] = ()
    doubts: Sequence[str] = ()
    unchecked: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """``what`` a file of it is; ``check`` looks at it by itself, and beside another one if there is
    one."""

    what: str
    check: Callable[[Any, Any], Checked]


_PARTED: Final = {
    proof.ALL_AGREED: "what was agreed",
    "contact": "how a seller was reached",
    "identity": "who a seller was",
    "number": "the order's own number",
}


def _and(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _log(document: Any, beside: Any) -> Checked:
    """An order's log, whole or as an excerpt (decision 0018)."""
    report = proof.verify(document, beside)
    said, unchecked = [], []
    if report.complete:
        said.append(f"The log is whole: {report.steps} steps, each bound to the one before.")
        if not report.problems:
            said.append(f"Its last hash is {document['steps'][-1]['hash']}.")
            if beside is not None:
                came = report.steps - len(beside["steps"])
                said.append(f"The earlier copy's steps are its first ones; {came} have come since.")
    elif beside is not None:
        said.append(
            f"The excerpt's {report.steps} steps stand in the complete copy, up to its anchor."
        )
    else:
        said.append(f"The excerpt was not changed in part: {report.steps} steps.")
        said.append("Beside a complete copy its place in the whole log is checked as well: --with")
    if report.forgotten:
        unchecked.append("which devices were sent")
        said.append("It says that the devices' numbers were erased in time; they are not checked.")
    if report.parted:
        unchecked += [_PARTED[each] for each in report.parted]
        said.append(
            f"It says that {_and([_PARTED[each] for each in report.parted])} left in time; that is"
            " not checked."
        )
        if proof.ALL_AGREED not in report.parted:
            said.append("Everything else that was agreed is checked, as are the digests of these.")
    doubts = [_ADDED.format(report.rests_on)] if report.rests_on else []
    return Checked(report.problems, said, doubts, unchecked)


_ADDED: Final = (
    "What was agreed is bound by step {} alone, which whoever made the file may have added: compare"
    " it with the database, or a complete log with a copy from before."
)


def _chained(document: Any, beside: Any) -> Checked:
    """What has the shape of `kernel.evidence`."""
    found = evidence.problems(document)
    said = [
        f"It is whole: {document['end']['entries']} entries, each bound to the one before.",
        f"Its last hash is {document['end']['last']}.",
    ]
    if beside is not None:
        found += _beside(document, beside)
        said.append("Every entry of the earlier copy stands in it.")
    return Checked(found, said)


def _beside(document: Any, beside: Any) -> list[str]:
    """That an earlier copy about the same is right itself, and that nothing of it is gone."""
    if not isinstance(beside, dict) or beside.get("format") != document["format"]:
        return ["The other file is of another format: compare two of one."]
    broken = evidence.problems(beside)
    if broken:
        return ["The earlier copy is not right itself.", *broken]
    if about(document) != about(beside):
        return ["The earlier copy is about something else."]
    return evidence.missing(_numberless(beside), _numberless(document))


def _numberless(document: Any) -> Any:
    """An order's file without the order's number, which leaves before the rest (0053)."""
    if "log" not in document:
        return document
    number = document["order"]["reference"]
    entries = [
        {
            name: value.removeprefix(number) if name in {"subject", "contract"} else value
            for name, value in entry.items()
        }
        for entry in document["entries"]
    ]
    return {**document, "entries": entries}


def about(document: Any) -> Any:
    """What a document of the shape is about, by the name that it has for ever."""
    if "log" in document:
        return document["log"]["agreed"]["order"]["id"]
    keys = {"order": "reference", "request": "reference", "breach": "reference", "partner": "key"}
    for name, key in keys.items():
        if name in document:
            return document[name][key]
    return document["period"]


def _order(document: Any, beside: Any) -> Checked:
    """What was done around an order, with the order's whole log in it."""
    outside = _chained(document, beside)
    other = isinstance(beside, dict) and beside.get("format") == document["format"]
    log = _log(document["log"], beside["log"] if other else None)
    inside = [f"In its log: {each}" for each in log.problems]
    if document["log"]["order"] != document["order"]["reference"] or "anchor" in document["log"]:
        inside.append("The log in it is not the whole log of this order.")
    said = [*outside.said, *log.said]
    return Checked([*outside.problems, *inside], said, log.doubts, log.unchecked)


def _sealed(document: Any, beside: Any) -> Checked:
    """What is sealed as a whole, without a chain."""
    if document[evidence.SEAL] != evidence.seal(document):
        return Checked(["The seal does not fit: something in this file was changed."])
    said = ["It was not changed in part: its seal fits everything in it."]
    if beside is None:
        return Checked((), said)
    if document != beside:
        return Checked(["The other file says something else."])
    return Checked((), [*said, "The other file says the same."])


_REQUEST: Final = "a request about personal data"
_NIGHTS: Final = "what left in the nights, and what was stopped"
_BREACH: Final = "the register's entry of a breach"
FORMATS: Final = {
    "reprise-evidence": {1: Format("an order's log", _log)},
    "reprise-order": {1: Format("all that is known of an order", _order)},
    "reprise-nights": {1: Format(_NIGHTS, _chained), 2: Format(_NIGHTS, _chained)},
    "reprise-seller-copies": {1: Format("what sellers were asked to delete", _chained)},
    "reprise-partner": {1: Format("a partner, its audits and its end", _chained)},
    "reprise-privacy-request": {
        1: Format(_REQUEST, _sealed),
        2: Format(_REQUEST, _sealed),
        3: Format(_REQUEST, _chained),
    },
    "reprise-privacy-breach": {
        1: Format(_BREACH, _sealed),
        2: Format(_BREACH, _chained),
        3: Format(_BREACH, _chained),
    },
    "reprise-consent": {1: Format("a visitor's own choice", _sealed)},
    "reprise-consents": {
        1: Format("the receipts of consents", _sealed),
        2: Format("the receipts of consents", _chained),
    },
    "reprise-consent-purge": {1: Format("a search or its certificate", _sealed)},
}


def named(document: Any) -> tuple[str, int, Format]:
    """Name, version and format of a document.  ValueError says what is known instead."""
    told = document.get("format") if isinstance(document, dict) else None
    found = _NAMED.fullmatch(told) if isinstance(told, str) else None
    versions = FORMATS.get(found[1], {}) if found else {}
    if found and int(found[2]) in versions:
        return found[1], int(found[2]), versions[int(found[2])]
    if found and versions:
        known = f"this check knows {found[1]} up to version {max(versions)}"
    else:
        known = f"this check knows {', '.join(sorted(FORMATS))}"
    raise ValueError(f"The format is {told!r}; {known}.")


def check(document: Any, beside: Any = None) -> Checked:
    """A document by itself, and beside another copy: a complete one of an excerpt, an earlier one
    of what has entries.  ValueError for a format that is not known."""
    _, _, form = named(document)
    try:
        return form.check(document, beside)
    except BROKEN as failure:
        return Checked([f"This is no evidence document that can be read: {failure!r}"])


def rewritten(written: str, document: Any) -> str:
    """Where a file is not as it was handed out although it says the same: spaces, line ends, order
    of names, ways to write a letter.  "" where each byte is."""
    ways = [evidence.text(document)]
    if named(document)[2].check is _sealed:
        for indent in (1, 2):
            plain = json.dumps(document, ensure_ascii=False, indent=indent)
            ways += [plain, f"{plain}\n"]
    if written in ways:
        return ""
    as_was = min((each.splitlines() for each in ways), key=lambda each: -_same(each, written))
    line = _same(as_was, written) + 1
    return f"The file was rewritten: line {line} is not as it was handed out, or there are others."


def _same(lines: list[str], written: str) -> int:
    """How many lines are the same, from the first one on."""
    here = written.split("\n")
    pairs = enumerate(zip(lines, here, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(lines), len(here)))
