from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.kernel.event import Event, read_event
from reprise.kernel.ids import new_id
from reprise.kernel.machine import IllegalStep, Machine
from reprise.kernel.period import Period
from reprise.kernel.reference import ALPHABET, new_reference, parse_reference


class Door(Enum):
    OPEN = "open"
    SHUT = "shut"
    WALLED = "walled"


class Move(Enum):
    PUSH = "push"
    PULL = "pull"
    BRICK = "brick"


DOOR = Machine(
    "door",
    Door.SHUT,
    {
        (Door.SHUT, Move.PUSH): Door.OPEN,
        (Door.OPEN, Move.PULL): Door.SHUT,
        (Door.SHUT, Move.BRICK): Door.WALLED,
    },
)


def test_a_step_in_the_table_is_taken_and_any_other_raises() -> None:
    assert DOOR.next(Door.SHUT, Move.PUSH) is Door.OPEN
    with pytest.raises(IllegalStep, match="'brick' is not possible from 'open'"):
        DOOR.next(Door.OPEN, Move.BRICK)
    assert DOOR.before(Move.PUSH) == [Door.SHUT]
    assert DOOR.is_final(Door.WALLED)
    assert not DOOR.is_final(Door.OPEN)


@dataclass(frozen=True)
class Happened(Event):
    id: UUID
    at: datetime
    amount: int
    code: str


def test_an_event_survives_its_payload() -> None:
    event = Happened(new_id(), datetime(2026, 11, 21, 10, 15, tzinfo=UTC), 31599, "EUR")
    assert read_event(Happened.kind, event.payload()) == event


def test_an_event_cannot_carry_just_anything() -> None:
    with pytest.raises(TypeError, match="cannot carry"):

        class Leaky(Event):
            contact: dict  # type: ignore[type-arg]


def test_ids_are_version_7_and_grow() -> None:
    first, second = new_id(), new_id()
    assert first.version == 7
    assert isinstance(first, UUID)
    assert str(first)[:8] <= str(second)[:8]


@given(st.text(alphabet=ALPHABET, min_size=8, max_size=8))
def test_a_reference_is_read_however_it_is_typed(body: str) -> None:
    assert parse_reference(f" r {body.lower()} ", "R") == f"R-{body}"


def test_letters_that_look_like_digits_are_forgiven() -> None:
    assert parse_reference("R-7K3F9QOl", "R") == "R-7K3F9Q01"


@pytest.mark.parametrize("text", ["", "R-", "R-123", "S-12345678", "R-1234567U", "R-123456789"])
def test_what_cannot_be_a_reference_is_none(text: str) -> None:
    assert parse_reference(text, "R") is None


def test_references_are_made_readable() -> None:
    reference = new_reference("R")
    assert parse_reference(reference, "R") == reference


def test_a_period_includes_its_start_and_not_its_end() -> None:
    start, end = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)
    assert start in Period(start, end)
    assert end not in Period(start, end)
    with pytest.raises(ValueError, match="time zone"):
        Period(datetime(2026, 1, 1))  # noqa: DTZ001
    with pytest.raises(ValueError, match="ends after"):
        Period(end, start)
