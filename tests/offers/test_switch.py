"""An offer is taken off sale and put on again, in one market or wholly."""

from __future__ import annotations

import pytest

from reprise.kernel.ids import new_id
from reprise.offers import actions
from reprise.offers.models import MarketOffer, Offer
from reprise.outbox.models import Event
from tests.cast import a_seller, an_offer
from tests.moment import now

pytestmark = pytest.mark.django_db


def told() -> int:
    return Event.objects.filter(kind="offers.OfferChanged").count()


@pytest.mark.parametrize("market", [None, "fr"])
def test_off_and_on_change_one_flag_and_say_so_once(market: str | None) -> None:
    case = an_offer(stock=3, price=31_200)
    before = told()
    for on in (False, False, True, True):
        actions.switch(case.seller.id, case.id, on=on, market=market, now=now())
        offer, row = Offer.objects.get(), MarketOffer.objects.get()
        assert (offer.active, row.active) == ((on, True) if market is None else (True, on))
        assert (offer.available, row.price_minor) == (3, 31_200)
    assert told() == before + 2


def test_what_is_not_the_seller_s_is_refused() -> None:
    case = an_offer()
    rival = a_seller("Rival")
    before = told()
    for seller_id, offer_id, market in (
        (rival.id, case.id, None),
        (rival.id, case.id, "fr"),
        (case.seller.id, case.id, "de"),
        (case.seller.id, new_id(), None),
    ):
        with pytest.raises(actions.NotYourOffer):
            actions.switch(seller_id, offer_id, on=False, market=market, now=now())
    assert Offer.objects.get().active
    assert MarketOffer.objects.get().active
    assert told() == before


def test_what_is_off_cannot_be_reserved_and_what_was_reserved_comes_back() -> None:
    case = an_offer(stock=2)
    taken = actions.Reservation(case.seller.id, case.id, new_id())
    actions.reserve([taken], now())
    actions.switch(case.seller.id, case.id, on=False, now=now())
    with pytest.raises(actions.OutOfStock):
        actions.reserve([actions.Reservation(case.seller.id, case.id, new_id())], now())
    actions.release([taken], now())
    assert case.available() == 2
