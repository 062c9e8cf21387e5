"""Codes in the words of those who work for the marketplace; keys of translations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_noop

from reprise.web.stages import LETTERS, LINES, PARCELS, REASONS, SCANS, STATUSES, STEPS
from reprise.web.words import BOOKINGS, said

# What the pages of the staff room find here.
__all__ = (
    "ACTORS", "ACTS", "ANSWERS", "CODES", "FATES", "GROUNDS", "HOLDINGS", "HOLDS", "INSTRUCTIONS",
    "KINDS", "LETTERS", "LIFTS", "LINES", "LOOKS", "NEEDS", "NUMBERS", "OUTCOMES", "PAGES",
    "PARCELS", "PAYMENTS", "PHASES", "REASONS", "SCANS", "STANDINGS", "STATUSES", "STEPS",
    "VOIDINGS", "WHYS", "Words", "said", "tone",
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
    "person": gettext_noop("The person"),
    "replay": gettext_noop("After a backup was put back"),
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
    "partner": gettext_noop("Partners whose audit is overdue, or due within a month"),
    "request": gettext_noop("Requests about personal data to be answered within a week"),
    "books": gettext_noop("Contradictions that the last audit of the books has found"),
    "brake": gettext_noop(
        "Nights that would let a great deal leave and wait for somebody to say so"
    ),
    "hold": gettext_noop("Holds that are to be looked at again"),
    "key": gettext_noop("Keys of the archive that are missing"),
}
# What is held of people, and what becomes of it (decision 0039).
HOLDINGS: Final = {
    "contact": gettext_noop("Name and address of an order"),
    "archive": gettext_noop("Row of the archive"),
    "account": gettext_noop("Account"),
    "sale": gettext_noop("Numbers of an order"),
    "trader": gettext_noop("Identity of a seller"),
    "payment_account": gettext_noop("Payment accounts of a seller"),
    "membership": gettext_noop("People of a seller"),
    "hold": gettext_noop("All of a person"),
    "key": gettext_noop("Key of the archive"),
}
FATES: Final = {
    "archived": gettext_noop("into the archive"),
    "erased": gettext_noop("erased"),
    "warned": gettext_noop("its person is warned"),
}
ACTS: Final = {
    "archived": gettext_noop("Archived"),
    "erased": gettext_noop("Erased"),
    "kept": gettext_noop("Kept for now"),
    "opened": gettext_noop("Opened"),
    "held": gettext_noop("Left as it is"),
    "unheld": gettext_noop("No longer left as it is"),
}
GROUNDS: Final = {
    "contract": gettext_noop("contract of 120 euros or more"),
    "evidence": gettext_noop("proof of the contract"),
    "dispute": gettext_noop("a payment can be disputed"),
    "promise": gettext_noop("a guarantee that runs longer"),
    "over": gettext_noop("its time is over"),
    "accounts": gettext_noop("only the accounts need the rest"),
    "asked": gettext_noop("the person asked"),
    "busy": gettext_noop("something is under way"),
    "held": gettext_noop("it is held as it is"),
    "withdrawal": gettext_noop("the buyer can still withdraw"),
    "since": gettext_noop("ordered since the erasure was confirmed"),
    "restriction": gettext_noop("the person restricted it"),
    "litigation": gettext_noop("a claim or lawsuit"),
    "authority": gettext_noop("an authority asks"),
    "guarantee": gettext_noop("a guarantee is called on"),
}
# Why something is held, and why that ends.
HOLDS: Final = {
    "restriction": gettext_noop("Its use is restricted: it is kept, and nothing else"),
    "litigation": gettext_noop("A claim or lawsuit"),
    "authority": gettext_noop("An authority asks"),
    "guarantee": gettext_noop("A guarantee is called on"),
}
LIFTS: Final = {
    "over": gettext_noop("What it was for is over"),
    "withdrawn": gettext_noop("Who asked for it does not want it any more"),
    "mistake": gettext_noop("It was held by mistake"),
}
# Where somebody was shown something of somebody.
LOOKS: Final = {
    "staff.order": gettext_noop("Order"),
    "staff.orders": gettext_noop("Orders found by an e-mail address"),
    "staff.archive": gettext_noop("Archive searched by an e-mail address"),
    "staff.archived": gettext_noop("Row of the archive opened"),
    "staff.seller": gettext_noop("Seller"),
    "staff.request": gettext_noop("Request about personal data"),
    "command.breach": gettext_noop("List of whom a breach touched"),
}
# Why somebody opens a row of the archive.
WHYS: Final = {
    "access": gettext_noop("The person asks what we hold"),
    "guarantee": gettext_noop("A guarantee is called on"),
    "safety_recall": gettext_noop("A device is unsafe and is called back"),
    "authority": gettext_noop("An authority asks"),
    "litigation": gettext_noop("A claim or lawsuit"),
    "accounts": gettext_noop("Accounts and taxes"),
}
VOIDINGS: Final = {
    "unfair_layer": gettext_noop("Refusing was harder than accepting"),
    "untold_purpose": gettext_noop("A purpose was not told"),
    "untold_partner": gettext_noop("A partner was not told"),
    "fault": gettext_noop("A fault of the software"),
}
STANDINGS: Final = {
    "active": gettext_noop("Active"),
    "inactive": gettext_noop("Not active"),
}


def tone(code: str) -> str:
    """How a state looks: ok, wait or stop."""
    return TONES.get(code, "wait")
