"""What was collected without a valid consent is found to the second, and exactly that is erased."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from reprise.consent import actions, certificates, gaps, models, queries
from reprise.consent.actions import purging
from reprise.consent.actions.configuring import NoPeriod, NoSuchNotice
from reprise.consent.actions.purging import (
    NoConsent,
    NoSuchSearch,
    NotifiedBefore,
    NotifiedLater,
    RowsChanged,
)
from reprise.consent.collectors import Collector, register
from reprise.consent.configuration import Offer, day_of
from reprise.consent.gaps import Scope
from reprise.consent.rules import Given, gap
from reprise.consent.states import Gap, VoidingReason
from reprise.kernel.evidence import digest
from tests.consent import collected
from tests.consent.asked import ask, partner
from tests.consent.collected import VISITS, collect, left
from tests.consent.test_actions import AT, NOBODY, accept
from tests.moment import now

SECOND = timedelta(seconds=1)
# Tuesday noon in Paris; six months later it is 10 September, which begins there at 22:00 UTC.
GIVEN = datetime(2026, 3, 10, 11, tzinfo=UTC)
OVER = datetime(2026, 9, 9, 22, tzinfo=UTC)
PAIR = ("audience", "acme")


@pytest.fixture(scope="module")
def table(django_db_setup: None) -> Iterator[None]:
    with collected.table():
        yield


@pytest.fixture
def visits(table: None) -> Iterator[Collector]:
    with collected.registered() as made:
        yield made


IN_FORCE = {
    "contract_on": date(2026, 1, 1), "audited_on": date(2026, 1, 1),
    "next_audit_on": date(2027, 1, 1),
}  # fmt: skip


def asked(*keys: str, at: datetime) -> Offer:
    return ask(*keys, at=at, **IN_FORCE)


def of_days(since: datetime = GIVEN, days: int = 400) -> Scope:
    return Scope(since=since, until=since + timedelta(days=days))


def found(scope: Scope | None = None) -> dict[str, int]:
    row = actions.search_unlawful(scope or of_days(GIVEN - timedelta(days=9)), now())
    (facts,) = row.report["collectors"].values()
    return dict(facts["found"])


class TestGap:
    CONSENT = Given(at=GIVEN, pairs=frozenset({PAIR}), withdrawn=None, voided=False)

    @pytest.mark.parametrize(
        ("at", "why"),
        [
            (GIVEN - SECOND, Gap.EARLY), (GIVEN, None), (OVER - SECOND, None), (OVER, Gap.OVER),
        ],
    )  # fmt: skip
    def test_a_consent_covers_its_six_months_to_the_second(
        self, at: datetime, why: Gap | None
    ) -> None:
        assert gap(at, PAIR, self.CONSENT) is why

    def test_from_the_moment_of_its_withdrawal_it_covers_nothing(self) -> None:
        end = GIVEN + timedelta(days=3)
        consent = Given(at=GIVEN, pairs=frozenset({PAIR}), withdrawn=end, voided=False)
        assert gap(end - SECOND, PAIR, consent) is None
        assert gap(end, PAIR, consent) is Gap.WITHDRAWN

    def test_it_covers_what_it_names(self) -> None:
        assert gap(GIVEN, ("audience", ""), self.CONSENT) is Gap.UNNAMED
        assert gap(GIVEN, ("advertising", "acme"), self.CONSENT) is Gap.UNNAMED
        assert gap(GIVEN, PAIR, None) is Gap.MISSING


@pytest.mark.django_db
class TestSearching:
    def test_each_row_is_found_for_its_reason(self, visits: Collector) -> None:
        offer = asked("acme", "zeta", at=GIVEN)
        good = accept(offer, at=GIVEN).receipt
        other = accept(offer, at=GIVEN, pairs=frozenset({("audience", "zeta")})).receipt
        for at in (GIVEN, OVER - SECOND):
            collect(at, good)
        collect(GIVEN - SECOND, good)
        collect(OVER, good, 2)
        collect(GIVEN, other, 3)
        collect(GIVEN, uuid4(), 4)
        assert found() == {"early": 1, "over": 2, "unnamed": 3, "missing": 4}
        assert len(left()) == 12, "a search erases nothing"

    def test_a_withdrawals_number_is_no_consents(self, visits: Collector) -> None:
        offer = asked("acme", at=GIVEN)
        choice = accept(offer, at=GIVEN)
        actions.answer(offer, offer.notice, NOBODY, choice, AT, GIVEN + SECOND)
        collect(GIVEN + SECOND, models.Receipt.objects.get(kind="withdrawn").id)
        collect(GIVEN, choice.receipt)
        collect(GIVEN + SECOND, choice.receipt)
        assert found() == {"missing": 1, "withdrawn": 1}

    def test_consents_of_a_voided_time_cover_nothing(self, visits: Collector) -> None:
        end = GIVEN + timedelta(hours=1)
        offer = asked("acme", at=GIVEN - SECOND)
        for at in (GIVEN - SECOND, GIVEN, end - SECOND, end):
            collect(GIVEN + timedelta(days=2), accept(offer, at=at).receipt)
        assert found() == {}
        notice = models.Notice.objects.get(text=offer.text).id
        actions.void_notice(notice, VoidingReason.UNFAIR_LAYER, None, now(), since=GIVEN, until=end)
        assert found() == {"voided": 2}
        assert found(Scope(notice=notice)) == {"voided": 2}

    def test_only_what_is_asked_for_is_searched(self, visits: Collector) -> None:
        offer = asked("acme", at=GIVEN)
        notice = models.Notice.objects.get(text=offer.text).id
        end = GIVEN + timedelta(days=2)
        for at in (GIVEN - SECOND, GIVEN, end - SECOND, end):
            collect(at)
        assert found(Scope(since=GIVEN, until=end)) == {"missing": 2}
        assert found(Scope(notice=notice)) == {}

    def test_what_cannot_be_searched_is_said(self, db: None) -> None:
        with pytest.raises(NoPeriod):
            actions.search_unlawful(Scope(since=GIVEN, until=GIVEN), now())
        with pytest.raises(NoPeriod):
            actions.search_unlawful(Scope(since=GIVEN), now())
        with pytest.raises(NoSuchNotice):
            actions.search_unlawful(Scope(notice=uuid4()), now())
        with pytest.raises(NotifiedLater):
            actions.search_unlawful(of_days(), GIVEN, notified=date(2026, 3, 11))

    def test_an_order_is_about_nothing_that_came_after_it(self, visits: Collector) -> None:
        """The day itself may hold what came before it."""
        offer = asked("acme", at=GIVEN)
        notice = models.Notice.objects.get(text=offer.text).id
        day = day_of(GIVEN)
        days = of_days(GIVEN)
        for scope in (Scope(notice=notice), days):
            with pytest.raises(NotifiedBefore):
                actions.search_unlawful(scope, now(), notified=day - timedelta(days=1))
            assert actions.search_unlawful(scope, now(), notified=day).report["order"]

    def test_the_order_of_march_ends_with_the_monday(self, db: None) -> None:
        """Two months from 10 March are a Sunday, 10 May 2026 (S41)."""
        row = actions.search_unlawful(of_days(), now(), notified=date(2026, 3, 10))
        assert row.report["order"] == {
            "notified_on": "2026-03-10", "until": "2026-05-11T23:59:59+02:00"
        }  # fmt: skip


@pytest.mark.django_db
class TestErasing:
    def test_exactly_what_was_found_is_erased(self, visits: Collector) -> None:
        offer = asked("acme", at=GIVEN)
        good = accept(offer, at=GIVEN).receipt
        for _ in range(3):
            collect(GIVEN, number=700)
            collect(GIVEN, good, 700)
        search = actions.search_unlawful(of_days(), now())
        done = actions.erase_unlawful(search.digest, now())
        assert [receipt for receipt, _ in left()] == [good] * 2_100
        assert [each.number for each in search.batches.order_by("place")] == [100, 1_000, 1_000]
        assert done.report["collectors"]["visit"]["erased"] == 2_100
        assert actions.erase_unlawful(search.digest, now()).id == done.id, "done once"
        assert not actions.search_unlawful(of_days(), now()).report["collectors"]["visit"]["found"]

    def test_nothing_is_erased_that_no_search_has_found(self, visits: Collector) -> None:
        collect(GIVEN)
        with pytest.raises(NoSuchSearch):
            actions.erase_unlawful("0" * 64, now())
        search = actions.search_unlawful(of_days(), now())
        collect(GIVEN)
        with pytest.raises(RowsChanged):
            actions.erase_unlawful(search.digest, now())
        assert len(left()) == 2
        done = actions.erase_unlawful(actions.search_unlawful(of_days(), now()).digest, now())
        assert (left(), done.dry) == ([], False)

    def test_another_row_for_one_is_a_change(self, visits: Collector) -> None:
        collect(GIVEN, number=2)
        search = actions.search_unlawful(of_days(), now())
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM visit WHERE id = (SELECT min(id) FROM visit)")
        collect(GIVEN)
        with pytest.raises(RowsChanged):
            actions.erase_unlawful(search.digest, now())
        assert len(left()) == 2

    def test_a_row_that_comes_between_is_not_taken_along(
        self, visits: Collector, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A batch looks again in its own transaction, whatever was there when the run began."""
        collect(GIVEN, number=2)
        good = accept(asked("acme", at=GIVEN), at=GIVEN).receipt
        search = actions.search_unlawful(of_days(), now())
        find = gaps.find

        def then_one_is_mended(*given: Any) -> gaps.Found:
            seen = find(*given)
            with connection.cursor() as cursor:
                cursor.execute(
                    "UPDATE visit SET receipt_id = %s WHERE id = (SELECT min(id) FROM visit)",
                    [good],
                )
            return seen

        monkeypatch.setattr(gaps, "find", then_one_is_mended)
        with pytest.raises(RowsChanged):
            actions.erase_unlawful(search.digest, now())
        assert len(left()) == 2

    def test_ended_in_the_middle_it_goes_on_and_the_numbers_add_up(
        self, visits: Collector, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        collect(GIVEN, number=2_500)
        search = actions.search_unlawful(of_days(), now())
        erase, calls = purging._erase_part, []

        def killed(*given: Any) -> None:
            if len(calls) == 2:
                raise KeyboardInterrupt
            calls.append(given)
            erase(*given)

        with monkeypatch.context() as patch:
            patch.setattr(purging, "_erase_part", killed)
            with pytest.raises(KeyboardInterrupt):
                actions.erase_unlawful(search.digest, now())
        assert len(left()) == 1_000
        assert not models.Purge.objects.filter(dry=False).exists()
        assert queries.purges(9) == [(search, 1_500)]
        done = actions.erase_unlawful(search.digest, now())
        assert left() == []
        assert done.report["collectors"]["visit"] == {
            "purpose": "audience", "partner": "acme", "found": {"missing": 2_500}, "erased": 2_500,
        }  # fmt: skip
        assert [each.number for each in search.batches.order_by("place")] == [500, 1_000, 1_000]

    def test_rows_that_came_while_it_was_ended_are_not_erased_unseen(
        self, visits: Collector, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        collect(GIVEN, number=1_001)
        search = actions.search_unlawful(of_days(), now())
        (part, last) = gaps.find(search.id, of_days()).parts
        purging._erase_part(search, 1, last, now())
        collect(GIVEN)
        with pytest.raises(RowsChanged):
            actions.erase_unlawful(search.digest, now())
        assert len(left()) == part.number + 1


@pytest.mark.django_db
class TestProving:
    def test_with_nothing_stored_the_certificate_says_so_and_proves_the_search(self) -> None:
        search = actions.search_unlawful(of_days(), now(), notified=date(2026, 3, 10))
        done = actions.erase_unlawful(search.digest, now())
        facts = certificates.document(done)
        assert facts["says"] == "Nothing is stored here for a purpose that needs consent."
        assert facts["scope"]["from"] == "2026-03-10T11:00:00+00:00"
        assert facts["search"] == str(search.id)
        assert facts["order"]["until"] == "2026-05-11T23:59:59+02:00"
        assert certificates.proven(facts)

    def test_two_searches_are_never_taken_for_each_other(self) -> None:
        first, second = (actions.search_unlawful(of_days(), now()) for _ in range(2))
        assert first.digest != second.digest

    def test_what_was_changed_is_not_proven(self, visits: Collector) -> None:
        collect(GIVEN, number=3)
        staff = uuid4()
        search = actions.search_unlawful(of_days(), now(), staff)
        done = actions.erase_unlawful(search.digest, now(), staff)
        for row in (search, done):
            row.refresh_from_db()
            facts = certificates.document(row)
            assert certificates.proven(facts), facts["kind"]
            assert facts["by"] == f"staff {staff}"
            for name, value in (("says", "All is well."), ("digest", "0" * 64), ("seal", "x")):
                assert not certificates.proven(facts | {name: value})
            forged = {**facts, "says": "All is well."}
            forged.pop("seal")
            forged["seal"] = digest(forged)
            assert not certificates.proven(forged), "a right seal is not enough"
        assert certificates.document(done)["says"] == (
            "3 of 3 rows that no valid consent covered were erased."
        )

    def test_no_row_of_it_can_be_changed(self, visits: Collector) -> None:
        collect(GIVEN)
        actions.erase_unlawful(actions.search_unlawful(of_days(), now()).digest, now())
        for statement in (
            "UPDATE consent_{} SET at = at", "DELETE FROM consent_{}",
        ):  # fmt: skip
            for name in ("purge", "purgebatch"):
                with (
                    pytest.raises(ProgrammingError, match="permission denied"),
                    transaction.atomic(),
                    connection.cursor() as cursor,
                ):
                    cursor.execute(statement.format(name))

    @pytest.mark.parametrize(
        ("change", "constraint"),
        [
            ({"dry": False}, "after_a_search"), ({"notice_id": uuid4()}, "scope"),
            ({"from_at": None}, "scope"), ({"until_at": GIVEN}, "scope"), ({"seal": ""}, "digests"),
        ],
    )  # fmt: skip
    def test_postgresql_takes_none_that_proves_nothing(
        self, change: dict[str, Any], constraint: str
    ) -> None:
        row = {
            "dry": True, "from_at": GIVEN, "until_at": GIVEN + SECOND, "report": {},
            "digest": "a" * 64, "seal": "b" * 64, "at": now(),
        }  # fmt: skip
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            models.Purge.objects.create(**(row | change))

    def test_who_was_told_of_is_to_erase_as_well(self) -> None:
        first = asked("acme", at=GIVEN)
        actions.add_partner(partner("zeta", **IN_FORCE), GIVEN + SECOND)
        actions.activate_partner("zeta", GIVEN + SECOND)
        notice = models.Notice.objects.get(text=first.text).id
        told = queries.partners_told
        assert [each.key for each in told(notice, None)] == ["acme"]
        assert [each.key for each in told(None, GIVEN + SECOND)] == ["acme"]
        assert [each.key for each in told(None, GIVEN + 2 * SECOND)] == ["acme", "zeta"]


@pytest.mark.django_db
class TestWithdrawing:
    def test_it_takes_along_what_rests_on_the_consent(self, visits: Collector) -> None:
        offer = ask()
        first, second = accept(offer), accept(offer)
        for choice in (first, second):
            collect(now(), choice.receipt, 2)
        actions.answer(offer, offer.notice, NOBODY, first, AT, now())
        assert {receipt for receipt, _ in left()} == {second.receipt}

    def test_a_table_is_registered_once(self, visits: Collector) -> None:
        register(VISITS)
        with pytest.raises(ValueError, match="a collector already"):
            register(Collector(purpose="other", table="visit", receipt="receipt_id", at="seen_at"))

    def test_nothing_is_kept_without_a_consent(self, visits: Collector) -> None:
        offer = ask("acme", "zeta")
        choice = accept(offer)
        assert choice.receipt is not None
        actions.hold_consent(choice.receipt, visits, now())
        other = accept(offer, pairs=frozenset({("audience", "zeta")})).receipt
        for receipt in (uuid4(), other):
            assert receipt is not None
            with pytest.raises(NoConsent):
                actions.hold_consent(receipt, visits, now())
        before = now()
        actions.answer(offer, offer.notice, NOBODY, choice, AT, now() + SECOND)
        with pytest.raises(NoConsent):
            actions.hold_consent(choice.receipt, visits, before)


@pytest.mark.django_db(transaction=True)
def test_no_row_is_added_while_its_consent_is_withdrawn(visits: Collector) -> None:
    """The one who adds holds the consent; the withdrawal waits, and takes the new row along."""
    offer = ask()
    choice = accept(offer)
    assert choice.receipt is not None
    done: list[str] = []

    def withdraw() -> None:
        actions.answer(offer, offer.notice, NOBODY, choice, AT, now())
        done.append("withdrawn")
        connection.close()

    other = threading.Thread(target=withdraw)
    with transaction.atomic():
        actions.hold_consent(choice.receipt, visits, now())
        other.start()
        _wait_for_a_lock()
        collect(now(), choice.receipt)
        assert done == []
    other.join()
    assert (done, left()) == (["withdrawn"], [])


def _wait_for_a_lock() -> None:
    """Until another connection waits for an advisory lock."""
    with connection.cursor() as cursor:
        for _ in range(100_000):
            cursor.execute(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
            )
            if cursor.fetchone()[0]:
                return
    raise AssertionError("nobody waits")
