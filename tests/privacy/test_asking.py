"""Requests: one a person and kind, a clock that only moves later, and how each ends."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction

from reprise import demo
from reprise.audit.evidence import Told, handed_out
from reprise.kernel import evidence
from reprise.kernel.evidence import Document
from reprise.kernel.ids import new_id
from reprise.markets.operator import Supervisor, read
from reprise.privacy import requests
from reprise.privacy.actions import asking, closing, serving
from reprise.privacy.actions.asking import (
    ExtendedAlready,
    InTheFuture,
    NotAnAnswer,
    ProvenAlready,
    RequestClosed,
    TooLateToExtend,
)
from reprise.privacy.events import RequestReceived
from reprise.privacy.evidence import of_request
from reprise.privacy.models import Request, Requester
from reprise.privacy.states import (
    OUTCOMES,
    REASONS,
    Extension,
    Outcome,
    Reason,
    RequestKind,
    RequestState,
)
from tests.cast import CONTACT, an_offer
from tests.meanwhile import meanwhile
from tests.moment import now
from tests.orders.sale import place
from tests.planted import corrupt
from tests.privacy.cases import today
from tests.upgrade import before
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = uuid4()
OPERATOR = read(Path(demo.__file__).with_name("operator.toml"))
ADA, BOB = "ada@buyer.example", "bob@buyer.example"


def asked(
    kind: RequestKind = RequestKind.OBJECTION, email: str = ADA, at: datetime | None = None
) -> Request:
    return asking.receive(kind, email, "de-de", at or now(), told=RequestReceived)


def letters_in(told: Told) -> list[Document]:
    return [each for each in told.entries if each["what"] == "letter"]


def letters() -> list[Any]:
    drain()
    return mail.outbox


class TestOneOfAKind:
    def test_a_second_request_is_the_first_one(self) -> None:
        first = asked()
        assert asked() == first
        assert asked(email="ADA@Buyer.example") == first, "whatever the case of the address"
        assert len(letters()) == 1
        assert asked(RequestKind.ERASURE) != first
        assert asked(email=BOB) != first

    def test_after_its_end_the_same_may_be_asked_again(self) -> None:
        first = asked()
        asking.answer(first.id, Outcome.STOPPED, now())
        assert asked() != first
        assert Requester.objects.filter(open=True).count() == 1

    def test_two_at_once_are_one(self) -> None:
        made: list[Request] = []
        gate = threading.Barrier(4)

        def ask() -> None:
            try:
                gate.wait()
                made.append(asked())
            finally:
                connection.close()

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert len({each.id for each in made}) == 1
        assert len(made) == 4
        assert Request.objects.count() == 1

    def test_postgresql_refuses_a_second_open_one(self) -> None:
        asked()
        other = asked(RequestKind.ERASURE)
        with pytest.raises(IntegrityError), transaction.atomic():
            Requester.objects.filter(request=other).update(kind="objection")


class TestTheClock:
    """The law's own cases are in tests/law/cases/eu/personal_data."""

    def test_a_month_from_the_day_it_came(self) -> None:
        # 31 January has no 31 February: the month ends on the 28th, a Saturday in 2026, and a
        # period that ends on one ends on the Monday after.
        made = asking.receive(
            RequestKind.ACCESS, ADA, "fr-fr", datetime(2026, 2, 3, 9, tzinfo=UTC),
            received_on=date(2026, 1, 31),
        )  # fmt: skip
        assert made.answer_by == date(2026, 3, 2)

    def test_the_day_is_the_operators(self) -> None:
        # Half past eleven in London is the next day in Paris.
        made = asked(at=datetime(2026, 4, 14, 22, 30, tzinfo=UTC))
        assert (made.received_on, made.answer_by) == (date(2026, 4, 15), date(2026, 5, 15))

    def test_two_months_more_when_told_on_the_last_day(self) -> None:
        made = asked(at=datetime(2026, 4, 15, 9, tzinfo=UTC))
        asking.extend(made.id, Extension.COMPLEX, STAFF, datetime(2026, 5, 15, 20, tzinfo=UTC))
        made.refresh_from_db()
        assert made.answer_by == date(2026, 7, 15)
        assert made.told_extension_on == date(2026, 5, 15)
        told = letters()[-1]
        assert told.to == [ADA]
        assert "15. Juli 2026" in str(told.body)
        assert "schwierig" in str(told.body)
        assert "Gericht" in str(told.body)

    def test_a_day_later_it_stays(self) -> None:
        made = asked(at=datetime(2026, 4, 15, 9, tzinfo=UTC))
        with pytest.raises(TooLateToExtend):
            asking.extend(made.id, Extension.COMPLEX, STAFF, datetime(2026, 5, 16, 9, tzinfo=UTC))
        made.refresh_from_db()
        assert (made.answer_by, made.told_extension_on) == (date(2026, 5, 15), None)

    def test_once(self) -> None:
        made = asked()
        asking.extend(made.id, Extension.COMPLEX, STAFF, now())
        with pytest.raises(ExtendedAlready):
            asking.extend(made.id, Extension.NUMEROUS, STAFF, now())

    def test_it_never_moves_back(self) -> None:
        made = asked(at=datetime(2026, 4, 15, 9, tzinfo=UTC))
        corrupt("UPDATE privacy_request SET answer_by = '2026-08-01'", unguarded="privacy_request")
        asking.extend(made.id, Extension.COMPLEX, STAFF, datetime(2026, 5, 1, 9, tzinfo=UTC))
        made.refresh_from_db()
        assert made.answer_by == date(2026, 8, 1)

    def test_what_came_by_post_cannot_come_tomorrow(self) -> None:
        with pytest.raises(InTheFuture):
            asking.receive(
                RequestKind.ACCESS, ADA, "fr-fr", now(),
                received_on=today() + timedelta(days=1),
            )  # fmt: skip
        assert not Request.objects.exists()


class TestItsEnd:
    @pytest.mark.parametrize("kind", RequestKind)
    def test_each_kind_ends_only_as_it_can(self, kind: RequestKind) -> None:
        for outcome in set(Outcome) - OUTCOMES[kind]:
            with pytest.raises(NotAnAnswer):
                asking.answer(asked(kind).id, outcome, now())
        for reason in set(Reason) - REASONS[kind]:
            with pytest.raises(NotAnAnswer):
                asking.refuse(asked(kind).id, reason, now())
        for outcome in sorted(OUTCOMES[kind], key=lambda each: each.value):
            asking.answer(asked(kind).id, outcome, now())
        for reason in sorted(REASONS[kind], key=lambda each: each.value):
            proven = reason is not Reason.NOT_PROVEN
            made = asking.receive(kind, ADA, "de-de", now(), told=RequestReceived, proven=proven)
            asking.refuse(made.id, reason, now())
        ended = Request.objects.filter(closed_at__isnull=False)
        assert ended.count() == len(OUTCOMES[kind]) + len(REASONS[kind])
        for each in letters():
            assert each.to == [ADA]

    def test_a_refusal_says_why_and_where_to_complain(self) -> None:
        asking.refuse(asked().id, Reason.OVERRIDING, now())
        told = str(letters()[-1].body)
        assert "Art. 21 Abs. 1" in told
        assert "Gericht" in told

    @pytest.mark.parametrize(
        ("locale", "named"), [("fr-fr", "(CNIL)"), ("de-de", ""), ("nl-be", ""), ("nl-nl", "")]
    )
    def test_an_authority_is_named_where_the_page_names_it(
        self, locale: str, named: str, settings: Any
    ) -> None:
        """Which of the Länder is in charge of a company in Germany, a letter cannot know."""
        known = ("(CNIL)", "BfDI", "APD", "GBA", "Autoriteit Persoonsgegevens")
        made = asking.receive(RequestKind.OBJECTION, ADA, locale, now())
        asking.refuse(made.id, Reason.OVERRIDING, now())
        told = str(letters()[-1].body)
        assert [each for each in known if each in told] == ([named] if named else [])
        leads = Supervisor(name="Autorité de l’Exemple", link="https://autorite.example")
        settings.OPERATOR = replace(OPERATOR, supervisor=leads)
        made = asking.receive(RequestKind.OBJECTION, ADA, locale, now())
        asking.refuse(made.id, Reason.OVERRIDING, now())
        last = letters()[-1]
        for each in (str(last.body), last.alternatives[0][0]):
            assert "Autorité de l’Exemple, https://autorite.example" in each

    def test_what_ended_does_not_end_again(self) -> None:
        made = asked()
        asking.refuse(made.id, Reason.OVERRIDING, now())
        for again in (
            lambda: asking.answer(made.id, Outcome.STOPPED, now()),
            lambda: asking.refuse(made.id, Reason.EXCESSIVE, now()),
            lambda: asking.extend(made.id, Extension.COMPLEX, STAFF, now()),
            lambda: asking.begin(made.id, now()),
        ):
            with pytest.raises(RequestClosed):
                again()
        made.refresh_from_db()
        assert (made.state, made.outcome) == (RequestState.REFUSED.value, "overriding")
        closing.close_erasure(made.id, now())

    def test_nobody_is_written_to_whose_address_was_forgotten(self) -> None:
        made = asked()
        assert len(letters()) == 1
        Requester.objects.filter(request=made).update(email="")
        asking.answer(made.id, Outcome.STOPPED, now())
        assert len(letters()) == 1

    def test_the_evidence_has_a_seal_and_names_nobody(self) -> None:
        order = place((an_offer(stock=1), 1)).order
        made = serving.enter(RequestKind.RECTIFICATION, order.reference, today(), STAFF, now())
        asking.refuse(made.id, Reason.CORRECT, now())
        made.refresh_from_db()
        told = handed_out(of_request(made), STAFF, now())
        assert evidence.problems(told) == []
        assert told["request"]["order"] == order.reference
        assert told["request"]["outcome"] == "correct"
        assert CONTACT.email not in str(told)
        told["request"]["outcome"] = "corrected"
        assert "request" in evidence.problems(told)[0]


class TestWhoAsks:
    """Nobody who has proven who they are is told that it was not known (art. 12(2))."""

    @pytest.mark.parametrize("kind", RequestKind)
    def test_what_the_person_has_asked_for_is_not_refused_as_unproven(
        self, kind: RequestKind
    ) -> None:
        made = asked(kind)
        with pytest.raises(ProvenAlready):
            asking.refuse(made.id, Reason.NOT_PROVEN, now())
        made.refresh_from_db()
        assert (made.state, made.closed_at) == ("received", None)
        asking.refuse(made.id, Reason.EXCESSIVE, now())

    @pytest.mark.parametrize("kind", RequestKind)
    def test_what_staff_have_entered_may_be(self, kind: RequestKind) -> None:
        order = place((an_offer(stock=1), 1)).order
        made = serving.enter(kind, order.reference, today(), STAFF, now())
        asking.refuse(made.id, Reason.NOT_PROVEN, now())
        told = letters()[-1]
        assert told.to == [CONTACT.email]
        assert "Personne ne l’a confirmée" in str(told.body)

    def test_what_staff_have_entered_is_proven_when_its_person_asks(self) -> None:
        order = place((an_offer(stock=1), 1)).order
        made = serving.enter(RequestKind.OBJECTION, order.reference, today(), STAFF, now())
        assert not made.proven
        assert asked(email=CONTACT.email) == made
        with pytest.raises(ProvenAlready):
            asking.refuse(made.id, Reason.NOT_PROVEN, now())
        assert serving.enter(RequestKind.OBJECTION, order.reference, today(), STAFF, now()) == made
        made.refresh_from_db()
        assert made.proven, "what staff enter later takes no proof away"
        assert of_request(made).parts["request"]["proven"] is True

    def test_what_was_refused_in_that_moment_is_asked_anew(self) -> None:
        order = place((an_offer(stock=1), 1)).order
        made = serving.enter(RequestKind.OBJECTION, order.reference, today(), STAFF, now())
        with meanwhile(asking, "publish", lambda: asked(email=CONTACT.email)) as again:
            asking.refuse(made.id, Reason.NOT_PROVEN, now())
        assert again.result() != made
        assert (again.result().proven, again.result().closed_at) == (True, None)


def test_earlier_requests_are_proven_by_what_became_of_them() -> None:
    """Entered by staff and never confirmed: not proven; whatever else there was is."""
    mine, confirmed, entered = (new_id() for _ in range(3))
    with before("privacy", "0006_by_whom") as database:
        database.migrate("outbox", "0007_requests")
        for made, reference in ((mine, "P-1"), (confirmed, "P-2"), (entered, "P-3")):
            database.run(
                "INSERT INTO privacy_request (id, reference, kind, locale, received_on,"
                " extension_reason, answer_by, state, outcome)"
                " VALUES (%s, %s, 'erasure', 'fr-fr', now(), '', now() + interval '1 month',"
                " 'received', '')",
                [made, reference],
            )
        for made in (confirmed, entered):
            database.run(
                "INSERT INTO outbox_event (id, kind, payload, at) VALUES (%s,"
                " 'privacy.RequestEntered', jsonb_build_object('request_id', %s::text), now())",
                [new_id(), str(made)],
            )
        database.run(
            "INSERT INTO privacy_duty (id, request_id, holding, subject, by, asked_at)"
            " VALUES (%s, %s, 'contact', %s, 'person', now())",
            [new_id(), confirmed, new_id()],
        )
        database.migrate("privacy", "0007_proven")
        found = database.run("SELECT id FROM privacy_request WHERE proven ORDER BY reference")
    assert [row[0] for row in found] == [mine, confirmed]


class TestWhatEnded:
    def test_it_is_listed_page_by_page(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(requests, "PAGE", 2)
        made = []
        for number in range(5):
            each = asked(email=f"{number}@buyer.example")
            # Two ended in the same moment.
            at = now() + timedelta(minutes=number // 2)
            asking.answer(each.id, Outcome.STOPPED, at)
            Request.objects.filter(id=each.id).update(closed_at=at.replace(second=0, microsecond=0))
            made.append(each.id)
        seen, older = requests.closed_requests()
        pages = [[each.id for each in seen]]
        while older:
            seen, older = requests.closed_requests(older)
            pages.append([each.id for each in seen])
        assert [len(page) for page in pages] == [2, 2, 1]
        assert [each for page in pages for each in page] == made[::-1]
