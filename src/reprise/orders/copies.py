"""What two copies of one log say was agreed: the same, whatever has left in between (0053)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from reprise.orders import chain

Facts = Mapping[str, Any]
_Parts = Mapping[str, tuple[str, Sequence[str]]]

# What restates a log may say more of than its first step did.
_RESTATED: Final[Mapping[str, _Parts]] = {
    "order": chain.OF_ORDER,
    "contract": {},
    "contracts": {},
    "trader": chain.OF_TRADER,
    "traders": chain.OF_TRADER,
}
_DIGESTS: Final = frozenset(column for column, _ in (*chain.OF_ORDER.values(),
                                                     *chain.OF_TRADER.values()))  # fmt: skip


def agreed_anew(then: Facts, now: Facts) -> list[str]:
    """The parts of what was agreed that a later copy does not say as the earlier one did.

    It may say more where the log was restated in between; what has left of one of the two is
    compared by its digest alone, where both have one.
    """
    more = by_parts(now) and not by_parts(then)
    names = then.keys() if more else then.keys() | now.keys()
    return sorted(
        name
        for name in names
        if name not in then
        or name not in now
        or not _alike(then[name], now[name], _RESTATED.get(name), more)
    )


def by_parts(agreed: Facts) -> bool:
    """Whether it has digests of what can leave before the rest."""
    facts = agreed["order"] if "order" in agreed else agreed.get("trader", {})
    return not _DIGESTS.isdisjoint(facts)


def has_left(facts: Facts, names: Sequence[str]) -> bool:
    """Whether a part, its salt named first, is gone; a log of before had no salts."""
    salt, *said = names
    if salt in facts:
        return not facts[salt]
    if salt == chain.NUMBER[0]:
        return str(facts["reference"]).startswith(chain.NUMBERLESS)
    return not any(facts[name] for name in said)


def _alike(then: Any, now: Any, parts: _Parts | None, more: bool) -> bool:
    if parts is None:
        return bool(then == now)
    if isinstance(then, list):
        return len(then) == len(now) and all(
            _alike(one, other, parts, more) for one, other in zip(then, now, strict=True)
        )
    gone = {
        name
        for _, names in parts.values()
        if has_left(then, names) or has_left(now, names)
        for name in names
    }
    compared = (then.keys() if more else then.keys() | now.keys()) - gone
    return all(name in then and name in now and then[name] == now[name] for name in compared)
