"""Passwords: who guesses is slowed down, who is known to somebody is not locked out."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from reprise.accounts import actions, limits
from reprise.accounts.actions import sign_in
from reprise.accounts.actions.passwords import PasswordTooCommon, PasswordTooShort, TooBusy
from reprise.accounts.actions.sign_in import WrongPassword
from reprise.accounts.limits import TooManyAttempts
from reprise.accounts.models import Attempt, SpentChallenge, User
from tests.moment import now

pytestmark = pytest.mark.django_db(transaction=True)
ADA, WORD = "ada@buyer.example", "a long enough word"
HOME, ELSEWHERE = "192.0.2.1", "198.51.100.7"


@pytest.fixture(autouse=True)
def quick(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def ada() -> User:
    return User.objects.create_user(ADA, WORD)


def guess(
    password: str = "", *, email: str = ADA, client: str = HOME, at: datetime | None = None
) -> str:
    """signed in, wrong, or locked"""
    try:
        actions.check_password(email, password, client, at or now())
    except WrongPassword:
        return "wrong"
    except TooManyAttempts:
        return "locked"
    return "signed in"


def test_an_address_is_the_same_in_every_case(ada: User) -> None:
    assert guess(WORD, email=" Ada@BUYER.example ") == "signed in"


def test_five_wrong_passwords_and_not_before(ada: User) -> None:
    assert [guess() for _ in range(4)] == ["wrong"] * 4
    assert guess(WORD) == "signed in", "the fifth attempt is still looked at"
    assert [guess() for _ in range(5)] == ["wrong"] * 5, "a right password starts anew"
    assert guess(WORD) == "locked", "a right one, too, is not looked at after five wrong ones"


def test_a_lock_ends_by_itself_and_is_not_made_longer(ada: User) -> None:
    for _ in range(5):
        guess()
    for minute in range(1, 15):
        assert guess(WORD, at=now() + timedelta(minutes=minute)) == "locked"
    assert guess(WORD, at=now() + timedelta(minutes=15)) == "signed in"


def test_a_password_that_nobody_had_time_for_is_no_attempt(
    ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def full() -> Iterator[None]:
        raise TooBusy
        yield

    with monkeypatch.context() as busy:
        busy.setattr(sign_in, "hashing", full)
        for _ in range(60):
            with pytest.raises(TooBusy):
                guess(WORD)
    assert set(Attempt.objects.values_list("count", flat=True)) == {0}
    assert [guess() for _ in range(4)] == ["wrong"] * 4
    assert guess(WORD) == "signed in"


def test_the_refusal_says_when_to_come_back(ada: User) -> None:
    for _ in range(5):
        guess()
    with pytest.raises(TooManyAttempts) as refused:
        actions.check_password(ADA, WORD, HOME, now() + timedelta(minutes=5))
    assert refused.value.seconds == 600
    assert refused.value.facts["minutes"] == 10


def test_an_unknown_address_is_locked_as_a_known_one() -> None:
    assert [guess() for _ in range(6)] == ["wrong"] * 5 + ["locked"]


def test_somebody_elsewhere_does_not_lock_a_person_out(ada: User) -> None:
    for _ in range(6):
        guess(client=ELSEWHERE)
    assert guess(WORD, client=HOME) == "signed in"


def test_a_storm_from_everywhere_leaves_its_victim_two_attempts(ada: User) -> None:
    for number in range(30):
        assert guess(client=f"198.51.100.{number}") == "wrong"
    assert [guess(client="203.0.113.1") for _ in range(3)] == ["wrong", "wrong", "locked"]
    assert guess(client=HOME) == "wrong"
    assert guess(WORD, client=HOME) == "signed in"


def lines(number: int) -> list[str]:
    """Clients of one IPv6 network, each a /64 of the same /48."""
    return [f"2001:db8:7:{each:x}::" for each in range(number)]


def test_a_network_has_no_more_guesses_at_one_person_than_a_line(ada: User) -> None:
    assert [guess(client=line) for line in lines(6)] == ["wrong"] * 5 + ["locked"]
    assert guess(WORD, client="2001:db8:8::") == "signed in", "its neighbour is somebody else"
    assert guess(WORD, client=HOME) == "signed in"


def test_a_network_in_a_storm_has_two(ada: User) -> None:
    for number in range(30):
        guess(client=f"198.51.100.{number}")
    assert [guess(client=line) for line in lines(4)] == ["wrong", "wrong", "locked", "locked"]


def test_a_network_tries_as_many_people_as_sixteen_lines() -> None:
    for line in lines(16):
        for _ in range(50):
            limits.take_sign_in(line, now())
    with pytest.raises(TooManyAttempts):
        limits.take_sign_in("2001:db8:7:ff::", now())
    limits.take_sign_in("2001:db8:8::", now())


def test_what_was_right_uses_nothing_of_a_network_up(ada: User) -> None:
    for line in lines(16):
        for _ in range(49):
            limits.take_sign_in(line, now())
    assert {guess(WORD, client=lines(17)[16]) for _ in range(20)} == {"signed in"}


def test_refused_attempts_count_as_none(ada: User) -> None:
    """Otherwise one place alone could make a storm, and take attempts away from everybody."""
    for _ in range(40):
        guess(client=ELSEWHERE)
    assert [guess(client=HOME) for _ in range(4)] == ["wrong"] * 4
    assert guess(WORD, client=HOME) == "signed in"


def test_one_place_does_not_try_everybody() -> None:
    tried = [guess(email=f"person-{number}@buyer.example") for number in range(51)]
    assert tried == ["wrong"] * 50 + ["locked"]
    assert guess(email="person-99@buyer.example", client=ELSEWHERE) == "wrong"


def test_right_passwords_use_nothing_up(ada: User) -> None:
    assert {guess(WORD) for _ in range(60)} == {"signed in"}


def test_many_guesses_at_once_are_as_many_as_one_after_another(ada: User) -> None:
    found: list[str] = []

    def one() -> None:
        try:
            found.append(guess())
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == ["locked"] * 7 + ["wrong"] * 5


def test_the_counts_name_nobody(ada: User) -> None:
    guess()
    kept = str(list(Attempt.objects.values()))
    assert not re.search(r"(?<!\w)ada(?!\w)", kept), "three letters may stand in any digest"
    assert HOME not in kept


def test_an_inactive_account_does_not_open(ada: User) -> None:
    User.objects.update(is_active=False)
    assert guess(WORD) == "wrong"


@pytest.mark.parametrize(
    ("password", "refusal"),
    [
        ("nine char", PasswordTooShort),
        ("", PasswordTooShort),
        ("1234567890", PasswordTooCommon),
    ],
)
def test_a_password_that_is_guessed_first_is_refused(
    ada: User, password: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        actions.change_password(ada, password, now())
    assert guess(WORD) == "signed in"


def test_what_is_over_is_forgotten_and_nothing_else(ada: User) -> None:
    guess()
    SpentChallenge.objects.create(digest="a", expires_at=now() - timedelta(seconds=1))
    SpentChallenge.objects.create(digest="b", expires_at=now() + timedelta(seconds=1))
    assert actions.forget_stale(now()) == 1
    assert Attempt.objects.count() == 3
    assert actions.forget_stale(now() + timedelta(days=2)) == 4


def test_a_letter_more_than_three_an_hour_is_not_sent_and_nobody_is_told() -> None:
    allowed = [limits.letter_allowed("reset", ADA, HOME, now()) for _ in range(4)]
    assert allowed == [True] * 3 + [False]
    assert limits.letter_allowed("sign_up", ADA, HOME, now()), "another purpose is not silenced"
    assert limits.letter_allowed("reset", "bob@buyer.example", HOME, now())
    assert limits.letter_allowed("reset", ADA, HOME, now() + timedelta(hours=1))


def test_one_place_does_not_write_to_everybody() -> None:
    for number in range(20):
        limits.letter_allowed("reset", f"person-{number}@buyer.example", HOME, now())
    with pytest.raises(TooManyAttempts):
        limits.letter_allowed("reset", "person-20@buyer.example", HOME, now())
