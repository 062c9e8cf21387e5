"""An audit is one job with its progress and its outcomes; at most one is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from reprise.books import actions, proof
from reprise.books.models import Audit
from reprise.books.proof import Outcome
from reprise.kernel.ids import new_id
from tests import database
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import pay, place
from tests.work import drain

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sandbox")]


def test_an_audit_keeps_the_outcome_of_every_check(sandbox: Any) -> None:
    case = an_offer(stock=2)
    pay(place((case, 1)), sandbox)
    actions.ask_audit(None, now())
    assert Audit.objects.get().total == 0, "nobody has begun"
    assert drain() == ["carry_out_audit"]
    audit = Audit.objects.get()
    assert (audit.state, audit.done, audit.contradictions) == ("done", audit.total, 0)
    assert audit.total == len(audit.outcomes) == proof.number_of_checks()
    assert audit.outcomes[-1]["name"] == "provider books (sandbox)"


def test_what_contradicts_is_kept_with_its_check() -> None:
    case = an_offer(stock=2)
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        owner.execute("UPDATE offers_offer SET available = 3")
    actions.ask_audit(None, now())
    drain()
    audit = Audit.objects.get()
    assert audit.contradictions == 1
    (stock,) = [each for each in audit.outcomes if each["findings"]]
    assert stock["name"] == "stock"
    assert stock["findings"] == [f"offer {case.id}: available 3, movements 2"]


def test_a_hundred_findings_are_kept_and_the_rest_counted(monkeypatch: Any) -> None:
    def many(report: Callable[[Outcome], None]) -> None:
        report(Outcome("stock", "a promise", tuple(map(str, range(130)))))

    monkeypatch.setattr(actions, "findings", many)
    actions.ask_audit(None, now())
    drain()
    audit = Audit.objects.get()
    assert (len(audit.outcomes[0]["findings"]), audit.outcomes[0]["more"]) == (100, 30)
    assert audit.contradictions == 130


def test_others_see_how_far_it_is_before_its_snapshot_ends(monkeypatch: Any) -> None:
    seen = []

    def slow(report: Callable[[Outcome], None]) -> None:
        with transaction.atomic(), psycopg.connect(database.endpoints.app_url) as visitor:
            for name in ("one", "two"):
                report(Outcome(name, "a promise", ()))
                row = visitor.execute("SELECT done, state FROM books_audit").fetchone()
                visitor.commit()
                seen.append(row)

    monkeypatch.setattr(actions, "findings", slow)
    actions.ask_audit(None, now())
    drain()
    assert seen == [(1, "open"), (2, "open")]


def test_asked_at_once_is_one_audit() -> None:
    def press(_: int) -> str:
        try:
            actions.ask_audit(None, now())
        finally:
            connection.close()
        return "asked"

    with ThreadPoolExecutor(8) as crowd:
        assert Counter(crowd.map(press, range(8))) == {"asked": 8}
    assert Audit.objects.count() == 1
    assert drain() == ["carry_out_audit"]
    actions.ask_audit(None, now())
    assert Audit.objects.count() == 2, "the first one is over"


def test_an_audit_that_ends_early_says_so_and_does_not_stop_the_next(monkeypatch: Any) -> None:
    def broken(report: Callable[[Outcome], None]) -> None:
        report(Outcome("one", "a promise", ()))
        raise OSError("no disk")

    with monkeypatch.context() as patch:
        patch.setattr(actions, "findings", broken)
        actions.ask_audit(None, now())
        drain()
    audit = Audit.objects.get()
    assert (audit.state, audit.done, len(audit.outcomes)) == ("failed", 1, 1)
    actions.ask_audit(None, now())
    drain()
    assert Audit.objects.latest("id").state == "done"


def test_a_job_that_is_gone_is_not_waited_for() -> None:
    actions.ask_audit(None, now())
    actions.ask_audit(None, now() + timedelta(minutes=59))
    assert Audit.objects.count() == 1
    actions.ask_audit(None, now() + timedelta(minutes=61))
    lost, fresh = Audit.objects.order_by("id")
    assert (lost.state, fresh.state) == ("failed", "open")
    actions.carry_out(lost.id)
    lost.refresh_from_db()
    assert (lost.state, lost.outcomes) == ("failed", []), "its job comes too late"


def test_postgresql_refuses_a_second_open_audit() -> None:
    actions.ask_audit(None, now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Audit.objects.create(id=new_id(), asked_at=now(), seen_at=now())
