"""What French law wants beside reviews (code de la consommation, articles L111-7-2 and D111-17 to
D111-19)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.checklist import Checklist, Item
from reprise.law.fr import reviews_words as say
from reprise.law.instruments import CODE_CONSO
from reprise.law.provision import Basis, Decision, Source, provision

SHOWN: Final = Basis(CODE_CONSO, "art. D111-17", Source.OFFICIAL)
CHECKED: Final = Basis(CODE_CONSO, "art. D111-18", Source.MEMORY)
REFUSED: Final = Basis(CODE_CONSO, "art. D111-19", Source.MEMORY)
DOUBT: Final = Basis(CODE_CONSO, "art. L111-7-2", Source.MEMORY)


class Line(Enum):
    """What is told about reviews, and where."""

    CHECKED_OR_NOT = "checked_or_not"  # beside each review, as the next three
    PUBLISHED = "published"
    EXPERIENCED = "experienced"
    ORDERED_BY = "ordered_by"
    REWARDED_OR_NOT = "rewarded_or_not"  # in a section of its own, as the next two
    PUBLICATION_TIME = "publication_time"
    RETENTION_TIME = "retention_time"


_NEAR: Final = Checklist(
    say.NEAR,
    {
        Line.CHECKED_OR_NOT: Item(say.CHECKED_OR_NOT, SHOWN),
        Line.PUBLISHED: Item(say.PUBLISHED, SHOWN),
        Line.EXPERIENCED: Item(say.EXPERIENCED, SHOWN),
        Line.ORDERED_BY: Item(say.ORDERED_BY, SHOWN),
    },
)
_SECTION: Final = Checklist(
    say.SECTION,
    {
        Line.REWARDED_OR_NOT: Item(say.REWARDED_OR_NOT, SHOWN),
        Line.PUBLICATION_TIME: Item(say.PUBLICATION_TIME, SHOWN),
        Line.RETENTION_TIME: Item(say.RETENTION_TIME, SHOWN),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What stands near each review, and what in the section about reviews."""

    near: frozenset[Line]
    section: frozenset[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCheck(Decision):
    missing: tuple[Line, ...]


@provision("fr.reviews.page", say.PAGE, SHOWN)
def page(facts: Page) -> PageCheck:
    """Near each review: whether reviews are checked, the dates of publication and of the consumer's
    experience, and what orders the reviews, the order of time included.  In a section of its own:
    whether anything is given for a review, the longest time to publication, and how long reviews
    stand (art. D111-17)."""
    near, section = _NEAR.missing(facts.near), _SECTION.missing(facts.section)
    return PageCheck(
        basis=(SHOWN,),
        because=(_NEAR.lacks(near), _SECTION.lacks(section)),
        missing=(*near, *section),
    )


class Check(Enum):
    """What whoever checks reviews owes."""

    FEATURES = "features"
    CONTACT = "contact"
    CHANGE = "change"
    GROUNDS = "grounds"
    REASONS = "reasons"
    DOUBTS = "doubts"


_CHECKS: Final = Checklist(
    say.CHECKS,
    {
        Check.FEATURES: Item(say.FEATURES, CHECKED),
        Check.CONTACT: Item(say.CONTACT, CHECKED),
        Check.CHANGE: Item(say.CHANGE, CHECKED),
        Check.GROUNDS: Item(say.GROUNDS, CHECKED),
        Check.REASONS: Item(say.REASONS, REFUSED),
        Check.DOUBTS: Item(say.DOUBTS, DOUBT),
    },
)
_WHERE_CHECKED: Final = (Check.FEATURES, Check.CONTACT, Check.CHANGE, Check.GROUNDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """How a platform deals with reviews, and whether it checks them."""

    checks: bool
    there: frozenset[Check]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeCheck(Decision):
    missing: tuple[Check, ...]


@provision("fr.reviews.checks", say.CHECKS, CHECKED, REFUSED, DOUBT)
def checks(practice: Practice) -> PracticeCheck:
    """Where reviews are checked: how, whether the author can be contacted and the review changed,
    and the grounds of refusal (art. D111-18).  An author is told the reasons of a refusal (art.
    D111-19), and sellers can report a reasoned doubt about a review, free of charge (art.
    L111-7-2)."""
    asked = _CHECKS if practice.checks else _CHECKS.without(*_WHERE_CHECKED)
    missing = asked.missing(practice.there)
    return PracticeCheck(basis=asked.basis, because=(asked.lacks(missing),), missing=missing)
