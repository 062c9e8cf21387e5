"""What came by post or telephone: when it came, who entered it, and what is done on its word."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from reprise.kernel.ids import new_id
from reprise.privacy import requests
from reprise.privacy.actions import asking, serving
from reprise.privacy.actions.asking import (
    WhyLate,
)
from reprise.privacy.evidence import of_request
from reprise.privacy.models import Entry, Request
from reprise.privacy.states import (
    Extension,
    Late,
    RequestKind,
)
from tests import database
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.privacy.cases import placed_ago, today
from tests.privacy.test_asking import STAFF, asked, letters, letters_in
from tests.upgrade import before

pytestmark = pytest.mark.django_db(transaction=True)


class TestByPost:
    def test_nothing_is_done_on_a_callers_word(self) -> None:
        """Two letters to the order's own address: what came in, and a link."""
        order = placed_ago(place((an_offer(stock=1), 1)).order)
        received = today() - timedelta(days=5)
        made = serving.enter(RequestKind.ERASURE, order.reference, received, STAFF, now())
        assert made.received_on == received
        assert made.answer_by == asking.clock_of(received).answer_by.date()
        assert made.state == "received"
        sent = letters()
        assert [each.to for each in sent] == [[CONTACT.email]] * 2
        assert sum("/account/letters/" in str(each.body) for each in sent) == 1

    def test_without_a_contact_nobody_is_written_to(self) -> None:
        order = place((an_offer(stock=1), 1)).order
        order.contact.delete()
        with pytest.raises(serving.NoAddress):
            serving.enter(RequestKind.ERASURE, order.reference, today(), STAFF, now())
        with pytest.raises(serving.UnknownOrder):
            serving.enter(RequestKind.ERASURE, "R-00000000", today(), STAFF, now())
        assert not Request.objects.exists()
        assert letters() == []


class TestWhenItCame:
    """The clock runs from receipt (art. 12(3)); when it was entered, and by whom, stands apart."""

    def test_both_days_stand_in_the_evidence(self) -> None:
        order = placed_ago(place((an_offer(stock=1), 1)).order)
        came = today() - timedelta(days=5)
        made = serving.enter(RequestKind.ACCESS, order.reference, came, STAFF, now())
        told = of_request(made)
        assert told.parts["request"]["received_on"] == came
        (letter,) = letters_in(told)
        assert letter == {
            "what": "letter", "at": letter["at"], "received_on": came, "staff": None,
            "staff_id": str(STAFF), "late": False, "late_why": "",
        }  # fmt: skip
        assert abs(datetime.fromisoformat(letter["at"]) - now()) < timedelta(minutes=5)

    def test_after_its_month_it_takes_a_reason_and_is_late(self) -> None:
        """Received on 2 March, its month ended on 2 April; on the 3rd it is late."""
        since = now() - datetime(2025, 1, 1, tzinfo=UTC)
        order = placed_ago(place((an_offer(stock=1), 1)).order, since.days)
        received = date(2026, 3, 2)
        last, after = (datetime(2026, 4, day, 9, tzinfo=UTC) for day in (2, 3))
        assert not asking.is_overdue(received, last)
        with pytest.raises(WhyLate):
            serving.enter(RequestKind.ACCESS, order.reference, received, STAFF, after)
        assert not Request.objects.exists()
        assert letters() == []
        made = serving.enter(
            RequestKind.ACCESS, order.reference, received, STAFF, after, Late.MISLAID
        )
        assert made.answer_by == date(2026, 4, 2), "a reason lengthens nothing"
        assert requests.is_late(made, date(2026, 4, 3))
        assert not requests.is_late(made, date(2026, 4, 2))
        (letter,) = letters_in(of_request(made))
        assert (letter["late"], letter["late_why"]) == (True, "mislaid")
        told = " ".join(str(each.body) for each in letters())
        assert "Nous aurions dû répondre au plus tard le jeudi 2 avril 2026" in told
        assert "Nous répondons au plus tard" not in told, "nobody is promised a day that is over"

    def test_in_time_no_reason_is_kept(self) -> None:
        order = place((an_offer(stock=1), 1)).order
        serving.enter(RequestKind.ACCESS, order.reference, today(), STAFF, now(), Late.MISLAID)
        assert Entry.objects.get().late_why == ""

    def test_not_before_there_was_a_shop(self) -> None:
        order = placed_ago(place((an_offer(stock=1), 1)).order, days=10)
        first = asking.CALENDAR.day_of(now() - timedelta(days=10))
        before = first - timedelta(days=1)
        with pytest.raises(serving.BeforeTheShop):
            serving.enter(RequestKind.ACCESS, order.reference, before, STAFF, now(), Late.MISLAID)
        assert not Request.objects.exists()
        serving.enter(RequestKind.ACCESS, order.reference, first, STAFF, now())

    def test_no_order_is_corrected_before_it_was_placed(self) -> None:
        placed_ago(place((an_offer(stock=1), 1)).order, days=20)
        order = place((an_offer(stock=1), 1)).order
        yesterday = today() - timedelta(days=1)
        with pytest.raises(serving.BeforeTheOrder):
            serving.enter(RequestKind.RECTIFICATION, order.reference, yesterday, STAFF, now())
        serving.enter(RequestKind.ACCESS, order.reference, yesterday, STAFF, now())

    def test_an_earlier_letter_moves_the_clock_and_a_later_one_does_not(self) -> None:
        """Of one person and kind one is open; it runs from the first that came."""
        order = placed_ago(place((an_offer(stock=1), 1)).order)
        made = asked(RequestKind.ACCESS, CONTACT.email)
        latest = made.received_on
        for days in (7, 3):
            came = latest - timedelta(days=days)
            same = serving.enter(RequestKind.ACCESS, order.reference, came, STAFF, now())
            assert same.id == made.id
        made.refresh_from_db()
        first = latest - timedelta(days=7)
        assert (made.received_on, made.proven) == (first, True)
        assert made.answer_by == asking.clock_of(first).answer_by.date()
        assert [each["received_on"] for each in letters_in(of_request(made))] == [
            latest - timedelta(days=days) for days in (7, 3)
        ]

    def test_what_the_person_was_told_of_more_time_stays(self) -> None:
        order = placed_ago(place((an_offer(stock=1), 1)).order)
        made = asked(RequestKind.ACCESS, CONTACT.email)
        asking.extend(made.id, Extension.COMPLEX, STAFF, now())
        made.refresh_from_db()
        told, came = made.answer_by, made.received_on - timedelta(days=3)
        serving.enter(RequestKind.ACCESS, order.reference, came, STAFF, now())
        made.refresh_from_db()
        assert (made.received_on, made.answer_by) == (came, told)

    def test_nobody_changes_an_entry(self) -> None:
        order = place((an_offer(stock=1), 1)).order
        serving.enter(RequestKind.ACCESS, order.reference, today(), STAFF, now())
        for change in (
            lambda: Entry.objects.update(received_on=today()),
            lambda: Entry.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                change()

    def test_nobody_moves_the_clock(self) -> None:
        """Whoever has the running role enters an earlier letter at most, which stays."""
        made = asked()
        day = made.received_on
        last = made.answer_by
        for column, value, more in (
            ("received_on", day + timedelta(days=9), ""),
            ("received_on", day - timedelta(days=9), ""),
            ("answer_by", last + timedelta(days=1), ""),
            ("answer_by", day + timedelta(days=300),
             ", told_extension_on = now(), extension_reason = 'complex'"),
        ):  # fmt: skip
            with pytest.raises(IntegrityError, match="privacy_request"), transaction.atomic():
                database.run(f"UPDATE privacy_request SET {column} = %s{more}", value)  # noqa: S608
        asking.extend(made.id, Extension.COMPLEX, STAFF, now())
        for again in ("NULL, extension_reason = '', extended_by = NULL", "current_date + 20"):
            with pytest.raises(IntegrityError, match="told once"), transaction.atomic():
                database.run(f"UPDATE privacy_request SET told_extension_on = {again}")  # noqa: S608
        assert Request.objects.get().received_on == day


def test_earlier_requests_by_post_keep_when_they_were_entered() -> None:
    """An id tells the millilatest in which it was made."""
    made, staff, own = new_id(), new_id(), new_id()
    with before("privacy", "0014_lifting") as database:
        for request, reference, by in ((made, "P-1", staff), (own, "P-2", None)):
            database.run(
                "INSERT INTO privacy_request (id, reference, kind, locale, received_on,"
                " extension_reason, answer_by, state, outcome, proven, entered_by)"
                " VALUES (%s, %s, 'access', 'fr-fr', '2026-01-05', '', '2026-02-05', 'received',"
                " '', false, %s)",
                [request, reference, by],
            )
        database.migrate("privacy", "0015_entries")
        found = database.run(
            "SELECT request_id, received_on, entered_by, late_why, entered_at FROM privacy_entry"
        )
    ((request, received, by, why, at),) = found
    assert (request, received, by, why) == (made, date(2026, 1, 5), staff, "")
    milliseconds = made.int >> 80
    assert abs(at.timestamp() * 1000 - milliseconds) < 2
