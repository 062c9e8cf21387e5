from __future__ import annotations

from enum import Enum
from types import MappingProxyType

from reprise.kernel.machine import Machine


class PaymentState(Enum):
    CREATED = "created"
    STARTED = "started"
    AUTHORISED = "authorised"
    CAPTURED = "captured"
    RELEASED = "released"
    DECLINED = "declined"
    EXPIRED = "expired"


class PaymentVerb(Enum):
    START = "start"
    AUTHORISE = "authorise"
    COLLECT = "collect"
    CAPTURE = "capture"
    RELEASE = "release"
    DECLINE = "decline"
    EXPIRE = "expire"


_S, _V = PaymentState, PaymentVerb
# Money that comes after a decline or an expiry is never ignored: providers let a buyer try again
# on the same payment, and notices overtake each other.
PAYMENT = Machine(
    "payment",
    _S.CREATED,
    MappingProxyType(
        {
            (_S.CREATED, _V.START): _S.STARTED,
            **{
                (state, verb): target
                for state in (_S.CREATED, _S.STARTED, _S.DECLINED, _S.EXPIRED)
                for verb, target in (
                    (_V.AUTHORISE, _S.AUTHORISED),
                    (_V.COLLECT, _S.CAPTURED),
                )
            },
            **{
                (state, verb): target
                for state in (_S.CREATED, _S.STARTED)
                for verb, target in ((_V.DECLINE, _S.DECLINED), (_V.EXPIRE, _S.EXPIRED))
            },
            (_S.DECLINED, _V.EXPIRE): _S.EXPIRED,
            (_S.AUTHORISED, _V.CAPTURE): _S.CAPTURED,
            (_S.AUTHORISED, _V.RELEASE): _S.RELEASED,
        }
    ),
)


class Verb(Enum):
    """What an instruction tells the provider."""

    AUTHORIZE = "authorize"
    CAPTURE = "capture"
    RELEASE = "release"
    REFUND = "refund"


class InstructionState(Enum):
    OPEN = "open"
    DONE = "done"
    REFUSED = "refused"
