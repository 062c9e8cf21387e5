"""What a shelf has packed are its options, and narrowing reads them as a person would."""

from __future__ import annotations

from importlib import import_module
from struct import pack

import pytest
from django.db import connection

from reprise.discovery import ways
from reprise.discovery.colours import FAMILIES
from reprise.discovery.models import Option, Shelf
from tests.discovery.test_listing import a_stocked_shop

STORAGES = (64, 128)
EVERYTHING = ways.Wanted((), (), (), None, None, ())


def mark(grade: str, colour: str = "", storage: int = 0) -> int:
    number = 1 << ways.GRADES.index(grade)
    if colour:
        number |= 1 << 4 + FAMILIES.index(colour)
    if storage:
        number |= 1 << 17 + STORAGES.index(storage)
    return number


CHEAP = mark("fair", "black", 64)
MIDDLE = mark("good", "red", 128)
DEAR = mark("premium", "black", 128)
PACKED = pack(">6q", 10_000, 20_000, 30_000, CHEAP, MIDDLE, DEAR)


def left(**wanted: object) -> ways.Left:
    return ways.left(PACKED, STORAGES, EVERYTHING._replace(**wanted))  # type: ignore[arg-type]


class TestNarrowing:
    def test_nothing_asked_is_everything(self) -> None:
        every = CHEAP | MIDDLE | DEAR
        assert left() == (10_000, CHEAP, every, every, every, 10_000, 30_000)

    def test_a_price_bounds_what_is_shown_but_not_itself(self) -> None:
        found = left(low=10_001, high=20_000)
        assert (found.total, found.mark) == (20_000, MIDDLE)
        assert found.storages == found.colours == found.grades == MIDDLE
        assert (found.low, found.high) == (10_000, 30_000)

    @pytest.mark.parametrize(
        ("low", "high", "shown"),
        [
            (20_000, None, 20_000),
            (20_001, None, 30_000),
            (None, 10_000, 10_000),
            (30_000, 30_000, 30_000),
        ],
    )
    def test_bounds_belong_to_the_range(
        self, low: int | None, high: int | None, shown: int
    ) -> None:
        assert left(low=low, high=high).total == shown

    def test_a_product_that_nothing_fits_is_out(self) -> None:
        found = left(high=9_999)
        assert (found.mark, found.storages, found.colours, found.grades) == (0, 0, 0, 0)
        assert left(storages=(256,)).mark == 0

    def test_a_facet_is_counted_without_itself(self) -> None:
        found = left(colours=("black",), storages=(128,))
        assert (found.total, found.mark) == (30_000, DEAR)
        # Black alone leaves both storages; 128 GB alone leaves both colours.
        assert ways.storages_in(found.storages, STORAGES) == (64, 128)
        assert set(ways.colours_in(found.colours)) == {"black", "red"}
        assert ways.grades_in(found.grades) == ("premium",)
        assert (found.low, found.high) == (30_000, 30_000)

    def test_one_way_must_fit_all_of_it(self) -> None:
        """There is red, and there is 64 GB, but not both in one device."""
        assert left(colours=("red",), storages=(64,)).mark == 0

    def test_a_storage_that_was_searched_for_is_shown_first_if_it_fits(self) -> None:
        assert left(first=(128,)).total == 20_000
        assert left(first=(128,), high=15_000).total == 10_000
        assert left(first=(512,)).total == 10_000

    def test_a_device_without_storage_or_colour(self) -> None:
        packed = pack(">2q", 5_000, mark("good"))
        assert ways.left(packed, (), EVERYTHING).total == 5_000
        assert ways.left(packed, (), EVERYTHING._replace(storages=(64,))).mark == 0
        assert ways.way(mark("good"), ()) == (0, "", "good")


@pytest.mark.django_db
class TestPacking:
    def packed(self) -> dict[object, tuple[int, bytes]]:
        return {
            (shelf.market, shelf.product_id): (shelf.marks, bytes(shelf.ways))
            for shelf in Shelf.objects.all()
        }

    def test_a_shelf_has_its_options_the_cheapest_first(self) -> None:
        a_stocked_shop(products=12)
        for shelf in Shelf.objects.all():
            numbers = memoryview(bytes(shelf.ways)).cast("B")
            words = [
                int.from_bytes(numbers[place : place + 8], "big")
                for place in range(0, len(numbers), 8)
            ]
            totals, marks = words[: len(words) // 2], words[len(words) // 2 :]
            assert totals == sorted(totals)
            found = {
                (ways.way(each, tuple(shelf.storages)), total)
                for each, total in zip(marks, totals, strict=True)
            }
            options = Option.objects.filter(market=shelf.market, product_id=shelf.product_id)
            assert found == {
                ((o.storage_gb, o.colour, o.grade), o.price_minor + o.shipping_minor)
                for o in options
            }
            together = 0
            for each in marks:
                together |= each
            assert shelf.marks == together

    def test_an_older_database_is_packed_alike(self) -> None:
        a_stocked_shop(products=12)
        wanted = self.packed()
        Shelf.objects.update(marks=0, ways=b"")
        migration = import_module("reprise.discovery.migrations.0005_packed_ways")
        with connection.cursor() as cursor:
            cursor.execute(migration._PACK)
        assert self.packed() == wanted
