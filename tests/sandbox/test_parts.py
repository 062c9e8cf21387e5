"""The provider's pure parts: machine, cards, words, amounts, settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from babel.numbers import get_currency_precision

from reprise.kernel.money import MINOR_UNITS
from reprise.sandbox.payment import rules
from reprise.sandbox.payment.cards import CARDS, TRIES, Behaviour, Card, grouped, luhn, read_card
from reprise.sandbox.payment.config import Config, Misconfigured
from reprise.sandbox.payment.page import price
from reprise.sandbox.payment.rules import Payment, Refused
from reprise.sandbox.payment.states import Method, Status
from reprise.sandbox.payment.texts import LANGUAGES, TEXTS, locale_of

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def payment(**changes: Any) -> Payment:
    plain: dict[str, Any] = {
        "id": "pay_1", "secret": "s", "reference": "R", "amount": 1000, "currency": "EUR",
        "method": Method.CARD, "language": "fr", "return_url": "/", "created_at": NOW,
        "expires_at": NOW + timedelta(hours=1), "status_at": NOW,
    }  # fmt: skip
    return Payment(**(plain | changes))


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("verb", ["capture", "release", "refund", "cancel", "card", "bank"])
def test_every_state_answers_every_verb_and_the_amounts_stay_true(
    status: Status, verb: str
) -> None:
    taken = 600 if status in (Status.CAPTURED, Status.COLLECTED) else 0
    held = 0 if status in (Status.OPEN, Status.COLLECTED, Status.DECLINED) else 1000
    before = payment(status=status, authorised=held, captured=taken)
    decisions: dict[str, Callable[[], rules.Change]] = {
        "capture": lambda: rules.capture(before, 400, NOW),
        "release": lambda: rules.release(before, NOW),
        "refund": lambda: rules.refund(before, 400, NOW),
        "cancel": lambda: rules.cancel(before, NOW),
        "card": lambda: rules.pay_by_card(before, Card(Behaviour.SUCCEEDS, "4242"), NOW),
        "bank": lambda: rules.answer_bank(before, True, NOW),
    }
    decide = decisions[verb]
    possible = {
        Status.OPEN: {"release", "cancel", "card"},
        Status.AUTHORISED: {"capture", "release"},
        Status.CAPTURED: {"refund"},
        Status.COLLECTED: {"refund"},
    }.get(status, set())
    if verb not in possible:
        with pytest.raises(Refused) as refused:
            decide()
        assert refused.value.status == 409
        return
    change = decide()
    after = change.after
    assert 0 <= after.refunded <= after.captured <= after.amount
    assert sum(amount for _, amount in change.entries) >= change.moved
    assert all(amount > 0 for _, amount in change.entries)


def test_the_last_try_ends_the_payment() -> None:
    now = payment()
    for tried in range(1, TRIES + 1):
        change = rules.pay_by_card(now, Card(Behaviour.DECLINED, "0002"), NOW)
        now = change.after
        assert now.tries == tried
        assert (now.status is Status.DECLINED) == (tried == TRIES) == bool(change.told)


def test_a_hold_lives_five_days_and_a_page_until_its_time() -> None:
    opened = payment()
    assert rules.overdue(opened, opened.expires_at - timedelta(seconds=1)) is None
    late = rules.overdue(opened, opened.expires_at)
    assert late is not None
    assert late.after.status is Status.EXPIRED
    held = rules.pay_by_card(opened, Card(Behaviour.SUCCEEDS, "4242"), NOW).after
    assert rules.overdue(held, NOW + timedelta(days=5, seconds=-1)) is None
    lapsed = rules.overdue(held, NOW + timedelta(days=5))
    assert lapsed is not None
    assert lapsed.after.status is Status.LAPSED


def test_each_behaviour_has_one_card_with_a_right_check_digit() -> None:
    assert sorted(CARDS.values()) == sorted(Behaviour)
    assert all(luhn(number) for number in CARDS)
    for number in CARDS:
        card, wrong = read_card(grouped(number), "11 / 2026", " 123 ", year=2026, month=11)
        assert wrong == {}
        assert card == Card(CARDS[number], number[-4:])


@pytest.mark.parametrize(
    ("expiry", "code"),
    [
        ("12/26", ""),
        ("1126", ""),
        ("11/26", ""),
        ("10/26", "expiry_past"),
        ("00/30", "expiry_shape"),
        ("1/2/30", "expiry_shape"),
        ("", "expiry_shape"),
        ("12/030", "expiry_shape"),
    ],
)
def test_how_an_expiry_date_is_read(expiry: str, code: str) -> None:
    _, wrong = read_card("4242424242424242", expiry, "123", year=2026, month=11)
    assert wrong.get("expiry", "") == code


def leaves(texts: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for name, value in texts.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{path}{name}.")
        else:
            yield f"{path}{name}", value


def test_the_four_languages_say_the_same_things() -> None:
    english = dict(leaves(TEXTS["en"]))
    for language in LANGUAGES:
        words = dict(leaves(TEXTS[language]))
        assert words.keys() == english.keys()
        for name, text in words.items():
            assert text.strip()
            places = re.findall(r"\{\w+\}", text)
            assert sorted(places) == sorted(re.findall(r"\{\w+\}", english[name])), name
        same = [name for name in words if words[name] == english[name] and language != "en"]
        assert set(same) <= {"page.sandbox"}, "a text was left in English"
    assert TEXTS["en"]["behaviour"].keys() == {behaviour.value for behaviour in Behaviour}


@pytest.mark.parametrize("currency", sorted(MINOR_UNITS))
def test_amounts_are_shown_with_all_their_decimals(currency: str) -> None:
    assert get_currency_precision(currency) == MINOR_UNITS[currency]


def test_amounts_of_no_and_of_three_decimals() -> None:
    assert price(1234, "JPY", locale_of("en")) == "¥1,234"
    assert price(1234, "KWD", locale_of("de")) == "1,234\xa0KWD"
    assert price(1234, "EUR", locale_of("de-ZZ")) == "12,34\xa0€"


def test_settings_that_are_missing_or_wrong_are_named() -> None:
    good = {
        "SANDBOX_DATABASE_URL": "postgresql://x", "SANDBOX_API_KEY": "k",
        "SANDBOX_WEBHOOK_SECRET": "s",
    }  # fmt: skip
    assert Config.from_environment(good).page_prefix == "/sandbox/payment"
    for name in good:
        with pytest.raises(Misconfigured, match=name):
            Config.from_environment({**good, name: ""})
    for name, value in (
        ("SANDBOX_WEBHOOK_URL", "ftp://x"),
        ("SANDBOX_LATE_SECONDS", "soon"),
        ("SANDBOX_STALL_SECONDS", "-1"),
        ("SANDBOX_THREADS", "1"),
    ):
        with pytest.raises(Misconfigured, match=name):
            Config.from_environment({**good, name: value})


def test_the_page_sets_french_signs_behind_a_narrow_space() -> None:
    def every(texts: Any) -> list[str]:
        if isinstance(texts, str):
            return [texts]
        return [text for each in texts.values() for text in every(each)]

    for text in every(TEXTS["fr"]):
        assert not re.search(r"[^\u202f][;!?»]|«[^\u202f]|[^\u202f]:(?=\s|$)", text), text
