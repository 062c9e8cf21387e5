"""What a buyer meets on the payment page, one journey a test card."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.sandbox import buyer as cards
from tests.sandbox.buyer import Buyer
from tests.sandbox.running import RunningProvider, eventually

NewPayment = Callable[..., dict[str, Any]]
BACK = "/order/back/"


def look(sandbox: RunningProvider, payment: dict[str, Any]) -> dict[str, Any]:
    status, found = sandbox.api("GET", f"/v1/payments/{payment['id']}")
    assert status == 200
    return found


def kinds(sandbox: RunningProvider, payment: dict[str, Any]) -> list[str]:
    query = "SELECT kind FROM sandbox.entry WHERE payment = %s ORDER BY seq"
    return [kind for (kind,) in sandbox.rows(query, payment["id"])]


def test_a_good_card_leads_back_to_the_shop(
    sandbox: RunningProvider, new_payment: NewPayment
) -> None:
    payment = new_payment()
    assert Buyer(sandbox, payment["page"]).pay(cards.SUCCEEDS) == BACK
    found = look(sandbox, payment)
    assert (found["status"], found["authorised"], found["captured"]) == ("authorised", 31599, 0)
    assert found["card_last4"] == "4242"


@pytest.mark.parametrize("number", [cards.DECLINED, cards.NO_FUNDS])
def test_a_declined_card_may_be_tried_again_and_three_times_in_all(
    sandbox: RunningProvider, new_payment: NewPayment, number: str
) -> None:
    payment = new_payment()
    buyer = Buyer(sandbox, payment["page"])
    assert buyer.pay(number, holder="Ada <&> L") == ""
    assert buyer.page.status == 422
    assert 'role="alert"' in buyer.page.text
    form = buyer.page.form("/card")
    assert form.fields["holder"] == "Ada <&> L", "what was typed is kept"
    assert form.fields["number"] == form.fields["expiry"] == form.fields["code"] == ""
    assert look(sandbox, payment)["status"] == "open"
    assert buyer.pay(number) == ""
    assert look(sandbox, payment)["status"] == "open"
    assert buyer.pay(number) == ""
    assert look(sandbox, payment)["status"] == "declined"
    assert buyer.page.status == 200
    assert BACK in buyer.page.read.links
    assert kinds(sandbox, payment) == []


def test_after_a_declined_card_another_one_pays(
    sandbox: RunningProvider, new_payment: NewPayment
) -> None:
    payment = new_payment()
    buyer = Buyer(sandbox, payment["page"])
    assert buyer.pay(cards.DECLINED) == ""
    assert buyer.pay(cards.SUCCEEDS) == BACK
    assert look(sandbox, payment)["status"] == "authorised"


def test_the_challenge_is_a_step_of_its_own(
    sandbox: RunningProvider, new_payment: NewPayment
) -> None:
    payment = new_payment()
    buyer = Buyer(sandbox, payment["page"])
    assert buyer.pay(cards.CHALLENGE) == ""
    assert look(sandbox, payment)["status"] == "open"
    form = buyer.page.form("/challenge")
    assert form.buttons == [("answer", "confirm"), ("answer", "refuse")]
    assert "3220" in buyer.page.text
    assert buyer.go(form, answer="confirm") == BACK
    assert look(sandbox, payment)["status"] == "authorised"


def test_a_challenge_can_be_refused_and_be_declined_after_all(
    sandbox: RunningProvider, new_payment: NewPayment
) -> None:
    payment = new_payment()
    buyer = Buyer(sandbox, payment["page"])
    buyer.pay(cards.CHALLENGE)
    assert buyer.go(buyer.page.form("/challenge"), answer="refuse") == ""
    assert look(sandbox, payment)["status"] == "open"
    buyer.pay(cards.CHALLENGE_DECLINED)
    assert buyer.go(buyer.page.form("/challenge"), answer="confirm") == ""
    assert look(sandbox, payment)["status"] == "open"
    assert buyer.pay(cards.SUCCEEDS) == BACK


def test_nobody_passes_a_challenge_that_was_not_asked(
    sandbox: RunningProvider, new_payment: NewPayment
) -> None:
    payment = new_payment()
    buyer = Buyer(sandbox, payment["page"])
    form = buyer.page.form("/card")
    form.action = form.action.replace("/card", "/challenge")
    buyer.go(form, answer="confirm")
    assert look(sandbox, payment)["status"] == "open"
    form.action = form.action.replace("/challenge", "/bank")
    buyer.go(form, answer="approve")
    assert look(sandbox, payment)["status"] == "open"


@pytest.mark.parametrize("method", ["bancontact", "ideal"])
@pytest.mark.parametrize(
    ("answer", "status", "lines"),
    [("approve", "collected", ["collected"]), ("refuse", "declined", [])],
)
def test_the_bank_collects_at_once_or_not_at_all(
    sandbox: RunningProvider,
    new_payment: NewPayment,
    method: str,
    answer: str,
    status: str,
    lines: list[str],
) -> None:
    payment = new_payment(method=method)
    buyer = Buyer(sandbox, payment["page"])
    buyer.page = buyer.open(buyer.page.read.links[0])
    back = buyer.go(buyer.page.form("/bank"), answer=answer)
    assert back == (BACK if status == "collected" else "")
    found = look(sandbox, payment)
    assert found["status"] == status
    assert found["captured"] == (31599 if status == "collected" else 0)
    assert kinds(sandbox, payment) == lines


@pytest.mark.parametrize("method", ["card", "bancontact", "ideal"])
def test_giving_up_leads_back_to_the_shop(
    sandbox: RunningProvider, new_payment: NewPayment, method: str
) -> None:
    payment = new_payment(method=method)
    buyer = Buyer(sandbox, payment["page"])
    assert buyer.go(buyer.page.form("/cancel")) == BACK
    assert look(sandbox, payment)["status"] == "cancelled"
    assert buyer.open(payment["page"]).read.forms == [], "nothing can be paid any more"


def test_a_form_of_a_page_that_is_no_longer_true_changes_nothing(
    sandbox: RunningProvider, new_payment: NewPayment
) -> None:
    payment = new_payment()
    buyer = Buyer(sandbox, payment["page"])
    old = buyer.page.form("/cancel")
    assert buyer.pay(cards.DECLINED) == ""
    assert buyer.send(old).status == 303
    assert look(sandbox, payment)["status"] == "open"
    assert buyer.go(buyer.page.form("/cancel")) == BACK
    assert look(sandbox, payment)["status"] == "cancelled"


def test_a_payment_expires_and_takes_nothing_after_that(
    sandbox: RunningProvider, new_payment: NewPayment
) -> None:
    payment = new_payment(expires_at=(datetime.now(UTC) + timedelta(seconds=2)).isoformat())
    buyer = Buyer(sandbox, payment["page"])
    eventually(lambda: look(sandbox, payment)["status"] == "expired")
    assert buyer.pay(cards.SUCCEEDS) == BACK
    assert look(sandbox, payment)["status"] == "expired"
    assert kinds(sandbox, payment) == []


def test_an_authorisation_can_lapse_at_once(
    sandbox: RunningProvider, new_payment: NewPayment
) -> None:
    payment = new_payment()
    assert Buyer(sandbox, payment["page"]).pay(cards.LAPSES) == BACK
    status, answer = sandbox.api("POST", f"/v1/payments/{payment['id']}/capture", {"amount": 31599})
    assert (status, answer["error"]["code"]) == (409, "authorisation_lapsed")
    assert look(sandbox, payment)["status"] == "lapsed"
    assert kinds(sandbox, payment) == ["authorised", "lapsed"]


@pytest.mark.parametrize("verb", ["capture", "release"])
def test_a_hold_that_is_over_is_not_captured_even_before_anybody_noticed(
    sandbox: RunningProvider, new_payment: NewPayment, verb: str
) -> None:
    payment = new_payment()
    Buyer(sandbox, payment["page"]).pay(cards.SUCCEEDS)
    over = "authorised_until = now(), due_at = now()"
    sandbox.rows(f"UPDATE sandbox.payment SET {over} WHERE id = %s", payment["id"])  # noqa: S608
    body = {"amount": 31599} if verb == "capture" else {}
    status, answer = sandbox.api("POST", f"/v1/payments/{payment['id']}/{verb}", body)
    assert (status, answer["error"]["code"]) == (409, "authorisation_lapsed")
    assert kinds(sandbox, payment) == ["authorised", "lapsed"]


@pytest.mark.parametrize("number", [cards.SUCCEEDS, cards.DECLINED])
def test_a_form_sent_many_times_has_one_effect(
    sandbox: RunningProvider, new_payment: NewPayment, number: str
) -> None:
    payment = new_payment()
    buyer = Buyer(sandbox, payment["page"])
    form = buyer.page.form("/card")
    with ThreadPoolExecutor(8) as pool:
        tries = [
            pool.submit(buyer.send, form, number=number, expiry="12/39", code="123")
            for _ in range(8)
        ]
    assert {done.result().status for done in tries} <= {303, 422}
    good = number == cards.SUCCEEDS
    assert kinds(sandbox, payment) == (["authorised"] if good else [])
    ((count,),) = sandbox.rows("SELECT tries FROM sandbox.payment WHERE id = %s", payment["id"])
    assert count == (0 if good else 1), "one try, not eight"


def test_a_bank_answered_twice_collects_once(
    sandbox: RunningProvider, new_payment: NewPayment
) -> None:
    payment = new_payment(method="ideal")
    buyer = Buyer(sandbox, payment["page"])
    form = buyer.open(buyer.page.read.links[0]).form("/bank")
    assert buyer.go(form, answer="approve") == BACK
    assert buyer.go(form, answer="approve") == BACK
    assert buyer.go(form, answer="refuse") == BACK
    assert kinds(sandbox, payment) == ["collected"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"number": ""}, "number"),
        ({"number": "4242 4242 4242 4241"}, "number"),
        ({"number": "5555 5555 5555 4444"}, "number"),
        ({"number": "my card"}, "number"),
        ({"expiry": "13/30"}, "expiry"),
        ({"expiry": "01/20"}, "expiry"),
        ({"expiry": "soon"}, "expiry"),
        ({"code": "12"}, "code"),
        ({"code": "١٢٣"}, "code"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_a_mistake_is_said_beside_its_field_and_costs_no_try(
    sandbox: RunningProvider,
    new_payment: NewPayment,
    typed: dict[str, str],
    field: str,
    language: str,
) -> None:
    payment = new_payment(language=language)
    buyer = Buyer(sandbox, payment["page"])
    assert buyer.pay(**({"number": cards.SUCCEEDS} | typed), holder="Ada") == ""
    assert buyer.page.status == 422
    marked = [
        attributes
        for tag, attributes in buyer.page.read.tags
        if tag == "input" and attributes.get("aria-invalid")
    ]
    assert [attributes["name"] for attributes in marked] == [field]
    described = marked[0]["aria-describedby"].split()
    ids = {attributes.get("id") for _, attributes in buyer.page.read.tags}
    assert f"{field}-wrong" in described
    assert set(described) <= ids
    assert buyer.page.form("/card").fields["holder"] == "Ada"
    assert "4242" not in {*buyer.page.form("/card").fields.values()}
    assert look(sandbox, payment)["status"] == "open"
    assert sandbox.rows("SELECT tries FROM sandbox.payment WHERE id = %s", payment["id"]) == [(0,)]


@pytest.mark.parametrize(
    ("language", "amount"),
    [
        ("de-DE", "1.315,99\xa0€"),
        ("nl-BE", "€\xa01.315,99"),
        ("fr-FR", "1\u202f315,99\xa0€"),
        ("en", "€1,315.99"),
    ],
)
def test_the_amount_is_written_as_the_language_writes_it(
    sandbox: RunningProvider, new_payment: NewPayment, language: str, amount: str
) -> None:
    page = Buyer(sandbox, new_payment(amount=131599, language=language)["page"]).page
    assert f'<html lang="{language}">' in page.text
    assert amount in page.text


def test_the_page_holds_nothing_that_its_policy_forbids(
    sandbox: RunningProvider, new_payment: NewPayment
) -> None:
    page = Buyer(sandbox, new_payment()["page"]).page
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "same-origin"
    names = {name for _, attributes in page.read.tags for name in attributes}
    assert not {name for name in names if name == "style" or name.startswith("on")}
    assert not {tag for tag, _ in page.read.tags} & {"script", "style"}
    assert page.read.tags.count(("h1", {})) == 1
    (css,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page.text)
    assert sandbox.ask("GET", css)[0] == 200
    completes = [given.get("autocomplete") for tag, given in page.read.tags if tag == "input"]
    assert {"cc-number", "cc-exp", "cc-csc", "cc-name"} <= set(completes)


def test_a_wrong_address_is_a_page_in_the_visitors_language(
    sandbox: RunningProvider, new_payment: NewPayment
) -> None:
    payment = new_payment()
    wrong = f"/sandbox/payment/{payment['id']}/guessed/"
    for address in (wrong, "/sandbox/payment/pay_none/x/", f"{wrong}card"):
        status, headers, body = sandbox.ask("GET", address, Accept_Language="de-DE,de;q=0.9")
        assert status in (404, 405)
        assert headers["content-type"].startswith("text/html")
        assert b"gibt es nicht" in body


def test_no_table_keeps_a_card_number(sandbox: RunningProvider, new_payment: NewPayment) -> None:
    payment = new_payment()
    buyer = Buyer(sandbox, payment["page"])
    buyer.pay(cards.CHALLENGE, holder="Ada Lovelace")
    buyer.go(buyer.page.form("/challenge"), answer="confirm")
    for table in ("payment", "answer", "entry", "notice"):
        for row in sandbox.rows(f"SELECT to_jsonb(t)::text FROM sandbox.{table} t"):  # noqa: S608
            assert "4000000000003220" not in row[0].replace(" ", "")
            assert "Lovelace" not in row[0]


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("fr", "Numéro de commande"), ("nl", "Bestelnummer"), ("de", "Bestellnummer"),
        ("en", "Order number"),
    ],
)  # fmt: skip
def test_the_buyer_sees_the_number_of_the_order(
    sandbox: RunningProvider, new_payment: NewPayment, language: str, label: str
) -> None:
    """The reference is between the shop and the provider; it is shown only without a number."""
    numbered = new_payment(language=language, merchant_reference="R-7K3F9Q2M")
    text = Buyer(sandbox, numbered["page"]).page.text
    assert f'<dt>{label}</dt><dd class="reference">R-7K3F9Q2M</dd>' in text
    assert numbered["reference"] not in text
    plain = new_payment(language=language)
    assert plain["reference"] in Buyer(sandbox, plain["page"]).page.text
