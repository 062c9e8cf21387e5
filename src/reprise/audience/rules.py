"""What follows from the counts (decision 0036)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from ipaddress import IPv6Address, ip_address
from typing import Final

from reprise.kernel.money import half_up
from reprise.law.calendars import plus_months
from reprise.law.eu.requests import AVERAGED_MONTHS, Months, Recipients, recipients
from reprise.law.fr.trackers import DATA_MONTHS, AudienceDecision, Measurement, audience

# After a month has ended, so long its last batches may come; then its sketches are deleted.
CLOSING: Final = timedelta(days=1)
# A batch that could not be merged is given up after this; its id is kept for longer.
GIVEN_UP: Final = timedelta(days=1)
REMEMBERED: Final = timedelta(days=2)
# A word is written down when so many of a bitmap's places are taken, and never by fewer clients.
ASKERS: Final = 10
PLACES: Final = 256
MOST_WORDS: Final = 20_000
KEPT_MONTHS: Final = DATA_MONTHS

_MOST_DIGITS: Final = 4
_DIGIT: Final = re.compile(r"\d")
# Parts of names that programs give themselves, in small letters.
_ROBOTS: Final = (
    "bot", "crawl", "spider", "slurp", "http", "python", "curl", "wget", "java/", "headless",
    "lighthouse", "preview", "scrap", "monitor", "facebookexternal",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Estimate:
    """``low`` and ``high`` enclose the true number nineteen times in twenty."""

    number: int
    low: int
    high: int


NOBODY: Final = Estimate(0, 0, 0)


def active(clients: Estimate, signed_in: Estimate, accounts: Estimate) -> Estimate:
    """Active recipients: clients that never signed in, and accounts.  Never fewer than accounts.

    The bounds are those of the worst case of all three.
    """
    low = max(0, clients.low - signed_in.high) + accounts.low
    high = max(0, clients.high - signed_in.low) + accounts.high
    number = max(0, clients.number - signed_in.number) + accounts.number
    return Estimate(number, min(low, number), max(high, number))


@dataclass(frozen=True, slots=True)
class Month:
    """A closed month.  ``counted_from`` is its first day, or a later one if counting began then."""

    month: date
    counted_from: date
    recipients: Estimate

    @property
    def whole(self) -> bool:
        return self.counted_from == self.month


@dataclass(frozen=True, slots=True)
class Figure:
    """The average that is published; ``low`` and ``high`` are the averages of the bounds."""

    decision: Recipients
    low: int
    high: int


def midnight(day: date) -> datetime:
    """The instant at which a day begins: visits, months and figures are counted in UTC."""
    return datetime.combine(day, time.min, UTC)


def figure(months: Sequence[Month], published: date) -> Figure | None:
    """What the last six months make, or None while they are not six whole ones in a row."""
    last = list(months)[-AVERAGED_MONTHS:]
    if len(last) < AVERAGED_MONTHS or not all(each.whole for each in last):
        return None
    if last[0].month != plus_months(last[-1].month, 1 - AVERAGED_MONTHS):
        return None
    counted = tuple(each.recipients.number for each in last)
    return Figure(
        recipients(Months(recipients=counted, published=midnight(published))),
        half_up(Fraction(sum(each.recipients.low for each in last), AVERAGED_MONTHS)),
        half_up(Fraction(sum(each.recipients.high for each in last), AVERAGED_MONTHS)),
    )


def in_a_row(months: Sequence[Month]) -> int:
    """How many whole months there are without a gap, up to the last one."""
    number = 0
    for each in reversed(months):
        if not each.whole or (number and after(each.month) != months[-number].month):
            break
        number += 1
    return number


def first_figure(months: Sequence[Month], began: date) -> date:
    """The day on which there can be six whole months.  ``began`` is the first day that was counted,
    for as long as no month is closed."""
    if months:
        next_month = after(months[-1].month)
    else:
        next_month = began if began.day == 1 else after(began.replace(day=1))
    last = plus_months(next_month, AVERAGED_MONTHS - 1 - in_a_row(months))
    return after(last) + CLOSING


def month_of(instant: datetime) -> date:
    """The first day of its month, in UTC."""
    return date(instant.year, instant.month, 1)


def after(month: date) -> date:
    return plus_months(month, 1)


def truncated(address: str) -> str:
    """The network of an address: three bytes of an IPv4 one, six of an IPv6 one; what is no
    address stands for nobody's ("")."""
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, IPv6Address):
        return str(IPv6Address(int(found) >> 80 << 80))
    return address.rpartition(".")[0]


def is_robot(agent: str) -> bool:
    """Whether a user agent says that it is a program, or says nothing."""
    name = agent.lower()
    return not name or any(part in name for part in _ROBOTS)


def countable(word: str) -> bool:
    """Whether a word may be one for a device: some letter, and no number that names a person."""
    return (
        1 < len(word) <= 40
        and any(each.isalpha() for each in word)
        and len(_DIGIT.findall(word)) <= _MOST_DIGITS
    )


def measured() -> AudienceDecision:
    """Our way of counting, before the law that would ask it if it read from a device."""
    return audience(
        Measurement(
            own_use_only=True,
            anonymous_statistics=True,
            crossed_with_other_data=False,
            follows_across_sites=False,
            tracker_months=0,
            data_months=KEPT_MONTHS,
        )
    )
