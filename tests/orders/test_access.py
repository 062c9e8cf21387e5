"""A link opens its order while something happens to it, and never for ever."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.orders import access
from reprise.orders.access import LinkOver
from reprise.orders.actions import end_links
from reprise.orders.actions.expire import expire
from reprise.orders.models import Order
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


@pytest.fixture
def order() -> Order:
    return place((an_offer(), 1)).order


def opens(order: Order, given_token: str, now: datetime) -> bool:
    try:
        return access.opened(order.reference, given_token, now).id == order.id
    except LinkOver as over:
        assert over.order.id == order.id
        return False


def test_a_link_opens_for_ninety_days_after_the_last_thing_that_happened(order: Order) -> None:
    link = access.token(order)
    assert opens(order, link, now())
    assert opens(order, link, now() + 90 * DAY - timedelta(seconds=1))
    assert not opens(order, link, now() + 90 * DAY)
    late = now() + 30 * DAY
    assert expire(order.id, late)
    assert opens(order, link, now() + 100 * DAY)
    assert opens(order, link, late + 90 * DAY - timedelta(seconds=1))
    assert not opens(order, link, late + 90 * DAY)


def test_a_link_that_was_asked_for_opens_for_ninety_days_after_that(order: Order) -> None:
    years = now() + 700 * DAY
    link = access.token(order, years.date())
    assert not opens(order, access.token(order), years)
    assert opens(order, link, years)
    sent_on = datetime(years.year, years.month, years.day, tzinfo=UTC)
    assert opens(order, link, sent_on + 90 * DAY - timedelta(seconds=1))
    assert not opens(order, link, sent_on + 90 * DAY)


def test_nobody_makes_a_link_younger(order: Order) -> None:
    day = date(2026, 11, 1)
    number, _, secret = access.token(order, day).rpartition("-")
    later, _, _ = access.token(order, day + 400 * DAY).rpartition("-")
    plain = access.token(order)
    for forged in (
        f"{later}-{secret}", f"0{number}-{secret}", secret, f"-{secret}", f"+{number}-{secret}",
        f"{later}-{plain}", f"{number}-{plain}", f"-{plain}", f"{number.upper()}x-{secret}",
        plain[:-1], "", "é", "-", "fffffffff-" + secret, "9_9-" + secret,
    ):  # fmt: skip
        with pytest.raises(Order.DoesNotExist):
            access.opened(order.reference, forged, now())


@given(st.text(max_size=40))
def test_no_text_opens_anything(given_token: str) -> None:
    assert access._named(given_token) == (None, 0) or "-" in given_token


def test_a_link_opens_no_other_order(order: Order) -> None:
    other = place((an_offer(), 1)).order
    for sent_on in (None, now().date()):
        with pytest.raises(Order.DoesNotExist):
            access.opened(other.reference, access.token(order, sent_on), now())


def test_a_link_takes_one_statement(order: Order, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        access.opened(order.reference, access.token(order), now())


def test_every_link_of_before_is_over_on_the_same_day_too(order: Order) -> None:
    """Also one that was never used, and one that was asked for a second before."""
    today = now().date()
    old = [access.token(order), access.token(order, today)]
    assert all(opens(order, each, now()) for each in old)
    assert end_links([order.id]) == 1
    order.refresh_from_db()
    new = [access.token(order), access.token(order, today)]
    assert all(opens(order, each, now()) for each in new)
    assert not any(opens(order, each, now()) for each in old)
    end_links([order.id])
    assert not any(opens(order, each, now()) for each in [*old, *new])


def test_nobody_makes_an_ended_link_one_of_now(order: Order) -> None:
    today = now().date()
    plain, dated = access.token(order), access.token(order, today)
    day, _, secret = dated.partition("-")
    end_links([order.id])
    for forged in (
        f"-1-{plain}", f"{day}-1-{secret}", f"{day}-1-{plain}", f"-0-{plain}", f"{day}-0-{secret}",
        f"{day}--{secret}", f"{day}-01-{secret}", f"{day}-123456789-{secret}", f"--{plain}",
    ):  # fmt: skip
        with pytest.raises(Order.DoesNotExist):
            access.opened(order.reference, forged, now())


def test_no_other_order_is_ended_with_it(order: Order) -> None:
    other = place((an_offer(), 1)).order
    end_links([order.id])
    assert opens(other, access.token(other), now())
