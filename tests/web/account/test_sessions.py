"""Where one is signed in: seen, told apart, ended; never somebody else's."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import connection
from django.test import Client

from reprise.accounts import actions
from reprise.accounts.models import Letter, Session, User
from reprise.accounts.queries import sessions_of
from reprise.accounts.sessions import SessionStore
from tests.moment import now
from tests.web.account.people import ADA, HOME, WORD, long_ago, sign_in, signed_in

pytestmark = pytest.mark.django_db(transaction=True)
HERE = f"{HOME}sessions/"
PHONE = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/131.0 Mobile"
LAPTOP = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15"


def on(agent: str, email: str = ADA) -> Client:
    client = Client(headers={"User-Agent": agent})
    assert sign_in(client, email).status_code == 303
    return client


def in_it(client: Client) -> bool:
    return client.get(HOME).status_code == 200


def removal(session: Session) -> str:
    return f"{HERE}{session.id}/removal/"


def listed(client: Client) -> list[str]:
    """The names of the devices on the page."""
    page = client.get(HERE).content.decode()
    return [re.sub(r"<.*", "", each) for each in re.findall(r'<p class="name">(.*?)</p>', page)]


def test_each_browser_is_listed_once_and_this_one_is_said(ada: User) -> None:
    phone, laptop = on(PHONE), on(LAPTOP)
    assert [each.strip() for each in listed(laptop)] == ["Mac", "Android-Gerät"]
    page = laptop.get(HERE).content.decode()
    assert re.search(r'"name">Mac <span class="tag ok">dieser Browser', page)
    assert page.count("dieser Browser</span></p>") == 1
    assert phone.get(HERE).content.decode().count("Android-Gerät <span") == 1
    # Signing in once more, or giving the password again, is the same browser.
    sign_in(laptop)
    laptop.post(f"{HOME}again/", {"password": WORD})
    assert len(listed(laptop)) == 2


def test_what_is_stored_of_a_browser_is_a_word_and_two_times(ada: User) -> None:
    client = on(PHONE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT t::text FROM accounts_session t")
        (row,) = [text for (text,) in cursor.fetchall()]
    cookie = client.cookies["session"].value
    assert cookie not in row, "who reads the table cannot be anybody with it"
    assert "Pixel" not in row and "Chrome" not in row and "127.0.0.1" not in row
    session = Session.objects.get()
    kept = SessionStore().decode(session.data)
    assert set(kept) == {
        "_auth_user_id", "_auth_user_backend", "_auth_user_hash", "device", "proved_at",
    }  # fmt: skip
    assert (session.device, session.user_id) == ("android", ada.id)
    page = client.get(HERE).content.decode()
    assert cookie not in page and session.key not in page


def test_one_is_ended_and_nothing_else(ada: User) -> None:
    phone, laptop = on(PHONE), on(LAPTOP)
    answer = laptop.post(removal(Session.objects.get(device="android")))
    assert answer.headers["Location"].startswith(HERE)
    assert not in_it(phone)
    assert in_it(laptop)
    assert laptop.post(f"{HERE}{Session.objects.get().id}/removal/").status_code == 303
    assert not in_it(laptop), "one's own is ended like another"


def test_all_others_are_ended_and_this_one_stays(ada: User) -> None:
    others, laptop = [on(PHONE), on(PHONE)], on(LAPTOP)
    began = Session.objects.get(device="mac").began_at
    assert laptop.post(f"{HERE}others/removal/").status_code == 303
    assert [in_it(each) for each in others] == [False, False]
    assert in_it(laptop)
    kept = Session.objects.get()
    assert (kept.device, kept.began_at) == ("mac", began)


def test_a_strangers_session_is_not_there(ada: User) -> None:
    User.objects.create_user("eve@buyer.example", WORD)
    eve, phone = signed_in("eve@buyer.example"), on(PHONE)
    hers = Session.objects.get(user=ada)
    assert eve.post(removal(hers)).status_code == 404
    assert eve.post(f"{HERE}others/removal/").status_code == 303
    assert in_it(phone)
    assert str(hers.id) not in eve.get(HERE).content.decode()
    nobody = Client()
    assert nobody.post(removal(hers)).headers["Location"].startswith(f"{HOME}login/")
    assert in_it(phone)
    assert eve.get(removal(hers)).status_code == 405


def test_one_that_has_ended_cannot_be_ended_again(ada: User) -> None:
    phone, laptop = on(PHONE), on(LAPTOP)
    ended = removal(Session.objects.get(device="android"))
    phone.post(f"{HOME}logout/")
    assert laptop.post(ended).status_code == 404


@pytest.mark.parametrize("how", ["password", "passkey", "letter"])
def test_what_ends_every_session_leaves_none_in_the_list(ada: User, how: str) -> None:
    """Decision 0031 and the new password: the rows go, and what a row still held is not shown."""
    phone, laptop = on(PHONE), on(LAPTOP)
    stale = Session.objects.get(device="android")
    if how == "password":
        assert (
            laptop.post(f"{HOME}password/", {"password": "quite another word"}).status_code == 303
        )
    elif how == "passkey":
        key = ada.passkeys.create(credential_id=b"1", credential=b"1", sign_count=0, name="Old",
                                  created_at=now())  # fmt: skip
        assert laptop.post(f"{HOME}passkeys/{key.id}/removal/").status_code == 303
    else:
        letter = Letter.objects.create(
            purpose="reset",
            email=ADA,
            locale="de-de",
            written_at=now(),
            expires_at=now() + timedelta(hours=1),
        )
        actions.finish_reset(letter, now(), password="quite another word")
    left = list(Session.objects.values_list("device", flat=True))
    assert left == ([] if how == "letter" else ["mac"])
    assert not in_it(phone)
    assert in_it(laptop) is (how != "letter")
    ada.refresh_from_db()
    if how == "letter":
        return
    # One that was written at the same moment by the old account's digest is nobody's.
    stale.save(force_insert=True)
    assert [each.device for each in sessions_of(ada, now())] == ["mac"]
    assert not in_it(phone)


def test_an_ended_session_is_not_begun_anew_by_a_request_under_way(ada: User) -> None:
    """The request has read its session; then it is ended; then the request writes."""
    client = on(PHONE)
    under_way = SessionStore(client.cookies["session"].value)
    assert under_way["device"] == "android"
    actions.end_session(ada.id, Session.objects.get().id)
    under_way["proved_at"] = "x"
    with pytest.raises(UpdateError):
        under_way.save()
    assert not Session.objects.exists()


@pytest.mark.parametrize("what", ["others", "password"])
def test_who_was_signed_out_is_not_signed_in_anew_by_ending_the_others(
    ada: User, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """The stranger's request has got in; then its session is ended; then it has all others ended,
    or chooses another password, and would be given a session with a new key for that."""
    thief = on(PHONE)
    theirs = Session.objects.get()

    def meanwhile(request: Any) -> None:
        actions.end_other_sessions(ada.id, None, now())

    view = "sessions" if what == "others" else "home"
    monkeypatch.setattr(f"reprise.web.account.views.{view}.this_session", meanwhile)
    path = f"{HERE}others/removal/" if what == "others" else f"{HOME}password/"
    answer = thief.post(path, {"password": "quite another word"})
    assert answer.status_code == 400
    assert not Session.objects.filter(user=ada).exists(), theirs.id
    assert not in_it(thief)


def test_a_session_is_seen_once_a_day(ada: User) -> None:
    client = on(PHONE)
    Session.objects.update(seen_on=now().date() - timedelta(days=3))
    assert in_it(client)
    assert Session.objects.get().seen_on >= now().date()


def test_one_whose_time_is_over_is_neither_good_nor_listed_nor_kept(ada: User) -> None:
    client = on(PHONE)
    Session.objects.update(expires_at=now() - timedelta(seconds=1))
    assert not in_it(client)
    assert sessions_of(ada, now()) == []
    actions.forget_stale(now())
    assert not Session.objects.exists()


def test_the_sessions_of_a_deleted_account_are_gone(ada: User) -> None:
    client = on(PHONE)
    actions.delete_account(ada.id, now())
    assert not Session.objects.exists()
    assert not in_it(client)


def test_ending_needs_no_password_but_the_page_needs_its_person(ada: User) -> None:
    """Who finds a thief in the account must not be slowed down."""
    laptop, phone = on(LAPTOP), on(PHONE)
    long_ago(laptop)
    assert laptop.post(f"{HERE}others/removal/").status_code == 303
    assert not in_it(phone)
