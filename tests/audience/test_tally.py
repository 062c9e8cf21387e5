"""What a process holds in memory."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from reprise.audience.states import Crowd, What
from reprise.audience.tally import MOST_NEW_WORDS, Tally, Visitor, estimate
from tests.audience.counted import SECRET, visit, visitor

NOON = datetime(2027, 3, 14, 12, tzinfo=UTC)
MARCH, APRIL = NOON.date().replace(day=1), NOON.date().replace(month=4, day=1)


def a_tally(key: bytes = b"k" * 32) -> Tally:
    tally = Tally(SECRET)
    tally.know({MARCH: key})
    return tally


def registers(tally: Tally, month: Any = MARCH, crowd: str = Crowd.CLIENTS.value) -> bytes:
    batch = tally.batch(NOON)
    assert batch
    return batch.crowds[month, crowd].serialize_compact()[-4096:]


SEEDS = range(20)


@pytest.mark.parametrize("visitors", [1, 10, 100, 10_000])
def test_the_estimate_is_within_its_bounds(visitors: int) -> None:
    """Bounds of two deviations hold nineteen times in twenty, so of twenty keys a few may fail;
    no estimate is off by four deviations of 1.04 / sqrt(4096), which are 6.5 %."""
    held = 0
    for seed in SEEDS:
        tally = a_tally(bytes([seed]) * 32)
        visit(tally, NOON, range(visitors))
        batch = tally.batch(NOON)
        assert batch
        found = estimate(batch.crowds[MARCH, Crowd.CLIENTS.value])
        assert abs(found.number - visitors) <= max(1, 0.065 * visitors)
        assert found.high - found.low <= max(2, 0.08 * visitors)
        held += found.low <= visitors <= found.high
    assert held >= 17


def test_who_comes_again_is_one_and_pages_are_many() -> None:
    tally = a_tally()
    for _ in range(30):
        visit(tally, NOON, range(1))
    batch = tally.batch(NOON)
    assert batch
    assert batch.counts == {(NOON.date(), "fr", "fr", "home"): 30}
    assert estimate(batch.crowds[MARCH, "clients"]).number == 1
    assert estimate(batch.crowds[MARCH, "market:fr"]).number == 1


def test_another_key_or_another_secret_moves_every_register() -> None:
    """What is known of a visitor in one month says nothing about the next."""
    one, other, foreign = a_tally(), a_tally(b"l" * 32), Tally("another")
    foreign.know({MARCH: b"k" * 32})
    for tally in (one, other, foreign):
        visit(tally, NOON, range(1))
    found = [registers(tally) for tally in (one, other, foreign)]
    assert len(set(found)) == 3
    assert all(sum(map(bool, each)) == 1 for each in found)


def test_a_sketch_holds_one_register_a_visitor_and_no_hash() -> None:
    tally = a_tally()
    visit(tally, NOON, range(3))
    held = registers(tally)
    assert len(held) == 4096
    assert sum(map(bool, held)) == 3
    assert max(held) < 64


def test_accounts_and_their_clients_are_told_apart() -> None:
    tally = a_tally()
    for number in range(3):
        tally.page(NOON, What.ACCOUNT, visitor(number, "an account"), market="fr")
    tally.page(NOON, What.SELLER, visitor(9, "a seller", seller=True))
    tally.page(NOON, What.HOME, visitor(20), market="fr")
    batch = tally.batch(NOON)
    assert batch
    found = {crowd: estimate(sketch).number for (_, crowd), sketch in batch.crowds.items()}
    assert found == {"clients": 5, "market:fr": 4, "signed_in": 4, "accounts": 2, "sellers": 1}


def test_at_the_edge_of_a_month_each_request_has_its_own_key() -> None:
    tally = a_tally()
    tally.know({MARCH: b"k" * 32, APRIL: b"l" * 32})
    end = datetime(2027, 3, 31, 23, 59, 59, 999999, tzinfo=UTC)
    visit(tally, end, range(1))
    visit(tally, end + timedelta(microseconds=1), range(1))
    batch = tally.batch(end)
    assert batch
    one, other = (batch.crowds[month, "clients"].serialize_compact() for month in (MARCH, APRIL))
    assert one[-4096:] != other[-4096:]
    assert {day for day, *_ in batch.counts} == {end.date(), APRIL}


def test_without_a_key_pages_count_and_nobody_is_noted() -> None:
    tally = Tally(SECRET)
    visit(tally, NOON, range(5))
    tally.search(NOON, False, ["fairphone"], "10.0.0")
    batch = tally.batch(NOON)
    assert batch
    assert sum(batch.counts.values()) == 6
    assert not batch.crowds
    assert not batch.words


def test_a_batch_waits_until_it_is_merged_and_no_longer_than_a_day() -> None:
    tally = a_tally()
    assert tally.batch(NOON) is None
    visit(tally, NOON, range(1))
    first = tally.batch(NOON)
    visit(tally, NOON, range(1))
    assert tally.batch(NOON + timedelta(hours=23)) is first
    second = tally.batch(NOON + timedelta(hours=24))
    assert second is not None
    assert first is not None
    assert second.id != first.id
    tally.merged()
    assert tally.batch(NOON) is None


def test_the_text_of_a_word_is_not_kept_unless_it_is_asked_for() -> None:
    tally = a_tally()
    tally.search(NOON, False, ["fairphone"], "10.0.0")
    batch = tally.batch(NOON)
    assert batch
    ((_, name),) = batch.words
    assert batch.words[MARCH, name].text == ""
    assert b"fairphone" not in repr(batch).encode() + name
    tally.merged()
    tally.want([name])
    tally.search(NOON, False, ["fairphone"], "10.0.1")
    batch = tally.batch(NOON)
    assert batch
    assert batch.words[MARCH, name].text == "fairphone"


def test_another_browser_on_the_same_network_is_no_other_asker() -> None:
    tally = a_tally()
    for _ in range(20):
        tally.search(NOON, False, ["fairphone"], "10.0.0")
    batch = tally.batch(NOON)
    assert batch
    ((_, word),) = batch.words.items()
    assert word.places.bit_count() == 1


def test_invented_words_are_not_held_without_end() -> None:
    tally = a_tally()
    for number in range(MOST_NEW_WORDS + 50):
        tally.search(NOON, False, [f"w{number}"], "10.0.0")
    batch = tally.batch(NOON)
    assert batch
    assert len(batch.words) == MOST_NEW_WORDS
    assert batch.counts == {(NOON.date(), "", "", "nothing"): MOST_NEW_WORDS + 50}


def test_any_user_agent_can_be_counted() -> None:
    tally = a_tally()
    for agent in ("\udcff\x00", "é" * 5000, "日本"):
        tally.page(NOON, What.HOME, Visitor("10.0.0", agent), market="fr")
    batch = tally.batch(NOON)
    assert batch
    assert estimate(batch.crowds[MARCH, "clients"]).number == 3
