"""When a review goes: the closed list of grounds, what the author is told, and what is counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.kernel.rate import Rate
from reprise.law.checklist import Checklist, Item
from reprise.law.instruments import PLATFORM_RULES, UCPD
from reprise.law.provision import Basis, Decision, Sentence, Source, provision
from reprise.law.terms import moderation_words as say

DELETION: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S24")
GROUNDS: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S25")
REQUESTS: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S26")
REASONS: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S27")
BLOCKS: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S28")
SUPPRESSION: Final = Basis(UCPD, "ann. I, 23c", Source.MEMORY, "S25")


class Ground(Enum):
    """Why a review may go; there is no other reason."""

    ADVERTISING = "advertising"
    DUPLICATE = "duplicate"
    OFF_TOPIC = "off_topic"
    OTHER_PRODUCT = "other_product"
    COMPETITOR = "competitor"
    OFFENSIVE = "offensive"
    FAKE = "fake"
    ILLEGAL = "illegal"
    RIGHTS_OF_OTHERS = "rights_of_others"
    IDENTITY_THEFT = "identity_theft"
    PERSONAL_DATA = "personal_data"
    HATE = "hate"
    BREACH_OF_LAW = "breach_of_law"


NAMES: Final[dict[Ground, Sentence]] = {
    Ground.ADVERTISING: say.ADVERTISING,
    Ground.DUPLICATE: say.DUPLICATE,
    Ground.OFF_TOPIC: say.OFF_TOPIC,
    Ground.OTHER_PRODUCT: say.OTHER_PRODUCT,
    Ground.COMPETITOR: say.COMPETITOR,
    Ground.OFFENSIVE: say.OFFENSIVE,
    Ground.FAKE: say.FAKE,
    Ground.ILLEGAL: say.ILLEGAL,
    Ground.RIGHTS_OF_OTHERS: say.RIGHTS_OF_OTHERS,
    Ground.IDENTITY_THEFT: say.IDENTITY_THEFT,
    Ground.PERSONAL_DATA: say.PERSONAL_DATA,
    Ground.HATE: say.HATE,
    Ground.BREACH_OF_LAW: say.BREACH_OF_LAW,
}


class Asker(Enum):
    """Who wants a review gone."""

    AUTHOR = "author"
    PLATFORM = "platform"
    THIRD_PARTY = "third_party"  # the seller as anybody


class Fault(Enum):
    """Why a review does not go like this."""

    NO_GROUND = "no_ground"
    BY_AUTHOR = "by_author"
    NOT_BY_STAFF = "not_by_staff"
    NOT_TOLD = "not_told"
    NO_REASON = "no_reason"


_REMOVAL: Final = Checklist(
    say.REMOVAL,
    {
        Fault.NO_GROUND: Item(say.NO_GROUND, GROUNDS),
        Fault.BY_AUTHOR: Item(say.BY_AUTHOR, GROUNDS),
        Fault.NOT_BY_STAFF: Item(say.NOT_BY_STAFF, REQUESTS),
        Fault.NOT_TOLD: Item(say.NOT_TOLD, REASONS),
        Fault.NO_REASON: Item(say.NO_REASON, REASONS),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A review, or a part of it, that is refused or taken off.

    ``ground`` None: none of the list.  ``by_content`` says that the decision looked at the content
    and not at who wrote it; ``by_staff`` that a person decided; ``told`` that the author got an
    e-mail, and ``reason_told`` that it says why.
    """

    asker: Asker
    ground: Ground | None
    by_content: bool = True
    by_staff: bool = True
    told: bool = True
    reason_told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalCheck(Decision):
    """The review goes where there is no fault."""

    faults: tuple[Fault, ...]


@provision("terms.moderation.removal", say.REMOVAL, DELETION, GROUNDS, REQUESTS, REASONS)
def removal(facts: Removal) -> RemovalCheck:
    """The author's own wish is enough, at any time (S24).  Otherwise a ground of the closed list,
    judged by the content and whoever wrote it (S25); what a third party asks for is handled by
    staff (S26); and the author is told by e-mail, with the reason (S27)."""
    if facts.asker is Asker.AUTHOR:
        return RemovalCheck(basis=(DELETION,), because=(say.OWN_WISH(),), faults=())
    asked = facts.asker is Asker.THIRD_PARTY
    faults = {
        Fault.NO_GROUND: facts.ground is None,
        Fault.BY_AUTHOR: not facts.by_content,
        Fault.NOT_BY_STAFF: asked and not facts.by_staff,
        Fault.NOT_TOLD: not facts.told,
        Fault.NO_REASON: facts.told and not facts.reason_told,
    }
    found = _REMOVAL.found([fault for fault, met in faults.items() if met])
    reasons = [_REMOVAL.breaks(found)]
    if facts.ground is not None:
        reasons.insert(0, say.GROUND(ground=NAMES[facts.ground]))
    return RemovalCheck(
        basis=(GROUNDS, *((REQUESTS,) if asked else ()), REASONS),
        because=tuple(reasons),
        faults=found,
    )


class Given(Enum):
    """What an author gives to contest a decision."""

    REVIEW_DATE = "review_date"
    ORDER_NUMBER = "order_number"


_CONTEST: Final = Checklist(
    say.CONTEST,
    {
        Given.REVIEW_DATE: Item(say.REVIEW_DATE, REASONS),
        Given.ORDER_NUMBER: Item(say.ORDER_NUMBER, REASONS),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """An author's answer to a decision, and what came with it."""

    given: frozenset[Given]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestCheck(Decision):
    """``missing`` is asked for; an answer is never thrown away for it."""

    missing: tuple[Given, ...]


@provision("terms.moderation.contest", say.CONTEST, REASONS)
def contest(facts: Contest) -> ContestCheck:
    """The author may contest the decision, with the date of the review and the number of the order
    (S27)."""
    missing = _CONTEST.missing(facts.given)
    return ContestCheck(basis=(REASONS,), because=(_CONTEST.lacks(missing),), missing=missing)


class BlockFault(Enum):
    """Why an account is not blocked like this."""

    NOT_SERIOUS = "not_serious"
    NOT_LAST_RESORT = "not_last_resort"
    NOT_TOLD = "not_told"
    NOT_CONTESTABLE = "not_contestable"


_BLOCK: Final = Checklist(
    say.BLOCK,
    {
        BlockFault.NOT_SERIOUS: Item(say.NOT_SERIOUS, BLOCKS),
        BlockFault.NOT_LAST_RESORT: Item(say.NOT_LAST_RESORT, BLOCKS),
        BlockFault.NOT_TOLD: Item(say.BLOCK_NOT_TOLD, BLOCKS),
        BlockFault.NOT_CONTESTABLE: Item(say.NOT_CONTESTABLE, BLOCKS),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """An account that is to be blocked, for a time or for good: how many breaches there were,
    whether one of them was serious, and whether milder means were tried."""

    breaches: int
    serious: bool
    milder_tried: bool
    told_at_once: bool
    contestable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockCheck(Decision):
    """The account is blocked where there is no fault."""

    faults: tuple[BlockFault, ...]


@provision("terms.moderation.block", say.BLOCK, BLOCKS)
def block(facts: Block) -> BlockCheck:
    """For serious or repeated breaches, as a last resort; the buyer is told at once and may contest
    it (S28)."""
    grave = facts.breaches > 1 or (facts.breaches == 1 and facts.serious)
    faults = {
        BlockFault.NOT_SERIOUS: not grave,
        BlockFault.NOT_LAST_RESORT: not facts.milder_tried,
        BlockFault.NOT_TOLD: not facts.told_at_once,
        BlockFault.NOT_CONTESTABLE: not facts.contestable,
    }
    found = _BLOCK.found([fault for fault, met in faults.items() if met])
    return BlockCheck(basis=(BLOCKS,), because=(_BLOCK.breaks(found),), faults=found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A month's reviews with one number of stars: how many came in, how many went, and how many of
    these without a ground of the list.  What its author deleted did not go."""

    stars: int
    came: int
    went: int
    without_ground: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The counts of a month; a number of stars that is not there had no reviews."""

    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic(Decision):
    """For one to five stars, how many went, and which share of those that came in; ``sound`` says
    that none of them went without a ground."""

    went: tuple[int, ...]
    share: tuple[Rate, ...]
    sound: bool


@provision("terms.moderation.statistic", say.STATISTIC, GROUNDS, SUPPRESSION)
def statistic(month: Month) -> Statistic:
    """What went, by number of stars, so that everybody can see whether bad reviews go more easily;
    one that went without a ground was suppressed (Directive 2005/29/EC, annex I, 23c)."""
    came, went, groundless = (dict.fromkeys(range(1, 6), 0) for _ in range(3))
    for each in month.counts:
        came[each.stars] += each.came
        went[each.stars] += each.went
        groundless[each.stars] += each.without_ground
    suppressed = sum(groundless.values())
    reason = say.SUPPRESSED(count=suppressed) if suppressed else say.ALL_GROUNDED()
    return Statistic(
        basis=(GROUNDS, SUPPRESSION),
        because=(reason,),
        went=tuple(went.values()),
        share=tuple(Rate.of(went[stars], came[stars] or 1) for stars in came),
        sound=not suppressed,
    )
