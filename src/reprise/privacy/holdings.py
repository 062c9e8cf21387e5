"""What is held about people, why, until when, and how it leaves (decision 0034).

A holding is what a person would ask about in one breath.  `register` says for each column which
holding it belongs to; `rules` works out the day until which an order's holdings are kept.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.eu import records, trader
from reprise.law.fr import personal_data as french
from reprise.law.instruments import DSA, GDPR
from reprise.law.provision import Basis, Sentence, Source
from reprise.privacy import grounds
from reprise.privacy import holdings_words as say
from reprise.privacy import rights_words as rights
from reprise.privacy import traders_words as traders
from reprise.privacy import visitors_words as visitors
from reprise.privacy.grounds import Ground, Phase
from reprise.privacy.rules import DISPUTES

CONTRACT: Final = grounds.CONTRACT
OBLIGATION: Final = grounds.OBLIGATION
INTEREST: Final = grounds.INTEREST
PROOF: Final = Basis(GDPR, "art. 7(1)", Source.MEMORY)
CLAIMS: Final = Basis(GDPR, "art. 17(3)(b), (e)", Source.MEMORY)
NO_LONGER: Final = Basis(GDPR, "art. 5(1)(e)", Source.MEMORY)
RESTRICTED: Final = Basis(GDPR, "art. 18", Source.MEMORY)
COMPLAINTS: Final = Basis(DSA, "art. 20(1)", Source.MEMORY)
ACCOUNTABLE: Final = Basis(GDPR, "art. 5(2)", Source.MEMORY)


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
    # Erased, archived first, or cut off from whoever it leads to, when `rules` or `ending` says so.
    RETENTION = "retention"
    # Kept for good: who acted and what was done, by ids that lead to nobody once they are gone.
    STAYS = "stays"
    # At another party, which keeps it by its own rules.
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """``said`` is what it is, why it is held and until when; ``ground`` is why it may be held at
    first, ``kept`` why it is not gone sooner.  Nothing stays for good because of a contract.
    ``phases`` are those that it goes through, where the ground is not the same in all of them."""

    key: str
    whose: Whose
    said: tuple[Sentence, Sentence, Sentence]
    ground: Basis
    kept: tuple[Basis, ...]
    leaves: Leaves
    phases: tuple[Phase, ...] = ()

    @property
    def what(self) -> Sentence:
        return self.said[0]

    @property
    def why(self) -> Sentence:
        return self.said[1]

    @property
    def until(self) -> Sentence:
        return self.said[2]

    def grounds(self, countries: Collection[str] = ()) -> tuple[Ground, ...]:
        """Why it may be held, phase by phase, for buyers in some countries; none: anywhere."""
        if not self.phases:
            return (Ground(self.ground),)
        return tuple(each for phase in self.phases for each in grounds.of_phase(phase, countries))

    def may_be_objected_to(self, countries: Collection[str] = ()) -> bool:
        """Whether it is held, in any phase, for our interest alone (art. 21(1))."""
        return any(each.may_be_objected_to for each in self.grounds(countries))


ACCOUNT: Final = Holding(
    key="account",
    whose=Whose.ACCOUNT,
    said=say.ACCOUNT,
    ground=CONTRACT,
    kept=(french.CNIL,),
    leaves=Leaves.WITH_ACCOUNT,
)
PASSKEYS: Final = Holding(
    key="passkeys",
    whose=Whose.ACCOUNT,
    said=say.PASSKEYS,
    ground=CONTRACT,
    kept=(),
    leaves=Leaves.WITH_ACCOUNT,
)
LETTERS: Final = Holding(
    key="letters",
    whose=Whose.ACCOUNT,
    said=say.LETTERS,
    ground=CONTRACT,
    kept=(),
    leaves=Leaves.EXPIRES,
)
SESSIONS: Final = Holding(
    key="sessions",
    whose=Whose.ACCOUNT,
    said=say.SESSIONS,
    ground=CONTRACT,
    kept=(),
    leaves=Leaves.EXPIRES,
)
LIMITS: Final = Holding(
    key="limits",
    whose=Whose.VISITOR,
    said=say.LIMITS,
    ground=INTEREST,
    kept=(),
    leaves=Leaves.EXPIRES,
)
AUDIENCE: Final = Holding(
    key="audience",
    whose=Whose.VISITOR,
    said=visitors.AUDIENCE,
    ground=INTEREST,
    kept=(),
    leaves=Leaves.EXPIRES,
)
BASKET: Final = Holding(
    key="basket",
    whose=Whose.VISITOR,
    said=visitors.BASKET,
    ground=CONTRACT,
    kept=(),
    leaves=Leaves.EXPIRES,
)
CONSENTS: Final = Holding(
    key="consents",
    whose=Whose.VISITOR,
    said=visitors.CONSENTS,
    ground=OBLIGATION,
    kept=(PROOF, french.EVIDENCE),
    leaves=Leaves.EXPIRES,
)
CONTACT: Final = Holding(
    key="contact",
    whose=Whose.BUYER,
    said=say.CONTACT,
    ground=CONTRACT,
    kept=(french.CONTRACT, french.EVIDENCE, CLAIMS, NO_LONGER),
    leaves=Leaves.RETENTION,
    phases=(Phase.CONTRACT, Phase.DISPUTE),
)
DESTINATIONS: Final = Holding(
    key="destinations",
    whose=Whose.BUYER,
    said=say.DESTINATIONS,
    ground=CONTRACT,
    kept=(french.EVIDENCE,),
    leaves=Leaves.RETENTION,
    phases=(Phase.CONTRACT, Phase.PROOF, Phase.DISPUTE),
)
DEVICES: Final = Holding(
    key="devices",
    whose=Whose.BUYER,
    said=say.DEVICES,
    ground=CONTRACT,
    kept=(french.CONTRACT, french.EVIDENCE),
    leaves=Leaves.RETENTION,
    phases=(Phase.CONTRACT, Phase.PROOF),
)
SALE: Final = Holding(
    key="sale",
    whose=Whose.BUYER,
    said=say.SALE,
    ground=CONTRACT,
    kept=(french.ACCOUNTS, french.CONTRACT, DISPUTES),
    leaves=Leaves.RETENTION,
    phases=(Phase.CONTRACT, Phase.ACCOUNTS, Phase.DISPUTE),
)
LOG: Final = Holding(
    key="log",
    whose=Whose.BUYER,
    said=say.LOG,
    ground=CONTRACT,
    kept=(french.ACCOUNTS, french.EVIDENCE, CLAIMS),
    leaves=Leaves.RETENTION,
    phases=(Phase.CONTRACT, Phase.ACCOUNTS, Phase.DISPUTE),
)
PAYMENTS: Final = Holding(
    key="payments",
    whose=Whose.BUYER,
    said=say.PAYMENTS,
    ground=CONTRACT,
    kept=(french.ACCOUNTS, DISPUTES),
    leaves=Leaves.RETENTION,
    phases=(Phase.CONTRACT, Phase.ACCOUNTS, Phase.DISPUTE),
)
LEDGER: Final = Holding(
    key="ledger",
    whose=Whose.BUYER,
    said=say.LEDGER,
    ground=OBLIGATION,
    kept=(french.ACCOUNTS,),
    leaves=Leaves.RETENTION,
    phases=(Phase.ACCOUNTS,),
)
PARCELS: Final = Holding(
    key="parcels",
    whose=Whose.BUYER,
    said=say.PARCELS,
    ground=CONTRACT,
    kept=(french.EVIDENCE,),
    leaves=Leaves.RETENTION,
    phases=(Phase.CONTRACT, Phase.PROOF),
)
POST: Final = Holding(
    key="post",
    whose=Whose.BUYER,
    said=say.POST,
    ground=CONTRACT,
    kept=(french.EVIDENCE,),
    leaves=Leaves.RETENTION,
    phases=(Phase.CONTRACT, Phase.PROOF, Phase.DISPUTE),
)
EVENTS: Final = Holding(
    key="events",
    whose=Whose.BUYER,
    said=say.EVENTS,
    ground=CONTRACT,
    kept=(NO_LONGER,),
    leaves=Leaves.EXPIRES,
)
COUNTS: Final = Holding(
    key="counts",
    whose=Whose.BUYER,
    said=say.COUNTS,
    ground=INTEREST,
    kept=(NO_LONGER,),
    leaves=Leaves.EXPIRES,
)
LOOKS: Final = Holding(
    key="looks",
    whose=Whose.BUYER,
    said=say.LOOKS,
    ground=INTEREST,
    kept=(NO_LONGER,),
    leaves=Leaves.EXPIRES,
)
SEARCHES: Final = Holding(
    key="searches",
    whose=Whose.BUYER,
    said=say.SEARCHES,
    ground=INTEREST,
    kept=(french.EVIDENCE,),
    leaves=Leaves.EXPIRES,
)
TRADER: Final = Holding(
    key="trader",
    whose=Whose.TRADER,
    said=traders.TRADER,
    ground=OBLIGATION,
    kept=(trader.KEEP, french.CONTRACT, french.ACCOUNTS, grounds.FOR_CLAIMS),
    leaves=Leaves.RETENTION,
    phases=(Phase.LAW, Phase.OWED),
)
PARTNERS: Final = Holding(
    key="partners",
    whose=Whose.TRADER,
    said=visitors.PARTNERS,
    ground=OBLIGATION,
    kept=(PROOF, french.EVIDENCE),
    leaves=Leaves.RETENTION,
)
PAYMENT_ACCOUNT: Final = Holding(
    key="payment_account",
    whose=Whose.TRADER,
    said=traders.PAYMENT_ACCOUNT,
    ground=OBLIGATION,
    kept=(trader.KEEP, records.TAX, grounds.FOR_CLAIMS),
    leaves=Leaves.RETENTION,
    phases=(Phase.LAW, Phase.OWED),
)
MEMBERSHIP: Final = Holding(
    key="membership",
    whose=Whose.MEMBER,
    said=traders.MEMBERSHIP,
    ground=CONTRACT,
    kept=(COMPLAINTS,),
    leaves=Leaves.RETENTION,
)
WHO_ACTED: Final = Holding(
    key="who_acted",
    whose=Whose.STAFF,
    said=traders.WHO_ACTED,
    ground=INTEREST,
    kept=(french.EVIDENCE, CLAIMS),
    leaves=Leaves.STAYS,
)
AT_THE_SANDBOX: Final = Holding(
    key="at_the_sandbox",
    whose=Whose.BUYER,
    said=say.AT_THE_SANDBOX,
    ground=CONTRACT,
    kept=(NO_LONGER,),
    leaves=Leaves.OUTSIDE,
)
ARCHIVE: Final = Holding(
    key="archive",
    whose=Whose.BUYER,
    said=rights.ARCHIVE,
    ground=INTEREST,
    kept=(french.CONTRACT, french.EVIDENCE, CLAIMS),
    leaves=Leaves.RETENTION,
    phases=(Phase.PROOF,),
)
REQUESTS: Final = Holding(
    key="requests",
    whose=Whose.BUYER,
    said=rights.REQUESTS,
    ground=OBLIGATION,
    kept=(french.EVIDENCE, CLAIMS),
    leaves=Leaves.RETENTION,
)
HOLDS: Final = Holding(
    key="holds",
    whose=Whose.BUYER,
    said=rights.HOLDS,
    ground=OBLIGATION,
    kept=(CLAIMS, RESTRICTED, french.EVIDENCE),
    leaves=Leaves.RETENTION,
)
ACTS: Final = Holding(
    key="acts",
    whose=Whose.BUYER,
    said=rights.ACTS,
    ground=OBLIGATION,
    kept=(ACCOUNTABLE,),
    leaves=Leaves.STAYS,
)
HOLDINGS: Final = (
    ACCOUNT, PASSKEYS, LETTERS, SESSIONS, LIMITS, AUDIENCE, BASKET, CONSENTS, CONTACT, DESTINATIONS,
    DEVICES, SALE, LOG, PAYMENTS, LEDGER, PARCELS, POST, EVENTS, COUNTS, LOOKS, SEARCHES, ARCHIVE,
    REQUESTS, HOLDS, ACTS, TRADER, PAYMENT_ACCOUNT, PARTNERS, MEMBERSHIP, WHO_ACTED, AT_THE_SANDBOX,
)  # fmt: skip
