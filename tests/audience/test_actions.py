"""Batches, months and figures with a database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from reprise.audience import models, queries, rules
from reprise.audience.actions import collect, forget, keys, merge, turn
from reprise.audience.states import PAGES, What
from reprise.audience.tally import Tally
from tests import database
from tests.audience.counted import SECRET, a_process, visit, visitor

pytestmark = pytest.mark.django_db(transaction=True)

NOON = datetime(2027, 3, 14, 12, tzinfo=UTC)
MARCH, APRIL = date(2027, 3, 1), date(2027, 4, 1)
END = datetime(2027, 4, 1, tzinfo=UTC)
CLOSED = END + rules.CLOSING


def clients(month: date = MARCH) -> int:
    return queries.estimates(month)["clients"].number


def counted() -> int:
    return sum(models.Count.objects.values_list("number", flat=True))


def test_two_processes_count_the_same_visitors_once() -> None:
    one, other = a_process(NOON), a_process(NOON)
    visit(one, NOON, range(60))
    visit(other, NOON, range(40, 100))
    collect(one, NOON)
    collect(other, NOON)
    assert abs(clients() - 100) <= 3
    assert counted() == 120


def test_a_process_that_starts_again_goes_on_with_the_same_month() -> None:
    for _ in range(3):
        visit(process := a_process(NOON), NOON, range(50))
        collect(process, NOON)
    assert abs(clients() - 50) <= 2
    assert counted() == 150


def test_the_estimate_of_many_batches_is_within_its_bounds() -> None:
    """10,000 visitors in twenty batches, each of which half of the others have seen."""
    process = a_process(NOON)
    for part in range(20):
        visit(process, NOON, range(part * 500, min(10_000, part * 500 + 1000)))
        collect(process, NOON)
    found = queries.estimates(MARCH)["clients"]
    assert abs(found.number - 10_000) <= 650
    assert found.low <= 10_000 <= found.high


def test_a_batch_that_comes_again_changes_nothing() -> None:
    """The answer of a commit was lost: the process brings the batch again."""
    process = a_process(NOON)
    visit(process, NOON, range(7))
    process.search(NOON, False, ["fairphone"], "10.0.0", market="fr", language="fr")
    batch = process.batch(NOON)
    assert batch
    assert merge(batch, NOON) is True
    before = everything()
    assert merge(batch, NOON) is False
    collect(process, NOON)
    assert everything() == before


def everything() -> list[Any]:
    """The rows of every table of ours, but for the batches' ids."""
    found = []
    with connection.cursor() as cursor:
        for table in ("count", "productviews", "sketch", "word", "month", "figure", "demand"):
            cursor.execute(f"SELECT t::text FROM audience_{table} t ORDER BY 1")  # noqa: S608
            found.append(cursor.fetchall())
    return found


def test_processes_that_merge_at_the_same_time_lose_nothing() -> None:
    """Each counts pages of its own kind, so that no row but the sketches makes them wait."""
    processes = [a_process(NOON) for _ in range(4)]
    gate = Barrier(len(processes))
    failures: list[Exception] = []

    def bring(number: int, process: Tally) -> None:
        try:
            for part in range(5):
                mine = number * 20 + part * 4
                visit(process, NOON, range(mine, mine + 4), PAGES[number])
                gate.wait(20)
                collect(process, NOON)
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [Thread(target=bring, args=each) for each in enumerate(processes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not failures
    assert counted() == 80
    assert abs(clients() - 80) <= 3


def test_a_merge_that_ends_halfway_leaves_nothing_and_is_made_up_for(monkeypatch: Any) -> None:
    process = a_process(NOON)
    visit(process, NOON, range(7))

    def killed(*_: object) -> None:
        raise ConnectionError

    with monkeypatch.context() as patch:
        patch.setattr("reprise.audience.actions._join", killed)
        with pytest.raises(ConnectionError):
            collect(process, NOON)
    assert counted() == 0
    assert not models.Batch.objects.exists()
    visit(process, NOON, range(7))
    collect(process, NOON)
    assert counted() == 14
    assert clients() == 7


def test_all_processes_have_one_key_and_the_next_months_comes_early() -> None:
    one, other = Tally(SECRET), Tally(SECRET)
    assert keys(one, NOON) == keys(other, NOON)
    assert list(keys(one, NOON)) == [MARCH]
    early = keys(one, END - timedelta(minutes=1))
    assert list(early) == [MARCH, APRIL]
    assert early[MARCH] != early[APRIL]
    assert all(len(key) == 32 for key in early.values())


def test_a_key_that_a_crash_has_taken_is_put_back_by_who_knows_it() -> None:
    process = a_process(NOON)
    key = process.known[MARCH]
    models.Key.objects.all().delete()
    collect(process, NOON)
    assert bytes(models.Key.objects.get().key) == key


def test_no_log_and_no_copy_of_the_files_holds_a_key() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'audience_key'")
        assert cursor.fetchone() == ("u",)


def test_the_key_dies_with_its_month_and_the_visitor_is_another_one() -> None:
    process = a_process(NOON)
    visit(process, NOON, range(1))
    collect(process, NOON)
    march = bytes(models.Sketch.objects.get(month=MARCH, crowd="clients").body)
    key = process.known[MARCH]
    turn(END)
    assert not models.Key.objects.filter(month=MARCH).exists()
    collect(process, END)
    assert key not in process.known.values()
    visit(process, END, range(1))
    collect(process, END)
    april = bytes(models.Sketch.objects.get(month=APRIL, crowd="clients").body)
    assert march[-4096:] != april[-4096:]
    # Nor does a key come back for the month that is over.
    assert list(models.Key.objects.values_list("month", flat=True)) == [APRIL]


def test_a_last_batch_counts_until_its_month_is_closed() -> None:
    process = a_process(NOON)
    visit(process, NOON, range(3))
    collect(process, NOON)
    visit(process, END - timedelta(seconds=1), range(3, 5))
    late = process.batch(END)
    assert late
    assert turn(CLOSED - timedelta(seconds=1)) == 0
    merge(late, CLOSED - timedelta(seconds=1))
    assert turn(CLOSED) == 1
    row = models.Month.objects.get()
    assert (row.month, row.recipients) == (MARCH, 5)
    assert row.markets == {"fr": [5, 5, 6]}
    assert not models.Sketch.objects.exists()
    assert turn(CLOSED) == 0


def test_what_comes_after_the_closing_changes_no_closed_month() -> None:
    process = a_process(NOON)
    visit(process, NOON, range(3))
    collect(process, NOON)
    visit(process, NOON, range(3, 9))
    late = process.batch(NOON)
    assert late
    turn(CLOSED)
    merge(late, CLOSED)
    assert models.Month.objects.get().recipients == 3
    assert not models.Sketch.objects.exists()
    assert counted() == 9


def a_year(first: datetime, months: int) -> None:
    """A shop whose nth month has n x 10 visitors, counted and closed."""
    moment = first
    for number in range(1, months + 1):
        process = a_process(moment)
        visit(process, moment, range(number * 10))
        collect(process, moment)
        moment = datetime.combine(rules.after(rules.month_of(moment)), moment.time(), UTC)
    turn(moment + timedelta(days=2))


def test_the_figure_is_published_with_the_sixth_whole_month() -> None:
    """The first month began on its 14th day: it is no whole one.  Then 20 to 70 visitors."""
    a_year(NOON, 6)
    assert models.Month.objects.count() == 6
    assert not models.Figure.objects.exists()
    seventh = datetime(2027, 9, 1, 12, tzinfo=UTC)
    process = a_process(seventh)
    visit(process, seventh, range(70))
    collect(process, seventh)
    turn(datetime(2027, 10, 2, tzinfo=UTC))
    figure = models.Figure.objects.get()
    assert figure.month == date(2027, 9, 1)
    assert abs(figure.average - 45) <= 2
    assert figure.low <= 45 <= figure.high
    assert (figure.published, figure.next_by) == (date(2027, 10, 2), date(2028, 4, 2))
    assert figure.very_large is False


def test_each_closed_month_publishes_anew_and_keeps_what_was_published() -> None:
    a_year(datetime(2027, 1, 1, tzinfo=UTC), 8)
    found = list(models.Figure.objects.order_by("month").values_list("month", "average"))
    assert [month for month, _ in found] == [date(2027, 6, 1), date(2027, 7, 1), date(2027, 8, 1)]
    # Of 10 to 60, 20 to 70, 30 to 80.
    assert [abs(average - wanted) <= 2 for (_, average), wanted in zip(
        found, (35, 45, 55), strict=True)] == [True] * 3  # fmt: skip


def test_a_month_in_which_nobody_came_is_closed_with_nobody() -> None:
    process = a_process(NOON)
    visit(process, NOON, range(3))
    collect(process, NOON)
    assert turn(datetime(2027, 6, 3, tzinfo=UTC)) == 3
    assert list(models.Month.objects.order_by("month").values_list("recipients", flat=True)) == [
        3, 0, 0,
    ]  # fmt: skip


def test_before_anybody_came_nothing_is_closed() -> None:
    assert turn(NOON) == 0
    assert not models.Month.objects.exists()


def test_a_closed_month_and_a_figure_cannot_be_changed() -> None:
    a_year(datetime(2027, 1, 1, tzinfo=UTC), 6)
    for table in ("audience_month", "audience_figure"):
        for statement in (f"UPDATE {table} SET month = month", f"DELETE FROM {table}"):  # noqa: S608
            with (
                pytest.raises(ProgrammingError, match="permission denied"),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement)


def ask(process: Tally, networks: range, word: str = "fairphone", now: datetime = NOON) -> None:
    for number in networks:
        process.search(now, False, [word], f"10.9.{number}", market="fr", language="fr")
    collect(process, now)


def test_a_word_is_shown_when_enough_networks_have_asked_for_it() -> None:
    """Which needs some more than ten: two networks may have one place."""
    process = a_process(NOON)
    ask(process, range(9))
    assert queries.wanted(MARCH) == {}
    assert models.Word.objects.get().text == ""
    ask(process, range(9, 14))
    assert models.Word.objects.get().text == ""
    ask(process, range(13, 14))
    shown = queries.wanted(MARCH)
    assert list(shown) == ["fairphone"]
    assert 10 <= shown["fairphone"] <= 14


def test_a_word_that_one_network_repeats_is_never_written_down() -> None:
    process = a_process(NOON)
    for _ in range(40):
        ask(process, range(1))
    assert models.Word.objects.get().text == ""


def test_postgresql_refuses_a_text_that_few_asked_for() -> None:
    process = a_process(NOON)
    ask(process, range(9))
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Word.objects.update(text="fairphone")
    with pytest.raises(IntegrityError):
        models.Demand.objects.create(month=MARCH, text="fairphone", networks=9)


def test_a_text_that_comes_too_early_is_not_written_down() -> None:
    """A process may have learned of ten askers whom a crash has taken from the table since."""
    process = a_process(NOON)
    process.search(NOON, False, ["fairphone"], "10.9.1")
    batch = process.batch(NOON)
    assert batch
    for word in batch.words.values():
        word.text = "fairphone"
    assert merge(batch, NOON)
    assert models.Word.objects.get().text == ""


def test_words_go_with_the_key_and_only_what_was_shown_stays() -> None:
    process = a_process(NOON)
    for _ in range(2):
        ask(process, range(20))
    ask(process, range(3), "pagephone")
    late = NOON + timedelta(days=1)
    process.search(late, False, ["pagephone"], "10.9.77")
    batch = process.batch(late)
    assert batch
    shown = queries.wanted(MARCH)
    turn(END)
    assert not models.Word.objects.exists()
    assert queries.wanted(MARCH) == shown
    assert list(models.Demand.objects.values_list("text", flat=True)) == ["fairphone"]
    merge(batch, END)
    assert not models.Word.objects.exists()


def test_counts_are_kept_for_25_months_and_months_for_ever() -> None:
    process = a_process(NOON)
    process.page(NOON, What.PRODUCT, visitor(1), market="fr", language="fr", product="iphone-13")
    for _ in range(2):
        ask(process, range(20))
    turn(CLOSED)
    last = datetime(2029, 4, 14, 12, tzinfo=UTC)
    forget(last)
    assert models.Count.objects.count() == 2
    assert models.ProductViews.objects.count() == 1
    forget(last + timedelta(days=1))
    assert not models.Count.objects.exists()
    assert not models.ProductViews.objects.exists()
    assert not models.Demand.objects.exists()
    assert models.Month.objects.count() == 1


def test_of_too_many_words_those_that_most_asked_for_stay(monkeypatch: Any) -> None:
    monkeypatch.setattr(rules, "MOST_WORDS", 1)
    process = a_process(NOON)
    ask(process, range(1), "once")
    ask(process, range(3), "thrice")
    assert forget(NOON) == 1
    assert models.Word.objects.get().places.count(0) < 32 - 1


def test_a_visitor_leaves_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """Every table, as the owner sees it, and the log, for anything that a visitor is told by."""
    caplog.set_level("DEBUG")
    from reprise.audience.tally import Visitor, _digest

    process = a_process(NOON)
    key = process._keys[MARCH]
    seen = Visitor("203.0.113", "Canary/7.0 (Featherphone)", "0190-canary-account")
    process.page(NOON, What.ACCOUNT, seen, market="fr", language="fr")
    process.search(NOON, False, ["canaryword"], seen.network, market="fr", language="fr")
    collect(process, NOON)
    client = f"{seen.network}\n{seen.agent}"
    digests = [_digest(key, b"client", client), _digest(key, b"account", seen.account)]
    # The key itself is in its table while the month lasts; nothing is in any other.
    canaries = ["203.0.113", "canary/7", "featherphone", "canary-account", "canaryword"]
    canaries += [str(each) for each in digests]
    canaries += [each.to_bytes(8, signed=True).hex() for each in digests]
    canaries += [each.to_bytes(8, "little", signed=True).hex() for each in digests]
    canaries += [key.hex()]
    text = whole_database() + caplog.text
    assert "audience_sketch" in text
    assert [each for each in canaries if each.lower() in text.lower()] == []


def whole_database() -> str:
    with psycopg.connect(database.endpoints.owner_url) as owner:
        tables = owner.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
            " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        return "\n".join(
            f"{table} {row}"
            for (table,) in tables
            for (row,) in owner.execute(f"SELECT t::text FROM {table} t".encode())  # noqa: S608
        )
