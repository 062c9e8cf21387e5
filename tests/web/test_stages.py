"""Whatever can happen to a sale has its words, for everybody who reads of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path

import pytest

import reprise.notifications
from reprise.ledger.states import AccountKind, Phase
from reprise.orders.actions.answer import REASONS
from reprise.orders.states import (
    LineState,
    LineVerb,
    LogVerb,
    OrderStatus,
    ParcelVerb,
    RefundVerb,
)
from reprise.payments.states import InstructionState, PaymentState, Verb
from reprise.shipping.actions import SCANS
from reprise.shipping.states import Doubt, ShipmentState
from reprise.web import history, stages
from reprise.web.shop import progress
from reprise.web.staff import words

LETTERS = {
    each.name
    for each in (Path(reprise.notifications.__file__).parent / "templates").iterdir()
    if each.is_dir()
    and not each.name.startswith(
        ("account_", "contract_", "copy_", "hold_", "payment_account", "request_", "rights_")
    )
}
VERBS = [*LineVerb, *RefundVerb, *ParcelVerb, *LogVerb]
# Why a line moved by itself; the sellers' own reasons are theirs to choose from.
BY_ITSELF = ("buyer_erased", "silence", "unpaid", "not_collected", "not_agreed")


def codes(members: Iterable[Enum]) -> set[str]:
    return {each.value for each in members}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (stages.STATUSES, codes(OrderStatus)),
        (stages.LINES, codes(LineState)),
        (stages.SELLERS_LINES, codes(LineState)),
        (stages.STEPS, codes(VERBS)),
        (stages.REASONS, {*REASONS, *BY_ITSELF}),
        (stages.PARCELS, codes(ShipmentState)),
        (stages.SELLERS_PARCELS, codes(ShipmentState)),
        (stages.SCANS, set(SCANS)),
        (stages.LETTERS, LETTERS),
        (history._STEPS, codes(VERBS)),
        (history._SCANS, set(SCANS)),
        (history._LETTERS, LETTERS),
        (history._CALLS, codes(Verb) - {Verb.AUTHORIZE.value}),
        (words.PAYMENTS, codes(PaymentState)),
        (words.INSTRUCTIONS, codes(Verb)),
        (words.ANSWERS, codes(InstructionState)),
        (words.OUTCOMES, codes(Doubt) | {"nothing_new"}),
        (words.KINDS, codes(AccountKind)),
        (words.PHASES, codes(Phase)),
    ],
)
def test_every_code_has_its_words_and_no_word_is_of_a_code_that_is_gone(
    table: Mapping[str, str], expected: set[str]
) -> None:
    assert set(table) == expected


@pytest.mark.parametrize("state", LineState)
def test_the_buyer_reads_where_each_device_is(state: LineState) -> None:
    text, tone = progress.line_state(state.value)
    assert text
    assert tone in {"ok", "wait", "stop"}


@pytest.mark.parametrize("state", ["expired", "refused", "lapsed"])
def test_a_device_that_is_not_sold_is_not_said_to_be_uncharged(state: str) -> None:
    """Bancontact and iDEAL have charged for it, and sent it back; a card was only held."""
    text, _ = progress.line_state(state)
    assert "charged" not in text
