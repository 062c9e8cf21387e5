"""Where a register was not read, no registration whatever passes as being in order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.law.eu.producers import Registration, Stream
from reprise.law.producers.questions import Follows, Sold, Unread
from reprise.law.producers.seller import STATES, Standing, seller
from reprise.law.registry import guarantee_of

_READ = {
    ("FR", Stream.ELECTRONICS),
    ("FR", Stream.PACKAGING),
    ("FR", Stream.BATTERIES),
    ("DE", Stream.ELECTRONICS),
    ("DE", Stream.PACKAGING),
}
_CELLS = [(country, stream) for country in STATES for stream in Stream]
_DAYS = st.dates(date(2023, 7, 1), date(2031, 12, 31))
_HELD = st.builds(
    Registration,
    day=_DAYS,
    number=st.one_of(st.none(), st.text(max_size=20)),
    proven=st.booleans(),
    until=st.one_of(st.none(), _DAYS),
)


def test_every_state_with_a_guarantee_answers_for_every_stream() -> None:
    assert len(_CELLS) == 21
    for country in STATES:
        assert guarantee_of(country).country == country


def test_what_is_unread_is_marked_cell_by_cell() -> None:
    unread = {
        (country, stream)
        for country, law in STATES.items()
        for stream, answer in law.answers.items()
        if isinstance(answer, Unread)
    }
    assert unread == set(_CELLS) - _READ
    for country, stream in unread:
        answer = STATES[country].answers[stream]
        assert isinstance(answer, Unread)
        assert answer.stream is stream


@pytest.mark.parametrize(("country", "stream"), sorted(set(_CELLS) - _READ, key=str))
@given(held=_HELD, shown=st.booleans(), there=st.booleans())
def test_nothing_passes_that_was_not_read(
    country: str, stream: Stream, held: Registration, shown: bool, there: bool
) -> None:
    found = seller(
        Sold(country=country, stream=stream, registration=held, sourced_there=there, shown=shown)
    )
    assert found.standing is not Standing.IN_ORDER
    assert found.follows is Follows.NOT_READ
    assert not found.verified


@given(_HELD, st.sampled_from(_CELLS), st.booleans())
def test_a_fault_never_passes(held: Registration, cell: tuple[str, Stream], there: bool) -> None:
    found = seller(Sold(country=cell[0], stream=cell[1], registration=held, sourced_there=there))
    assert (found.standing is Standing.NOT_IN_ORDER) == bool(found.faults)


@given(_HELD, st.sampled_from(_CELLS))
def test_a_proof_never_makes_things_worse(held: Registration, cell: tuple[str, Stream]) -> None:
    """One more proof, and nothing else changed, takes nobody out of order."""
    order = [Standing.NOT_IN_ORDER, Standing.NOT_KNOWN, Standing.IN_ORDER]
    with_proof = Registration(day=held.day, number=held.number, proven=True, until=held.until)
    without = Registration(day=held.day, number=held.number, proven=False, until=held.until)
    better, worse = (
        seller(Sold(country=cell[0], stream=cell[1], registration=each)).standing
        for each in (with_proof, without)
    )
    assert order.index(better) >= order.index(worse)
