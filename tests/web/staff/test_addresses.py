"""The staff room's page of a request: one proposes another e-mail address, another one agrees."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.kernel import evidence
from reprise.kernel.ids import new_id
from reprise.orders.models import Contact
from reprise.privacy.models import Proposal, Request
from tests.cast import CONTACT, an_offer
from tests.orders.sale import Sale, place
from tests.web.account.people import long_ago
from tests.web.staff.test_requests import HOME, confirmed, entered, one_of_the_staff

pytestmark = pytest.mark.django_db(transaction=True)
NEW = "camille.right@buyer.example"
FORM = {"email": NEW, "shown_by": "post"}


@pytest.fixture
def sale() -> Sale:
    return place((an_offer(stock=1), 1))


@pytest.fixture
def ann() -> Client:
    return one_of_the_staff("ann@room.example")


@pytest.fixture
def bob() -> Client:
    return one_of_the_staff("bob@room.example")


def page_of(client: Client, made: Request) -> str:
    return client.get(f"{HOME}{made.reference}/").content.decode()


def proposal_in(page: str) -> dict[str, str]:
    found = re.search(r'name="proposal" value="([^"]+)"', page)
    assert found, "nothing is proposed on this page"
    return {"proposal": found[1]}


def proposed(client: Client, sale: Sale) -> Request:
    made = entered(client, sale)
    assert client.post(f"{HOME}{made.reference}/address/", FORM).status_code == 302
    return made


def email_of(sale: Sale) -> str:
    return Contact.objects.get(order_id=sale.order.id).email


def test_one_proposes_and_another_one_agrees(ann: Client, bob: Client, sale: Sale) -> None:
    made = proposed(ann, sale)
    path = f"{HOME}{made.reference}/address/"
    own = page_of(ann, made)
    assert "Somebody else of the staff has to agree" in own
    assert "address/agreement/" not in own
    assert email_of(sale) == CONTACT.email
    read = page_of(bob, made)
    assert NEW in read
    assert "answered a letter that we sent by post" in read
    assert "ann@room.example" in read
    assert "another address proposed" in bob.get(HOME).content.decode()
    answer = bob.post(f"{path}agreement/", proposal_in(read))
    assert (answer.status_code, answer["Location"]) == (302, f"{HOME}{made.reference}/")
    assert email_of(sale) == NEW
    made.refresh_from_db()
    assert (made.state, made.outcome) == ("answered", "corrected")
    after = page_of(ann, made)
    assert "bob@room.example" in after
    assert "Agreed to" in after
    assert NEW not in after, "the order has it, and the request has its requester's"


def test_who_has_proposed_it_is_refused(ann: Client, sale: Sale) -> None:
    made = proposed(ann, sale)
    form = proposal_in(page_of(ann, made))
    answer = ann.post(f"{HOME}{made.reference}/address/agreement/", form)
    assert answer.status_code == 403
    assert "somebody else of the staff has to agree" in answer.content.decode()
    assert email_of(sale) == CONTACT.email


@pytest.mark.parametrize("who", ["ann", "bob"])
def test_either_declines(ann: Client, bob: Client, sale: Sale, who: str) -> None:
    made = proposed(ann, sale)
    client = {"ann": ann, "bob": bob}[who]
    page = page_of(client, made)
    assert ("Take it back" if who == "ann" else "Decline</button>") in page
    answer = client.post(f"{HOME}{made.reference}/address/declining/", proposal_in(page))
    assert answer.status_code == 302
    after = page_of(client, made)
    assert "Not agreed to" in after
    assert NEW not in after
    assert "Propose it to a second one of the staff" in after
    assert email_of(sale) == CONTACT.email


def test_each_step_takes_a_password_given_just_now(ann: Client, bob: Client, sale: Sale) -> None:
    made = entered(ann, sale)
    path = f"{HOME}{made.reference}/address/"
    long_ago(ann)
    assert ann.post(path, FORM).status_code == 403
    assert not Proposal.objects.exists()
    eve = one_of_the_staff("eve@room.example")
    assert eve.post(path, FORM).status_code == 302
    form = proposal_in(page_of(bob, made))
    long_ago(bob)
    for act in ("agreement/", "declining/"):
        assert bob.post(f"{path}{act}", form).status_code == 403
    assert Proposal.objects.get().state == "waiting"
    assert email_of(sale) == CONTACT.email


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"email": "camille", "shown_by": "post"}, "proposed-error"),
        ({"email": "", "shown_by": "post"}, "proposed-error"),
        ({"email": "x" * 260 + "@buyer.example", "shown_by": "post"}, "proposed-error"),
        ({"email": NEW}, "shown-error"),
        ({"email": NEW, "shown_by": "identity_card"}, "shown-error"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    ann: Client, sale: Sale, form: dict[str, str], error: str
) -> None:
    made = entered(ann, sale)
    answer = ann.post(f"{HOME}{made.reference}/address/", form)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert f'id="{error}"' in page
    assert f'aria-describedby="{error}"' in page
    if len(form["email"]) < 100:
        assert f'value="{form["email"]}"' in page
    assert ("Enter the right e-mail address." in page) is (form["email"] == "")
    assert ('value="post" required checked' in page) is (form.get("shown_by") == "post")
    assert not Proposal.objects.exists()


def test_what_nothing_shows_is_refused_and_not_offered(ann: Client, sale: Sale) -> None:
    made = entered(ann, sale)
    page = page_of(ann, made)
    assert 'value="post"' in page
    assert 'value="phone"' not in page, "the order has none"
    assert 'value="payer"' not in page, "nobody has paid"
    answer = ann.post(f"{HOME}{made.reference}/address/", FORM | {"shown_by": "phone"})
    assert answer.status_code == 422
    assert "That shows nothing of this order" in answer.content.decode()
    assert f'value="{NEW}"' in answer.content.decode()


def test_an_account_is_offered_nothing(ann: Client, sale: Sale) -> None:
    made = entered(ann, sale)
    Contact.objects.update(buyer_id=new_id())
    page = page_of(ann, made)
    assert "/address/" not in page
    assert "orders anew" in page
    assert ann.post(f"{HOME}{made.reference}/address/", FORM).status_code == 409


def test_what_is_confirmed_is_corrected_as_before(ann: Client, sale: Sale) -> None:
    made = confirmed(ann, sale)
    page = page_of(ann, made)
    assert "/address/" not in page
    assert "/correction/" in page
    assert ann.post(f"{HOME}{made.reference}/address/", FORM).status_code == 409


@pytest.mark.parametrize("proposal", ["", "nothing", "01975c6e-7d1c-7000-8000-000000000001"])
def test_what_is_not_there_is_not_agreed_to(bob: Client, sale: Sale, proposal: str) -> None:
    made = entered(bob, sale)
    for act in ("agreement", "declining"):
        form = {"proposal": proposal}
        answer = bob.post(f"{HOME}{made.reference}/address/{act}/", form)
        assert answer.status_code == 409
        assert "not proposed any more" in answer.content.decode()


def test_the_evidence_names_both_and_what_was_shown(ann: Client, bob: Client, sale: Sale) -> None:
    made = proposed(ann, sale)
    form = proposal_in(page_of(bob, made))
    bob.post(f"{HOME}{made.reference}/address/agreement/", form)
    told = json.loads(ann.get(f"{HOME}{made.reference}/evidence.json").content)
    assert evidence.problems(told) == []
    ids = {name: str(User.objects.get(email=f"{name}@room.example").id) for name in ("ann", "bob")}
    whats = {each["what"]: each for each in told["entries"]}
    assert (whats["proposed"]["staff_id"], whats["proposed"]["shown_by"]) == (ids["ann"], "post")
    assert whats["agreed"]["staff_id"] == ids["bob"]
    assert whats["proposed"]["staff"].startswith("S-")
    assert whats["agreed"]["staff"].startswith("S-")
    for address in (NEW, CONTACT.email):
        assert address not in json.dumps(told)


def test_whoever_has_mistyped_it_reads_what_to_do() -> None:
    page = Client().get("/en-fr/privacy/request/").content.decode()
    assert "You mistyped the address when you ordered?" in page
