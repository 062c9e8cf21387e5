"""A form that is sent after its session has ended is not lost, and is done once (decision 0056)."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest
from django.test import Client

from reprise.accounts.models import Letter, User
from reprise.privacy.models import Breach, BreachAct
from reprise.sellers.models import Member
from tests.accounts.authenticator import Authenticator
from tests.cast import an_offer
from tests.web.account.people import ADA, HOME, WORD, options, signed_in
from tests.web.staff.test_breaches import BOSS, form, supervisor
from tests.web.staff.test_breaches import WORD as STAFF_WORD

pytestmark = pytest.mark.django_db(transaction=True)
EMAIL, ENTRY = f"{HOME}email/", "/staff/privacy/breaches/entry/"
TYPED = 'A "copy" <lay> open & unlocked.\nFor an hour.'


def fields_of(answer: Any) -> dict[str, list[str]]:
    """The hidden fields of the page's first form; Django masks its token anew on each."""
    text = re.search(r"<main.*?</form>", answer.content.decode(), re.DOTALL)
    assert text
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', text[0]):
        found.setdefault(html.unescape(name), []).append(html.unescape(value))
    return found


def kept_in(answer: Any) -> dict[str, list[str]]:
    return {name: each for name, each in fields_of(answer).items() if name.startswith("kept-")}


def sign_in(fields: dict[str, list[str]], email: str, password: str) -> dict[str, Any]:
    return {**fields, "email": email, "password": password}


class TestStaff:
    def test_a_long_form_is_done_once_its_author_has_signed_in(self) -> None:
        supervisor()
        client = Client()
        asked = client.post(ENTRY, form(happened=TYPED, holding=["contact", "account"]))
        assert asked.status_code == 403
        assert asked.headers["Cache-Control"] == "no-store"
        text = asked.content.decode()
        assert "You are not signed in any more. Nothing has been done yet" in text
        assert f'action="{ENTRY}"' in text
        assert not Breach.objects.exists()
        kept = fields_of(asked)
        assert kept["kept-happened"] == [TYPED]
        assert kept["kept-holding"] == ["contact", "account"]
        wrong = client.post(ENTRY, sign_in(kept, BOSS, "wrong"))
        assert wrong.status_code == 422
        assert kept_in(wrong) == kept_in(asked)
        assert 'value="boss@room.example"' in wrong.content.decode()
        assert not Breach.objects.exists()
        done = client.post(ENTRY, sign_in(fields_of(wrong), BOSS, STAFF_WORD))
        assert done.status_code == 302
        row = Breach.objects.get()
        assert row.holdings == ["contact", "account"]
        assert row.entered_by == User.objects.get(email=BOSS).id
        text = client.get(done.headers["Location"]).content.decode()
        assert html.escape(TYPED.splitlines()[0], quote=False) in text.replace("&#34;", '"')

    def test_what_is_wrong_in_it_is_said_in_its_own_place(self) -> None:
        supervisor()
        client = Client()
        kept = fields_of(client.post(ENTRY, form(why="", happened="It lay open.")))
        answer = client.post(ENTRY, sign_in(kept, BOSS, STAFF_WORD))
        assert answer.status_code == 422
        assert ">It lay open.</textarea>" in answer.content.decode()
        assert client.post(ENTRY, form(happened="It lay open.")).status_code == 302, "signed in"

    def test_signing_in_gives_nobody_a_right(self) -> None:
        User.objects.create_user("clerk@room.example", STAFF_WORD, is_staff=True)
        client = Client()
        kept = fields_of(client.post(ENTRY, form()))
        answer = client.post(ENTRY, sign_in(kept, "clerk@room.example", STAFF_WORD))
        assert answer.status_code == 403
        assert "for supervisors" in answer.content.decode()
        assert not BreachAct.objects.exists()

    def test_a_form_that_is_nothing_but_a_press_leads_to_the_door(self) -> None:
        answer = Client().post("/staff/books/audits/", {"csrfmiddlewaretoken": "x"})
        assert answer.headers["Location"] == "/staff/login/?next=%2Fstaff%2F"

    def test_it_is_asked_in_the_language_of_the_browser(self) -> None:
        answer = Client(headers={"Accept-Language": "de"}).post(ENTRY, form())
        assert 'lang="de"' in answer.content.decode()


class TestBuyersAndSellers:
    def test_a_buyers_form_is_kept_as_well(self, ada: User) -> None:
        client = Client()
        asked = client.post(EMAIL, {"email": "new@buyer.example", "csrfmiddlewaretoken": "x"})
        assert asked.status_code == 403
        kept = fields_of(asked)
        assert kept["kept-email"] == ["new@buyer.example"]
        assert "kept-csrfmiddlewaretoken" not in kept
        assert "new@buyer.example" not in re.sub(
            r'<input type="hidden" name="kept-email"[^>]*>', "", asked.content.decode()
        ), "whoever signs in does so with their own address"
        assert client.post(EMAIL, sign_in(kept, ADA, WORD)).status_code == 200
        assert Letter.objects.get().email == "new@buyer.example"

    def test_a_passkey_signs_in_as_well(self, ada: User) -> None:
        device = Authenticator()
        before = signed_in()
        made = json.dumps(device.create(options(before.get(f"{HOME}passkeys/"))))
        before.post(f"{HOME}passkeys/", {"credential": made})
        client = Client()
        asked = client.post(EMAIL, {"email": "new@buyer.example"})
        given = json.dumps(device.get(options(asked)))
        assert client.post(EMAIL, fields_of(asked) | {"credential": given}).status_code == 200
        assert Letter.objects.get().email == "new@buyer.example"

    def test_a_page_that_asked_once_more_is_enough_when_the_session_ends_meanwhile(
        self, ada: User
    ) -> None:
        client = signed_in()
        session = client.session
        del session["proved_at"]
        session.save()
        kept = fields_of(client.post(EMAIL, {"email": "new@buyer.example"}))
        client.cookies.clear()
        assert client.post(EMAIL, sign_in(kept, ADA, WORD)).status_code == 200
        assert Letter.objects.get().email == "new@buyer.example"

    def test_a_sellers_form_is_kept_as_well(self) -> None:
        case = an_offer(stock=5)
        user = User.objects.create_user("seller@room.example", STAFF_WORD)
        Member.objects.create(seller=case.seller, user_id=user.id)
        path = f"/seller/offers/{case.id}/"
        client = Client()
        kept = fields_of(client.post(path, {"expected": "5", "available": "3"}))
        done = client.post(path, sign_in(kept, user.email, STAFF_WORD))
        assert done.status_code in {200, 302, 303}
        case.offer.refresh_from_db()
        assert "3" in client.get(path).content.decode()

    @pytest.mark.parametrize(
        "secret",
        [
            {"password": "quite another word", "name": "x"},
            {"credential": "{}", "label": "x"},
        ],
        ids=["password", "passkey"],
    )
    def test_no_secret_is_written_into_a_page(self, ada: User, secret: dict[str, Any]) -> None:
        answer = Client().post(f"{HOME}password/", secret)
        assert answer.status_code == 303
        assert answer.headers["Location"].startswith(f"{HOME}login/?next=")

    def test_guesses_are_limited_here_as_at_the_door(self, ada: User) -> None:
        client = Client()
        kept = fields_of(client.post(EMAIL, {"email": "new@buyer.example"}))
        for n in range(5):
            assert client.post(EMAIL, sign_in(kept, ADA, f"guess {n}")).status_code == 422
        last = client.post(EMAIL, sign_in(kept, ADA, WORD))
        assert last.status_code == 429
        assert kept_in(last) == {"kept-email": ["new@buyer.example"]}
        assert not Letter.objects.exists()


class TestAnotherTab:
    """Whoever has signed in since, in another tab, has another token."""

    @pytest.fixture
    def client(self, ada: User) -> Client:
        client = Client(enforce_csrf_checks=True)
        page = client.get(f"{HOME}login/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode())
        assert token
        self.old = token[1]
        sent = {"email": ADA, "password": WORD, "csrfmiddlewaretoken": self.old}
        assert client.post(f"{HOME}login/", sent).status_code == 303
        return client

    def send(self, client: Client, site: str | None = "same-origin", **typed: str) -> Any:
        sent = {"csrfmiddlewaretoken": self.old, **typed}
        return client.post(EMAIL, sent, headers={"Sec-Fetch-Site": site} if site else {})

    def test_the_form_is_sent_again_with_a_new_token_and_done_once(self, client: Client) -> None:
        answer = self.send(client, email="new@buyer.example")
        assert answer.status_code == 403
        assert "no-store" in answer.headers["Cache-Control"]
        assert f"signed in as {ADA} now" in answer.content.decode()
        assert not Letter.objects.exists()
        fields = fields_of(answer)
        assert fields["email"] == ["new@buyer.example"]
        assert fields["csrfmiddlewaretoken"] != [self.old]
        again = client.post(EMAIL, fields, headers={"Sec-Fetch-Site": "same-origin"})
        assert again.status_code == 200
        assert Letter.objects.get().email == "new@buyer.example"

    def test_so_is_one_that_was_kept_until_somebody_signs_in(self, client: Client) -> None:
        kept = {"proof": "1", "kept-email": "new@buyer.example", "email": ADA, "password": WORD}
        answer = self.send(client, **kept)
        assert fields_of(answer).keys() == {"csrfmiddlewaretoken", "email"}
        assert fields_of(answer)["email"] == ["new@buyer.example"]
        assert WORD not in answer.content.decode()

    @pytest.mark.parametrize("site", [None, "none"])
    def test_nothing_is_repeated_that_no_page_of_ours_has_sent(
        self, client: Client, site: str | None
    ) -> None:
        answer = self.send(client, site, email="new@buyer.example")
        assert answer.status_code == 403
        assert "new@buyer.example" not in answer.content.decode()

    def test_nor_a_secret(self, client: Client) -> None:
        answer = self.send(client, password="quite another word", email="new@buyer.example")
        assert answer.status_code == 403
        for each in ("quite another word", "new@buyer.example"):
            assert each not in answer.content.decode()
