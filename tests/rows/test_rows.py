"""What `rows` writes and reads is what Django writes and reads, for every model of the house."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import IntegrityError, connection, models, transaction

from reprise import rows
from reprise.checkout.models import Basket, BasketItem
from reprise.kernel.ids import new_id
from reprise.outbox.models import Event
from reprise.sellers.models import QualityRate
from tests.cast import a_seller

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 12, 30, 15, 123456, tzinfo=UTC)
HOUSE = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("reprise.")
    and isinstance(model._meta.pk, models.UUIDField)
    # What the running role may not read whole is written by SQL of its own (decision 0039).
    and not hasattr(model, "SEALED")
]


def a_value(field: models.Field[Any, Any]) -> Any:
    """Something that a column of this kind can hold."""
    if isinstance(field, models.JSONField):
        return {"a": [1, None, "é"], "b": {"c": True}}
    if isinstance(field, ArrayField):
        return []
    if field.null:
        return None
    kinds: list[tuple[type[models.Field[Any, Any]], Any]] = [
        (models.UUIDField, new_id()),
        (models.ForeignKey, new_id()),
        (models.BooleanField, True),
        (models.DateTimeField, NOW),
        (models.DateField, date(2026, 11, 27)),
        (models.IntegerField, 7),
        (models.CharField, "ü%s"),
        (models.TextField, "ü%s"),
        (models.BinaryField, b"\x00\xff"),
    ]
    value = next(value for kind, value in kinds if isinstance(field, kind))
    return value[: field.max_length] if isinstance(value, str) else value


@pytest.mark.parametrize("model", HOUSE, ids=lambda model: model._meta.label)
def test_a_row_is_written_and_read_as_django_does(model: type[models.Model]) -> None:
    """Against a copy of the table without its rules: what is compared is each column's way."""
    table, copy = model._meta.db_table, f"{model._meta.db_table}_copy"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE {copy} (LIKE {table} INCLUDING DEFAULTS)")
        cursor.execute(f"ALTER TABLE {copy} RENAME TO {table}")
    fields = {field.attname: a_value(field) for field in model._meta.concrete_fields}
    fields[model._meta.pk.attname] = new_id()
    ours = model(**fields)
    rows.insert([ours])
    (by_django,) = model._default_manager.filter(pk=ours.pk)
    by_us = rows.get(model, **{model._meta.pk.attname: ours.pk})
    for name, value in fields.items():
        assert getattr(by_django, name) == value, name
        assert getattr(by_us, name) == value, name
    assert not by_us._state.adding


def basket(name: str = "x") -> Basket:
    return Basket(token_digest=name, market="fr", updated_at=NOW)


def test_what_postgresql_refuses_is_refused() -> None:
    rows.insert([basket()])
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.insert([basket()])
    rows.insert([basket(), basket("y")], known="ignore")
    assert {row.token_digest for row in rows.find(Basket, market="fr")} == {"x", "y"}
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.insert(
            [BasketItem(basket=basket("z"), seller_id=new_id(), offer_id=new_id(), quantity=0)]
        )


def test_nothing_is_written_for_no_rows() -> None:
    rows.insert([])


def test_rows_are_found_by_what_they_are_and_in_order() -> None:
    some = [Event(kind=kind, payload={}, at=NOW) for kind in ("b", "a", "c")]
    rows.insert(some)
    ids = [row.id for row in some]
    assert [row.kind for row in rows.find(Event, id__in=ids, order=["kind"])] == ["a", "b", "c"]
    assert [row.kind for row in rows.find(Event, id__in=ids, order=["-kind"])] == ["c", "b", "a"]
    assert [row.kind for row in rows.find(Event, id__in=ids[:1])] == ["b"]
    assert rows.find(Event, id__in=[]) == []
    assert rows.first(Event, kind="d") is None
    with pytest.raises(Event.DoesNotExist):
        rows.get(Event, kind="d")
    with pytest.raises(Event.MultipleObjectsReturned):
        rows.get(Event, at=NOW)
    with pytest.raises(KeyError):
        rows.find(Event, colour="red")
    with pytest.raises(ValueError, match="None"):
        rows.find(Event, kind=None)


def test_a_row_is_changed_and_only_as_asked() -> None:
    seller = a_seller()
    rate = QualityRate(seller=seller, criterion="late_delivery", orders=10, faults=1)
    other = QualityRate(seller=seller, criterion="wrong_product", orders=20, faults=2)
    rows.insert([rate, other])
    rate.orders, rate.faults = 11, 9
    rows.update(rate, ["orders"])
    again = {row.criterion: (row.orders, row.faults) for row in QualityRate.objects.all()}
    assert again == {"late_delivery": (11, 1), "wrong_product": (20, 2)}
    QualityRate.objects.filter(id=rate.id).delete()
    with pytest.raises(QualityRate.DoesNotExist):
        rows.update(rate, ["orders"])


def test_only_what_is_named_is_deleted() -> None:
    rows.insert([basket("x"), basket("y")])
    rows.delete(Basket, token_digest="x")
    assert [row.token_digest for row in Basket.objects.all()] == ["y"]


def test_a_row_that_somebody_changes_is_waited_for() -> None:
    row = basket()
    rows.insert([row])
    with connection.execute_wrapper(_must_lock):
        rows.get(Basket, id=UUID(str(row.id)), lock=True)


def _must_lock(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    assert sql.endswith(" FOR NO KEY UPDATE")
    return execute(sql, params, many, context)


def test_rows_of_several_models_are_written_together_each_after_what_it_refers_to() -> None:
    kept = basket("kept")
    items = [
        BasketItem(basket=kept, seller_id=new_id(), offer_id=new_id(), quantity=1, seen_minor=5)
        for _ in range(12)
    ]
    event = Event(kind="a", payload={"b": 1}, at=NOW)
    few = _Statements()
    with connection.execute_wrapper(few):
        assert rows.insert([kept, *items[:2], event]) == 4
        assert rows.insert(items[2:]) == 10, "more values than one statement is kept ready with"
    assert few.number == 2
    assert {row.id for row in rows.find(BasketItem, basket_id=kept.id)} == {row.id for row in items}
    assert rows.get(Event, id=event.id).payload == {"b": 1}
    assert not any(row._state.adding for row in (kept, *items, event))


@pytest.mark.parametrize(("devices", "statements"), [(7, 1), (8, 3)])
def test_a_statement_holds_what_is_kept_ready(devices: int, statements: int) -> None:
    """A basket has 4 values, an item 6, an event 4: with seven items that is 50 together."""
    kept, event = basket("kept"), Event(kind="a", payload={}, at=NOW)
    items = [
        BasketItem(basket=kept, seller_id=new_id(), offer_id=new_id(), quantity=1, seen_minor=5)
        for _ in range(devices)
    ]
    few = _Statements()
    with connection.execute_wrapper(few):
        rows.insert([kept, *items, event])
    assert few.number == statements
    assert all(sql.count("%s") <= 50 for sql in few.sent)


def test_none_of_them_is_written_when_one_is_refused() -> None:
    wrong = BasketItem(basket=basket("y"), seller_id=new_id(), offer_id=new_id(), quantity=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.insert([Event(kind="a", payload={}, at=NOW), wrong])
    assert rows.find(Event, kind="a") == []


def test_together_is_written_when_the_block_ends_by_whomever_it_was_inserted() -> None:
    kept = basket("kept")
    item = BasketItem(basket=kept, seller_id=new_id(), offer_id=new_id(), quantity=1, seen_minor=5)
    few = _Statements()
    with connection.execute_wrapper(few):
        with rows.together():
            assert rows.insert([kept]) == 1
            with rows.together():
                rows.insert([item])
            rows.insert([Event(kind="a", payload={}, at=NOW)])
            assert few.number == 0
        assert few.number == 1
    assert rows.get(BasketItem, basket_id=kept.id).id == item.id
    assert rows.first(Event, kind="a") is not None
    assert not kept._state.adding
    rows.insert([basket("after")])
    assert rows.first(Basket, token_digest="after") is not None, "the block is over"


def test_together_writes_nothing_of_a_block_that_fails() -> None:
    with pytest.raises(ZeroDivisionError), rows.together():
        rows.insert([basket("lost")])
        raise ZeroDivisionError
    rows.insert([basket("after")])
    assert [row.token_digest for row in Basket.objects.all()] == ["after"]


def test_together_refuses_at_its_end_and_asks_at_once_what_must_be_told() -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), rows.together():
        rows.insert([basket("x"), basket("x")])
    assert Basket.objects.count() == 0
    with rows.together():
        rows.insert([basket("late")])
        assert rows.insert([basket("y")], known="ignore") == 1
        assert [row.token_digest for row in Basket.objects.all()] == ["y"]
    assert Basket.objects.count() == 2


@pytest.mark.parametrize("number", [1, 13], ids=["one statement", "several"])
def test_what_is_returned_is_evaluated_where_it_is_written(number: int) -> None:
    some = [Event(kind="a", payload={}, at=NOW) for _ in range(number)]
    with transaction.atomic():
        with rows.together():
            rows.insert(some, returning="set_config('reprise.test', 'evaluated', true)")
            rows.insert([basket("x")])
        assert Event.objects.count() == number
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('reprise.test', true)")
            assert cursor.fetchone() == ("evaluated",)


def test_what_is_left_out_is_told_by_number() -> None:
    rows.insert([basket("x")])
    assert rows.insert([basket("x"), basket("y")], known="ignore") == 1
    with pytest.raises(ValueError, match="several models"):
        rows.insert([basket("z"), Event(kind="a", payload={}, at=NOW)], known="ignore")


def test_rows_are_found_by_a_condition_of_one_s_own() -> None:
    some = [Event(kind=kind, payload={}, at=NOW) for kind in ("b", "a", "c")]
    rows.insert(some)
    found = rows.find_where(Event, "kind < %s", ["c"], order=["kind"])
    assert [row.kind for row in found] == ["a", "b"]


class _Statements:
    def __init__(self) -> None:
        self.sent: list[str] = []

    @property
    def number(self) -> int:
        return len(self.sent)

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.sent.append(sql)
        return execute(sql, params, many, context)
