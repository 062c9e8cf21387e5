"""Facts as a lawyer writes them (YAML), and decisions as plain values.

Days are 2026-03-02; instants name their place, "2026-03-02 18:30:00 Europe/Brussels"; amounts are
"300.00 EUR", and below zero in a decision only; rates "20 %"; calendars "BE" or "FR-57"; durations
"30 days", "24 months", "1 year" or "for life".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cattrs import Converter, transform_error
from cattrs.errors import ForbiddenExtraKeysError

from reprise.kernel import yaml_file
from reprise.kernel.money import Money
from reprise.kernel.rate import Rate
from reprise.law import durations
from reprise.law.amounts import Signed
from reprise.law.calendars import Calendar, UnknownCalendar
from reprise.law.durations import Duration
from reprise.law.provision import Because, Contradiction, Decision, Provision

D = TypeVar("D", bound=date)
# In facts; what follows from them may lie beyond.
FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2999
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_INSTANT: Final = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d(?:\.\d+)?)?) ([A-Z]\w+/\w+)")


class FactsRefused(ValueError):
    """Facts that are not what the provision asks for; ``problems`` has one line a field."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def load(text: str) -> Any:
    """YAML as plain values.  Raises FactsRefused where it is not YAML, or says something twice."""
    try:
        return yaml_file.load(text)
    except yaml_file.NotYaml as problem:
        raise FactsRefused([f"not YAML: {problem}"]) from problem


def facts_of(provision: Provision, given: object) -> Any:
    """The facts that ``provision`` takes, from plain values.

    Raises FactsRefused with every field that is missing, unknown or not what it must be.
    """
    if not isinstance(given, Mapping):
        raise FactsRefused(
            [f"facts are fields with values (name: value), of {', '.join(_names(provision.facts))}"]
        )
    try:
        return _FACTS.structure(given, provision.facts)
    except Exception as problem:
        lines = transform_error(problem, path="facts", format_exception=_said)
        raise FactsRefused(lines) from problem


def value_of(kind: Any, given: object) -> Any:
    """One plain value as ``kind``; for what a case expects of a field."""
    return _VALUES.structure(given, kind)


def plain(decision: Decision) -> dict[str, Any]:
    """The fields of a decision as a lawyer writes them, without its reasons."""
    return {
        each.name: _plain(getattr(decision, each.name))
        for each in fields(decision)
        if each.name != "because"
    }


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S} {value.tzinfo}"
        case date() | Money() | Calendar() | Duration():
            return str(value)
        case Rate():
            return f"{float(value.fraction * 100):g} %"
        case Enum():
            return value.value
        case tuple() | frozenset():
            return [_plain(each) for each in value]
        case None | bool() | int():
            return value
        case Because():
            raise TypeError("reasons are explained, not listed")
        case _:
            return str(value)


def _names(kind: type) -> list[str]:
    return [each.name for each in fields(kind)]


def _said(problem: BaseException, kind: type | None) -> str:
    match problem:
        case ForbiddenExtraKeysError():
            return f"no such field: {', '.join(sorted(map(str, problem.extra_fields)))}"
        case KeyError():
            return "is missing"
        case ValueError() | LookupError() if problem.args:
            return str(problem.args[0])
        case _:
            return str(problem) or type(problem).__name__


def _day(given: Any, _: Any) -> date:
    if not isinstance(given, str) or not _DAY.fullmatch(given):
        raise ValueError(f"a day is written 2026-03-02, not {given!r}")
    try:
        return _in_reach(date.fromisoformat(given))
    except ValueError as problem:
        raise ValueError(f"{given!r} is no day: {problem}") from None


def _in_reach(day: D) -> D:
    """Far enough from the ends of the calendar for any period that is added."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"a year from {FIRST_YEAR} to {LAST_YEAR} is expected")
    return day


def _instant(given: Any, _: Any) -> datetime:
    found = _INSTANT.fullmatch(given) if isinstance(given, str) else None
    if found is None:
        raise ValueError(
            f"an instant is written 2026-03-02 18:30:00 Europe/Brussels, not {given!r}"
        )
    try:
        moment = _in_reach(datetime.fromisoformat(found[1]))
    except ValueError as problem:
        raise ValueError(f"{found[1]!r} is no day and time: {problem}") from None
    try:
        here = moment.replace(tzinfo=ZoneInfo(found[2]))
    except (ValueError, ZoneInfoNotFoundError):
        raise ValueError(f"no time zone is called {found[2]!r}") from None
    if here.astimezone(UTC).astimezone(here.tzinfo).replace(tzinfo=None) != moment:
        raise ValueError(f"there is no {found[1]} in {found[2]}: clocks are put forward then")
    return here


def _money(given: Any, _: Any) -> Money:
    try:
        number, currency = given.split(" ")
        return Money.parse(number, currency)
    except (AttributeError, ValueError):
        raise ValueError(f"an amount is written 300.00 EUR, not {given!r}") from None


def _amount(given: Any, kind: Any) -> Money:
    """An amount as facts have it: something or nothing."""
    money = _money(given, kind)
    if money.minor < 0:
        raise ValueError(f"not below zero: {given!r}")
    return money


def _rate(given: Any, _: Any) -> Rate:
    try:
        number, sign = given.split(" ")
        if sign == "%":
            return Rate.percent(number)
    except (AttributeError, ValueError):
        pass
    raise ValueError(f"a rate is written 20 %, not {given!r}")


def _calendar(given: Any, _: Any) -> Calendar:
    try:
        return Calendar.named(given)
    except (AttributeError, UnknownCalendar) as problem:
        raise ValueError(f"a calendar is written BE or FR-57: {problem}") from None


def _duration(given: Any, _: Any) -> Duration:
    try:
        return durations.named(given)
    except Contradiction:
        raise
    except (AttributeError, ValueError):
        raise ValueError(
            f"a duration is written 30 days, 24 months, 1 year or for life, not {given!r}"
        ) from None


def _exactly(kind: type) -> Any:
    def read(given: Any, _: Any) -> Any:
        if type(given) is not kind:
            raise ValueError(f"a {_KINDS[kind]} is expected, not {given!r}")
        return given

    return read


def _enum(given: Any, kind: Any) -> Any:
    try:
        return kind(given)
    except ValueError:
        choices = ", ".join(str(each.value) for each in kind)
        raise ValueError(f"one of {choices} is expected, not {given!r}") from None


_KINDS: Final = {bool: "yes or no", int: "whole number", str: "text"}


def _converter(amount: Any) -> Converter:
    made = Converter(forbid_extra_keys=True)
    for kind in _KINDS:
        made.register_structure_hook(kind, _exactly(kind))
    for kind, read in (
        (Money, amount),
        (Rate, _rate),
        (Calendar, _calendar),
        (Duration, _duration),
    ):
        made.register_structure_hook(kind, read)
    made.register_structure_hook_func(lambda kind: kind is Signed, _money)
    made.register_structure_hook(date, _day)
    made.register_structure_hook(datetime, _instant)
    made.register_structure_hook_func(
        lambda kind: isinstance(kind, type) and issubclass(kind, Enum), _enum
    )
    return made


_FACTS: Final = _converter(_amount)
_VALUES: Final = _converter(_money)
