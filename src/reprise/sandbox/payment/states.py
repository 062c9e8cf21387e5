"""The life of a payment at the provider, as data."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from reprise.kernel.machine import Machine


class Method(StrEnum):
    CARD = "card"
    BANCONTACT = "bancontact"
    IDEAL = "ideal"


class Status(StrEnum):
    OPEN = "open"
    AUTHORISED = "authorised"
    COLLECTED = "collected"
    CAPTURED = "captured"
    RELEASED = "released"
    LAPSED = "lapsed"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class Step(StrEnum):
    AUTHORISE = "authorise"
    COLLECT = "collect"
    DECLINE = "decline"
    CANCEL = "cancel"
    EXPIRE = "expire"
    CAPTURE = "capture"
    RELEASE = "release"
    LAPSE = "lapse"
    REFUND = "refund"


class Kind(StrEnum):
    """What a statement entry says.  ``released`` is held money given back, whole or the rest."""

    AUTHORISED = "authorised"
    COLLECTED = "collected"
    CAPTURED = "captured"
    RELEASED = "released"
    LAPSED = "lapsed"
    REFUNDED = "refunded"


class Told(StrEnum):
    """The types of a notice."""

    AUTHORISED = "payment.authorised"
    COLLECTED = "payment.collected"
    DECLINED = "payment.declined"
    CANCELLED = "payment.cancelled"
    CAPTURED = "payment.captured"
    CAPTURE_REFUSED = "payment.capture_refused"
    RELEASED = "payment.released"
    LAPSED = "payment.lapsed"
    REFUNDED = "refund.done"


LIFE: Final = Machine(
    name="sandbox payment",
    initial=Status.OPEN,
    steps={
        (Status.OPEN, Step.AUTHORISE): Status.AUTHORISED,
        (Status.OPEN, Step.COLLECT): Status.COLLECTED,
        (Status.OPEN, Step.DECLINE): Status.DECLINED,
        (Status.OPEN, Step.CANCEL): Status.CANCELLED,
        (Status.OPEN, Step.EXPIRE): Status.EXPIRED,
        (Status.AUTHORISED, Step.CAPTURE): Status.CAPTURED,
        (Status.AUTHORISED, Step.RELEASE): Status.RELEASED,
        (Status.AUTHORISED, Step.LAPSE): Status.LAPSED,
        (Status.CAPTURED, Step.REFUND): Status.CAPTURED,
        (Status.COLLECTED, Step.REFUND): Status.COLLECTED,
    },
)
