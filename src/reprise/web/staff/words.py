"""Codes in the words of those who work for the marketplace; keys of translations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_noop

from reprise.web.stages import LETTERS, LINES, PARCELS, REASONS, SCANS, STATUSES, STEPS
from reprise.web.words import BOOKINGS, said

# What the pages of the staff room find here.
__all__ = (
    "ACTORS", "ANSWERS", "CODES", "INSTRUCTIONS", "KINDS", "LETTERS", "LINES", "NEEDS", "NUMBERS",
    "OUTCOMES", "PAGES", "PARCELS", "PAYMENTS", "PHASES", "REASONS", "SCANS", "STANDINGS",
    "STATUSES", "STEPS", "Words", "said", "tone",
)  # fmt: skip
Words = Mapping[str, str]

TONES: Final = {
    "preparing": "ok", "shipped": "ok", "delivered": "ok", "sold": "ok", "accepted": "ok",
    "captured": "ok", "done": "ok",
    "expired": "stop", "cancelled": "stop", "refused": "stop", "lapsed": "stop",
    "declined": "stop", "failed": "stop",
}  # fmt: skip
# Pages of the shop that are counted by their kind.
PAGES: Final = {
    "category": gettext_noop("Lists"),
    "product": gettext_noop("Products"),
    "basket": gettext_noop("Basket"),
    "checkout": gettext_noop("Checkout"),
}
ACTORS: Final = {
    "buyer": gettext_noop("Buyer"),
    "seller": gettext_noop("Seller"),
    "staff": gettext_noop("Staff"),
    "provider": gettext_noop("Payment provider"),
    "carrier": gettext_noop("Carrier"),
    "clock": gettext_noop("Clock"),
}
PAYMENTS: Final = {
    "created": gettext_noop("Not begun"),
    "started": gettext_noop("Buyer is at the provider"),
    "authorised": gettext_noop("Held"),
    "captured": gettext_noop("Collected"),
    "released": gettext_noop("Hold released"),
    "declined": gettext_noop("Declined"),
    "expired": gettext_noop("Never paid"),
}
INSTRUCTIONS: Final = {
    "authorize": gettext_noop("Hold"),
    "capture": gettext_noop("Collect"),
    "release": gettext_noop("Let go"),
    "refund": gettext_noop("Send back"),
}
ANSWERS: Final = {
    "open": gettext_noop("Waits for its answer"),
    "done": gettext_noop("Done"),
    "refused": gettext_noop("Refused"),
}
# What became of a scan that did not simply count.
OUTCOMES: Final = {
    "nothing_new": gettext_noop("changed nothing"),
    "untold": gettext_noop("the carrier does not say where it goes or since when it has it"),
    "elsewhere": gettext_noop("the carrier takes it to another place than this order’s"),
    "too_early": gettext_noop("the carrier had it before there was anything to send"),
}
KINDS: Final = {
    "provider": gettext_noop("Held by the payment provider"),
    "clearing": gettext_noop("Sales in flight"),
    "payable": gettext_noop("Owed to the seller"),
    "commission": gettext_noop("Commission"),
    "fee": gettext_noop("Service fees"),
    "insurer": gettext_noop("Owed to the insurer"),
}
CODES: Final = {
    "authorised": gettext_noop("Held"),
    "collected": gettext_noop("Collected at once"),
    "captured": gettext_noop("Collected"),
    "released": gettext_noop("Hold released"),
    "refunded": gettext_noop("Sent back"),
    **BOOKINGS,
    "commission": gettext_noop("Commission"),
    "service_fee": gettext_noop("Service fee"),
    "premium": gettext_noop("Insurance premium"),
    "fee_returned": gettext_noop("Service fee given back"),
}
PHASES: Final = {
    "posted": gettext_noop("booked"),
    "pending": gettext_noop("still open"),
    "void": gettext_noop("hold ended"),
}
NEEDS: Final = {
    "answer": gettext_noop("Seller’s time nearly over"),
    "ship": gettext_noop("Late to ship"),
    "parcel": gettext_noop("Parcel in doubt"),
    "refund": gettext_noop("Refund refused"),
    "provider": gettext_noop("Payment provider silent"),
    "letter": gettext_noop("E-mail not sent"),
}
# What each number of the start page counts, and what it means.
NUMBERS: Final = {
    "answer": gettext_noop("Orders whose seller has less than six hours left to answer"),
    "ship": gettext_noop("Orders that should have left the seller by now"),
    "parcel": gettext_noop("Orders whose parcel number may belong to another parcel"),
    "refund": gettext_noop("Orders whose refund the payment provider has refused"),
    "provider": gettext_noop(
        "Orders whose payment waits for the provider for more than five minutes"
    ),
    "letter": gettext_noop("Orders with an e-mail that was not sent for more than five minutes"),
    "event": gettext_noop("Events that somebody has not heard of for more than five minutes"),
    "job": gettext_noop("Jobs that were given up"),
    "request": gettext_noop("Requests about personal data to be answered within a week"),
    "books": gettext_noop("Contradictions that the last audit of the books has found"),
}
STANDINGS: Final = {
    "active": gettext_noop("Active"),
    "inactive": gettext_noop("Not active"),
}


def tone(code: str) -> str:
    """How a state looks: ok, wait or stop."""
    return TONES.get(code, "wait")
