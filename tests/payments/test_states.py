"""The life of a payment: every state with every verb."""

from __future__ import annotations

from itertools import product

import pytest

from reprise.kernel.machine import IllegalStep
from reprise.payments.states import PAYMENT, PaymentState, PaymentVerb

S, V = PaymentState, PaymentVerb
UNPAID = {S.CREATED, S.STARTED, S.DECLINED, S.EXPIRED}


def expected(state: PaymentState, verb: PaymentVerb) -> PaymentState | None:
    """What the trade says: money is never ignored while none is there; a hold is collected or let
    go, once; and what is collected stays so, whatever is sent back of it."""
    if verb is V.AUTHORISE:
        return S.AUTHORISED if state in UNPAID else None
    if verb is V.COLLECT:
        return S.CAPTURED if state in UNPAID else None
    if verb is V.START:
        return S.STARTED if state is S.CREATED else None
    if verb is V.DECLINE:
        return S.DECLINED if state in {S.CREATED, S.STARTED} else None
    if verb is V.EXPIRE:
        return S.EXPIRED if state in UNPAID - {S.EXPIRED} else None
    target = {V.CAPTURE: S.CAPTURED, V.RELEASE: S.RELEASED}[verb]
    return target if state is S.AUTHORISED else None


@pytest.mark.parametrize(("state", "verb"), list(product(PaymentState, PaymentVerb)))
def test_every_state_with_every_verb(state: PaymentState, verb: PaymentVerb) -> None:
    target = expected(state, verb)
    if target is None:
        with pytest.raises(IllegalStep):
            PAYMENT.next(state, verb)
    else:
        assert PAYMENT.next(state, verb) is target
