"""A review from its invitation to its end: who writes it, when it is shown, how long, in what
order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final

from reprise.law.calendars import COUNTING, Calendar, in_time, plus_months
from reprise.law.checklist import Checklist, Item
from reprise.law.instruments import PLATFORM_RULES
from reprise.law.provision import Basis, Decision, Source, provision
from reprise.law.terms import reviews_words as say

INVITE_DAYS: Final = 7
TEXT_WORKING_DAYS: Final = 1
PHOTO_WORKING_DAYS: Final = 7
KEEP_YEARS: Final = 10
EDIT_DAYS: Final = 30

ELIGIBLE: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S16")
PARTS: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S17")
INVITED: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S18")
TEXT: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S19")
PHOTOS: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S20")
ORDERS: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S21")
KEPT: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S22")
TRANSLATED: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S23")
EDITED: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S24")
LICENSED: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S28b")

STARS: Final = range(1, 6)


class Fault(Enum):
    """Why a review is not taken."""

    NO_ORDER = "no_order"
    RATING = "rating"
    NO_COMMENT = "no_comment"
    SCORE = "score"
    NOT_DECLARED = "not_declared"
    NO_LICENCE = "no_licence"


_SUBMISSION: Final = Checklist(
    say.SUBMISSION,
    {
        Fault.NO_ORDER: Item(say.NO_ORDER, ELIGIBLE),
        Fault.RATING: Item(say.RATING, PARTS),
        Fault.NO_COMMENT: Item(say.NO_COMMENT, PARTS),
        Fault.SCORE: Item(say.SCORE, PARTS),
        Fault.NOT_DECLARED: Item(say.NOT_DECLARED, LICENSED),
        Fault.NO_LICENCE: Item(say.NO_LICENCE, LICENSED),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A review as its author sends it.

    ``ordered`` says that the author has an order on the platform with this product.  ``scores`` are
    the optional ones, for value, delivery, packaging, performance and looks.  ``declared`` says
    that the author declared to have written all of it, or to have the permission; ``licence`` names
    the version of the licence that was granted, empty: none.
    """

    ordered: bool
    rating: int | None
    comment: str
    declared: bool
    licence: str
    scores: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionCheck(Decision):
    faults: tuple[Fault, ...]


@provision("terms.reviews.submission", say.SUBMISSION, ELIGIBLE, PARTS, LICENSED)
def submission(facts: Submission) -> SubmissionCheck:
    """Whoever ordered the product on the platform (S16) gives a rating of one to five and a written
    comment; more scores and photographs are optional (S17); and declares to be the author and
    grants the licence (S28b)."""
    faults = {
        Fault.NO_ORDER: not facts.ordered,
        Fault.RATING: facts.rating not in STARS,
        Fault.NO_COMMENT: not facts.comment.strip(),
        Fault.SCORE: any(each not in STARS for each in facts.scores),
        Fault.NOT_DECLARED: not facts.declared,
        Fault.NO_LICENCE: not facts.licence.strip(),
    }
    found = _SUBMISSION.found([fault for fault, met in faults.items() if met])
    return SubmissionCheck(
        basis=_SUBMISSION.basis, because=(_SUBMISSION.breaks(found),), faults=found
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A product that was delivered (None: not yet), whether its buyer has written already, and
    whether anything is offered for a review.  ``calendar`` is the buyer's."""

    calendar: Calendar
    delivered: date | None
    written: bool
    rewarded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(Decision):
    """``send_on`` is the day of the e-mail by ``calendar``, at any hour; None: none is sent."""

    calendar: Calendar
    send_on: date | None
    may_reward: bool


@provision("terms.reviews.invitation", say.INVITATION, INVITED)
def invitation(facts: Delivered) -> Invitation:
    """An e-mail about a week after delivery; nothing is ever given for a review (S18).  An
    invitation that offers something is not sent at all."""
    send_on, reason = None, say.NO_INVITATION()
    if facts.rewarded:
        reason = say.NO_REWARD()
    elif facts.delivered is not None and not facts.written:
        send_on = facts.delivered + timedelta(days=INVITE_DAYS)
        reason = say.INVITE(days=INVITE_DAYS, delivered=facts.delivered, day=send_on)
    return Invitation(
        basis=(INVITED,),
        because=(reason,),
        calendar=facts.calendar,
        send_on=send_on,
        may_reward=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """A review that came in, how many photographs with it, how many of them break a rule; the
    calendar is the operator's."""

    at: datetime
    calendar: Calendar
    photos: int = 0
    photos_refused: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Decision):
    """The last instants for text and rating, and for the photographs (None: there are none);
    ``photos_shown`` is how many are published."""

    text_by: datetime
    photos_by: datetime | None
    photos_shown: int


@provision("terms.reviews.publication", say.PUBLICATION, TEXT, PHOTOS)
def publication(review: Submitted) -> Publication:
    """Text and rating appear by themselves, positive or negative, within one working day (S19);
    photographs after them, looked at by a person, within seven working days, and none of them where
    one breaks a rule (S20)."""
    calendar = review.calendar
    day = calendar.day_of(review.at)
    text = calendar.working_days_after(day, TEXT_WORKING_DAYS)
    reasons = [say.TEXT_BY(days=TEXT_WORKING_DAYS, day=day, calendar=calendar, until=text)]
    if not review.photos:
        return Publication(
            basis=(TEXT,),
            because=tuple(reasons),
            text_by=calendar.end_of(text),
            photos_by=None,
            photos_shown=0,
        )
    photos = calendar.working_days_after(day, PHOTO_WORKING_DAYS)
    reasons.append(say.PHOTOS_BY(days=PHOTO_WORKING_DAYS, until=photos))
    if review.photos_refused:
        reasons.append(say.NO_PHOTOS())
    return Publication(
        basis=(TEXT, PHOTOS),
        because=tuple(reasons),
        text_by=calendar.end_of(text),
        photos_by=calendar.end_of(photos),
        photos_shown=0 if review.photos_refused else review.photos,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """An author who wants to change a review ``at`` an instant; ``received`` is when the product
    came, the calendar is the author's."""

    at: datetime
    received: date
    calendar: Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class EditDecision(Decision):
    """Deleting is always possible, so there is no field for it."""

    edit_until: datetime
    may_edit: bool


@provision("terms.reviews.edit", say.EDIT, EDITED, COUNTING)
def edit(wish: Wish) -> EditDecision:
    """The author may change the review within thirty days of receiving the product, and may ask for
    its deletion at any time (S24)."""
    last = wish.calendar.days_after(wish.received, EDIT_DAYS)
    until = wish.calendar.end_of(last)
    may = in_time(wish.at, until)
    return EditDecision(
        basis=(EDITED, COUNTING),
        because=((say.MAY_EDIT if may else say.TOO_LATE)(days=EDIT_DAYS, until=last),),
        edit_until=until,
        may_edit=may,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A review on ``day``: published when, and until when the product was offered (None: it still
    is); ``calendar`` is the operator's."""

    calendar: Calendar
    day: date
    published: date
    offered_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention(Decision):
    """``until`` is the last second for which the review stands, where the operator is."""

    until: datetime
    shown: bool


@provision("terms.reviews.retention", say.RETENTION, KEPT)
def retention(shelf: Shelf) -> Retention:
    """Ten years, or as long as the product is offered where that is less (S22)."""
    years = plus_months(shelf.published, KEEP_YEARS * 12)
    until = min(years, shelf.offered_until or years)
    reason = say.TEN_YEARS(years=KEEP_YEARS, until=until)
    if until < years:
        reason = say.NO_LONGER_OFFERED(until=until)
    return Retention(
        basis=(KEPT,),
        because=(reason,),
        until=shelf.calendar.end_of(until),
        shown=shelf.day <= until,
    )


class Input(Enum):
    """What the order by default looks at."""

    RATING = "rating"
    LENGTH = "length"
    PHOTOS = "photos"


class Order(Enum):
    """How a reader may sort."""

    CHRONOLOGICAL = "chronological"
    RELEVANCE = "relevance"
    HIGHEST = "highest"
    LOWEST = "lowest"


class DisplayFault(Enum):
    """What is wrong with a list of reviews."""

    DEFAULT = "default"
    SORTS = "sorts"
    NO_ORIGINAL = "no_original"
    NO_COUNTRY = "no_country"


_DISPLAY: Final = Checklist(
    say.DISPLAY,
    {
        DisplayFault.DEFAULT: Item(say.DEFAULT, ORDERS),
        DisplayFault.SORTS: Item(say.SORTS, ORDERS),
        DisplayFault.NO_ORIGINAL: Item(say.NO_ORIGINAL, TRANSLATED),
        DisplayFault.NO_COUNTRY: Item(say.NO_COUNTRY, TRANSLATED),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A list of reviews, and what stands beside a translated one."""

    default_uses: frozenset[Input]
    sorts: frozenset[Order]
    translated: bool = False
    original_shown: bool = False
    country_shown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayCheck(Decision):
    faults: tuple[DisplayFault, ...]


@provision("terms.reviews.display", say.DISPLAY, ORDERS, TRANSLATED)
def display(shown: List) -> DisplayCheck:
    """In order of rating, length and photographs at least, or as the reader sorts: by time,
    relevance, highest, lowest (S21).  A translated review names its first language and the country
    of purchase (S23)."""
    faults = {
        DisplayFault.DEFAULT: shown.default_uses != frozenset(Input),
        DisplayFault.SORTS: shown.sorts != frozenset(Order),
        DisplayFault.NO_ORIGINAL: shown.translated and not shown.original_shown,
        DisplayFault.NO_COUNTRY: shown.translated and not shown.country_shown,
    }
    found = _DISPLAY.found([fault for fault, met in faults.items() if met])
    return DisplayCheck(basis=_DISPLAY.basis, because=(_DISPLAY.breaks(found),), faults=found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Somebody wants to use a review on ``day``; ``licence`` is the version its author granted,
    empty: none, ``deleted`` when the review was deleted, None: it stands."""

    day: date
    licence: str
    deleted: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceDecision(Decision):
    may_use: bool


@provision("terms.reviews.licence", say.LICENCE, LICENSED)
def licence(use: Use) -> LicenceDecision:
    """Free, not exclusive, worldwide, for site, apps, networks, e-mails, advertising and partners
    (S28b), under the version that the author granted; once the review is deleted no new use begins
    (our policy)."""
    if not use.licence.strip():
        return LicenceDecision(basis=(LICENSED,), because=(say.NO_GRANT(),), may_use=False)
    if use.deleted is not None and use.day >= use.deleted:
        reason = say.DELETED(day=use.deleted)
        return LicenceDecision(basis=(LICENSED,), because=(reason,), may_use=False)
    reason = say.GRANTED(version=use.licence)
    return LicenceDecision(basis=(LICENSED,), because=(reason,), may_use=True)
