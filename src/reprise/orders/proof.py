"""Checking an exported log without us (S49c): nothing but the file, JSON and SHA-256.

A complete copy carries the whole chain and is checked by itself; who makes the whole chain anew is
found beside an earlier copy.  A seller's copy is an excerpt
(decision 0018): by itself its seal and its devices are checked, and beside a complete copy that
every step of it stands there and that the chain up to its anchor is the one that it was made from.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from reprise.kernel.evidence import SEAL, seal
from reprise.orders import chain, copies

FORM: Final = "reprise-evidence-1"
FORGOTTEN: Final = "devices_forgotten"
AGREED_FORGOTTEN: Final = "agreed_forgotten"
# Files that were handed out before parts could leave for themselves say so of all of it.
ALL_AGREED: Final = "agreed"
_SHIPS: Final = "ship"


@dataclass(frozen=True, slots=True)
class Report:
    """``problems``, the first one first; none: everything that can be checked is right.
    ``steps`` is how many were read, ``complete`` whether the chain itself could be checked,
    ``forgotten`` whether it was without the devices, whose numbers were erased in time, and
    ``parted`` names the parts of what was agreed that were: contact, identity, number; ALL_AGREED
    where a file of before cannot be compared with step 1 at all.  ``rests_on`` is the number of the
    step that alone binds what was agreed where step 1 cannot any more: whoever made the file may
    have added it, so an earlier copy or the database has to tell."""

    problems: tuple[str, ...]
    steps: int
    complete: bool
    forgotten: bool = False
    parted: tuple[str, ...] = ()
    rests_on: int | None = None


def verify(document: Any, full: Any = None) -> Report:
    """What is wrong with a document; ``full`` is a complete copy beside it: the one that an excerpt
    was made from, or of a complete one an earlier one."""
    try:
        return _verify(document, full)
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError) as failure:
        return Report((f"This is no evidence document that can be read: {failure!r}",), 0, False)


def _verify(document: dict[str, Any], full: Any) -> Report:
    if document["format"] != FORM:
        return Report((f"The format is not {FORM}.",), 0, False)
    problems = []
    if document[SEAL] != seal(document):
        problems.append("The seal does not fit: something in this file was changed.")
    problems += _devices(document)
    complete = "anchor" not in document
    if complete:
        problems += _chain(document["steps"])
        problems += _agreed(document)
        if full is not None:
            problems += _since(document, full)
    else:
        problems += _contract_sums(document["agreed"]["contract"], document["agreed"]["lines"])
        if "identity_digest" in document["agreed"].get("trader", ()):
            problems += _parts(document["agreed"], document.get(AGREED_FORGOTTEN, []))
        if full is not None:
            problems += _beside(document, full)
    problems += _lives(document["steps"])
    forgotten = bool(document.get(FORGOTTEN))
    flag = document.get(AGREED_FORGOTTEN, [])
    parted = (ALL_AGREED,) if flag is True else tuple(flag)
    rests_on = _rests_on(document if full is None else full)
    return Report(tuple(problems), len(document["steps"]), complete, forgotten, parted, rests_on)


def _chain(steps: list[dict[str, Any]]) -> list[str]:
    """Each step's hash, and that it follows the one before."""
    if not steps:
        return ["There is no step."]
    previous = ""
    for number, step in enumerate(steps, start=1):
        if step["format"] not in chain.FORMATS:
            return [f"Step {number} is of a format that this check does not know."]
        if chain.names_a_buyer(step):
            return [f"Step {number} names the buyer’s account, which its format never does."]
        if step["seq"] != number or step["order_id"] != steps[0]["order_id"]:
            return [f"Step {number} is not where it belongs."]
        if step["previous"] != previous:
            return [f"Step {number} does not follow the step before it."]
        if step["hash"] != chain.step_hash(step):
            return [f"Step {number} was changed: its hash does not fit."]
        previous = step["hash"]
    return []


def _agreed(document: dict[str, Any]) -> list[str]:
    """Every step that commits to what was agreed fits what is said here.

    The first step of an older log commits to all of it at once: where a part has left, a step that
    restates has to, in format 4.
    """
    agreed, first = document["agreed"], document["steps"][0]
    if agreed["order"]["id"] != first["order_id"]:
        return [f"Step 1 {_COMMITS}"]
    restated = [step for step in document["steps"] if step["verb"] == chain.RESTATE]
    flag = document.get(AGREED_FORGOTTEN, [])
    if first["format"] >= chain.PARTED or restated:
        problems = _parts(agreed, flag)
        old = first["format"] < chain.PARTED
        commit = restated if old and flag else [first, *restated]
    else:
        problems = [] if flag in ([], True) else [_OTHERS_LEFT]
        commit = [] if flag is True else [first]
    problems += [
        f"Step {step['seq']} {_COMMITS}"
        for step in commit
        if step["facts_hash"] != _committed(step["format"], agreed)
    ]
    return problems + _sums(agreed)


def _sums(agreed: dict[str, Any]) -> list[str]:
    """That what was agreed adds up, from each device to what the buyer paid."""
    order, contracts, lines = agreed["order"], agreed["contracts"], agreed["lines"]
    insurance = agreed["insurance"] or {"total": 0, "lines": []}
    found = [each for contract in contracts for each in _contract_sums(contract, lines)]
    paid = order["items"] + order["shipping"] + order["fee"] + insurance["total"]
    # Devices of no contract would be in the sum of the order and in none of a contract.
    told = [
        ("items", order["items"], sum(each["items"] for each in contracts)),
        ("items", order["items"], sum(each["price"] for each in lines)),
        ("shipping", order["shipping"], sum(each["shipping"] for each in contracts)),
        ("shipping", order["shipping"], sum(each["shipping"] for each in lines)),
        ("insurance", insurance["total"], sum(each["premium"] for each in insurance["lines"])),
        ("total", order["total"], paid),
    ]
    return found + [
        f"The order does not add up in {what}: it says {said}, and its parts {parts}."
        for what, said, parts in dict.fromkeys(told)
        if said != parts
    ]


def _contract_sums(contract: dict[str, Any], lines: list[dict[str, Any]]) -> list[str]:
    """That a seller's contract is the sum of its devices."""
    own = [each for each in lines if each["seller_id"] == contract["seller_id"]]
    told = [("items", sum(each["price"] for each in own)),
            ("shipping", sum(each["shipping"] for each in own))]  # fmt: skip
    return [
        f"A contract does not add up in {what}: it says {contract[what]}, and its devices {parts}."
        for what, parts in told
        if contract[what] != parts
    ]


def _rests_on(document: Any) -> int | None:
    """The step that has to bind what was agreed of an older log of which a part has left: of a
    file that stands alone, or of the copy that it is compared with."""
    if not isinstance(document, dict) or "anchor" in document:
        return None
    steps = document.get("steps") or [{}]
    restated = [step["seq"] for step in steps if step.get("verb") == chain.RESTATE]
    old = steps[0].get("format", chain.PARTED) < chain.PARTED
    return restated[-1] if restated and old and document.get(AGREED_FORGOTTEN) else None


_COMMITS: Final = "does not commit to what is said to have been agreed."
_OTHERS_LEFT: Final = "It says that other parts were erased than those that are missing."


def _committed(format_: int, agreed: dict[str, Any]) -> str:
    return chain.agreed_hash(
        format_,
        agreed["order"],
        agreed["contracts"],
        agreed["traders"] if format_ > 1 else (),
        agreed["lines"],
        agreed["insurance"],
    )


def _parts(agreed: dict[str, Any], flag: Any) -> list[str]:
    """Each part that can leave fits its digest, or has left, and the file says so."""
    if flag != chain.left(agreed):
        return [_OTHERS_LEFT]
    return [
        f"The {name} does not fit the digest that the log commits to."
        for name, facts, part in chain.parts_of(agreed)
        if not chain.part_fits(facts, part)
    ]


def _devices(document: dict[str, Any]) -> list[str]:
    """Each parcel's step commits to the device that was in it, round by round; a document that says
    that their numbers were forgotten has none, and is checked without them."""
    shipped: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, step in enumerate(document["steps"], start=1):
        if step["verb"] == _SHIPS:
            shipped[step["line_id"]].append((number, step["facts_hash"]))
    if document.get(FORGOTTEN) is True and not document["devices"]:
        return []
    told = {(each["line_id"], each["round"]): each for each in document["devices"]}
    if len(told) != len(document["devices"]):
        return ["A device stands twice."]
    for line, steps in shipped.items():
        for at_round, (number, committed) in enumerate(steps, start=1):
            device = told.pop((line, at_round), None)
            if device is None:
                return [f"Step {number} shipped a device that is missing."]
            if chain.device_hash(device) != committed:
                return [f"Step {number} does not commit to the device that is said to be in it."]
    return ["A device stands here that no step has shipped."] if told else []


def _lives(steps: list[dict[str, Any]]) -> list[str]:
    """Each step of a device begins where the one before it of the same concern has ended."""
    ended: dict[tuple[str, str], str] = {}
    for number, step in enumerate(steps, start=1):
        if not step["line_id"]:
            continue  # refunds and parcels live elsewhere; the log says what somebody did there
        thing = (step["concern"], step["line_id"])
        if step["from_state"] != ended.get(thing, ""):
            return [f"Step {number} does not begin where the device was before it."]
        ended[thing] = step["to_state"]
    return []


def _since(document: dict[str, Any], earlier: Any) -> list[str]:
    """That a complete copy goes on where an earlier one ended: the same steps, hash by hash, and
    the same that was agreed, but for the parts that have left since."""
    unfit = _unfit(earlier, "The earlier copy")
    if unfit:
        return unfit
    if document["agreed"]["order"]["id"] != earlier["agreed"]["order"]["id"]:
        return ["The earlier copy is another order’s."]
    here = [step["hash"] for step in document["steps"]]
    then = [step["hash"] for step in earlier["steps"]]
    if here == then[: len(here)] and (len(then) > len(here) or _left_of(earlier, document)):
        return ["The other file is the later one of the two: put it first, and this one behind it."]
    anew = [
        f"What was agreed is not as the earlier copy has it: “{name}”."
        for name in copies.agreed_anew(earlier["agreed"], document["agreed"])
    ]
    if here[: len(then)] != then:
        at = next((at for at, both in enumerate(zip(here, then, strict=False)) if len({*both}) > 1),
                  len(here))  # fmt: skip
        anew.insert(0, f"Step {at + 1} is not the one that the earlier copy has there: this log was"
                       " made anew, or that one.")  # fmt: skip
    return anew


def _left_of(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether one says that something has left which the other one still has."""
    flags = [told.get(AGREED_FORGOTTEN, []) for told in (one, other)]
    if True not in flags and not set(flags[0]) <= set(flags[1]):
        return True
    return bool(one.get(FORGOTTEN) and other["devices"])


def _unfit(full: Any, what: str) -> list[str]:
    """Why nothing can be compared with a file: it has to be a complete log that is right."""
    if not isinstance(full, dict) or full.get("format") != FORM:
        return ["The other file is of another format: compare two of one."]
    if "anchor" in full:
        return ["The other file is a seller’s excerpt, which is compared with a complete copy: put"
                " the excerpt first."]  # fmt: skip
    report = verify(full)
    return [f"{what} is not right itself.", *report.problems] if report.problems else []


def _within(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether one says something, and nothing else than the other, which may have been restated
    since and say more."""
    return bool(one) and {name: other.get(name) for name in one} == one


def _same_trader(excerpt: dict[str, Any], full: dict[str, Any]) -> bool:
    """Whether the trader of an excerpt is the one of the complete copy.  What one of them has no
    more is compared by its digest."""
    own = excerpt["agreed"].get("trader")
    if own is None:
        return bool(full["steps"][0]["format"] == 1)  # which does not commit to it
    if full.get(AGREED_FORGOTTEN) is True:
        return True
    wanted = excerpt["agreed"]["contract"]["trader_id"]
    there = next((e for e in full["agreed"].get("traders", ()) if e["id"] == wanted), None)
    if there is None:
        return False
    gone = {
        name
        for column, names in chain.OF_TRADER.values()
        if any(column in told and not told[names[0]] for told in (own, there))
        for name in names
    }
    compared = ({*chain.TRADER} | (own.keys() & there.keys())) - gone
    return all(own[name] == there[name] for name in compared)


def _beside(excerpt: dict[str, Any], full: Any) -> list[str]:
    """That an excerpt is part of a complete copy, and of this one's history."""
    unfit = _unfit(full, "The complete copy")
    if unfit:
        return unfit
    contract = excerpt["agreed"]["contract"]
    seller = contract["seller_id"]
    agreed = full["agreed"]
    if not any(_within(contract, each) for each in agreed["contracts"]):
        return ["The contract is not in the complete copy as it is here."]
    if not _same_trader(excerpt, full):
        return ["The trader is not in the complete copy as it is here."]
    if excerpt["agreed"]["lines"] != [e for e in agreed["lines"] if e["seller_id"] == seller]:
        return ["The devices agreed are not in the complete copy as they are here."]
    at_anchor = [step["seq"] for step in full["steps"] if step["hash"] == excerpt["anchor"]]
    if not at_anchor:
        return ["The anchor is not in the complete copy: its history is another one."]
    own = [e for e in full["steps"][: at_anchor[0]] if e["seller_id"] == seller]
    if len(own) != len(excerpt["steps"]) or own[-1]["hash"] != excerpt["anchor"]:
        return ["The complete copy has other steps of this seller up to the anchor."]
    for number, (here, there) in enumerate(zip(excerpt["steps"], own, strict=True), start=1):
        if any(there[name] != value for name, value in here.items()):
            return [f"Step {number} is not in the complete copy as it is here."]
    shown = [e for e in full["devices"] if e["seller_id"] == seller]
    if not full.get(FORGOTTEN) and any(device not in shown for device in excerpt["devices"]):
        return ["A device is not in the complete copy as it is here."]
    return []
