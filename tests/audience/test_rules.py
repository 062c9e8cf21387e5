"""What follows from the counts, without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from reprise.audience.rules import (
    Estimate,
    Month,
    active,
    countable,
    figure,
    first_figure,
    in_a_row,
    is_robot,
    measured,
    truncated,
)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2"),
        ("192.0.2.255", "192.0.2"),
        ("2001:db8:aa:bb:1::1", "2001:db8:aa::"),
        ("2001:db8:aa:ffff::", "2001:db8:aa::"),
        ("", ""),
        ("unknown", ""),
    ],
)
def test_an_address_is_cut_before_anything_is_made_of_it(address: str, network: str) -> None:
    assert truncated(address) == network


@pytest.mark.parametrize(
    ("agent", "robot"),
    [
        ("", True),
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", True),
        ("curl/8.5.0", True),
        ("python-requests/2.32", True),
        ("Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/130.0 Safari/537.36", True),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0", False),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
            False,
        ),
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/130.0.0.0 Mobile Safari/537.36",
            False,
        ),
    ],
)
def test_who_says_to_be_a_program(agent: str, robot: bool) -> None:
    assert is_robot(agent) is robot


@pytest.mark.parametrize(
    ("word", "counts"),
    [
        ("fairphone", True), ("s21", True), ("x", False), ("1234", False), ("0612345678", False),
        ("fr7612345", False), ("a" * 41, False),
    ],
)  # fmt: skip
def test_a_word_is_no_number_of_a_person(word: str, counts: bool) -> None:
    assert countable(word) is counts


def test_who_signs_in_on_three_devices_is_one() -> None:
    """Ten clients, of which three are one account's: seven others, and the account."""
    found = active(Estimate(10, 10, 10), Estimate(3, 3, 3), Estimate(1, 1, 1))
    assert found == Estimate(8, 8, 8)


def test_bounds_are_those_of_the_worst_case() -> None:
    found = active(Estimate(1000, 970, 1030), Estimate(100, 90, 110), Estimate(50, 45, 55))
    assert found == Estimate(950, 970 - 110 + 45, 1030 - 90 + 55)


def test_there_are_never_fewer_recipients_than_accounts() -> None:
    found = active(Estimate(5, 4, 6), Estimate(9, 8, 10), Estimate(9, 8, 10))
    assert found.number == 9
    assert found.low <= found.number <= found.high


def six(first: date = date(2027, 1, 1)) -> list[Month]:
    numbers = [9000, 9500, 10000, 10500, 11000, 12003]
    return [
        Month(each, each, Estimate(number, number - 300, number + 300))
        for number, each in zip(
            numbers, [date(first.year, first.month + n, 1) for n in range(6)], strict=True
        )
    ]


def test_the_figure_is_the_law_s_average_of_six_months() -> None:
    """62,003 in six months: 10,333.83 a month (DSA art. 24(2), S30)."""
    made = figure(six(), date(2027, 7, 2))
    assert made is not None
    assert made.decision.average == 10334
    assert (made.low, made.high) == (10034, 10634)
    assert made.decision.very_large is False
    assert made.decision.next_by == datetime(2028, 1, 2, 23, 59, 59, tzinfo=UTC)


def test_of_more_months_the_last_six_count() -> None:
    before = Month(date(2026, 12, 1), date(2026, 12, 5), Estimate(1, 1, 1))
    made = figure([before, *six()], date(2027, 7, 2))
    assert made is not None
    assert made.decision.average == 10334


def test_without_six_whole_months_in_a_row_there_is_no_figure() -> None:
    months = six()
    published = date(2027, 7, 2)
    assert figure(months[1:], published) is None
    late = replace(months[0], counted_from=date(2027, 1, 2))
    assert figure([late, *months[1:]], published) is None
    gap = replace(months[0], month=date(2026, 12, 1), counted_from=date(2026, 12, 1))
    assert figure([gap, *months[1:]], published) is None


def test_our_way_of_counting_meets_the_conditions_of_the_exemption() -> None:
    """Even if it were a reading from a device (art. 82, CNIL): no tracker, 25 months at most."""
    decision = measured()
    assert decision.exempt
    assert decision.within_limits


def test_how_many_whole_months_there_are_in_a_row() -> None:
    months = six()
    assert in_a_row([]) == 0
    assert in_a_row(months) == 6
    late = replace(months[2], counted_from=date(2027, 3, 9))
    assert in_a_row([*months[:2], late, *months[3:]]) == 3
    assert in_a_row([*months[:2], *months[3:]]) == 3


def test_when_there_can_be_a_first_figure() -> None:
    """A day after the sixth whole month has ended."""
    months = six()
    assert first_figure([], date(2027, 1, 1)) == date(2027, 7, 2)
    assert first_figure([], date(2027, 1, 2)) == date(2027, 8, 2)
    assert first_figure(months[:2], date(2027, 1, 1)) == date(2027, 7, 2)
    begun = replace(months[0], counted_from=date(2027, 1, 20))
    assert first_figure([begun], date(2027, 1, 20)) == date(2027, 8, 2)
