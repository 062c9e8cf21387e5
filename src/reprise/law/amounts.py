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
    return tuple(at for at, amount in _amounts(facts, "") if amount.minor < 0)


def other_currencies(facts: object) -> tuple[str, ...]:
    """Where in ``facts`` an amount is in another currency than the first."""
    first = next((amount.currency for _, amount in _amounts(facts, "")), None)
    return tuple(at for at, amount in _amounts(facts, "") if amount.currency != first)


def holds_amounts(kind: Any) -> bool:
    """Whether facts of a kind have an amount in them that may not be below zero."""
    if kind is Money:
        return True
    if isinstance(kind, type) and is_dataclass(kind):
        return bool(_names(kind))
    return any(holds_amounts(each) for each in get_args(kind))


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of facts with amounts in them."""
    hints = get_type_hints(kind)
    return tuple(name for name, hint in hints.items() if holds_amounts(hint))


def _amounts(value: object, at: str) -> Iterator[tuple[str, Money]]:
    if isinstance(value, Money):
        yield at, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _amounts(each, f"{at}[{number}]")
    elif is_dataclass(value) and not isinstance(value, type):
        for name in _names(type(value)):
            yield from _amounts(getattr(value, name), f"{at}.{name}" if at else name)
