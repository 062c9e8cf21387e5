"""The life of a line: every state with every verb, and what holds for all of them."""

from __future__ import annotations

from itertools import product

import pytest

from reprise.kernel.machine import IllegalStep
from reprise.orders.states import FINISHED, HOLDS_STOCK, IN_FLIGHT, LINE, LineState, LineVerb

S, V = LineState, LineVerb
# What may happen to a device, as the terms tell it: who does what, from where to where.
MAY = {
    "the buyer pays in time": (S.RESERVED, V.PAY, S.PAID),
    "the buyer pays late": (S.EXPIRED, V.PAY, S.PAID),
    "nobody pays": (S.RESERVED, V.EXPIRE, S.EXPIRED),
    "the seller accepts": (S.PAID, V.ACCEPT, S.ACCEPTED),
    "the seller refuses": (S.PAID, V.REFUSE, S.REFUSED),
    "the seller is silent": (S.PAID, V.LAPSE, S.LAPSED),
    "the hold is gone before the answer": (S.PAID, V.FAIL, S.CANCELLED),
    "the hold is gone after the answer": (S.ACCEPTED, V.FAIL, S.CANCELLED),
    "the price is collected (S43)": (S.ACCEPTED, V.COLLECT, S.SOLD),
    "the seller sends it": (S.SOLD, V.SHIP, S.SHIPPED),
    "the buyer has it": (S.SHIPPED, V.DELIVER, S.DELIVERED),
    "nobody takes it (S49)": (S.SHIPPED, V.COME_BACK, S.CAME_BACK),
    "it is sent again (S49)": (S.CAME_BACK, V.SHIP, S.SHIPPED),
    "the money goes back instead (S49)": (S.CAME_BACK, V.CALL_OFF, S.CANCELLED),
}
STEPS = {(before, verb): after for before, verb, after in MAY.values()}


@pytest.mark.parametrize(("state", "verb"), list(product(LineState, LineVerb)))
def test_every_state_with_every_verb(state: LineState, verb: LineVerb) -> None:
    if (state, verb) in STEPS:
        assert LINE.next(state, verb) is STEPS[state, verb]
    else:
        with pytest.raises(IllegalStep):
            LINE.next(state, verb)


def reached(start: LineState) -> set[LineState]:
    found = {start}
    while more := {after for (before, _), after in LINE.steps.items() if before in found} - found:
        found |= more
    return found


def test_every_state_is_reached_and_every_life_ends() -> None:
    assert reached(LINE.initial) == set(LineState)
    for state in LineState:
        assert reached(state) & FINISHED, state


def test_what_is_finished_stays_so_but_for_money_that_comes_late() -> None:
    left = {(before, verb) for before, verb in LINE.steps if before in FINISHED}
    assert left == {(S.EXPIRED, V.PAY)}


def test_a_unit_is_let_go_exactly_where_the_sale_ends_without_a_device() -> None:
    let_go = {
        verb
        for (before, verb), after in LINE.steps.items()
        if before in HOLDS_STOCK and after not in HOLDS_STOCK
    }
    assert let_go == {V.EXPIRE, V.REFUSE, V.LAPSE, V.FAIL, V.CALL_OFF}
    assert FINISHED - {S.DELIVERED} == set(LineState) - HOLDS_STOCK
    assert HOLDS_STOCK - {S.DELIVERED} == IN_FLIGHT
