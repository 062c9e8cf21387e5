"""What every payment provider must do, whoever it is."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from reprise.kernel.money import Money
from reprise.payments.providers.base import (
    Charge,
    EntryKind,
    ForgedNotice,
    Method,
    NoticeKind,
    ProviderRefused,
    ProviderStatus,
    ProviderUnavailable,
    Started,
    StatementEntry,
)
from reprise.payments.providers.registry import PROVIDERS, UnknownProvider, provider
from tests.payments.providers.stages import STAGES, Stage

EUR = "EUR"
WHOLE = Money(31599, EUR)


def key() -> str:
    return str(uuid4())


def charge(amount: Money = WHOLE, method: Method = Method.CARD) -> Charge:
    return Charge(
        reference=str(uuid4()),
        merchant_reference="R-7K3F9Q2M",
        amount=amount,
        method=method,
        language="nl-BE",
        return_url="/order/back/",
        expires_at=datetime.now(UTC) + timedelta(hours=1),
    )


def held(stage: Stage, amount: Money = WHOLE) -> Started:
    """A card payment that the buyer has authorised."""
    started = stage.provider.authorize(charge(amount), key())
    stage.pay(started)
    return started


def books(stage: Stage, started: Started) -> list[tuple[EntryKind, int]]:
    """What the provider's statement says about a payment."""
    return [(entry.kind, entry.amount.minor) for entry in entries(stage, started)]


def entries(stage: Stage, started: Started) -> list[StatementEntry]:
    return [
        entry
        for page in stage.provider.statement()
        for entry in page.entries
        if entry.provider_ref == started.provider_ref
    ]


def test_every_registered_provider_has_a_stage() -> None:
    assert STAGES.keys() == PROVIDERS.keys()
    with pytest.raises(UnknownProvider):
        provider("nobody")


def test_a_provider_is_registered_under_its_own_name(stage: Stage) -> None:
    assert stage.provider.name in PROVIDERS


def test_one_key_opens_one_payment(stage: Stage) -> None:
    wanted, one = charge(), key()
    with ThreadPoolExecutor(6) as pool:
        tries = [pool.submit(stage.provider.authorize, wanted, one) for _ in range(6)]
    assert len({done.result() for done in tries}) == 1
    assert stage.provider.authorize(wanted, key()).provider_ref != tries[0].result().provider_ref
    with pytest.raises(ProviderRefused):
        stage.provider.authorize(replace(wanted, amount=Money(1, EUR)), one)


def test_a_look_shows_each_state(stage: Stage) -> None:
    wanted = charge()
    started = stage.provider.authorize(wanted, key())
    before = stage.provider.look_up(started.provider_ref)
    assert before.status is ProviderStatus.OPEN
    assert (before.reference, before.amount) == (wanted.reference, wanted.amount)
    assert before.authorised == before.captured == before.refunded == Money.zero(EUR)
    stage.pay(started)
    after = stage.provider.look_up(started.provider_ref)
    assert after.status is ProviderStatus.AUTHORISED
    assert (after.authorised, after.captured) == (wanted.amount, Money.zero(EUR))
    assert after.occurred_at.tzinfo is not None
    assert after.occurred_at >= before.occurred_at

    for end, status in (
        (stage.give_up, ProviderStatus.CANCELLED),
        (stage.decline, ProviderStatus.DECLINED),
    ):
        ended = stage.provider.authorize(charge(), key())
        end(ended)
        assert stage.provider.look_up(ended.provider_ref).status is status
        assert books(stage, ended) == []


def test_what_it_does_not_know_is_refused(stage: Stage) -> None:
    for ask in verbs(stage, "no-such-payment"):
        with pytest.raises(ProviderRefused):
            ask()


def test_nothing_is_captured_before_the_buyer_paid(stage: Stage) -> None:
    started = stage.provider.authorize(charge(), key())
    with pytest.raises(ProviderRefused):
        stage.provider.capture(started.provider_ref, WHOLE, key())
    with pytest.raises(ProviderRefused):
        stage.provider.refund(started.provider_ref, WHOLE, key())


def test_a_payment_is_captured_once(stage: Stage) -> None:
    started, one = held(stage), key()
    with ThreadPoolExecutor(6) as pool:
        tries = [
            pool.submit(stage.provider.capture, started.provider_ref, WHOLE, one) for _ in range(6)
        ]
    (answer,) = {done.result() for done in tries}
    assert (answer.code, answer.moved) == ("captured", WHOLE)
    assert answer.snapshot == stage.provider.look_up(started.provider_ref)
    with pytest.raises(ProviderRefused) as refused:
        stage.provider.capture(started.provider_ref, Money(1, EUR), key())
    assert refused.value.code == "already_captured"
    with pytest.raises(ProviderRefused):
        stage.provider.release(started.provider_ref, key())
    assert books(stage, started) == [(EntryKind.AUTHORISED, 31599), (EntryKind.CAPTURED, 31599)]


def test_a_smaller_capture_gives_the_rest_back(stage: Stage) -> None:
    started = held(stage)
    with pytest.raises(ProviderRefused):
        stage.provider.capture(started.provider_ref, Money(31600, EUR), key())
    answer = stage.provider.capture(started.provider_ref, Money(20000, EUR), key())
    assert answer.moved == answer.snapshot.captured == Money(20000, EUR)
    assert answer.snapshot.status is ProviderStatus.CAPTURED
    assert books(stage, started) == [
        (EntryKind.AUTHORISED, 31599),
        (EntryKind.CAPTURED, 20000),
        (EntryKind.RELEASED, 11599),
    ]


def test_another_currency_is_refused(stage: Stage) -> None:
    started = held(stage)
    with pytest.raises(ProviderRefused):
        stage.provider.capture(started.provider_ref, Money(100, "USD"), key())
    stage.provider.capture(started.provider_ref, WHOLE, key())
    with pytest.raises(ProviderRefused):
        stage.provider.refund(started.provider_ref, Money(100, "USD"), key())


def test_a_hold_is_released_once(stage: Stage) -> None:
    started, one = held(stage), key()
    answer = stage.provider.release(started.provider_ref, one)
    assert (answer.code, answer.moved) == ("released", WHOLE)
    assert stage.provider.release(started.provider_ref, one) == answer
    with pytest.raises(ProviderRefused):
        stage.provider.release(started.provider_ref, key())
    with pytest.raises(ProviderRefused):
        stage.provider.capture(started.provider_ref, WHOLE, key())
    assert books(stage, started) == [(EntryKind.AUTHORISED, 31599), (EntryKind.RELEASED, 31599)]


def test_an_open_payment_can_be_closed(stage: Stage) -> None:
    started = stage.provider.authorize(charge(), key())
    answer = stage.provider.release(started.provider_ref, key())
    assert (answer.code, answer.moved) == ("cancelled", Money.zero(EUR))
    assert answer.snapshot.status is ProviderStatus.CANCELLED


def test_refunds_stop_at_what_was_captured(stage: Stage) -> None:
    started, one = held(stage), key()
    stage.provider.capture(started.provider_ref, Money(1000, EUR), key())
    first = stage.provider.refund(started.provider_ref, Money(400, EUR), one)
    assert stage.provider.refund(started.provider_ref, Money(400, EUR), one) == first
    assert (first.code, first.moved) == ("refunded", Money(400, EUR))
    with pytest.raises(ProviderRefused):
        stage.provider.refund(started.provider_ref, Money(601, EUR), key())
    rest = stage.provider.refund(started.provider_ref, Money(600, EUR), key())
    assert rest.snapshot.refunded == Money(1000, EUR)
    with pytest.raises(ProviderRefused):
        stage.provider.refund(started.provider_ref, Money(1, EUR), key())
    refunds = [line for line in books(stage, started) if line[0] is EntryKind.REFUNDED]
    assert refunds == [(EntryKind.REFUNDED, 400), (EntryKind.REFUNDED, 600)]


@pytest.mark.parametrize("method", [Method.BANCONTACT, Method.IDEAL])
def test_a_bank_method_collects_at_once(stage: Stage, method: Method) -> None:
    started = stage.provider.authorize(charge(method=method), key())
    stage.pay(started)
    snapshot = stage.provider.look_up(started.provider_ref)
    assert (snapshot.status, snapshot.captured) == (ProviderStatus.COLLECTED, WHOLE)
    with pytest.raises(ProviderRefused):
        stage.provider.capture(started.provider_ref, WHOLE, key())
    with pytest.raises(ProviderRefused):
        stage.provider.release(started.provider_ref, key())
    stage.provider.refund(started.provider_ref, Money(5000, EUR), key())
    assert books(stage, started) == [(EntryKind.COLLECTED, 31599), (EntryKind.REFUNDED, 5000)]


@pytest.mark.parametrize("currency", ["JPY", "EUR", "KWD"])
def test_currencies_of_no_two_and_three_decimals(stage: Stage, currency: str) -> None:
    started = held(stage, Money(12345, currency))
    stage.provider.capture(started.provider_ref, Money(12001, currency), key())
    stage.provider.refund(started.provider_ref, Money(7, currency), key())
    snapshot = stage.provider.look_up(started.provider_ref)
    assert snapshot.authorised == Money(12345, currency)
    assert snapshot.captured == Money(12001, currency)
    assert snapshot.refunded == Money(7, currency)
    assert [entry.amount for entry in entries(stage, started)] == [
        Money(minor, currency) for minor in (12345, 12001, 344, 7)
    ]


def test_a_lost_answer_leaves_one_capture(stage: Stage) -> None:
    started, one = stage.provider.authorize(charge(), key()), key()
    stage.pay_with_lost_answer(started)
    with pytest.raises(ProviderUnavailable):
        stage.provider.capture(started.provider_ref, WHOLE, one)
    answer = stage.provider.capture(started.provider_ref, WHOLE, one)
    assert answer.moved == WHOLE
    assert books(stage, started).count((EntryKind.CAPTURED, 31599)) == 1


def test_nobody_at_the_other_end_means_unknown(stage: Stage) -> None:
    alone = stage.out_of_reach()
    for ask in (
        lambda: alone.authorize(charge(), key()),
        lambda: alone.capture("x", WHOLE, key()),
        lambda: alone.release("x", key()),
        lambda: alone.refund("x", WHOLE, key()),
        lambda: alone.look_up("x"),
        lambda: list(alone.statement()),
    ):
        with pytest.raises(ProviderUnavailable):
            ask()


def test_the_statement_goes_on_from_any_cursor(stage: Stage) -> None:
    started = held(stage)
    pages = list(stage.provider.statement())
    cursor = pages[-1].cursor
    assert list(stage.provider.statement(cursor)) == []
    stage.provider.capture(started.provider_ref, WHOLE, key())
    (page,) = stage.provider.statement(cursor)
    (line,) = page.entries
    wanted = stage.provider.look_up(started.provider_ref)
    assert (line.kind, line.amount, line.reference) == (
        EntryKind.CAPTURED,
        WHOLE,
        wanted.reference,
    )
    assert line.at == wanted.occurred_at


def test_a_notice_tells_what_happened(stage: Stage) -> None:
    started = held(stage)
    stage.provider.capture(started.provider_ref, Money(20000, EUR), key())
    stage.provider.refund(started.provider_ref, Money(300, EUR), key())
    now = datetime.now(UTC)
    notices = [stage.provider.verify(*given, now) for given in stage.deliveries(started, 3)]
    by_kind = {notice.kind: notice for notice in notices}
    assert {kind: notice.amount.minor for kind, notice in by_kind.items()} == {
        NoticeKind.AUTHORISED: 31599,
        NoticeKind.CAPTURED: 20000,
        NoticeKind.REFUNDED: 300,
    }
    assert len({notice.event_id for notice in notices}) == 3
    last = by_kind[NoticeKind.REFUNDED]
    assert last.snapshot == stage.provider.look_up(started.provider_ref)
    assert last.occurred_at == last.snapshot.occurred_at
    assert by_kind[NoticeKind.AUTHORISED].snapshot.status is ProviderStatus.AUTHORISED


def test_a_notice_that_is_replayed_is_known_by_its_id(stage: Stage) -> None:
    headers, body = stage.deliveries(held(stage), 1)[0]
    now = datetime.now(UTC)
    lower = {name.lower(): value for name, value in headers.items()}
    first = stage.provider.verify(headers, body, now)
    assert stage.provider.verify(lower, body, now).event_id == first.event_id


def test_a_forged_notice_is_refused(stage: Stage) -> None:
    headers, body = stage.deliveries(held(stage), 1)[0]
    now = datetime.now(UTC)
    stage.provider.verify(headers, body, now)
    forged = [
        (headers, body.replace(b"31599", b"31590")),
        (headers, body + b" "),
        (headers, b""),
        ({}, body),
    ]
    for name, value in headers.items():
        if "signature" in name.lower():
            forged += [
                ({name: changed}, body)
                for changed in ("", value[:-1], value + "0", "t=,v1=", "é=1", "t=1" + value[2:])
            ]
    for wrong_headers, wrong_body in forged:
        with pytest.raises(ForgedNotice):
            stage.provider.verify(wrong_headers, wrong_body, now)


@pytest.mark.parametrize("minutes", [-6, 6, 60 * 24])
def test_an_old_signature_is_refused(stage: Stage, minutes: int) -> None:
    headers, body = stage.deliveries(held(stage), 1)[0]
    with pytest.raises(ForgedNotice):
        stage.provider.verify(headers, body, datetime.now(UTC) + timedelta(minutes=minutes))


def verbs(stage: Stage, ref: str) -> list[Callable[[], Any]]:
    """Every verb about a payment that exists already."""
    return [
        lambda: stage.provider.capture(ref, WHOLE, key()),
        lambda: stage.provider.release(ref, key()),
        lambda: stage.provider.refund(ref, WHOLE, key()),
        lambda: stage.provider.look_up(ref),
    ]
