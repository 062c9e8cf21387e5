import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Sum
from django.db.utils import ProgrammingError

from reprise.kernel.ids import new_id
from reprise.offers import actions
from reprise.offers.models import StockMovement
from tests.cast import a_seller, an_offer
from tests.moment import now

pytestmark = pytest.mark.django_db


def movements(offer_id) -> int:
    return StockMovement.objects.filter(offer_id=offer_id).aggregate(sum=Sum("delta"))["sum"]


def test_available_is_the_sum_of_movements_after_every_step() -> None:
    case = an_offer(stock=3)
    taken = actions.Reservation(case.seller.id, case.id, new_id())
    actions.reserve([taken], now())
    assert case.available() == movements(case.id) == 2
    actions.release([taken], now())
    assert case.available() == movements(case.id) == 3
    actions.set_available(case.seller.id, case.id, expected=3, wanted=1, now=now())
    assert case.available() == movements(case.id) == 1


def test_the_last_unit_is_sold_once() -> None:
    case = an_offer(stock=1)
    actions.reserve([actions.Reservation(case.seller.id, case.id, new_id())], now())
    with pytest.raises(actions.OutOfStock), transaction.atomic():
        actions.reserve([actions.Reservation(case.seller.id, case.id, new_id())], now())
    assert case.available() == movements(case.id) == 0


def test_two_units_are_had_together_or_not_at_all() -> None:
    plenty, scarce = an_offer(stock=5), an_offer(stock=1)
    wanted = [
        actions.Reservation(plenty.seller.id, plenty.id, new_id()),
        actions.Reservation(scarce.seller.id, scarce.id, new_id()),
        actions.Reservation(scarce.seller.id, scarce.id, new_id()),
    ]
    with pytest.raises(actions.OutOfStock), transaction.atomic():
        actions.reserve(wanted, now())
    assert plenty.available() == 5
    assert scarce.available() == 1


@pytest.mark.parametrize("twice", [actions.reserve, actions.release])
def test_a_line_is_reserved_once_and_released_once(twice) -> None:
    case = an_offer(stock=5)
    taken = actions.Reservation(case.seller.id, case.id, new_id())
    actions.reserve([taken], now())
    if twice is actions.release:
        actions.release([taken], now())
    with pytest.raises(IntegrityError), transaction.atomic():
        twice([taken], now())


def test_a_released_line_can_be_reserved_in_a_second_round() -> None:
    case = an_offer(stock=1)
    line = new_id()
    first = actions.Reservation(case.seller.id, case.id, line)
    actions.reserve([first], now())
    actions.release([first], now())
    assert actions.reservation_rounds({line: case.seller.id}) == {line: 1}
    actions.reserve([actions.Reservation(case.seller.id, case.id, line, round=2)], now())
    assert case.available() == 0


def test_a_sale_during_an_edit_is_not_undone() -> None:
    case = an_offer(stock=5)
    actions.reserve([actions.Reservation(case.seller.id, case.id, new_id())], now())
    with pytest.raises(actions.StockChanged):
        actions.set_available(case.seller.id, case.id, expected=5, wanted=5, now=now())
    assert case.available() == 4


def test_a_rival_cannot_touch_the_stock_or_the_price() -> None:
    case, rival = an_offer(stock=5), a_seller("Rival")
    with pytest.raises(actions.NotYourOffer):
        actions.set_available(rival.id, case.id, expected=5, wanted=0, now=now())
    with pytest.raises(actions.NotYourOffer):
        actions.set_price(rival.id, case.id, "fr", 1, now())
    assert case.available() == 5


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE offers_stockmovement SET delta = 100",
        "DELETE FROM offers_stockmovement",
        "TRUNCATE offers_stockmovement",
    ],
)
def test_postgresql_refuses_to_change_the_past(statement: str) -> None:
    an_offer(stock=5)
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_postgresql_refuses_negative_stock_and_a_movement_for_a_strangers_offer() -> None:
    case, rival = an_offer(stock=1), a_seller("Rival")
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE offers_offer SET available = -1 WHERE id = %s", [case.id])
    with pytest.raises(IntegrityError), transaction.atomic():
        StockMovement.objects.create(
            seller_id=rival.id, offer_id=case.id, kind="set", delta=1, at=now()
        )
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
