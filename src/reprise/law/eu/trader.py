"""Who a trader on a platform is (Digital Services Act, article 30)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.law.calendars import plus_months
from reprise.law.checklist import Checklist, Item
from reprise.law.eu import trader_words as say
from reprise.law.eu.platform import SECTION_4
from reprise.law.instruments import DSA
from reprise.law.provision import Basis, Decision, Source, provision

IN_FORCE: Final = date(2024, 2, 17)
LEGACY_MONTHS: Final = 12
KEEP_MONTHS: Final = 6

IDENTITY: Final = Basis(DSA, "art. 30", Source.MEMORY)
KEEP: Final = Basis(DSA, "art. 30(5)", Source.MEMORY)


class Datum(Enum):
    """What a trader gives before trading."""

    NAME = "name"
    ADDRESS = "address"
    TELEPHONE = "telephone"
    EMAIL = "email"
    IDENTITY = "identity"  # a copy of the document, or an electronic identification
    ACCOUNT = "account"
    REGISTER = "register"
    PROMISE = "promise"  # to offer only goods that comply with the law


_GIVEN: Final = Checklist(
    say.IDENTITY,
    {
        Datum.NAME: Item(say.NAME, IDENTITY),
        Datum.ADDRESS: Item(say.ADDRESS, IDENTITY),
        Datum.TELEPHONE: Item(say.TELEPHONE, IDENTITY),
        Datum.EMAIL: Item(say.EMAIL, IDENTITY),
        Datum.IDENTITY: Item(say.DOCUMENT, IDENTITY),
        Datum.ACCOUNT: Item(say.ACCOUNT, IDENTITY),
        Datum.REGISTER: Item(say.REGISTER, IDENTITY),
        Datum.PROMISE: Item(say.PROMISE, IDENTITY),
    },
)
# Points (a), (d) and (e) stand on the product page; the document and the account never do.
_SHOWN: Final = Checklist(say.SHOWN, _GIVEN.without(Datum.IDENTITY, Datum.ACCOUNT).items)


class Doubt(Enum):
    """Whether something given is thought to be wrong."""

    NONE = "none"
    FOUND = "found"  # and the trader has not been asked yet
    UNANSWERED = "unanswered"  # the trader was asked and did not put it right


@dataclass(frozen=True, slots=True, kw_only=True)
class Trader:
    """A trader on ``day``: what was given, what the product page shows, and since when they trade
    here.  ``registered`` says that the trader stands in a trade register at all."""

    day: date
    joined: date
    given: frozenset[Datum]
    shown: frozenset[Datum]
    registered: bool = True
    doubt: Doubt = Doubt.NONE
    small_platform: bool = False


class Standing(Enum):
    """What follows for the trader."""

    TRADE = "trade"
    ASK = "ask"  # and trade meanwhile
    WAIT = "wait"  # not before everything is there
    SUSPEND = "suspend"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class TraderCheck(Decision):
    """``not_shown`` is what the product page lacks."""

    standing: Standing
    missing: tuple[Datum, ...]
    not_shown: tuple[Datum, ...]


@provision("eu.trader.identity", say.IDENTITY, IDENTITY, SECTION_4)
def identity(trader: Trader) -> TraderCheck:
    """Before trading: name, address, telephone and e-mail (a), a document of identity (b), the
    payment account (c), the trade register (d), and the promise to offer only goods that comply
    (e); (a), (d) and (e) are shown with the goods.  What seems wrong is asked about; whoever does
    not put it right is suspended until then, and may complain.  Who traded before 17 February 2024
    had twelve months to give everything.  A small platform is spared (art. 29)."""
    if trader.small_platform:
        return TraderCheck(
            basis=(SECTION_4,),
            because=(say.SPARED(),),
            standing=Standing.NOT_ASKED,
            missing=(),
            not_shown=(),
        )
    left_out = () if trader.registered else (Datum.REGISTER,)
    given, shown = _GIVEN.without(*left_out), _SHOWN.without(*left_out)
    missing, not_shown = given.missing(trader.given), shown.missing(trader.shown)
    standing = _standing(trader, complete=not missing)
    return TraderCheck(
        basis=(IDENTITY,),
        because=(given.lacks(missing), shown.lacks(not_shown), say.STANDING[standing.value]()),
        standing=standing,
        missing=missing,
        not_shown=not_shown,
    )


def _standing(trader: Trader, *, complete: bool) -> Standing:
    if trader.doubt is Doubt.UNANSWERED:
        return Standing.SUSPEND
    if not complete:
        if trader.joined >= IN_FORCE:
            return Standing.WAIT
        legacy = trader.day <= plus_months(IN_FORCE, LEGACY_MONTHS)
        return Standing.ASK if legacy else Standing.SUSPEND
    return Standing.ASK if trader.doubt is Doubt.FOUND else Standing.TRADE


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A trader's file on ``day``; ``ended`` is when the contract with the trader did, None: not
    yet."""

    day: date
    ended: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention(Decision):
    """``keep_until`` is the last day on which the file is kept, None while the contract lasts."""

    keep_until: date | None
    delete: bool


@provision("eu.trader.retention", say.RETENTION, KEEP)
def retention(gone: Gone) -> Retention:
    """Kept until six months after the contract ended, then deleted (art. 30(5))."""
    if gone.ended is None:
        return Retention(basis=(KEEP,), because=(say.STILL_HERE(),), keep_until=None, delete=False)
    until = plus_months(gone.ended, KEEP_MONTHS)
    return Retention(
        basis=(KEEP,),
        because=(say.KEPT(months=KEEP_MONTHS, ended=gone.ended, until=until),),
        keep_until=until,
        delete=gone.day > until,
    )
