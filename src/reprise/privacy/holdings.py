"""What is held about people, why, until when, and how it leaves (decision 0034).

A holding is what a person would ask about in one breath.  `register` says for each column which
holding it belongs to; `rules` works out the day until which an order's holdings are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.fr import personal_data as french
from reprise.law.instruments import GDPR
from reprise.law.provision import Basis, Source

CONTRACT: Final = Basis(GDPR, "art. 6(1)(b)", Source.MEMORY)
OBLIGATION: Final = Basis(GDPR, "art. 6(1)(c)", Source.MEMORY)
INTEREST: Final = Basis(GDPR, "art. 6(1)(f)", Source.MEMORY)
CLAIMS: Final = Basis(GDPR, "art. 17(3)(b), (e)", Source.MEMORY)
NO_LONGER: Final = Basis(GDPR, "art. 5(1)(e)", Source.MEMORY)


class Whose(Enum):
    """Whom a holding is about."""

    ACCOUNT = "account"
    BUYER = "buyer"
    VISITOR = "visitor"
    TRADER = "trader"
    MEMBER = "member"
    STAFF = "staff"


class Leaves(Enum):
    """How a holding leaves."""

    # Deleted when its own time is over, by the nightly clocks.
    EXPIRES = "expires"
    # Deleted with the account.
    WITH_ACCOUNT = "with_account"
    # Ends when the person no longer acts for a seller.
    HANDED_OVER = "handed_over"
    # Erased, or archived first, when `rules` says so.
    RETENTION = "retention"
    # Kept for good: it names nobody once the contact of its order is gone.
    STAYS = "stays"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """``ground`` is why it may be held, ``kept`` why it is not gone sooner."""

    key: str
    whose: Whose
    what: str
    why: str
    until: str
    ground: Basis
    kept: tuple[Basis, ...]
    leaves: Leaves


ACCOUNT: Final = Holding(
    key="account",
    whose=Whose.ACCOUNT,
    what="E-mail address, name, language, password (as a hash), when it was opened and last used",
    why="to sign in, and to write to whoever the account belongs to",
    until="it is deleted, or was not used for two years and its owner was warned",
    ground=CONTRACT,
    kept=(french.CNIL,),
    leaves=Leaves.WITH_ACCOUNT,
)
PASSKEYS: Final = Holding(
    key="passkeys",
    whose=Whose.ACCOUNT,
    what="The public keys of passkeys, the names that their owner gave them, when they were used",
    why="to sign in without a password",
    until="the passkey or the account is deleted",
    ground=CONTRACT,
    kept=(),
    leaves=Leaves.WITH_ACCOUNT,
)
LETTERS: Final = Holding(
    key="letters",
    whose=Whose.ACCOUNT,
    what="Links that were sent: to which address, for what, when, and whether they were used",
    why="so that a link works once, and for whom it was sent",
    until="a day after the link has ended, or the account is deleted",
    ground=CONTRACT,
    kept=(),
    leaves=Leaves.EXPIRES,
)
SESSIONS: Final = Holding(
    key="sessions",
    whose=Whose.ACCOUNT,
    what="Which account a browser is signed in to",
    why="to stay signed in",
    until="signing out, or fourteen days",
    ground=CONTRACT,
    kept=(),
    leaves=Leaves.EXPIRES,
)
LIMITS: Final = Holding(
    key="limits",
    whose=Whose.VISITOR,
    what="Counts of what was tried, by a keyed hash of an address or a connection",
    why="so that nobody guesses passwords, floods a mailbox or holds all the stock",
    until="a day; for unpaid orders the time to pay",
    ground=INTEREST,
    kept=(),
    leaves=Leaves.EXPIRES,
)
BASKET: Final = Holding(
    key="basket",
    whose=Whose.VISITOR,
    what="What a browser has put into its basket, by a digest of the browser's random number",
    why="to order several devices at once",
    until="it was not touched for thirty days",
    ground=CONTRACT,
    kept=(),
    leaves=Leaves.EXPIRES,
)
CONTACT: Final = Holding(
    key="contact",
    whose=Whose.BUYER,
    what="Name, address, e-mail and phone of an order, and the account it belongs to",
    why="to deliver, to write about the order, and while a guarantee runs to repair or replace",
    until="the day that the order's guarantees end; then archived as proof of the contract",
    ground=CONTRACT,
    kept=(french.CONTRACT, french.EVIDENCE, CLAIMS, NO_LONGER),
    leaves=Leaves.RETENTION,
)
DESTINATIONS: Final = Holding(
    key="destinations",
    whose=Whose.BUYER,
    what="The pick-up point of an order, and postcode and country of each parcel",
    why="to deliver, and to know a stranger's parcel from the buyer's",
    until="the order's contact is erased or archived",
    ground=CONTRACT,
    kept=(french.EVIDENCE,),
    leaves=Leaves.RETENTION,
)
DEVICES: Final = Holding(
    key="devices",
    whose=Whose.BUYER,
    what="The IMEI or serial number of each device that was sent",
    why="to tell which device a guarantee, an insurance or a recall is about",
    until="neither contact nor archive of the order is left",
    ground=CONTRACT,
    kept=(french.CONTRACT, french.EVIDENCE),
    leaves=Leaves.RETENTION,
)
SALE: Final = Holding(
    key="sale",
    whose=Whose.BUYER,
    what="What was ordered from whom, at which price, under which terms, and what became of it",
    why="the contract and its proof; the books rest on it",
    until="for good, without name and address once these are gone",
    ground=CONTRACT,
    kept=(french.ACCOUNTS, french.CONTRACT),
    leaves=Leaves.STAYS,
)
LOG: Final = Holding(
    key="log",
    whose=Whose.BUYER,
    what="Each step of an order, when and by what kind of person",
    why="proof of the contract (S49c); a step that was taken out would break every later one",
    until="for good, without name and address once these are gone",
    ground=CONTRACT,
    kept=(french.EVIDENCE, CLAIMS),
    leaves=Leaves.STAYS,
)
PAYMENTS: Final = Holding(
    key="payments",
    whose=Whose.BUYER,
    what="Each attempt to pay: method, amounts, times, the payment provider's number for it",
    why="to collect and to pay back; the provider knows who paid",
    until="for good, without name and address once these are gone",
    ground=CONTRACT,
    kept=(french.ACCOUNTS,),
    leaves=Leaves.STAYS,
)
LEDGER: Final = Holding(
    key="ledger",
    whose=Whose.BUYER,
    what="Transfers of money by the order's and the payment's ids",
    why="the accounts",
    until="for good; they name nobody",
    ground=OBLIGATION,
    kept=(french.ACCOUNTS,),
    leaves=Leaves.STAYS,
)
PARCELS: Final = Holding(
    key="parcels",
    whose=Whose.BUYER,
    what="Each parcel's number and what its carrier said of it",
    why="to deliver, and to know a number that was used before (decision 0024)",
    until="for good, without name and address once these are gone; the carrier knows who received",
    ground=CONTRACT,
    kept=(french.EVIDENCE,),
    leaves=Leaves.STAYS,
)
POST: Final = Holding(
    key="post",
    whose=Whose.BUYER,
    what="Which e-mails were written about an order and when; neither address nor text",
    why="so that each is sent once, and proof that it was sent",
    until="for good, without name and address once these are gone",
    ground=CONTRACT,
    kept=(french.EVIDENCE,),
    leaves=Leaves.STAYS,
)
EVENTS: Final = Holding(
    key="events",
    whose=Whose.BUYER,
    what="What happened, as ids of orders, parcels, payments, letters and accounts",
    why="so that everything that must follow from it does, once",
    until="for good; an account's id leads to nothing once the account is deleted",
    ground=CONTRACT,
    kept=(NO_LONGER,),
    leaves=Leaves.STAYS,
)
COUNTS: Final = Holding(
    key="counts",
    whose=Whose.BUYER,
    what="That an order counts for a product in the list of the last thirty days",
    why="the order of lists (S11)",
    until="for good, without name and address once these are gone",
    ground=INTEREST,
    kept=(NO_LONGER,),
    leaves=Leaves.STAYS,
)
TRADER: Final = Holding(
    key="trader",
    whose=Whose.TRADER,
    what="A seller's name, address, e-mail, phone, registers and VAT number, version by version",
    why="buyers must know with whom they contract",
    until="six months after the seller's contract; with an order that names it: its archive's end",
    ground=OBLIGATION,
    kept=(french.TRADER, french.CONTRACT),
    leaves=Leaves.RETENTION,
)
MEMBERSHIP: Final = Holding(
    key="membership",
    whose=Whose.MEMBER,
    what="Which account acts for which seller",
    why="so that only the seller's people enter its room",
    until="the person no longer acts for the seller",
    ground=CONTRACT,
    kept=(),
    leaves=Leaves.HANDED_OVER,
)
WHO_ACTED: Final = Holding(
    key="who_acted",
    whose=Whose.STAFF,
    what="Which account of a seller's or the marketplace's people took a step or asked for a check",
    why="proof of who acted in an order, and of who checked the books",
    until="for good; it leads to nothing once the account is deleted",
    ground=INTEREST,
    kept=(french.EVIDENCE, CLAIMS),
    leaves=Leaves.STAYS,
)
AT_THE_SANDBOX: Final = Holding(
    key="at_the_sandbox",
    whose=Whose.BUYER,
    what="What the sandbox payment provider, an outside party, keeps of a payment",
    why="to take play money; a real provider keeps its own records under its own rules",
    until="the demonstration is thrown away",
    ground=CONTRACT,
    kept=(NO_LONGER,),
    leaves=Leaves.STAYS,
)
HOLDINGS: Final = (
    ACCOUNT, PASSKEYS, LETTERS, SESSIONS, LIMITS, BASKET, CONTACT, DESTINATIONS, DEVICES, SALE, LOG,
    PAYMENTS, LEDGER, PARCELS, POST, EVENTS, COUNTS, TRADER, MEMBERSHIP, WHO_ACTED, AT_THE_SANDBOX,
)  # fmt: skip
