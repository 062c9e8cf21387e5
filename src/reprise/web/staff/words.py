"""Codes in the words of those who work for the marketplace; keys of translations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_noop

from reprise.web.stages import LETTERS, LINES, PARCELS, REASONS, SCANS, STATUSES, STEPS
from reprise.web.words import BOOKINGS, said

# What the pages of the staff room find here.
__all__ = (
    "ACTORS", "ACTS", "ANSWERS", "BREACH_ACTS", "CODES", "FATES", "FIELDS", "GROUNDS", "HOLDINGS",
    "HOLDS", "INSTRUCTIONS", "KINDS", "LATES", "LETTERS", "LIFTS", "LINES", "LOOKS", "NEEDS",
    "NUMBERS", "OUTCOMES", "PAGES", "PARCELS", "PARTNER_ACTS", "PAYMENTS", "PHASES",
    "PROPOSALS", "REASONS", "RECOGNISED", "RISKS", "SCANS", "SCOPES", "SHOWN", "SPARED",
    "STANDINGS", "STATUSES", "STEPS", "STOPS", "UNTOLD", "VOIDINGS", "WHYS", "Words",
    "said", "tone",
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
    "pending": gettext_noop("only set aside"),
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
    "owed": gettext_noop("Sellers whose contract has ended and who are still owed"),
    "books": gettext_noop("Contradictions that the last audit of the books has found"),
    "brake": gettext_noop(
        "Nights that would let a great deal leave and wait for somebody to say so"
    ),
    "contradicted": gettext_noop(
        "Orders that the last night passed over because their dates contradict each other"
    ),
    "hold": gettext_noop("Holds that are to be looked at again"),
    "lifting": gettext_noop("Holds that are to be lifted and wait for a second person"),
    "lifted": gettext_noop("Holds that were lifted and end within days: look whether they may"),
    "settle": gettext_noop(
        "Holds of authorities whose person may be told within a week, if nobody enters why not"
    ),
    "key": gettext_noop("Keys of the archive that are missing"),
    "breach": gettext_noop("Breaches of personal data, and drills, that are not closed"),
    "striking": gettext_noop(
        "Breaches with words to be taken out, which wait for a second supervisor"
    ),
}
# What is held of people, and what becomes of it (decision 0039).
HOLDINGS: Final = {
    "contact": gettext_noop("Name and address of an order"),
    "archive": gettext_noop("Row of the archive"),
    "account": gettext_noop("Account"),
    "sale": gettext_noop("Numbers of an order"),
    "counts": gettext_noop("What counts of an order in the lists"),
    "trader": gettext_noop("Identity of a seller"),
    "payment_account": gettext_noop("Payment accounts of a seller"),
    "membership": gettext_noop("People of a seller"),
    "hold": gettext_noop("All of a person"),
    "holds": gettext_noop("Hold that was lifted"),
    "key": gettext_noop("Key of the archive"),
    "sweeps": gettext_noop("Whatever else leaves by its age"),
}
FATES: Final = {
    "archived": gettext_noop("into the archive"),
    "erased": gettext_noop("erased"),
    "warned": gettext_noop("its person is warned"),
    "kept": gettext_noop("stays"),
}
ACTS: Final = {
    "archived": gettext_noop("Archived"),
    "erased": gettext_noop("Erased"),
    "kept": gettext_noop("Kept for now"),
    "opened": gettext_noop("Opened"),
    "held": gettext_noop("Left as it is"),
    "to_lift": gettext_noop("To be lifted: a second person has to agree"),
    "unheld": gettext_noop("Hold lifted"),
    "untold": gettext_noop("Its person is not told of the hold"),
    "may_tell": gettext_noop("Its person may be told of the hold"),
    "amended": gettext_noop("Corrected"),
    "ended": gettext_noop("Contract ended"),
    "resumed": gettext_noop("End of the contract taken back"),
}
GROUNDS: Final = {
    "stopped": gettext_noop("it sold nothing before"),
    "disbelieved": gettext_noop("it was said afterwards that this is not so"),
    "contract": gettext_noop("contract of 120 euros or more"),
    "evidence": gettext_noop("proof of the contract"),
    "dispute": gettext_noop("a payment can be disputed"),
    "promise": gettext_noop("a guarantee that runs longer"),
    "over": gettext_noop("its time is over"),
    "accounts": gettext_noop("only the accounts need the rest"),
    "owed": gettext_noop("money is owed to the seller"),
    "contradicted": gettext_noop("its dates contradict each other"),
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
# Why whom an authority asks about is not told of it.
UNTOLD: Final = {
    "unsettled": gettext_noop("The authority has not said yet that they may be told"),
    "forbidden": gettext_noop("A law or the authority’s order forbids to tell them"),
}
# How staff have recognised who says something for a seller that has no room any more.
RECOGNISED: Final = {
    "address": gettext_noop("It came from the e-mail address that the trader gave"),
    "phone": gettext_noop("Called back at the phone number that the trader gave"),
    "paper": gettext_noop("A signed letter in the trader’s name"),
}
LIFTS: Final = {
    "over": gettext_noop("What it was for is over"),
    "withdrawn": gettext_noop("Who asked for it does not want it any more"),
    "mistake": gettext_noop("It was held by mistake"),
}
# Why a request is entered when its month is over.
LATES: Final = {
    "mislaid": gettext_noop("It lay with us"),
    "passed_on": gettext_noop("It went to somebody else first"),
    "unnoticed": gettext_noop("Nobody saw that it was a request"),
}
# By what somebody has shown that an order is theirs whose e-mail address they do not read.
SHOWN: Final = {
    "payer": gettext_noop(
        "They have named the last digits of the card or account that paid, as the provider has them"
    ),
    "phone": gettext_noop("We have called them back at the phone number of the order"),
    "post": gettext_noop("They have answered a letter that we sent by post to the order’s street"),
}
# What has become of an address that was proposed for an order.
PROPOSALS: Final = {
    "waiting": gettext_noop("Waits for a second one of the staff"),
    "agreed": gettext_noop("Agreed to"),
    "declined": gettext_noop("Not agreed to"),
    "lapsed": gettext_noop("Lapsed by itself"),
}
# What of an order is corrected.
FIELDS: Final = {
    "name": gettext_noop("First and last name"),
    "email": gettext_noop("E-mail"),
    "phone": gettext_noop("Phone"),
    "street": gettext_noop("Street and number"),
    "extra": gettext_noop("Address, second line"),
    "postcode": gettext_noop("Postcode"),
    "town": gettext_noop("Town"),
}
# Where somebody was shown something of somebody.
LOOKS: Final = {
    "staff.order": gettext_noop("Order"),
    "staff.orders": gettext_noop("Orders found by an e-mail address"),
    "staff.archive": gettext_noop("Archive searched by an e-mail address"),
    "staff.archived": gettext_noop("Row of the archive opened"),
    "staff.holds": gettext_noop("Holds searched by an e-mail address"),
    "staff.holding": gettext_noop("Hold entered by an e-mail address"),
    "staff.seller": gettext_noop("Seller"),
    "staff.request": gettext_noop("Request about personal data"),
    "staff.lookers": gettext_noop("Looks found by an e-mail address"),
    "command.breach": gettext_noop("List of whom a breach touched"),
    "staff.order_file": gettext_noop("File of an order, downloaded"),
    "staff.breach_file": gettext_noop("File of a breach, downloaded"),
    "staff.request_file": gettext_noop("File of a request, downloaded"),
    "staff.copies_file": gettext_noop("File of what sellers were asked to delete, downloaded"),
    "staff.nights_file": gettext_noop("File of the nights, downloaded"),
    "staff.partner_file": gettext_noop("File of a partner, downloaded"),
    "staff.consents_file": gettext_noop("File of consents, downloaded"),
    "staff.statement_file": gettext_noop("Statement of a former seller, downloaded"),
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
# A breach of personal data: what of its data it touched, how it is judged, what was done.
SCOPES: Final = {
    "stored": gettext_noop("Everything that was there when it ended"),
    "passing": gettext_noop("What came while it lasted"),
    "orders": gettext_noop("What belongs to certain orders"),
}
RISKS: Final = {
    "unlikely": gettext_noop("A risk is unlikely"),
    "likely": gettext_noop("A risk is likely"),
    "high": gettext_noop("A high risk is likely"),
}
SPARED: Final = {
    "unintelligible": gettext_noop("Nobody without the right can read the data"),
    "averted": gettext_noop("What was done since has averted the high risk"),
    "disproportionate": gettext_noop("Too much effort for each: they are told publicly"),
}
BREACH_ACTS: Final = {
    "happened": gettext_noop("What happened"),
    "consequences": gettext_noop("Likely consequences"),
    "measures": gettext_noop("Measures"),
    "judged": gettext_noop("Risk judged"),
    "told_authority": gettext_noop("Authority told"),
    "told_persons": gettext_noop("People told"),
    "closed": gettext_noop("Closed"),
    "to_strike": gettext_noop("Words to be taken out"),
    "left_in": gettext_noop("Words left in"),
    "struck": gettext_noop("Words taken out"),
}
VOIDINGS: Final = {
    "unfair_layer": gettext_noop("Refusing was harder than accepting"),
    "untold_purpose": gettext_noop("A purpose was not told"),
    "untold_partner": gettext_noop("A partner was not told"),
    "fault": gettext_noop("A fault of the software"),
}
# Why a partner is stopped for good.
STOPS: Final = {
    "beyond": gettext_noop("It kept or read what visitors were not told"),
    "no_consent": gettext_noop("It did so without consent"),
    "audit": gettext_noop("Its audit is missing or has found a fault"),
    "contract": gettext_noop("The contract has ended"),
    "security": gettext_noop("Its script is not safe any more"),
    "authority": gettext_noop("An authority asks for it"),
    "unused": gettext_noop("Nobody needs it any more"),
    "not_kept": gettext_noop("why was not noted then"),
}
# What was done with a partner.
PARTNER_ACTS: Final = {
    "added": gettext_noop("added"),
    "replaced": gettext_noop("replaced by another file, before anybody was asked"),
    "audited": gettext_noop("audited"),
    "activated": gettext_noop("loaded from then on"),
    "stopped": gettext_noop("stopped"),
}
STANDINGS: Final = {
    "active": gettext_noop("Active"),
    "inactive": gettext_noop("Not active"),
}


def tone(code: str) -> str:
    """How a state looks: ok, wait or stop."""
    return TONES.get(code, "wait")
