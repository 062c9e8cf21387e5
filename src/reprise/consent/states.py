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


class Lapse(Enum):
    """Why an answer counts no more, and one is asked again."""

    CHANGED = "changed"  # something is asked that it was no answer to
    OVER = "over"  # its six months
    VOIDED = "voided"  # consents by its notice were declared invalid
    DOUBTFUL = "doubtful"  # its notice is not known, or its day is still to come


class VoidingReason(Enum):
    """Why consents by a notice are invalid."""

    UNFAIR_LAYER = "unfair_layer"
    UNTOLD_PURPOSE = "untold_purpose"
    UNTOLD_PARTNER = "untold_partner"
    FAULT = "fault"


class PartnerVerb(Enum):
    """What was done with a partner."""

    # In the order in which they come at one moment.
    ADDED = "added"
    AUDITED = "audited"
    ACTIVATED = "activated"
    STOPPED = "stopped"


class StopReason(Enum):
    """Why a partner was stopped for good."""

    BEYOND = "beyond"  # it kept or read what visitors were not told
    NO_CONSENT = "no_consent"  # it did so without their consent
    AUDIT = "audit"  # its audit is missing or has found a fault
    CONTRACT = "contract"  # the contract has ended
    SECURITY = "security"  # its script is not safe any more
    AUTHORITY = "authority"  # an authority asks for it
    UNUSED = "unused"  # nobody needs it any more


class Gap(Enum):
    """Why something was collected without a valid consent (S38)."""

    MISSING = "missing"  # no receipt of that number
    EARLY = "early"  # before the consent was given
    WITHDRAWN = "withdrawn"  # after it was withdrawn
    OVER = "over"  # after its six months
    UNNAMED = "unnamed"  # for a purpose or partner that was not accepted
    VOIDED = "voided"  # by a consent that was declared invalid
