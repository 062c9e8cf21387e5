"""Codes in the words of those who work for the marketplace; keys of translations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext, gettext_noop

Words = Mapping[str, str]

STATUSES: Final = {
    "awaiting_payment": gettext_noop("Waits for the payment"),
    "expired": gettext_noop("Never paid"),
    "awaiting_seller": gettext_noop("Waits for the seller"),
    "cancelled": gettext_noop("Cancelled"),
    "preparing": gettext_noop("To ship"),
    "came_back": gettext_noop("Came back"),
    "shipped": gettext_noop("On the way"),
    "delivered": gettext_noop("Delivered"),
}
TONES: Final = {
    "preparing": "ok", "shipped": "ok", "delivered": "ok", "sold": "ok", "accepted": "ok",
    "captured": "ok", "done": "ok",
    "expired": "stop", "cancelled": "stop", "refused": "stop", "lapsed": "stop",
    "declined": "stop", "failed": "stop",
}  # fmt: skip
LINES: Final = {
    "reserved": gettext_noop("Not paid yet"),
    "expired": gettext_noop("Never paid"),
    "paid": gettext_noop("Waits for the seller"),
    "refused": gettext_noop("Refused"),
    "lapsed": gettext_noop("Not answered in time"),
    "accepted": gettext_noop("Accepted, payment under way"),
    "cancelled": gettext_noop("Cancelled"),
    "sold": gettext_noop("Paid, to ship"),
    "came_back": gettext_noop("Came back"),
    "shipped": gettext_noop("On the way"),
    "delivered": gettext_noop("Delivered"),
}
STEPS: Final = {
    "place": gettext_noop("Ordered"),
    "pay": gettext_noop("Paid"),
    "expire": gettext_noop("Time to pay over"),
    "accept": gettext_noop("Accepted"),
    "refuse": gettext_noop("Refused"),
    "lapse": gettext_noop("Seller was silent"),
    "collect": gettext_noop("Sale final"),
    "fail": gettext_noop("Payment failed"),
    "ship": gettext_noop("Made ready to ship"),
    "come_back": gettext_noop("Came back"),
    "call_off": gettext_noop("Called off"),
    "deliver": gettext_noop("Delivered"),
    "ask_again": gettext_noop("Refund asked for again"),
    "find_sent": gettext_noop("Refund found at the provider"),
    "vouch": gettext_noop("Parcel vouched for"),
}
REASONS: Final = {
    "sold_elsewhere": gettext_noop("Sold elsewhere"),
    "not_as_described": gettext_noop("The device is not as described"),
    "cannot_ship": gettext_noop("It cannot be shipped there"),
    "price_error": gettext_noop("The price was wrong"),
    "silence": gettext_noop("No answer in time"),
    "unpaid": gettext_noop("Not paid in time"),
    "not_collected": gettext_noop("The payment could not be collected"),
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
PARCELS: Final = {
    "created": gettext_noop("Label made, not handed over yet"),
    "moving": gettext_noop("On its way"),
    "waiting": gettext_noop("At the pick-up point"),
    "delivered": gettext_noop("Delivered"),
    "returned": gettext_noop("Came back to the seller"),
}
SCANS: Final = {
    "handed_over": gettext_noop("Handed over"),
    "in_transit": gettext_noop("On its way"),
    "at_point": gettext_noop("At the pick-up point"),
    "delivered": gettext_noop("Delivered"),
    "returned": gettext_noop("Came back to the seller"),
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
    "earned": gettext_noop("Delivered sale, after commission"),
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
LETTERS: Final = {
    "order_paid": gettext_noop("Order confirmation"),
    "new_order": gettext_noop("New order"),
    "order_expired": gettext_noop("Time to pay over"),
    "lines_refused": gettext_noop("Refusal"),
    "sale_final": gettext_noop("Sale final"),
    "order_cancelled": gettext_noop("Cancelled"),
    "shipped": gettext_noop("Made ready to ship"),
    "waiting": gettext_noop("At the pick-up point"),
    "delivered": gettext_noop("Delivered"),
    "came_back": gettext_noop("Came back"),
    "refund": gettext_noop("Refund"),
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
    "books": gettext_noop("Contradictions that the last audit of the books has found"),
}
STANDINGS: Final = {
    "active": gettext_noop("Active"),
    "inactive": gettext_noop("Not active"),
}


def said(words: Words, code: str) -> str:
    """The words for a code in the active language; a code that is not known stands for itself."""
    return gettext(words[code]) if code in words else code


def tone(code: str) -> str:
    """How a state looks: ok, wait or stop."""
    return TONES.get(code, "wait")
