"""Staff hold what has to stay, say why, look at it again and lift it; each is an act."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.keys import Keys
from reprise.orders.models import Contact
from reprise.privacy.actions import contacts
from reprise.privacy.actions.acting import PERSON, Actor
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.leaving import Fate, on_request
from reprise.privacy.models import Act, Hold
from reprise.privacy.people import person
from reprise.privacy.states import By, HoldKind
from tests.cast import CONTACT
from tests.moment import now
from tests.orders.sale import Sale
from tests.planted import corrupt
from tests.privacy.cases import Bought, bought, days_pass, later
from tests.web.staff.test_privacy import WHO, signed_in
from tests.web.staff.test_room import staff, text_of

pytestmark = pytest.mark.django_db(transaction=True)
HOLDS = "/staff/privacy/holds/"


@pytest.fixture
def made(sandbox: Any) -> Bought:
    return bought(sandbox)


def soon(days: int = 30) -> date:
    return now().date() + timedelta(days=days)


def number(of: Bought) -> str:
    sale: Sale = of.sale
    return str(sale.order.reference)


def enter(client: Client, of: str, **other: str) -> Any:
    form = {"of": of, "kind": "litigation", "review_on": soon().isoformat()} | other
    return client.post(f"{HOLDS}entry/", form)


def me(email: str = "staff@room.example") -> Any:
    return User.objects.get(email=email).id


def colleague(email: str = "colleague@room.example") -> Client:
    """Another one of the staff, who has just given the password."""
    User.objects.create_user(email, WHO["password"], is_staff=True, verified_at=now())
    client = Client()
    assert client.post("/staff/login/", WHO | {"email": email}).status_code == 302
    return client


def test_nothing_is_held_yet() -> None:
    assert "Nothing is held." in text_of(staff(), "privacy/holds/")


@pytest.mark.parametrize("of", ["order", "address"])
def test_held_with_a_reason_and_a_day_and_lifted_with_a_reason(made: Bought, of: str) -> None:
    client = signed_in()
    answer = enter(client, number(made) if of == "order" else f" {CONTACT.email.upper()} ")
    known = Hold.objects.get()
    assert answer.headers["Location"] == f"{HOLDS}{known.id}/"
    assert (known.kind, known.by, known.review_on) == ("litigation", "staff", soon())
    assert contacts.take_out(made.id, on_request, PERSON, later()).fate is Fate.KEPT
    text = client.get(f"{HOLDS}{known.id}/").content.decode()
    assert "A claim or lawsuit" in text
    assert "staff@room.example" in text
    assert (number(made) in text) is (of == "order")
    listed = client.get(HOLDS).content.decode()
    assert f"{HOLDS}{known.id}/" in listed
    order = client.get(f"/staff/orders/{number(made)}/").content.decode()
    assert f"{HOLDS}{known.id}/" in order, "who looks at the order sees that it is held"
    for told in (listed, text):
        assert CONTACT.email not in told.lower()
        assert CONTACT.name not in told
    assert client.post(f"{HOLDS}{known.id}/lifting/", {"why": "over"}).status_code == 302
    assert contacts.take_out(made.id, on_request, PERSON, later()).fate is Fate.KEPT
    other = colleague()
    # Who has set it has asked; another one agrees.
    agreed = other.post(f"{HOLDS}{known.id}/lifting/agreement/", {"why": "over"})
    assert agreed.status_code == 302
    acts = Act.objects.order_by("seq").values_list("verb", "basis", "reason", "until", "staff_id")
    assert list(acts) == [
        ("held", "", "litigation", soon(), me()), ("to_lift", "litigation", "over", None, me()),
        ("unheld", "litigation", "over", None, me("colleague@room.example")),
    ]  # fmt: skip
    page = client.get(f"{HOLDS}{known.id}/").content.decode()
    assert "What it was for is over" in page
    assert "lifted, still held" in page
    assert contacts.take_out(made.id, on_request, PERSON, later()).fate is Fate.KEPT
    assert "still held until" in client.get(HOLDS).content.decode()
    assert "lifted, still held" in client.get(f"/staff/orders/{number(made)}/").content.decode()
    assert "Holds that were lifted and end within days" in text_of(client, "")
    days_pass()
    assert "still held" not in client.get(f"{HOLDS}{known.id}/").content.decode()
    assert contacts.take_out(made.id, on_request, PERSON, later()).fate is Fate.ARCHIVED


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": ""}, "Choose why it is held"),
        ({"kind": "curiosity"}, "Choose why it is held"),
        ({"review_on": ""}, "within a year"),
        ({"review_on": "2026-13-40"}, "within a year"),
        ({"review_on": "+0"}, "within a year"),
        ({"review_on": "+367"}, "within a year"),
        ({"of": "R-00000000"}, "There is no order with this number"),
        ({"of": "somebody@else.example"}, "no row of the archive has this address"),
        ({"of": ""}, "There is no order with this number"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_held(
    made: Bought, wrong: dict[str, str], said: str
) -> None:
    if wrong.get("review_on", "").startswith("+"):
        wrong = {"review_on": soon(int(wrong["review_on"])).isoformat()}
    answer = enter(signed_in(), **{"of": number(made)} | wrong)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert said in text
    if wrong.get("of") != "":
        assert f'value="{wrong.get("of", number(made))}"' in text, "what was typed is not lost"
    assert not Hold.objects.exists()
    assert not Act.objects.exists()


def test_another_one_agrees_or_says_that_it_is_needed(made: Bought) -> None:
    client = signed_in()
    enter(client, number(made), kind="authority")
    known = Hold.objects.get()
    path = f"{HOLDS}{known.id}/"
    assert "Ask for it to be lifted" in client.get(path).content.decode()
    client.post(f"{path}lifting/", {"why": "withdrawn"})
    mine = client.get(path).content.decode()
    assert "You have asked for it to be lifted." in mine
    assert "agreement/" not in mine
    refused = client.post(f"{path}lifting/agreement/", {"why": "withdrawn"})
    assert refused.status_code == 409
    assert "is lifted by somebody else of the staff" in refused.content.decode()
    other = colleague()
    assert "to be lifted" in other.get(HOLDS).content.decode()
    assert "wait for a second person" in text_of(other, "")
    theirs = other.get(path).content.decode()
    assert (
        "staff@room.example asks for it to be lifted: Who asked for it does not want it" in theirs
    )
    assert '<input type="hidden" name="why" value="withdrawn">' in theirs
    assert f'{path}lifting/"' not in theirs
    for wrong, status in (("", 422), ("over", 409)):
        assert other.post(f"{path}lifting/agreement/", {"why": wrong}).status_code == status
    other.post(f"{path}review/", {"review_on": soon(60).isoformat()})
    known.refresh_from_db()
    assert (known.lifting_by, known.lifted_at, known.review_on) == (None, None, soon(60))
    assert "Ask for it to be lifted" in other.get(path).content.decode()


def test_a_lifted_hold_says_until_when_it_is_kept(made: Bought) -> None:
    client = signed_in()
    enter(client, number(made), kind="guarantee")
    known = Hold.objects.get()
    client.post(f"{HOLDS}{known.id}/lifting/", {"why": "over"})
    page = client.get(f"{HOLDS}{known.id}/").content.decode()
    assert "Kept as proof until" in page
    assert "Still held until" in page
    assert str(now().year + 5) in page
    assert "lifting/" not in page
    assert "review/" not in page


def test_what_was_lifted_is_held_again_before_its_days_are_over(made: Bought) -> None:
    client = signed_in()
    enter(client, CONTACT.email, kind="guarantee")
    known = Hold.objects.get()
    path = f"{HOLDS}{known.id}/"
    day_of = {"review_on": soon(60).isoformat()}
    assert "again/" not in client.get(path).content.decode()
    assert client.post(f"{path}again/", day_of).status_code == 409, "it holds"
    client.post(f"{path}lifting/", {"why": "over"})
    other = colleague()
    assert f'action="{path}again/"' in other.get(path).content.decode()
    assert other.post(f"{path}again/", {"review_on": ""}).status_code == 422
    answer = other.post(f"{path}again/", day_of)
    made_again = Hold.objects.get(lifted_at=None)
    assert answer.headers["Location"] == f"{HOLDS}{made_again.id}/"
    assert (made_again.kind, made_again.review_on) == ("guarantee", soon(60))
    assert (made_again.person, made_again.staff_id) == (known.person, me("colleague@room.example"))
    days_pass(known.id)
    late = other.post(f"{path}again/", day_of)
    assert late.status_code == 409
    assert "something of it may have left" in late.content.decode()
    assert "again/" not in other.get(path).content.decode()
    assert Hold.objects.count() == 2


def test_who_has_set_it_does_not_agree(made: Bought) -> None:
    client, other = signed_in(), colleague()
    enter(client, number(made), kind="authority")
    known = Hold.objects.get()
    path = f"{HOLDS}{known.id}/"
    other.post(f"{path}lifting/", {"why": "over"})
    page = client.get(path).content.decode()
    assert "You have set it, so somebody else of the staff has to agree" in page
    assert "agreement/" not in page
    refused = client.post(f"{path}lifting/agreement/", {"why": "over"})
    assert refused.status_code == 409
    assert "You have set this hold" in refused.content.decode()
    known.refresh_from_db()
    assert known.lifted_at is None


@pytest.mark.parametrize("why", ["", "litigation"])
def test_it_is_not_lifted_without_a_reason(made: Bought, why: str) -> None:
    client = signed_in()
    enter(client, number(made))
    known = Hold.objects.get()
    answer = client.post(f"{HOLDS}{known.id}/lifting/", {"why": why})
    assert answer.status_code == 422
    assert "Choose why it is lifted. Nothing was lifted." in answer.content.decode()
    known.refresh_from_db()
    assert known.lifted_at is None


def test_what_a_person_asked_for_is_the_persons(made: Bought) -> None:
    theirs = hold(Subject(order_id=made.id), HoldKind.RESTRICTION, soon(), PERSON, now())
    client = signed_in()
    page = client.get(f"{HOLDS}{theirs.id}/").content.decode()
    assert "lifting/" not in page
    for act, form in (("lifting", {"why": "over"}), ("review", {"review_on": soon().isoformat()})):
        answer = client.post(f"{HOLDS}{theirs.id}/{act}/", form)
        assert answer.status_code == 409
        assert "ends it on the page of their data" in answer.content.decode()
    enter(client, number(made), kind="restriction")
    assert Hold.objects.filter(lifted_at=None).count() == 2


def test_it_is_looked_at_again(made: Bought) -> None:
    client = signed_in()
    enter(client, number(made))
    Hold.objects.update(review_on=now().date())
    assert "due" in client.get(HOLDS).content.decode()
    assert f'href="{HOLDS}"><b>1</b>' in text_of(client, "")
    known = Hold.objects.get()
    client.post(f"{HOLDS}{known.id}/review/", {"review_on": soon().isoformat()})
    known.refresh_from_db()
    assert known.review_on == soon()
    assert f'href="{HOLDS}"><b>1</b>' not in text_of(client, "")
    assert [act.verb for act in Act.objects.all()] == ["held", "held"]


@pytest.mark.parametrize("archived", [False, True])
def test_an_order_or_an_address_finds_what_holds_it(made: Bought, archived: bool) -> None:
    if archived:
        contacts.take_out(made.id, on_request, PERSON, later())
    by = Actor(By.STAFF, made.id)
    held = hold(Subject(person=person(CONTACT.email)), HoldKind.AUTHORITY, soon(), by, now())
    other = hold(Subject(person=b"x" * 32), HoldKind.LITIGATION, soon(), by, now())
    client = signed_in()
    for typed in (number(made), CONTACT.email):
        text = client.post(HOLDS, {"q": typed}).content.decode()
        assert str(held.id) in text
        assert str(other.id) not in text
    assert client.post(HOLDS, {"q": "R-00000000"}).status_code == 422
    empty = client.get(f"{HOLDS}?q={CONTACT.email}").content.decode()
    assert CONTACT.email not in empty, "an address of a page is not read"


def test_putting_on_and_lifting_ask_to_sign_in_once_more(made: Bought) -> None:
    client = staff()
    assert enter(client, number(made)).status_code == 403
    assert not Hold.objects.exists()
    known = hold(
        Subject(order_id=made.id), HoldKind.AUTHORITY, soon(), Actor(By.STAFF, made.id), now()
    )
    for below in ("lifting/", "lifting/agreement/", "again/", "telling/"):
        assert client.post(f"{HOLDS}{known.id}/{below}", {"why": "over"}).status_code == 403
    known.refresh_from_db()
    assert (known.lifted_at, known.lifting_by) == (None, None)


def test_a_missing_key_holds_nobody_and_says_so(
    made: Bought, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    client = signed_in()
    monkeypatch.setenv("REPRISE_KEYS", str(tmp_path))
    assert not list(Keys.of().folder.iterdir())
    for answer in (
        enter(client, CONTACT.email), client.post(HOLDS, {"q": CONTACT.email}),
    ):  # fmt: skip
        assert answer.status_code == 503
        assert "Nothing was changed" in answer.content.decode()
    assert not Hold.objects.exists()
    assert Contact.objects.exists()


def test_where_people_cannot_be_found_the_rooms_say_so(
    made: Bought, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    """With a person held, an order's page has to know whether this is the person."""
    client = signed_in()
    enter(client, CONTACT.email)
    ada = User.objects.create_user("ada@buyer.example", "x", verified_at=now())
    buyer = Client()
    buyer.force_login(ada)
    monkeypatch.setenv("REPRISE_KEYS", str(tmp_path))
    for who, page, told in (
        (client, f"/staff/orders/{number(made)}/", "Nothing was changed"),
        (buyer, "/de-de/account/privacy/", "Es wurde nichts geändert"),
    ):
        answer = who.get(page)
        assert answer.status_code == 503, page
        assert told in answer.content.decode()


def test_whether_its_person_may_be_told(made: Bought) -> None:
    client = signed_in()
    form = client.get(HOLDS).content.decode()
    assert "Where an authority asks: may its person be told?" in form
    enter(client, number(made), kind="authority", telling="unsettled")
    known = Hold.objects.get()
    path = f"{HOLDS}{known.id}/"
    page = client.get(path).content.decode()
    assert "The authority has not said yet that they may be told" in page
    assert "Its person is not told" in client.get(HOLDS).content.decode()
    assert "Not told until the end of" in page, "and that they may be told after it"
    assert "unless somebody enters here before" in page
    assert 'value="unsettled"' not in page, "nobody leaves it open again"
    assert client.post(f"{path}telling/", {"telling": "unsettled"}).status_code == 422
    refused = client.post(f"{path}telling/", {"telling": ""})
    assert refused.status_code == 422
    assert "Choose whether the person may be told." in refused.content.decode()
    over = client.post(f"{path}telling/", {"telling": "forbidden", "untold_until": "2020-01-01"})
    assert over.status_code == 422
    day_of = soon(20)
    told = {"telling": "forbidden", "untold_until": day_of.isoformat()}
    assert client.post(f"{path}telling/", told).status_code == 302
    known.refresh_from_db()
    assert (known.untold_why, known.untold_until) == ("forbidden", day_of)
    assert client.post(f"{path}telling/", {"telling": "told"}).status_code == 302
    known.refresh_from_db()
    assert (known.untold_why, known.untold_until) == ("", None)
    page = client.get(path).content.decode()
    assert "Its person may be told of the hold" in page, "among what was done"
    assert "They may be told" in page


def test_after_the_last_day_the_page_says_that_they_may_be(made: Bought) -> None:
    client = signed_in()
    enter(client, number(made), kind="authority", telling="unsettled")
    yesterday = now().date() - timedelta(days=1)
    corrupt("UPDATE privacy_hold SET untold_until = %(day)s", day=yesterday)
    assert "Its person is not told" not in client.get(HOLDS).content.decode()
    page = client.get(f"{HOLDS}{Hold.objects.get().id}/").content.decode()
    assert "They may be told since the end of" in page


def test_only_an_authority_s_has_such_a_form(made: Bought) -> None:
    client = signed_in()
    enter(client, number(made), telling="forbidden")
    known = Hold.objects.get()
    assert known.untold_why == ""
    path = f"{HOLDS}{known.id}/"
    assert "telling/" not in client.get(path).content.decode()
    assert client.post(f"{path}telling/", {"telling": "forbidden"}).status_code == 422
    assert enter(client, number(made), kind="authority", telling="maybe").status_code == 422
    assert enter(client, number(made), kind="authority").status_code == 302
    assert Hold.objects.get(kind="authority").untold_why == "unsettled"
