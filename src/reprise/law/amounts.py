"""Amounts in facts are something or nothing, and in one currency; below zero only where a fact says
that it may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Any, NewType, get_args, get_type_hints

from reprise.kernel.money import Money

Signed = NewType("Signed", Money)
"""An amount that is below zero where more went out than came in."""


def below_zero(facts: object) -> tuple[str, ...]:
    """Where in ``facts`` an amount is below zero that may not be, as facts are written
    ("items[1].price")."""
    return tuple(at for at, amount in _amounts(facts, "", signed=False) if amount.minor < 0)


def places(facts: object) -> tuple[str, ...]:
    """Where in ``facts`` there is an amount, also one that may be below zero."""
    return tuple(at for at, _ in _amounts(facts, "", signed=True))


def other_currencies(facts: object) -> tuple[str, ...]:
    """Where in ``facts`` an amount is in another currency than the first."""
    found = tuple(_amounts(facts, "", signed=True))
    return tuple(at for at, amount in found if amount.currency != found[0][1].currency)


def holds_amounts(kind: Any) -> bool:
    """Whether facts of a kind have an amount in them, also one that may be below zero."""
    return _holds(kind, signed=True)


def _holds(kind: Any, *, signed: bool) -> bool:
    if kind is Money or (signed and kind is Signed):
        return True
    if isinstance(kind, type) and is_dataclass(kind):
        return bool(_names(kind, signed))
    return any(_holds(each, signed=signed) for each in get_args(kind))


@cache
def _names(kind: type, signed: bool) -> tuple[str, ...]:
    """The fields of facts with amounts in them, with ``signed`` also such as may be below zero."""
    hints = get_type_hints(kind)
    return tuple(name for name, hint in hints.items() if _holds(hint, signed=signed))


def _amounts(value: object, at: str, *, signed: bool) -> Iterator[tuple[str, Money]]:
    if isinstance(value, Money):
        yield at, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _amounts(each, f"{at}[{number}]", signed=signed)
    elif is_dataclass(value) and not isinstance(value, type):
        for name in _names(type(value), signed):
            where = f"{at}.{name}" if at else name
            yield from _amounts(getattr(value, name), where, signed=signed)
