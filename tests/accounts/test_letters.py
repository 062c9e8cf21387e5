"""Links by letter: each works once, and nobody learns from them who has an account."""

from __future__ import annotations

import re
import threading
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reprise.accounts import actions, links, passkeys
from reprise.accounts.actions.changes import StaffAccount
from reprise.accounts.actions.letters import AddressTaken, LinkOver, future_user_id, opened
from reprise.accounts.models import Attempt, Letter, Passkey, User
from reprise.kernel import clock
from reprise.orders import buyers
from reprise.orders.models import Contact
from reprise.outbox.models import Event
from tests.accounts.authenticator import Authenticator
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.planted import corrupt
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
ADA, WORD = "ada@buyer.example", "a long enough word"
HERE = "192.0.2.1"


@pytest.fixture(autouse=True)
def quick(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def asked(purpose: str, email: str = ADA, user: User | None = None) -> Letter:
    actions.ask(purpose, email, "en-fr", HERE, clock.now(), user)
    return Letter.objects.order_by("written_at").last()  # type: ignore[return-value]


def test_a_sign_up_makes_an_account_whose_address_is_proven() -> None:
    letter = asked("sign_up")
    assert not User.objects.exists(), "no account before the address is proven"
    drain()
    (sent,) = mail.outbox
    assert sent.to == [ADA]
    assert links.address(letter) in sent.body
    user = actions.finish_sign_up(letter, now(), password=WORD)
    assert user.verified_at == now()
    assert actions.check_password(ADA, WORD, HERE, now()) == user


def test_a_sign_up_with_a_passkey_has_no_password() -> None:
    letter = asked("sign_up")
    device = Authenticator()
    options = passkeys.creation_options(future_user_id(letter), letter.email, now())
    user = actions.finish_sign_up(letter, now(), passkey=device.create(options))
    assert user.id == future_user_id(letter)
    assert not user.has_usable_password()
    assert actions.check_passkey(device.get(passkeys.request_options(now())), HERE, now()) == user


@pytest.mark.parametrize("with_passkey", [True, False])
def test_an_account_is_not_known_by_its_letter(with_passkey: bool) -> None:
    """The letter's id stays in an event, the account's in the note that it was deleted: whoever
    reads both must not see that they belong together."""
    letter = asked("sign_up")
    if with_passkey:
        options = passkeys.creation_options(future_user_id(letter), letter.email, now())
        user = actions.finish_sign_up(letter, now(), passkey=Authenticator().create(options))
    else:
        user = actions.finish_sign_up(letter, now(), password=WORD)
    user_id = user.id
    actions.delete_account(user_id, now())
    drain()
    told = [str(event.payload) for event in Event.objects.all()]
    assert [letter.id.hex in each.replace("-", "") for each in told] == [True, False]
    assert [user_id.hex in each.replace("-", "") for each in told] == [False, True]
    # A UUIDv7 begins with its time: the same time would say as much as the same id.
    assert user_id.hex[:12] != letter.id.hex[:12]


def test_only_the_shop_can_tell_the_account_of_a_letter(settings: Any) -> None:
    letter, other = asked("sign_up"), asked("sign_up", "bob@buyer.example")
    assert future_user_id(letter) == future_user_id(letter) != future_user_id(other)
    before = future_user_id(letter)
    settings.SECRET_KEY = "another"
    assert future_user_id(letter) != before


def test_a_passkey_that_is_refused_leaves_the_link_as_it_was() -> None:
    letter = asked("sign_up")
    with pytest.raises(passkeys.PasskeyRefused):
        actions.finish_sign_up(letter, now(), passkey={})
    assert not User.objects.exists()
    actions.finish_sign_up(letter, now(), password=WORD)


@pytest.mark.parametrize("purpose", ["sign_up", "reset"])
def test_asking_does_the_same_for_every_address(purpose: str) -> None:
    User.objects.create_user(ADA, WORD)
    counts = []
    for email in (ADA, "nobody@buyer.example"):
        with CaptureQueriesContext(connection) as found:
            asked(purpose, email)
        counts.append([query["sql"][:40] for query in found])
    assert counts[0] == counts[1]


def test_who_signs_up_twice_is_told_by_letter_only() -> None:
    User.objects.create_user(ADA, WORD)
    letter = asked("sign_up", ADA.upper())
    drain()
    (sent,) = mail.outbox
    assert "account already" in sent.subject
    assert links.token(letter.id) not in sent.body


def test_a_reset_for_an_unknown_address_sends_nothing() -> None:
    asked("reset")
    drain()
    assert mail.outbox == []


def test_a_reset_gives_a_new_password_once() -> None:
    user = User.objects.create_user(ADA, WORD)
    letter, other = asked("reset"), asked("reset")
    assert actions.finish_reset(letter, now(), password="quite another word") == user
    for each in (letter, other):
        with pytest.raises(LinkOver):
            actions.finish_reset(each, now(), password="a third good word")
    assert actions.check_password(ADA, "quite another word", HERE, now()) == user
    user.refresh_from_db()
    assert user.verified_at == now(), "who opens the letter reads that mail"


def test_a_reset_with_a_passkey_ends_the_old_password() -> None:
    user = User.objects.create_user(ADA, WORD)
    letter = asked("reset")
    options = passkeys.creation_options(user.id, ADA, now())
    actions.finish_reset(letter, now(), passkey=Authenticator().create(options))
    user.refresh_from_db()
    assert not user.has_usable_password()


@pytest.mark.parametrize(("purpose", "hours"), [("reset", 1), ("sign_up", 24)])
def test_a_link_ends(purpose: str, hours: int) -> None:
    User.objects.create_user("bob@buyer.example", WORD)
    letter = asked(purpose, "bob@buyer.example" if purpose == "reset" else ADA)
    finish = actions.finish_reset if purpose == "reset" else actions.finish_sign_up
    end = letter.written_at + timedelta(hours=hours)
    opened(letter.id, links.token(letter.id), end - timedelta(seconds=1))
    with pytest.raises(LinkOver):
        opened(letter.id, links.token(letter.id), end)
    with pytest.raises(LinkOver):
        finish(letter, end, password="quite another word")


def test_one_link_used_at_once_makes_one_account() -> None:
    letter = asked("sign_up")
    done: list[object] = []

    def one(word: str) -> None:
        try:
            done.append(actions.finish_sign_up(letter, now(), password=word).pk)
        except (LinkOver, AddressTaken) as refusal:
            done.append(refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(f"a long word {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done.count(User.objects.get().pk) == 1
    assert User.objects.count() == 1


def test_another_token_opens_nothing() -> None:
    letter, other = asked("sign_up"), asked("sign_up", "bob@buyer.example")
    for token in ("", "0" * 32, links.token(other.id)):
        with pytest.raises(Letter.DoesNotExist):
            opened(letter.id, token, now())


def test_two_sign_ups_of_one_address_make_one_account() -> None:
    first, second = asked("sign_up"), asked("sign_up", ADA.upper())
    actions.finish_sign_up(first, now(), password=WORD)
    with pytest.raises(AddressTaken):
        actions.finish_sign_up(second, now(), password="quite another word")


def test_an_address_changes_when_its_letter_was_opened_and_the_old_one_is_told() -> None:
    user = User.objects.create_user(ADA, WORD, verified_at=now())
    letter = asked("email", "ada@new.example", user)
    drain()
    assert {(to, sent.subject) for sent in mail.outbox for to in sent.to} == {
        ("ada@new.example", "Confirm this e-mail address"),
        (ADA, "Your account was changed"),
    }
    user.refresh_from_db()
    assert user.email == ADA
    actions.confirm_address(letter, now())
    user.refresh_from_db()
    assert user.email == "ada@new.example"


def test_an_address_of_another_account_is_not_taken_over() -> None:
    user = User.objects.create_user(ADA, WORD)
    User.objects.create_user("bob@buyer.example", WORD)
    letter = asked("email", "Bob@buyer.example", user)
    drain()
    assert [sent.subject for sent in mail.outbox if "ob@buyer.example" in sent.to[0]] == [
        "You have an account already"
    ]
    with pytest.raises(AddressTaken):
        actions.confirm_address(letter, now())


def test_a_reset_link_ends_with_the_address_it_was_sent_to() -> None:
    user = User.objects.create_user(ADA, WORD)
    reset = asked("reset")
    actions.confirm_address(asked("email", "ada@new.example", user), now())
    with pytest.raises(LinkOver):
        actions.finish_reset(reset, now(), password="quite another word")


def test_every_letter_is_written_in_every_language() -> None:
    user = User.objects.create_user(ADA, WORD)
    for locale in ("fr-fr", "nl-nl", "de-de", "en-be"):
        Letter.objects.all().delete()
        Attempt.objects.all().delete()
        for purpose, email, owner in (
            ("sign_up", ADA, None),
            ("sign_up", "new@buyer.example", None),
            ("reset", ADA, None),
            ("email", "ada@new.example", user),
        ):
            actions.ask(purpose, email, locale, HERE, clock.now(), owner)
        drain()
    assert len(mail.outbox) == 4 * 5
    for sent in mail.outbox:
        assert not re.search(r"[{}]|%\(", sent.subject + sent.body)


@pytest.mark.parametrize("what", ["password", "passkey_added", "passkey_removed"])
def test_another_way_in_is_told(what: str) -> None:
    user = User.objects.create_user(ADA, WORD)
    device = Authenticator()
    options = passkeys.creation_options(user.id, ADA, now())
    actions.add_passkey(user.id, device.create(options), "", now())
    if what == "passkey_removed":
        actions.remove_passkey(user.id, Passkey.objects.get().id, now())
    if what == "password":
        actions.change_password(user, "quite another word", now())
    drain()
    said = {
        "password": "signed out", "passkey_added": "was added", "passkey_removed": "was removed"
    }  # fmt: skip
    assert said[what] in mail.outbox[-1].body
    assert mail.outbox[-1].to == [ADA]


def a_guests_order(email: str) -> Contact:
    sale = place((an_offer(stock=1), 1))
    Contact.objects.filter(order_id=sale.order.id).update(email=email)
    corrupt("UPDATE orders_line SET state = 'paid' WHERE order_id = %(id)s", id=sale.order.id)
    return Contact.objects.get(order_id=sale.order.id)


def test_only_a_proven_address_claims_orders(sandbox: Any) -> None:
    order = a_guests_order("Ada@buyer.example")
    stranger = a_guests_order("bob@buyer.example")
    user = User.objects.create_user(ADA, WORD)
    assert buyers.claim(user.id, [order.order.reference]) == 0
    assert not buyers.unclaimed(user.id).exists()
    User.objects.update(verified_at=now())
    assert buyers.claim(user.id, [order.order.reference]) == 1
    order.refresh_from_db()
    stranger.refresh_from_db()
    assert (order.buyer_id, stranger.buyer_id) == (user.id, None)
    assert [each.order.id for each in buyers.purchases_of(user.id, now().date())] == [
        order.order_id
    ]
    assert buyers.last_contact(user.id) is None, "a stranger can have typed where it goes"


def test_an_order_of_another_account_is_not_claimed(sandbox: Any) -> None:
    order = a_guests_order(ADA)
    other = User.objects.create_user("bob@buyer.example", WORD)
    Contact.objects.update(buyer_id=other.id)
    user = User.objects.create_user(ADA, WORD, verified_at=now())
    assert buyers.claim(user.id, [order.order.reference]) == 0
    order.refresh_from_db()
    assert order.buyer_id == other.id


def test_a_deleted_account_leaves_its_orders(sandbox: Any) -> None:
    order = a_guests_order(ADA)
    user = User.objects.create_user(ADA, WORD, verified_at=now())
    buyers.claim(user.id, [order.order.reference])
    asked("reset")
    actions.delete_account(user.id, now())
    drain()
    order.refresh_from_db()
    assert order.buyer_id is None
    assert order.email == ADA, "the seller still delivers"
    assert not User.objects.exists()
    assert not Letter.objects.exists()


def test_staff_cannot_vanish() -> None:
    user = User.objects.create_user(ADA, WORD, is_staff=True)
    with pytest.raises(StaffAccount):
        actions.delete_account(user.id, now())
    assert User.objects.filter(id=user.id).exists()
