"""Codes of what is asked, who answers for it, and what was answered."""

from __future__ import annotations

from enum import Enum


class Aim(Enum):
    """What a purpose is about, for whoever compares shops; its own words say it to visitors."""

    AUDIENCE = "audience"
    ADVERTISING = "advertising"
    PARTNER_WIDGET = "partner_widget"


class Role(Enum):
    """What a partner is under the GDPR for what it reads and writes here."""

    CONTROLLER = "controller"
    JOINT = "joint"
    PROCESSOR = "processor"


class ReceiptKind(Enum):
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


class Answer(Enum):
    """What an answer was, as it is counted."""

    ALL = "all"
    NONE = "none"
    SOME = "some"


class VoidingReason(Enum):
    """Why consents by a notice are invalid."""

    UNFAIR_LAYER = "unfair_layer"
    UNTOLD_PURPOSE = "untold_purpose"
    UNTOLD_PARTNER = "untold_partner"
    FAULT = "fault"
