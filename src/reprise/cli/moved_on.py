"""What a file that was handed out says as it was then, and the database has otherwise now because
time went on: the database's side is put back to what it was then, where that follows from what is
there, and what cannot be known any more is named (decision 0063)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from reprise.audit.evidence import at
from reprise.cli import formats
from reprise.kernel import clock, evidence
from reprise.orders import chain
from reprise.privacy import breaches
from reprise.privacy.actions.asking import clock_of
from reprise.privacy.actions.breach_acts import digest_of
from reprise.privacy.models import Breach
from reprise.privacy.states import RequestState

Document = dict[str, Any]

_LOOKS: Final = "who of the staff looked at it more than five years ago"
_NUMBER: Final = "the order's own number"
_SELLER: Final = "what a seller was called"
_KEEPING: Final = "until when the buyer's name was to be kept, and what held it"
_OPEN: Final = frozenset({RequestState.RECEIVED.value, RequestState.WORKING.value})


@dataclass(frozen=True, slots=True)
class Moved:
    """``told`` is what the file says, without what has left; ``here`` is what the database says, as
    it was then; ``unchecked`` names what nobody can compare any more."""

    told: Document
    here: Document
    unchecked: tuple[str, ...]


def compared(document: Document, here: Document, looks_since: datetime) -> Moved:
    """A file and what it would be now.  ``looks_since``: older looks have left."""
    unchecked: list[str] = []
    told, here = (
        {**each, "entries": _without_looks(each["entries"], looks_since)}
        for each in (document, here)
    )
    if len(told["entries"]) < len(document["entries"]):
        unchecked.append(_LOOKS)
    told["entries"] = _nameless(told["entries"], here["entries"], unchecked)
    then = _THEN.get(formats.named(document)[0])
    here = then(told, here, unchecked) if then else here
    return Moved(told, here, tuple(dict.fromkeys(unchecked)))


def left_out(told: Document, here: Document) -> list[str]:
    """Which entry of a file is not in the database in its turn, or which of the database's was
    there already when the file was made and is not in it."""
    made = told[evidence.MADE]["at"]
    mine = iter(told["entries"])
    waits = next(mine, None)
    for number, entry in enumerate(here["entries"], 1):
        if waits is not None and evidence.facts_of(entry) == evidence.facts_of(waits):
            waits = next(mine, None)
        elif entry["at"] < made[: len(entry["at"])]:
            return [f"Entry {number} of the database was there when it was made, and is not in it."]
    if waits is None:
        return []
    return [f"Entry {waits['no']} does not stand there as it is here, or not in its place."]


def _since(told: Document, here: Document) -> list[Document]:
    """The entries that have come since."""
    facts = [evidence.facts_of(each) for each in told["entries"]]
    return [each for each in here["entries"] if evidence.facts_of(each) not in facts]


def _without_looks(entries: list[Document], since: datetime) -> list[Document]:
    first = at(since) or ""
    return [each for each in entries if each.get("what") != "look" or each["at"] > first]


def _nameless(
    entries: list[Document], here: list[Document], unchecked: list[str]
) -> list[Document]:
    """Entries without the numbers of orders and the names of sellers that have left."""
    known, told = [evidence.facts_of(each) for each in here], []
    for entry in entries:
        facts = evidence.facts_of(entry)
        if facts not in known:
            facts = next((each for each in known if _is_nameless(each, facts, unchecked)), facts)
        told.append({**entry, **facts})
    return told


def _is_nameless(now: Document, then: Document, unchecked: list[str]) -> bool:
    """Whether an entry is another one, of which something has left."""
    gone = {name for name in then.keys() | now.keys() if then.get(name) != now.get(name)}
    numbers = gone & {"subject", "contract"}
    if gone - {"subject", "contract", "seller"} or ("seller" in gone and now.get("seller") != ""):
        return False
    if not all(_has_left(then.get(name), now.get(name)) for name in numbers):
        return False
    unchecked += [_NUMBER] * bool(numbers) + [_SELLER] * ("seller" in gone)
    return True


def _has_left(number: Any, now: Any) -> bool:
    return str(now).startswith(chain.NUMBERLESS) and not str(number).startswith(chain.NUMBERLESS)


def _order(told: Document, here: Document, unchecked: list[str]) -> Document:
    """Until when a name is kept follows from what happens to its order, and cannot be reckoned for
    a day that is over; a hold that was lifted says itself when it ends."""
    if _has_left(told["order"]["reference"], here["order"]["reference"]):
        here = {**here, "order": {**here["order"], "reference": told["order"]["reference"]}}
        unchecked.append(_NUMBER)
    over = [each for each in told["holds"] if _is_over(each, told[evidence.MADE]["at"])]
    unchecked += [_KEEPING] if over else []
    holds = [each for each in told["holds"] if each in over or each in here["holds"]]
    holds += [each for each in here["holds"] if each not in told["holds"]]
    then = {**here, "holds": holds}
    went_on = len(here["log"]["steps"]) > len(told["log"]["steps"])
    if went_on or any(each["what"] != "look" for each in _since(told, here)):
        standing = {name: told[name] for name in ("keeping", "holds")}
        unchecked += [_KEEPING] if any(then[name] != standing[name] for name in standing) else []
        return {**here, **standing}
    return then


def _is_over(hold: Document, made: str) -> bool:
    return made < (hold.get("holds_until") or "") <= (at(clock.now()) or "")


def _request(told: Document, here: Document, _unchecked: list[str]) -> Document:
    """What was said of it then, if all that differs is dated since."""
    then, now = told["request"], here["request"]
    made = told[evidence.MADE]["at"]
    came = {each["what"] for each in _since(told, here)}
    was = dict(now)
    if then["closed_at"] is None and str(now["closed_at"] or "") > made:
        was |= {"outcome": "", "closed_at": None, "closed_by": None}
        was |= {"state": then["state"]} if then["state"] in _OPEN else {}
    if "act" in came and {then["state"], now["state"]} <= _OPEN:
        was["state"] = then["state"]
    if then["told_extension_on"] is None and str(now["told_extension_on"] or "") >= made[:10]:
        was |= {"told_extension_on": None, "extension_reason": "", "extended_by": None}
    first = _first_letter_then(told, here)
    if first is not None:
        was["received_on"] = first.isoformat()
    moved = any(was[name] != now[name] for name in ("received_on", "told_extension_on"))
    if moved and was["told_extension_on"] is None:
        was["answer_by"] = clock_of(_day(was["received_on"])).answer_by.date().isoformat()
    return {**here, "request": was}


def _first_letter_then(told: Document, here: Document) -> date | None:
    """The day on which a request that staff entered had come, as its letters said, where one that
    was entered since came before them; on which day somebody asked by themselves is not told."""
    letters = [_days(entries) for entries in (told["entries"], _since(told, here))]
    if not here["request"]["entered_by"] or not all(letters):
        return None
    before, since = map(min, letters)
    return before if since < before and since == _day(here["request"]["received_on"]) else None


def _days(entries: list[Document]) -> list[date]:
    return [_day(each["received_on"]) for each in entries if each["what"] == "letter"]


def _day(told: Any) -> date:
    return date.fromisoformat(str(told))


def _breach(told: Document, here: Document, _unchecked: list[str]) -> Document:
    """What followed from the acts that it has; words of theirs may have been taken out since."""
    known = breaches.standing(Breach.objects.get(reference=told["breach"]["reference"]))
    then = breaches.told(replace(known, acts=known.acts[: len(told["entries"])])).parts
    was = evidence.document(told["format"], then, ())
    struck = {str(each["of"]) for each in _since(told, here) if each["verb"] == "struck"}
    words = {
        seq: said
        for seq, said in told["words"].items()
        if seq in struck and _was_said(said, seq, told["entries"])
    }
    parts = {name: was[name] for name in ("standing", "law")}
    return {**here, **parts, "words": {**was["words"], **words}}


def _was_said(said: Document, seq: str, entries: list[Document]) -> bool:
    """Whether the act that these words were of has their digest."""
    digests = {str(each["seq"]): each["digest"] for each in entries}
    return digests.get(seq) == digest_of(said["salt"], said["words"])


def _copies(told: Document, here: Document, _unchecked: list[str]) -> Document:
    """How many sellers had not answered yet follows from its entries."""
    whats = [each["what"] for each in told["entries"]]
    return {**here, "waiting": whats.count("seller_asked") - whats.count("seller_confirmed")}


def _receipts(told: Document, here: Document, _unchecked: list[str]) -> Document:
    """Of days that went on there are more receipts now, which name more notices."""
    named = {each["notice"] for each in told["entries"]}
    notices = {name: each for name, each in here["notices"].items() if name in named}
    return {**here, "notices": notices}


_THEN: Final[Mapping[str, Callable[[Document, Document, list[str]], Document]]] = {
    "reprise-order": _order,
    "reprise-privacy-request": _request,
    "reprise-privacy-breach": _breach,
    "reprise-seller-copies": _copies,
    "reprise-consents": _receipts,
}
