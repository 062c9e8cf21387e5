"""Passkeys: a challenge is answered once, by the device it was made for, at our own address."""

from __future__ import annotations

import json
import random
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from fido2.utils import websafe_decode, websafe_encode

from reprise.accounts import actions, passkeys
from reprise.accounts.actions.passkeys import LastWayIn
from reprise.accounts.models import Passkey, User
from reprise.accounts.passkeys import PasskeyRefused, TooManyPasskeys
from tests.accounts.authenticator import Authenticator
from tests.moment import now

pytestmark = pytest.mark.django_db(transaction=True)
HERE = "192.0.2.1"


@pytest.fixture
def user() -> User:
    return User.objects.create_user("ada@buyer.example", None, verified_at=now())


def options_for(user: User) -> str:
    return passkeys.creation_options(user.id, user.email, now())


def have(user: User, **how: Any) -> Authenticator:
    device = Authenticator(**how)
    actions.add_passkey(user.id, device.create(options_for(user)), "Phone", now())
    return device


def test_who_has_the_passkey_is_signed_in(user: User) -> None:
    device = have(user)
    found = actions.check_passkey(device.get(passkeys.request_options(now())), HERE, now())
    assert found == user
    assert Passkey.objects.get().used_at == now()


def test_an_answer_is_taken_once(user: User) -> None:
    device = have(user, counts=False)
    answer = device.get(passkeys.request_options(now()))
    actions.check_passkey(answer, HERE, now())
    with pytest.raises(PasskeyRefused):
        actions.check_passkey(answer, HERE, now())


def test_a_registration_is_taken_once(user: User) -> None:
    device = Authenticator()
    answer = device.create(options_for(user))
    actions.add_passkey(user.id, answer, "", now())
    Passkey.objects.all().delete()
    with pytest.raises(PasskeyRefused):
        actions.add_passkey(user.id, answer, "", now())


def test_a_challenge_ends(user: User) -> None:
    device = have(user)
    options = passkeys.request_options(now())
    late = now() + passkeys.LIFE + timedelta(seconds=1)
    with pytest.raises(PasskeyRefused):
        actions.check_passkey(device.get(options), HERE, late)


def test_a_challenge_that_we_did_not_make_is_refused(user: User) -> None:
    device = have(user)
    options = json.loads(passkeys.request_options(now()))
    options["challenge"] = "A" * 54
    with pytest.raises(PasskeyRefused):
        actions.check_passkey(device.get(json.dumps(options)), HERE, now())


def test_a_passkey_made_for_one_person_is_nobody_elses(user: User) -> None:
    other = User.objects.create_user("eve@buyer.example", None)
    answer = Authenticator().create(options_for(user))
    with pytest.raises(PasskeyRefused):
        actions.add_passkey(other.id, answer, "", now())
    assert not Passkey.objects.exists()


def test_a_challenge_to_register_does_not_sign_in(user: User) -> None:
    device = have(user)
    options = {**json.loads(options_for(user)), "rpId": "localhost"}
    with pytest.raises(PasskeyRefused):
        actions.check_passkey(device.get(json.dumps(options)), HERE, now())


def test_another_sites_page_cannot_pass_an_answer_on(user: User) -> None:
    device = have(user)
    device.origin = "https://reprise.phish.example"
    with pytest.raises(PasskeyRefused):
        actions.check_passkey(device.get(passkeys.request_options(now())), HERE, now())


def test_a_device_that_did_not_ask_who_holds_it_is_refused(user: User) -> None:
    device = have(user)
    device.flags = 0x01  # present, not verified
    with pytest.raises(PasskeyRefused):
        actions.check_passkey(device.get(passkeys.request_options(now())), HERE, now())


def test_another_key_with_the_same_name_is_refused(user: User) -> None:
    device, forged = have(user), Authenticator()
    forged.id, forged.counter = device.id, 100
    with pytest.raises(PasskeyRefused):
        actions.check_passkey(forged.get(passkeys.request_options(now())), HERE, now())


def test_a_copied_device_that_counts_is_refused(user: User) -> None:
    device = have(user)
    actions.check_passkey(device.get(passkeys.request_options(now())), HERE, now())
    device.counter -= 1
    with pytest.raises(PasskeyRefused):
        actions.check_passkey(device.get(passkeys.request_options(now())), HERE, now())


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"id": 1, "rawId": 2, "response": 3, "type": 4},
        {"id": "AA", "rawId": "AA", "type": "public-key", "response": {}},
        {
            "id": "AA",
            "rawId": "AA",
            "type": "public-key",
            "response": {
                "clientDataJSON": "e30",
                "authenticatorData": "AA",
                "signature": "AA",
                "attestationObject": "AA",
            },
        },
        {
            "id": "é",
            "rawId": "é",
            "type": "public-key",
            "response": {"clientDataJSON": "W10", "authenticatorData": "", "signature": ""},
        },
    ],
)
def test_nonsense_is_refused_and_no_server_error(user: User, answer: dict[str, Any]) -> None:
    with pytest.raises(PasskeyRefused):
        actions.check_passkey(answer, HERE, now())
    with pytest.raises(PasskeyRefused):
        actions.add_passkey(user.id, answer, "", now())


def damaged(answer: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """One byte of one part of an answer is another one, or missing."""
    response = dict(answer["response"])
    part = chance.choice(sorted(response))
    body = bytearray(websafe_decode(response[part]))
    at = chance.randrange(len(body))
    body[at : at + 1] = chance.choice([b"", bytes([body[at] ^ (1 << chance.randrange(8))])])
    return {**answer, "response": {**response, part: websafe_encode(bytes(body))}}


def test_a_damaged_answer_is_refused_and_no_server_error(user: User) -> None:
    device, chance = have(user, counts=False), random.Random(7)
    answer = device.get(passkeys.request_options(now()))
    for _ in range(200):
        with pytest.raises(PasskeyRefused):
            passkeys.signed_in(damaged(answer, chance), now())
    made = Authenticator().create(options_for(user))
    for _ in range(200):
        with suppress(PasskeyRefused), transaction.atomic():
            actions.add_passkey(user.id, damaged(made, chance), "", now())
            transaction.set_rollback(True)
    assert passkeys.signed_in(answer, now()) == user


def test_ten_passkeys_are_enough(user: User) -> None:
    for _ in range(10):
        have(user)
    with pytest.raises(TooManyPasskeys):
        have(user)


def test_the_last_way_in_is_not_taken_away(user: User) -> None:
    have(user)
    key = Passkey.objects.get()
    with pytest.raises(LastWayIn):
        actions.remove_passkey(user.id, key.id, now())
    have(user)
    actions.remove_passkey(user.id, key.id, now())
    assert Passkey.objects.count() == 1


def test_nobody_takes_away_anothers_passkey(user: User) -> None:
    have(user)
    other = User.objects.create_user("eve@buyer.example", "a long enough word")
    with pytest.raises(Passkey.DoesNotExist):
        actions.remove_passkey(other.id, Passkey.objects.get().id, now())


def test_a_challenge_that_was_not_used_up_can_be_answered_again(user: User) -> None:
    """What is rolled back with the change it was for has not happened."""
    device = Authenticator()
    answer = device.create(options_for(user))
    with pytest.raises(RuntimeError), transaction.atomic():
        actions.add_passkey(user.id, answer, "", now())
        raise RuntimeError
    actions.add_passkey(user.id, answer, "", now())
    assert user.passkeys.count() == 1


@pytest.mark.parametrize(
    ("public", "expected"),
    [
        ("http://127.0.0.1:8104", "http://localhost:8104"),
        ("http://[::1]:8000", "http://localhost:8000"),
        ("https://shop.example", "https://shop.example"),
        ("https://192.0.2.7", "https://192.0.2.7"),
    ],
)
def test_where_passkeys_belong(settings: Any, public: str, expected: str) -> None:
    settings.PUBLIC_URL = public
    assert passkeys.origin() == expected
