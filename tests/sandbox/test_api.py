"""The API: strict about what it takes, and one effect a key."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest

from tests.sandbox import buyer as cards
from tests.sandbox.buyer import Buyer
from tests.sandbox.conftest import asked
from tests.sandbox.running import API_KEY, RunningProvider

NewPayment = Callable[..., dict[str, Any]]
Paid = Callable[..., str]


def count(sandbox: RunningProvider, kind: str, payment: str) -> int:
    query = "SELECT count(*) FROM sandbox.entry WHERE kind = %s AND payment = %s"
    ((found,),) = sandbox.rows(query, kind, payment)
    return int(found)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"amount": 0}, "invalid_amount"),
        ({"amount": -1}, "invalid_amount"),
        ({"amount": 12.5}, "invalid_amount"),
        ({"amount": "1200"}, "invalid_amount"),
        ({"amount": True}, "invalid_amount"),
        ({"amount": None}, "invalid_amount"),
        ({"amount": 10**15}, "invalid_amount"),
        ({"currency": "XXX"}, "unknown_currency"),
        ({"currency": "eur"}, "unknown_currency"),
        ({"currency": 978}, "unknown_currency"),
        ({"method": "cheque"}, "unknown_method"),
        ({"method": []}, "unknown_method"),
        ({"language": "it"}, "unknown_language"),
        ({"reference": ""}, "invalid_reference"),
        ({"reference": "Ada Lovelace"}, "invalid_reference"),
        ({"reference": 5}, "invalid_reference"),
        ({"return_url": "//elsewhere.example/"}, "invalid_return_url"),
        ({"return_url": "/\\elsewhere.example/"}, "invalid_return_url"),
        ({"return_url": "javascript:alert(1)"}, "invalid_return_url"),
        ({"return_url": "/a\r\nSet-Cookie: x=1"}, "invalid_return_url"),
        ({"expires_at": "2031-01-01T00:00:00"}, "invalid_time"),
        ({"expires_at": "tomorrow"}, "invalid_time"),
        ({"expires_at": 5}, "invalid_time"),
        ({"expires_at": "2020-01-01T00:00:00+00:00"}, "expires_in_past"),
        ({"colour": "blue"}, "unknown_field"),
    ],
)
def test_what_is_not_right_is_refused_with_a_code_and_its_field(
    sandbox: RunningProvider, changes: dict[str, Any], code: str
) -> None:
    body = asked(**changes)
    status, answer = sandbox.api("POST", "/v1/payments", body)
    assert (status, answer["error"]["code"]) == (422, code)
    assert answer["error"]["field"] == next(iter(changes))
    made = "SELECT id FROM sandbox.payment WHERE reference = %s"
    assert sandbox.rows(made, str(body["reference"])) == []


def test_every_field_is_needed(sandbox: RunningProvider) -> None:
    for name in asked():
        body = asked()
        del body[name]
        status, answer = sandbox.api("POST", "/v1/payments", body)
        assert (status, answer["error"]["code"]) == (422, "missing_field")
        assert answer["error"]["field"] == name


@pytest.mark.parametrize(
    ("body", "status"),
    [("{", 400), ("[]", 422), ("null", 422), ('{"amount": 1, "amount": 2}', 400), ("\xff", 400)],
)
def test_a_body_that_is_no_object_is_refused(
    sandbox: RunningProvider, body: str, status: int
) -> None:
    headers = {"Authorization": f"Bearer {API_KEY}", "Idempotency_Key": str(uuid4())}
    found, _, _ = sandbox.ask("POST", "/v1/payments", body.encode("latin-1"), **headers)
    assert found == status


def test_nothing_is_told_without_the_key(sandbox: RunningProvider, paid: Paid) -> None:
    payment = paid(cards.SUCCEEDS)
    for given in ("", "Bearer wrong", API_KEY, "Bearer ", "Bearer é"):
        for method, path in (
            ("GET", f"/v1/payments/{payment}"),
            ("GET", "/v1/statement"),
            ("GET", "/v1/payments?reference=x"),
            ("POST", f"/v1/payments/{payment}/release"),
        ):
            headers = {"Authorization": given.encode().decode("latin-1")} if given else {}
            status, _, body = sandbox.ask(method, path, "{}", Idempotency_Key="k", **headers)
            assert (status, json.loads(body)["error"]["code"]) == (401, "unauthorised")
    assert count(sandbox, "released", payment) == 0


def test_a_post_needs_an_idempotency_key(sandbox: RunningProvider) -> None:
    status, _, body = sandbox.ask(
        "POST", "/v1/payments", json.dumps(asked()), Authorization=f"Bearer {API_KEY}"
    )
    assert (status, json.loads(body)["error"]["code"]) == (400, "idempotency_key_missing")


def test_what_is_not_there_is_404(sandbox: RunningProvider) -> None:
    assert sandbox.api("GET", "/v1/payments/pay_none")[0] == 404
    assert sandbox.api("POST", "/v1/payments/pay_none/capture", {"amount": 1})[0] == 404
    assert sandbox.api("GET", "/v1/nothing")[0] == 404
    assert sandbox.api("POST", "/v1/statement", {})[0] == 405


def test_the_same_key_makes_one_payment(sandbox: RunningProvider) -> None:
    body, key = asked(), str(uuid4())
    with ThreadPoolExecutor(8) as pool:
        tries = [pool.submit(sandbox.api, "POST", "/v1/payments", body, key=key) for _ in range(8)]
    answers = [done.result() for done in tries]
    assert all(answer == answers[0] for answer in answers)
    assert answers[0][0] == 201
    found = sandbox.api("GET", f"/v1/payments?reference={body['reference']}")[1]["payments"]
    assert [payment["id"] for payment in found] == [answers[0][1]["id"]]


def test_a_key_belongs_to_one_request(sandbox: RunningProvider, paid: Paid) -> None:
    key = str(uuid4())
    payment, other = paid(cards.SUCCEEDS), paid(cards.SUCCEEDS)
    first = sandbox.api("POST", f"/v1/payments/{payment}/capture", {"amount": 100}, key=key)
    assert first[0] == 200
    for path, body in (
        (f"/v1/payments/{payment}/capture", {"amount": 200}),
        (f"/v1/payments/{other}/capture", {"amount": 100}),
        (f"/v1/payments/{payment}/refunds", {"amount": 100}),
        ("/v1/payments", asked()),
    ):
        status, answer = sandbox.api("POST", path, body, key=key)
        assert (status, answer["error"]["code"]) == (409, "idempotency_key_reused")
    again = sandbox.api("POST", f"/v1/payments/{payment}/capture", {"amount": 100}, key=key)
    assert again == first
    assert count(sandbox, "captured", other) == 0


def test_a_refusal_is_the_same_again_even_when_it_could_be_done_now(
    sandbox: RunningProvider, new_payment: NewPayment
) -> None:
    payment, key = new_payment(), str(uuid4())
    path = f"/v1/payments/{payment['id']}/capture"
    early = sandbox.api("POST", path, {"amount": 5}, key=key)
    assert (early[0], early[1]["error"]["code"]) == (409, "not_authorised")
    Buyer(sandbox, payment["page"]).pay(cards.SUCCEEDS)
    assert sandbox.api("POST", path, {"amount": 5}, key=key) == early
    assert sandbox.api("POST", path, {"amount": 5})[0] == 200


@pytest.mark.parametrize("same_key", [True, False])
def test_one_capture_wins_when_many_ask_at_once(
    sandbox: RunningProvider, paid: Paid, same_key: bool
) -> None:
    payment, key = paid(cards.SUCCEEDS), str(uuid4())
    path = f"/v1/payments/{payment}/capture"
    with ThreadPoolExecutor(8) as pool:
        tries = [
            pool.submit(
                sandbox.api, "POST", path, {"amount": 1000}, key=key if same_key else str(uuid4())
            )
            for _ in range(8)
        ]
    answers = [done.result() for done in tries]
    if same_key:
        assert all(answer == answers[0] for answer in answers)
        assert answers[0][0] == 200
    else:
        assert sorted(status for status, _ in answers) == [200] + [409] * 7
    assert count(sandbox, "captured", payment) == 1


def test_a_smaller_capture_gives_the_rest_back(sandbox: RunningProvider, paid: Paid) -> None:
    payment = paid(cards.SUCCEEDS)
    path = f"/v1/payments/{payment}/capture"
    status, answer = sandbox.api("POST", path, {"amount": 31600})
    assert (status, answer["error"]["code"]) == (422, "amount_above_authorised")
    status, answer = sandbox.api("POST", path, {"amount": 30000})
    assert (status, answer["status"], answer["moved"]) == (200, "captured", 30000)
    query = "SELECT kind, amount FROM sandbox.entry WHERE payment = %s ORDER BY seq"
    expected = [("authorised", 31599), ("captured", 30000), ("released", 1599)]
    assert sandbox.rows(query, payment) == expected
    status, answer = sandbox.api("POST", path, {"amount": 1599})
    assert (status, answer["error"]["code"]) == (409, "already_captured")
    status, answer = sandbox.api("POST", f"/v1/payments/{payment}/release", {})
    assert (status, answer["error"]["code"]) == (409, "already_captured")
    assert sandbox.rows(query, payment) == expected


def test_never_more_is_refunded_than_was_captured(sandbox: RunningProvider, paid: Paid) -> None:
    payment = paid(cards.SUCCEEDS)
    path = f"/v1/payments/{payment}/refunds"
    assert sandbox.api("POST", path, {"amount": 1})[1]["error"]["code"] == "nothing_captured"
    sandbox.api("POST", f"/v1/payments/{payment}/capture", {"amount": 1000})
    with ThreadPoolExecutor(8) as pool:
        tries = [pool.submit(sandbox.api, "POST", path, {"amount": 300}) for _ in range(8)]
    answers = [done.result() for done in tries]
    assert sorted(status for status, _ in answers) == [200] * 3 + [422] * 5
    codes = {answer["error"]["code"] for status, answer in answers if status == 422}
    assert codes == {"amount_above_captured"}
    assert sandbox.api("POST", path, {"amount": 101})[0] == 422
    assert sandbox.api("POST", path, {"amount": 100})[1]["refunded"] == 1000
    assert count(sandbox, "refunded", payment) == 4


def test_a_currency_that_is_named_must_be_the_right_one(
    sandbox: RunningProvider, paid: Paid
) -> None:
    payment = paid(cards.SUCCEEDS)
    for verb in ("capture", "refunds"):
        path = f"/v1/payments/{payment}/{verb}"
        status, answer = sandbox.api("POST", path, {"amount": 5, "currency": "USD"})
        assert (status, answer["error"]["code"]) == (422, "other_currency")
        assert sandbox.api("POST", path, {"amount": 5, "currency": "EUR"})[0] == 200


def test_release_ends_a_hold_and_closes_an_open_payment(
    sandbox: RunningProvider, paid: Paid, new_payment: NewPayment
) -> None:
    held = paid(cards.SUCCEEDS)
    status, answer = sandbox.api("POST", f"/v1/payments/{held}/release", {})
    assert (status, answer["status"], answer["moved"]) == (200, "released", 31599)
    assert sandbox.api("POST", f"/v1/payments/{held}/capture", {"amount": 1})[0] == 409

    opened = new_payment()
    status, answer = sandbox.api("POST", f"/v1/payments/{opened['id']}/release")
    assert (status, answer["status"], answer["moved"]) == (200, "cancelled", 0)
    page = Buyer(sandbox, opened["page"]).page
    assert page.read.forms == [], "nobody can pay it any more"
    assert count(sandbox, "released", opened["id"]) == 0


def test_a_capture_can_be_refused_later_and_the_hold_is_gone(
    sandbox: RunningProvider, paid: Paid
) -> None:
    payment, key = paid(cards.CAPTURE_REFUSED), str(uuid4())
    path = f"/v1/payments/{payment}/capture"
    first = sandbox.api("POST", path, {"amount": 31599}, key=key)
    assert (first[0], first[1]["error"]["code"]) == (402, "capture_refused")
    assert sandbox.api("POST", path, {"amount": 31599}, key=key) == first
    assert sandbox.api("POST", path, {"amount": 31599})[1]["error"]["code"] == "already_released"
    found = sandbox.api("GET", f"/v1/payments/{payment}")[1]
    assert (found["status"], found["captured"]) == ("released", 0)


def test_an_answer_can_be_lost_although_the_work_is_done(
    sandbox: RunningProvider, paid: Paid
) -> None:
    payment, key = paid(cards.ANSWER_LOST), str(uuid4())
    path = f"/v1/payments/{payment}/capture"
    assert sandbox.api("POST", path, {"amount": 31599}, key=key)[0] == 504
    status, answer = sandbox.api("POST", path, {"amount": 31599}, key=key)
    assert (status, answer["captured"]) == (200, 31599)
    assert count(sandbox, "captured", payment) == 1
    assert sandbox.api("POST", f"/v1/payments/{payment}/refunds", {"amount": 5})[0] == 200
