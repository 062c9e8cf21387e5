"""When what is left of orders and sellers ends; every day is worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from reprise.privacy.ending import (
    Part,
    SaleFacts,
    TraderFacts,
    account_until,
    in_accounts_until,
    members_until,
    sale_until,
    trader_leaves,
)


@pytest.mark.parametrize(
    ("moved", "last"),
    [
        # Ten years from the end of the financial year (C. com. L123-22).
        (date(2026, 1, 1), date(2036, 12, 31)),
        (date(2026, 12, 31), date(2036, 12, 31)),
        (date(2027, 1, 1), date(2037, 12, 31)),
    ],
)
def test_the_accounts_count_from_the_end_of_the_year(moved: date, last: date) -> None:
    until = in_accounts_until(moved)
    assert until.day == last
    assert not until.is_over(last)
    assert until.is_over(date(last.year + 1, 1, 1))
    assert until.basis[0].article == "art. L123-22"


def test_a_sale_that_was_paid_is_in_the_accounts() -> None:
    sale = SaleFacts(tried=date(2027, 2, 1), collected=date(2026, 5, 5))
    assert sale_until(sale).day == date(2036, 12, 31)


def test_one_that_was_not_is_kept_as_long_as_a_payment_can_be_disputed() -> None:
    assert sale_until(SaleFacts(tried=date(2026, 1, 31))).day == date(2027, 2, 28)


ENDED = date(2026, 8, 31)
# Six months later there is no 31st.
SIX = date(2027, 2, 28)


@pytest.mark.parametrize(
    ("facts", "today", "part"),
    [
        (TraderFacts(ended=None), date(2099, 1, 1), Part.NOTHING),
        (TraderFacts(ended=ENDED), SIX, Part.NOTHING),
        (TraderFacts(ended=ENDED), date(2027, 3, 1), Part.WHOLE),
        # A buyer is still named whose proof it is.
        (TraderFacts(ended=ENDED, proved=True), date(2027, 3, 1), Part.NOTHING),
        (TraderFacts(ended=ENDED, proved=True, sold=date(2026, 7, 1)), date(2040, 1, 1),
         Part.NOTHING),
        (TraderFacts(ended=ENDED, sold=date(2026, 7, 1)), SIX, Part.NOTHING),
        (TraderFacts(ended=ENDED, sold=date(2026, 7, 1)), date(2027, 3, 1), Part.CONTACT),
        (TraderFacts(ended=ENDED, sold=date(2026, 7, 1)), date(2036, 12, 31), Part.CONTACT),
        (TraderFacts(ended=ENDED, sold=date(2026, 7, 1)), date(2037, 1, 1), Part.WHOLE),
        # Owed since the last sale; ten years after the end of the year in which that moved.
        (TraderFacts(ended=ENDED, owed=date(2026, 7, 1)), SIX, Part.NOTHING),
        (TraderFacts(ended=ENDED, owed=date(2026, 7, 1)), date(2036, 12, 31), Part.CONTACT),
        (TraderFacts(ended=ENDED, owed=date(2026, 7, 1)), date(2037, 1, 1), Part.WHOLE),
        (TraderFacts(ended=ENDED, sold=date(2020, 7, 1), owed=date(2026, 7, 1)),
         date(2036, 12, 31), Part.CONTACT),
        (TraderFacts(ended=ENDED, sold=date(2026, 7, 1), owed=date(2020, 7, 1)),
         date(2036, 12, 31), Part.CONTACT),
    ],
)  # fmt: skip
def test_what_leaves_of_a_trader(facts: TraderFacts, today: date, part: Part) -> None:
    assert trader_leaves(facts, today) is part


def test_where_the_money_went_is_kept_for_the_tax_report() -> None:
    assert account_until(ENDED, None).day == SIX
    # The last year reported is 2026; five years after it.
    assert account_until(ENDED, date(2026, 7, 1)).day == date(2031, 12, 31)
    # It had not sold for long: six months after the contract are later.
    assert account_until(ENDED, date(2020, 7, 1)).day == SIX


def test_where_the_money_goes_is_kept_while_it_is_owed() -> None:
    kept = account_until(ENDED, date(2026, 7, 1), owed=date(2026, 7, 1))
    assert kept.day == date(2036, 12, 31)
    # The claim itself, as long as the accounts say what for.
    assert [str(each) for each in kept.basis] == [
        "Regulation (EU) 2016/679 (GDPR), art. 17(3)(e)", "Code de commerce, art. L123-22",
    ]  # fmt: skip
    assert account_until(ENDED, None, owed=date(2010, 7, 1)).day == SIX


def test_who_acted_for_a_seller_is_kept_as_long_as_it_may_come_back() -> None:
    assert members_until(ENDED).day == SIX
