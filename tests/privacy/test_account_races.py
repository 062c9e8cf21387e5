"""A request and an account, and whatever else is done with them in that moment."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from reprise.accounts import actions as account_actions
from reprise.accounts.actions import AccountGone, changes, letters
from reprise.accounts.actions.letters import LinkOver
from reprise.accounts.models import Letter, User
from reprise.kernel.ids import new_id
from reprise.privacy.actions import accounts as accounts_erased
from reprise.privacy.actions import asking, erasing, serving
from reprise.privacy.actions.acting import Actor
from reprise.privacy.actions.asking import ProvenAlready
from reprise.privacy.actions.exercising import Asker
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.models import Duty, Notice, Request
from reprise.privacy.people import person
from reprise.privacy.retention.base import Due
from reprise.privacy.retention.unused import ACCOUNTS
from reprise.privacy.states import By, HoldKind, Reason, RequestKind
from tests.meanwhile import meanwhile
from tests.moment import now
from tests.privacy.cases import acts, bought, later, today
from tests.privacy.racing import (
    ADA,
    WORD,
    a_guests,
    accounted,
    asker,
    carried_out,
    confirm,
    erase,
    plan_of,
)
from tests.work import drain

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sandbox")]


@pytest.fixture
def ada() -> User:
    return User.objects.create_user(ADA, WORD, verified_at=now())


class TestARefusal:
    """Staff close what nobody has confirmed, in the moment in which it is confirmed."""

    @pytest.fixture
    def entered(self, ada: User, sandbox: Any) -> Request:
        made = a_guests(ADA, sandbox)
        reference = made.sale.order.reference
        return serving.enter(RequestKind.ERASURE, reference, today(), new_id(), now())

    def test_what_is_being_confirmed_is_not_refused_as_unproven(
        self, entered: Request, ada: User
    ) -> None:
        def refuse() -> None:
            asking.refuse(entered.id, Reason.NOT_PROVEN, now())

        with meanwhile(erasing, "note", refuse) as refused:
            done = erase(ada)
        assert isinstance(refused.exception(), ProvenAlready)
        assert (done.request.id, done.closed) == (entered.id, True)
        accounted(done.request)

    def test_what_was_refused_just_before_is_a_request_of_its_own(
        self, entered: Request, ada: User
    ) -> None:
        with meanwhile(asking, "publish", lambda: erase(ada)) as erased:
            asking.refuse(entered.id, Reason.NOT_PROVEN, now())
        done = erased.result()
        assert done.closed
        assert done.request.id != entered.id
        accounted(done.request)
        told = {each.id: each.outcome for each in Request.objects.all()}
        assert told == {entered.id: "not_proven", done.request.id: "erased"}


class TestTwoTabs:
    @pytest.fixture
    def done(self, ada: User, sandbox: Any) -> Asker:
        bought(sandbox, buyer=ada.id)
        return asker(ada)

    @pytest.mark.parametrize(
        ("where", "name"),
        [(asking, "receive"), (erasing, "note"), (erasing, "carry_out"), (changes, "publish")],
        ids=["asking", "noting", "carrying out", "the account goes"],
    )
    def test_the_same_form_is_the_same_erasure(self, done: Asker, where: Any, name: str) -> None:
        shown = plan_of(done)
        with meanwhile(where, name, lambda: confirm(done, shown), after=name == "note") as other:
            first = confirm(done, shown)
        second = other.result()
        assert first.request == second.request == Request.objects.get()
        assert first.closed and second.closed
        assert carried_out() == 1
        mail.outbox.clear()
        accounted(first.request)
        assert [each.to for each in mail.outbox] == [[ADA]], "one answer"
        done_once = [("account", "erased", "asked"), ("contact", "archived", "contract")]
        assert sorted(acts()) == done_once

    def test_sent_again_when_all_is_over_it_is_the_same(self, done: Asker) -> None:
        shown = plan_of(done)
        first = confirm(done, shown)
        drain()
        mail.outbox.clear()
        again = confirm(done, shown)
        assert (again.request, again.closed, again.waiting) == (first.request, True, 0)
        drain()
        assert Request.objects.get().state == "answered"
        assert mail.outbox == []


def a_claim_is_noted() -> None:
    subject = Subject(person=person(ADA))
    hold(subject, HoldKind.LITIGATION, later().date(), Actor(By.STAFF, new_id()), now())


class TestTheAccount:
    """Whatever else is done with an account in that moment: refused, and nothing breaks."""

    def reset(self) -> Letter:
        account_actions.ask("reset", ADA, "fr-fr", "192.0.2.1", now())
        return Letter.objects.get(purpose="reset")

    def test_a_new_password_is_refused(self, ada: User) -> None:
        link = self.reset()
        acting = (
            lambda: letters.finish_reset(link, now(), password="quite another word"),
            lambda: account_actions.change_password(ada, "quite another word", now()),
        )
        with (
            meanwhile(changes, "publish", acting[0]) as by_letter,
            meanwhile(changes, "publish", acting[1]) as by_form,
        ):
            assert erase(ada).closed
        assert isinstance(by_letter.exception(), LinkOver)
        assert isinstance(by_form.exception(), AccountGone)
        assert not User.objects.exists()
        assert not Letter.objects.exists()

    def test_the_erasure_waits_for_a_new_password(self, ada: User) -> None:
        link, who, shown = self.reset(), asker(ada), plan_of(asker(ada))
        with meanwhile(letters, "use", lambda: confirm(who, shown)) as erased:
            letters.finish_reset(link, now(), password="quite another word")
        assert erased.result().closed
        assert not User.objects.exists()

    def test_the_erasure_waits_for_another_address(self, ada: User) -> None:
        """Which its request does not know: it was another's word when the page was shown."""
        account_actions.ask("email", "new@buyer.example", "fr-fr", "192.0.2.1", now(), ada)
        link, who, shown = Letter.objects.get(), asker(ada), plan_of(asker(ada))
        with meanwhile(letters, "use", lambda: confirm(who, shown)) as erased:
            letters.confirm_address(link, now())
        assert erased.result().closed
        assert not User.objects.exists()

    def test_a_night_and_its_person_erase_it_once(self, ada: User) -> None:
        """Each holds it first and wants it alone then: they do not wait for each other."""
        long_ago = now() - timedelta(days=800)
        User.objects.update(created_at=long_ago)
        warned = now() - timedelta(days=40)
        Notice.objects.create(user_id=ada.id, written_at=warned, sent_at=warned)
        (due,) = ACCOUNTS.due(now())
        with meanwhile(accounts_erased.accounts, "delete_account",
                       lambda: ACCOUNTS.carry_out(due, now())) as night:  # fmt: skip
            done = erase(ada)
        assert night.result() is False
        accounted(done.request)
        assert acts() == [("account", "erased", "asked")]

    def test_its_person_comes_second_to_the_night(self, ada: User) -> None:
        warned = now() - timedelta(days=40)
        User.objects.update(created_at=now() - timedelta(days=800))
        Notice.objects.create(user_id=ada.id, written_at=warned, sent_at=warned)
        due: Due = next(iter(ACCOUNTS.due(now())))
        who, shown = asker(ada), plan_of(asker(ada))
        with meanwhile(accounts_erased.accounts, "delete_account",
                       lambda: confirm(who, shown)) as asked:  # fmt: skip
            assert ACCOUNTS.carry_out(due, now())
        assert isinstance(asked.exception(), AccountGone)
        assert acts() == [("account", "erased", "over")]
        assert not Request.objects.exists()

    def test_what_is_held_since_keeps_the_account_and_says_so(self, ada: User) -> None:
        """The person has a claim noted in the moment between confirming and doing."""
        who, shown = asker(ada), plan_of(asker(ada))
        with meanwhile(erasing, "carry_out", a_claim_is_noted):
            done = confirm(who, shown)
        assert (done.closed, done.waiting) == (False, 1)
        assert User.objects.get() == ada
        assert Duty.objects.get().holding == "account"
