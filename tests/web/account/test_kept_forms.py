"""A form that is sent after its session has ended is not lost, and nobody does it unread (0056)."""

from __future__ import annotations

import html
import inspect
import json
import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

from reprise.accounts.models import Letter, User
from reprise.kernel import clock
from reprise.privacy.models import Breach, BreachAct, Hold
from reprise.sellers.models import Member
from reprise.web.account.views import rights
from reprise.web.seller.views import payment
from tests.accounts.authenticator import Authenticator
from tests.cast import an_offer
from tests.moment import now
from tests.privacy.cases import bought
from tests.web.account.people import ADA, HOME, WORD, carried, options, signed_in
from tests.web.staff.test_breaches import BOSS, OTHER, entered, form, send, supervisor
from tests.web.staff.test_breaches import WORD as STAFF_WORD
from tests.web.staff.test_holds import enter, number

pytestmark = pytest.mark.django_db(transaction=True)
EMAIL, ENTRY, DETAILS = f"{HOME}email/", "/staff/privacy/breaches/entry/", f"{HOME}details/"
TYPED = 'A "copy" <lay> open & unlocked.\nFor an hour.'
SAME = {"Sec-Fetch-Site": "same-origin"}


def fields_of(answer: Any) -> dict[str, list[str]]:
    """What the page's first form sends; Django masks its token anew on each."""
    text = re.search(r"<main.*?</form>", answer.content.decode(), re.DOTALL)
    assert text
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', text[0]):
        found.setdefault(html.unescape(name), []).append(html.unescape(value))
    for name, value in carried(text[0]):
        found.setdefault(name, []).append(value)
    return found


def kept_in(answer: Any) -> dict[str, list[str]]:
    return {name: each for name, each in fields_of(answer).items() if name.startswith("kept-")}


def sign_in(fields: dict[str, list[str]], email: str, password: str) -> dict[str, Any]:
    return {**fields, "email": email, "password": password}


def stamp_on(client: Client, page: str) -> str:
    """The stamp of the forms on a page, as it is shown to whoever opens it."""
    found = re.search(r'name="stamp" value="([^"]+)"', client.get(page).content.decode())
    assert found
    return html.unescape(found[1])


def is_offered(answer: Any) -> bool:
    """Whether the page that shows a form once more can send it."""
    text = answer.content.decode()
    assert "<textarea" in text
    assert "What was sent" in text
    return "Send it again" in text


def has_button(answer: Any) -> bool:
    """As :func:`is_offered`, in any language: of what is readable, whether it can be sent."""
    text = answer.content.decode()
    assert "<textarea" in text
    return bool(carried(text))


def left_by(client: Client, page: str) -> tuple[Client, str]:
    """A browser in which nobody is signed in any more, before a page that this one has opened."""
    return Client(headers={"Accept-Language": "en"}), stamp_on(client, page)


def routes(patterns: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    for each in patterns:
        at = f"{above}{each.pattern}"
        if isinstance(each, URLPattern):
            yield at, each.callback
        else:
            yield from routes(each.url_patterns, at)


def asks_once_more(view: Any) -> bool:
    """As its own source says; a view that has none is none of ours with a form."""
    inner = inspect.unwrap(view)
    if not inspect.isfunction(inner):
        return False
    return bool(re.search(r"^@\w*freshly", inspect.getsource(inner), re.MULTILINE))


class TestStaff:
    def test_a_long_form_is_shown_to_whoever_has_signed_in_and_not_done(self) -> None:
        client, stamp = left_by(supervisor(), ENTRY)
        typed = form(happened=TYPED, holding=["contact", "account"], stamp=stamp)
        asked = client.post(ENTRY, typed)
        assert asked.status_code == 403
        assert asked.headers["Cache-Control"] == "no-store"
        text = asked.content.decode()
        assert "Nothing has been done yet, and signing in does nothing else" in text
        assert f"<code>{ENTRY}</code>" in text
        kept = fields_of(asked)
        assert kept["kept-happened"] == [TYPED]
        assert kept["kept-holding"] == ["contact", "account"]
        wrong = client.post(ENTRY, sign_in(kept, BOSS, "wrong"))
        assert wrong.status_code == 422
        assert kept_in(wrong) == kept_in(asked)
        assert 'value="boss@room.example"' in wrong.content.decode()
        shown = client.post(ENTRY, sign_in(fields_of(wrong), BOSS, STAFF_WORD))
        assert shown.status_code == 200
        assert not is_offered(shown)
        text = shown.content.decode()
        assert html.escape(TYPED, quote=False).replace('"', "&#34;") in text
        assert f'href="{ENTRY}"' in text
        assert not Breach.objects.exists()
        assert client.post(ENTRY, form(happened=TYPED)).status_code == 302, "they are signed in"

    def test_words_are_not_struck_by_a_sign_in(self) -> None:
        boss, _ = supervisor(), supervisor(OTHER)
        page = entered(boss, happened="We lost it because of me.")
        seq = BreachAct.objects.get(verb="happened").seq
        assert send(boss, page, "striking", act=str(seq), words="A name.").status_code == 302
        wish = BreachAct.objects.get(verb="to_strike").seq
        client, stamp = left_by(boss, page)
        there = f"{page}striking/agreement/"
        asked = client.post(there, {"act": str(seq), "wish": str(wish), "stamp": stamp})
        shown = client.post(there, sign_in(fields_of(asked), OTHER, STAFF_WORD))
        assert not is_offered(shown)
        assert f'href="{page}"' in shown.content.decode(), "the page, to be read"
        assert not BreachAct.objects.filter(verb="struck").exists()
        # Who has typed it is not offered it either.
        client, stamp = left_by(supervisor(OTHER), page)
        asked = client.post(there, {"act": str(seq), "wish": str(wish), "stamp": stamp})
        assert not is_offered(client.post(there, sign_in(fields_of(asked), OTHER, STAFF_WORD)))
        assert not BreachAct.objects.filter(verb="struck").exists()

    def test_a_hold_is_not_lifted_by_a_sign_in(self, sandbox: Any) -> None:
        made = bought(sandbox)
        boss, deputy = supervisor(), supervisor(OTHER)
        enter(boss, number(made))
        page = f"/staff/privacy/holds/{Hold.objects.get().id}/"
        assert deputy.post(f"{page}lifting/", {"why": "over"}).status_code == 302
        client, stamp = left_by(boss, page)
        there = f"{page}lifting/agreement/"
        asked = client.post(there, {"why": "over", "stamp": stamp})
        shown = client.post(there, sign_in(fields_of(asked), BOSS, STAFF_WORD))
        assert not is_offered(shown)
        assert Hold.objects.get().lifted_at is None

    def test_no_form_that_matters_is_offered(self) -> None:
        found = dict(routes(get_resolver().url_patterns))
        matter = {
            at: view
            for at, view in found.items()
            if "/agreement/" in at
            or asks_once_more(view)
            or view in rights.OF_ACCOUNT.values()
            or view is payment.account
        }
        assert len([at for at in matter if "/agreement/" in at]) == 2
        assert "staff/privacy/brakes/<uuid:brake_id>/" in matter
        assert len(matter) > 30
        assert [at for at, view in matter.items() if not getattr(view, "by_hand", False)] == []
        # What asks once more below a route that does not say so itself is known here.
        below = {
            each.__name__
            for name, module in list(sys.modules.items())
            if re.match(r"reprise\.web\.\w+\.views\.", name)
            for each in vars(module).values()
            if inspect.isfunction(each)
            and getattr(each, "by_hand", False)
            and each not in found.values()
        }
        assert below == {"_enter"}, "of payment.account"

    def test_a_form_that_is_nothing_but_a_press_leads_to_the_door(self) -> None:
        stamp = stamp_on(supervisor(), ENTRY)
        answer = Client().post("/staff/books/audits/", {"csrfmiddlewaretoken": "x", "stamp": stamp})
        assert answer.headers["Location"] == "/staff/login/?next=%2Fstaff%2F"

    def test_it_is_asked_in_the_language_of_the_browser(self) -> None:
        stamp = stamp_on(supervisor(), ENTRY)
        answer = Client(headers={"Accept-Language": "de"}).post(ENTRY, form(stamp=stamp))
        assert 'lang="de"' in answer.content.decode()


class TestBuyersAndSellers:
    """What needs no fresh password is sent once more by one press of who has typed it."""

    @pytest.fixture
    def stamp(self, ada: User) -> str:
        return stamp_on(signed_in(), DETAILS)

    def ask(self, client: Client, stamp: str, page: str = DETAILS, **typed: str) -> Any:
        return client.post(page, {"name": "Ada L.", "language": "en", "stamp": stamp, **typed})

    def name(self) -> str:
        return str(User.objects.get(email=ADA).name)

    def test_a_buyers_form_is_shown_and_sent_by_them(self, stamp: str) -> None:
        client = Client(enforce_csrf_checks=True)
        token = re.search(
            r'csrfmiddlewaretoken" value="([^"]+)', client.get(f"{HOME}login/").content.decode()
        )
        assert token
        asked = self.ask(client, stamp, csrfmiddlewaretoken=token[1], extra="")
        assert asked.status_code == 403
        assert ">extra</label>" not in asked.content.decode(), "there is nothing to read in it"
        kept = fields_of(asked)
        assert kept["kept-extra"] == [""]
        assert kept["kept-name"] == ["Ada L."]
        assert "kept-csrfmiddlewaretoken" not in kept
        shown = client.post(DETAILS, sign_in(kept, ADA, WORD))
        assert self.name() != "Ada L."
        fields = fields_of(shown)
        assert (fields["name"], fields["extra"]) == (["Ada L."], [""])
        assert "Nichts wurde geändert. " in shown.content.decode()
        assert f"<code>{DETAILS}</code>" in shown.content.decode()
        assert ADA in shown.content.decode()
        assert client.post(DETAILS, fields).status_code == 303
        assert self.name() == "Ada L."

    def test_another_account_is_told_that_it_is_not_sent(self, stamp: str) -> None:
        User.objects.create_user("eve@buyer.example", WORD)
        client = Client()
        kept = fields_of(self.ask(client, stamp))
        shown = client.post(DETAILS, sign_in(kept, "eve@buyer.example", WORD))
        assert not has_button(shown)
        assert "Ada L." in shown.content.decode()
        assert "eve@buyer.example" in shown.content.decode()

    def test_nor_is_what_was_opened_the_day_before_yesterday(
        self, stamp: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        later = now() + timedelta(days=2)
        monkeypatch.setattr(clock, "now", lambda: later)
        client = Client()
        kept = fields_of(self.ask(client, stamp))
        assert not has_button(client.post(DETAILS, sign_in(kept, ADA, WORD)))

    def test_nor_what_comes_from_another_page(self, ada: User) -> None:
        client = Client()
        asked = self.ask(client, stamp_on(signed_in(), f"{HOME}sessions/"))
        assert not has_button(client.post(DETAILS, sign_in(fields_of(asked), ADA, WORD)))

    @pytest.mark.parametrize("stamp", ["", "x", "1790000000 nobody /de-de/account/details/:x"])
    def test_without_our_stamp_nothing_is_kept(self, ada: User, stamp: str) -> None:
        for sent in ({"stamp": stamp}, {"proof": "1", "kept-stamp": stamp, "kept-name": "Eve"}):
            answer = Client().post(DETAILS, {"name": "Eve", "email": ADA, "password": WORD} | sent)
            assert answer.status_code == 303
            assert answer.headers["Location"].startswith(f"{HOME}login/?next=")

    def test_a_passkey_signs_in_as_well(self, stamp: str) -> None:
        device = Authenticator()
        before = signed_in()
        made = json.dumps(device.create(options(before.get(f"{HOME}passkeys/"))))
        before.post(f"{HOME}passkeys/", {"credential": made})
        client = Client()
        asked = self.ask(client, stamp)
        given = json.dumps(device.get(options(asked)))
        shown = client.post(DETAILS, fields_of(asked) | {"credential": given})
        assert has_button(shown)
        assert fields_of(shown)["name"] == ["Ada L."]
        assert given not in shown.content.decode()

    def test_a_page_that_asked_once_more_does_nothing_when_the_session_ends_meanwhile(
        self, ada: User
    ) -> None:
        client = signed_in()
        session = client.session
        del session["proved_at"]
        session.save()
        stamp = stamp_on(client, DETAILS)
        asked = client.post(EMAIL, {"email": "new@buyer.example", "stamp": stamp})
        assert f"<code>{EMAIL}</code>" in asked.content.decode()
        assert ">new@buyer.example</textarea>" in asked.content.decode().replace(">\n", ">")
        client.cookies.clear()
        shown = client.post(EMAIL, sign_in(fields_of(asked), ADA, WORD))
        assert shown.status_code == 200
        assert not has_button(shown)
        assert not Letter.objects.exists()

    def test_a_sellers_form_is_kept_as_well(self) -> None:
        case = an_offer(stock=5)
        user = User.objects.create_user("seller@room.example", STAFF_WORD)
        Member.objects.create(seller=case.seller, user_id=user.id)
        path = f"/seller/offers/{case.id}/"
        before = Client()
        before.force_login(user)
        stamp = stamp_on(before, path)
        client = Client(headers={"Accept-Language": "en"})
        kept = fields_of(client.post(path, {"expected": "5", "available": "3", "stamp": stamp}))
        shown = client.post(path, sign_in(kept, user.email, STAFF_WORD))
        assert is_offered(shown)
        assert client.post(path, fields_of(shown)).status_code in {200, 302, 303}
        assert 'value="3"' in client.get(path).content.decode()

    @pytest.mark.parametrize(
        "secret",
        [
            {"password": "quite another word", "name": "x"},
            {"credential": "{}", "label": "x"},
        ],
        ids=["password", "passkey"],
    )
    def test_no_secret_is_written_into_a_page(self, stamp: str, secret: dict[str, Any]) -> None:
        answer = Client().post(f"{HOME}password/", secret | {"stamp": stamp})
        assert answer.status_code == 303
        assert answer.headers["Location"].startswith(f"{HOME}login/?next=")

    def test_guesses_are_limited_here_as_at_the_door(self, stamp: str) -> None:
        client = Client()
        kept = fields_of(self.ask(client, stamp))
        for n in range(5):
            assert client.post(DETAILS, sign_in(kept, ADA, f"guess {n}")).status_code == 422
        last = client.post(DETAILS, sign_in(kept, ADA, WORD))
        assert last.status_code == 429
        assert kept_in(last)["kept-name"] == ["Ada L."]

    def test_no_page_is_an_echo(self, stamp: str) -> None:
        most = '"' * (64 * 1024 - len("name" + "language" + "en"))
        asked = self.ask(Client(), stamp, name=most)
        assert asked.status_code == 403
        assert asked.content.count(b"&#34;" * 100_00) < 8, "written once"
        assert fields_of(asked)["kept-name"] == [most]
        for more in ({"name": most + '"'}, {f"f{n}": "x" for n in range(199)}):
            too_long = self.ask(Client(), stamp, **more)
            assert too_long.status_code == 413
            assert len(too_long.content) < 20_000
        # Nor by the page that asks once more who it is.
        client = signed_in()
        session = client.session
        del session["proved_at"]
        session.save()
        too_long = client.post(EMAIL, {"email": '"' * 900_000})
        assert too_long.status_code == 413
        assert len(too_long.content) < 20_000


class TestAnotherTab:
    """Whoever has signed in since, in another tab, has another token."""

    @pytest.fixture
    def client(self, ada: User) -> Client:
        self.stamp = stamp_on(signed_in(), DETAILS)
        client = Client(enforce_csrf_checks=True)
        page = client.get(f"{HOME}login/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode())
        assert token
        self.old = token[1]
        sent = {"email": ADA, "password": WORD, "csrfmiddlewaretoken": self.old}
        assert client.post(f"{HOME}login/", sent).status_code == 303
        return client

    def send(
        self, client: Client, site: str | None = "same-origin", page: str = DETAILS, **typed: str
    ) -> Any:
        sent = {"csrfmiddlewaretoken": self.old, "stamp": self.stamp, "language": "en", **typed}
        return client.post(page, sent, headers={"Sec-Fetch-Site": site} if site else {})

    def test_the_form_is_sent_again_with_a_new_token_and_done_once(self, client: Client) -> None:
        answer = self.send(client, name="Ada L.")
        assert answer.status_code == 403
        assert "no-store" in answer.headers["Cache-Control"]
        assert ADA in answer.content.decode()
        fields = fields_of(answer)
        assert fields["name"] == ["Ada L."]
        assert fields["csrfmiddlewaretoken"] != [self.old]
        again = client.post(DETAILS, fields, headers=SAME)
        assert again.status_code == 303
        assert User.objects.get(email=ADA).name == "Ada L."

    def test_what_matters_is_shown_and_not_offered(self, client: Client) -> None:
        answer = self.send(client, page=EMAIL, email="thief@evil.example")
        assert answer.status_code == 403
        assert "thief@evil.example</textarea>" in answer.content.decode()
        assert not has_button(answer)

    def test_a_form_that_a_script_has_made_is_not_repeated(self, client: Client) -> None:
        for page in (EMAIL, DETAILS):
            answer = client.post(page, {"email": "thief@evil.example"}, headers=SAME)
            assert answer.status_code == 403
            assert "thief@evil.example" not in answer.content.decode()

    def test_so_is_one_that_was_kept_until_somebody_signs_in(self, client: Client) -> None:
        kept = {
            "proof": "1", "kept-stamp": self.stamp, "kept-name": "Ada L.",
            "kept-password": "an older word", "email": ADA, "password": WORD,
        }  # fmt: skip
        answer = self.send(client, **kept)
        assert fields_of(answer)["name"] == ["Ada L."]
        for each in (WORD, "an older word"):
            assert each not in answer.content.decode()

    @pytest.mark.parametrize("site", [None, "none"])
    def test_nothing_is_repeated_that_no_page_of_ours_has_sent(
        self, client: Client, site: str | None
    ) -> None:
        answer = self.send(client, site, name="Ada Lovelace")
        assert answer.status_code == 403
        assert "Ada Lovelace" not in answer.content.decode()

    def test_nor_a_secret(self, client: Client) -> None:
        answer = self.send(client, password="quite another word", name="Ada Lovelace")
        assert answer.status_code == 403
        for each in ("quite another word", "Ada Lovelace"):
            assert each not in answer.content.decode()

    def test_nor_what_is_too_long(self, client: Client) -> None:
        answer = self.send(client, name='"' * 900_000)
        assert answer.status_code == 413
        assert len(answer.content) < 20_000
