"""What a log's file still has and the database has not, because it has left in its time: an act
says so, and the file is compared without it (decisions 0051, 0053)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from reprise.orders import chain
from reprise.privacy.models import Act
from reprise.privacy.states import DISBELIEVED, Verb

# By the holding of the act, which names are empty from then on, and what they are.
_LEAVES: Final[Mapping[str, Mapping[str, str]]] = {
    "contact": {
        "tracking": "the parcels' numbers",
        "number": "the parcels' numbers",
        "point": "at which point a parcel waited",
    },
    "sale": {"provider_ref": "the numbers at the payment provider"},
    "trader": {
        "seller": "what a seller was called",
        **dict.fromkeys((*chain.IDENTITY[1:], *chain.CONTACT[1:]), "who a seller was"),
    },
}
_LETTERS: Final = "which letters were written"
_NUMBER: Final = "the order's own number"
# An order's number; what a contract's has behind it stays.
_DIGITS: Final = 10


@dataclass(frozen=True, slots=True)
class Left:
    """``told`` is what the file says, with what has left as the database has it; ``unchecked``
    names that."""

    told: dict[str, Any]
    unchecked: tuple[str, ...]


def compared(document: Any, here: Any, order_id: UUID) -> Left:
    """What a log's file says, to be compared with what the one of now says."""
    acts = _acts(order_id, here)
    told, unchecked = dict(document), list[str]()
    names = {name: what for each in sorted(acts) for name, what in _LEAVES[each].items()}
    record = _without(document["on_record"], here["on_record"], names, unchecked)
    if "contact" in acts:
        kept = [each for each in record["letters"] if each in here["on_record"]["letters"]]
        unchecked += [_LETTERS] if kept != record["letters"] else []
        record["letters"] = kept
    if "sale" in acts and _renumbered(document, here):
        told["order"] = here["order"]
        both = zip(record["contracts"], here["on_record"]["contracts"], strict=True)
        record["contracts"] = [{**one, "reference": now["reference"]} for one, now in both]
        # A complete log commits to it.
        unchecked += [_NUMBER] if "anchor" in document else []
    return Left({**told, "on_record": record}, tuple(dict.fromkeys(unchecked)))


def _acts(order_id: UUID, here: Any) -> Collection[str]:
    """Which holdings' acts say that something of this order has left."""
    agreed = here["agreed"]
    contracts = agreed["contracts"] if "contracts" in agreed else [agreed["contract"]]
    traders = [UUID(each[name]) for each in contracts for name in ("trader_id", "seller_id")]
    erased = Act.objects.filter(verb=Verb.ERASED.value).exclude(basis=DISBELIEVED)
    of_it = erased.filter(subject=order_id, holding__in=["contact", "sale"])
    of_them = erased.filter(subject__in=traders, holding="trader")
    return {*of_it.values_list("holding", flat=True), *of_them.values_list("holding", flat=True)}


def _without(then: Any, now: Any, names: Mapping[str, str], unchecked: list[str]) -> Any:
    """``then``, with what is empty ``now`` as it is now."""
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        both = zip(then, now, strict=True)
        return [_without(one, other, names, unchecked) for one, other in both]
    if not isinstance(then, dict) or not isinstance(now, dict):
        return then
    told = {}
    for name, value in then.items():
        if name in names and name in now and not now[name]:
            unchecked += [names[name]] if value else []
            told[name] = now[name]
        else:
            told[name] = _without(value, now.get(name), names, unchecked)
    if "event_id" in now and "number" in names and not now["number"]:
        told["event_id"] = now["event_id"]  # the carrier's, in which a number may stand
    return told


def _renumbered(document: Any, here: Any) -> bool:
    """Whether the file has the number from before, in each place the same."""
    now = here["order"]
    if not now.startswith(chain.NUMBERLESS) or document["order"].startswith(chain.NUMBERLESS):
        return False
    number = document["order"][:_DIGITS]
    agreed = document["agreed"]
    if "order" in agreed and agreed["order"]["reference"] != document["order"]:
        return False
    told = [document["order"], *(e["reference"] for e in document["on_record"]["contracts"])]
    there = [now, *(each["reference"] for each in here["on_record"]["contracts"])]
    return told == [number + each[_DIGITS:] for each in there]
