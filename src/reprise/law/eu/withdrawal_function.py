"""The withdrawal function of an online shop, since 19 June 2026 (Directive 2011/83/EU, art. 11a).

None of the texts with its labels was found whole, so the labels are held against a page and never
put on one from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.calendars import COUNTING
from reprise.law.checklist import Checklist, Item
from reprise.law.eu import withdrawal
from reprise.law.eu import withdrawal_function_words as say
from reprise.law.eu.button import plain
from reprise.law.instruments import CODE_CONSO, CRD, TERMS
from reprise.law.provision import (
    Basis,
    Contradiction,
    Dated,
    Decision,
    Source,
    in_force,
    provision,
)

FUNCTION: Final = Basis(CRD, "art. 11a", Source.SECONDARY)
CONFIRMATION: Final = Basis(CRD, "art. 11a(3)", Source.SECONDARY)
FRENCH: Final = Basis(CODE_CONSO, "art. L221-21, D221-5", Source.SECONDARY)
POLICY: Final = Basis(
    CRD, "art. 11a", Source.SECONDARY, open="whether a guest must reach it without an account"
)
PROMISED: Final = Basis(TERMS, "", Source.TERMS, "S50")
SINCE: Final = date(2026, 6, 19)
IN_FORCE: Final = (Dated(SINCE, True, FUNCTION),)
# A natural person; a legal person.
FRENCH_FINES: Final = (Money(1_500_000, "EUR"), Money(7_500_000, "EUR"))

# The directive's labels; in Dutch those of the civil code's word are in use as well.
OPEN_LABELS: Final = {
    "en": ("withdraw from contract here",),
    "fr": ("renoncer au contrat ici",),
    "nl": ("hier de overeenkomst herroepen", "hier de overeenkomst ontbinden"),
    "de": ("vertrag widerrufen",),
}
CONFIRM_LABELS: Final = {
    "en": ("confirm withdrawal",),
    "fr": ("confirmer la rétractation",),
    "nl": ("herroeping bevestigen", "ontbinding bevestigen"),
    "de": ("widerruf bestätigen",),
}


class Fault(Enum):
    """What is wrong with a withdrawal function."""

    LABEL = "label"
    NOT_PROMINENT = "not_prominent"
    NOT_ALWAYS_THERE = "not_always_there"
    NOT_FREE = "not_free"
    NEEDS_APP = "needs_app"
    NEEDS_LOGIN = "needs_login"
    ASKS_MORE = "asks_more"
    CONFIRM_LABEL = "confirm_label"
    NOT_TOLD = "not_told"


_FUNCTION: Final = Checklist(
    say.FUNCTION,
    {
        Fault.LABEL: Item(say.LABEL, FUNCTION),
        Fault.NOT_PROMINENT: Item(say.NOT_PROMINENT, FUNCTION),
        Fault.NOT_ALWAYS_THERE: Item(say.NOT_ALWAYS_THERE, FUNCTION),
        Fault.NOT_FREE: Item(say.NOT_FREE, FUNCTION),
        Fault.NEEDS_APP: Item(say.NEEDS_APP, FUNCTION),
        Fault.NEEDS_LOGIN: Item(say.NEEDS_LOGIN, POLICY),
        Fault.ASKS_MORE: Item(say.ASKS_MORE, FUNCTION),
        Fault.CONFIRM_LABEL: Item(say.CONFIRM_LABEL, CONFIRMATION),
        Fault.NOT_TOLD: Item(say.NOT_TOLD, FUNCTION),
    },
)


class Field(Enum):
    """What the form makes the buyer give."""

    NAME = "name"
    CONTRACT = "contract"
    CONTACT = "contact"  # electronic, for the acknowledgement
    REASON = "reason"
    TELEPHONE = "telephone"
    BANK_ACCOUNT = "bank_account"
    PHOTOGRAPHS = "photographs"


_ALLOWED: Final = frozenset({Field.NAME, Field.CONTRACT, Field.CONTACT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """The function as one buyer met it on ``day``.

    ``clear`` and ``confirm_clear`` say that a person judged other words than the directive's to
    correspond to them.  ``there_from`` and ``there_until`` bound the days on which it was there,
    ``first`` and ``last`` those on which the buyer could withdraw.

    Raises ValueError for a language whose labels were not read, and for days out of order.
    """

    day: date
    country: str
    language: str
    words: str
    confirm_words: str
    there_from: date
    there_until: date
    first: date
    last: date
    required: frozenset[Field]
    clear: bool = False
    confirm_clear: bool = False
    prominent: bool = True
    free: bool = True
    needs_app: bool = False
    needs_login: bool = False
    guest: bool = False
    told_before: bool = True

    def __post_init__(self) -> None:
        if self.language not in OPEN_LABELS:
            raise Contradiction(f"no label was read in {self.language!r}", "language")
        for first, last in (("there_from", "there_until"), ("first", "last")):
            if getattr(self, first) > getattr(self, last):
                raise Contradiction("it does not end before it begins", first, last)


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionCheck(Decision):
    faults: tuple[Fault, ...]


@provision(
    "eu.withdrawal.function",
    say.FUNCTION,
    *_FUNCTION.basis,
    FRENCH,
    since=SINCE,
)
def function(facts: Function) -> FunctionCheck:
    """A button or link with the words "withdraw from contract here", prominent and easy to reach,
    there for the whole period, free, without an app; a form for name, contract and an electronic
    contact and nothing more; a second button with the words "confirm withdrawal" only; and the
    buyer was told of it before the contract (Directive 2011/83/EU, art. 11a).

    Raises NotInForce before 19 June 2026.
    """
    in_force(IN_FORCE, facts.day)
    labelled = plain(facts.words) in OPEN_LABELS[facts.language]
    confirmed = plain(facts.confirm_words) in CONFIRM_LABELS[facts.language]
    faults = {
        Fault.LABEL: not (labelled or facts.clear),
        Fault.NOT_PROMINENT: not facts.prominent,
        Fault.NOT_ALWAYS_THERE: facts.there_from > facts.first or facts.there_until < facts.last,
        Fault.NOT_FREE: not facts.free,
        Fault.NEEDS_APP: facts.needs_app,
        Fault.NEEDS_LOGIN: facts.needs_login and facts.guest,
        Fault.ASKS_MORE: not facts.required <= _ALLOWED,
        Fault.CONFIRM_LABEL: not (confirmed or facts.confirm_clear),
        Fault.NOT_TOLD: not facts.told_before,
    }
    found = _FUNCTION.found([fault for fault, met in faults.items() if met])
    reasons = [_FUNCTION.breaks(found)]
    french = facts.country == "FR"
    if found and french:
        reasons.append(say.FINES(person=FRENCH_FINES[0], company=FRENCH_FINES[1]))
    return FunctionCheck(
        basis=(*_FUNCTION.basis, *((FRENCH,) if french else ())),
        because=tuple(reasons),
        faults=found,
    )


class Acknowledged(Enum):
    """What an acknowledgement must hold."""

    SENT = "sent"
    DURABLE = "durable"
    CONTENT = "content"
    INSTANT = "instant"


_ACKNOWLEDGEMENT: Final = Checklist(
    say.ACKNOWLEDGEMENT,
    {
        Acknowledged.SENT: Item(say.SENT, FUNCTION),
        Acknowledged.DURABLE: Item(say.DURABLE, FUNCTION),
        Acknowledged.CONTENT: Item(say.CONTENT, FUNCTION),
        Acknowledged.INSTANT: Item(say.INSTANT, FUNCTION),
    },
)
_BY_TERMS: Final = Checklist(say.ACKNOWLEDGEMENT, {Acknowledged.SENT: Item(say.SENT, PROMISED)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A withdrawal through the function, and what the trader sent back; ``stated`` is the instant
    of submission that the acknowledgement names (None: none)."""

    notice: withdrawal.Notice
    acknowledged: bool
    durable: bool
    content: bool
    stated: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement(Decision):
    """``right`` is the one that the statement used: the instant of submission decides."""

    right: withdrawal.Right
    missing: tuple[Acknowledged, ...]


@provision(
    "eu.withdrawal.acknowledgement",
    say.ACKNOWLEDGEMENT,
    FUNCTION,
    PROMISED,
    withdrawal.PERIOD,
    withdrawal.UNTOLD,
    withdrawal.UNTOLD_MOVED,
    withdrawal.PROMISED,
    withdrawal.RETURN,
    withdrawal.RETURN_BEFORE_GOODS,
    withdrawal.PROMISED_RETURN,
    COUNTING,
)
def acknowledgement(facts: Statement) -> Acknowledgement:
    """Without undue delay, on a durable medium, with the content of the statement and the date and
    time of its submission (Directive 2011/83/EU, art. 11a).  A statement submitted in the last
    second of the last day is in time.

    Before 19 June 2026 only terms promised one, and no more of it than that it comes without delay
    (S50).  Raises NotInForce where they gave nothing.
    """
    contract, day = facts.notice.contract, facts.notice.contract.calendar.day_of(facts.notice.sent)
    asked = _ACKNOWLEDGEMENT
    if day < SINCE and contract.promised_clear_days:
        asked = _BY_TERMS
    else:
        in_force(IN_FORCE, day)
    answer = withdrawal.notice(facts.notice)
    there = {
        Acknowledged.SENT: facts.acknowledged,
        Acknowledged.DURABLE: facts.acknowledged and facts.durable,
        Acknowledged.CONTENT: facts.acknowledged and facts.content,
        Acknowledged.INSTANT: facts.acknowledged and facts.stated == facts.notice.sent,
    }
    missing = asked.missing([line for line, met in there.items() if met])
    return Acknowledgement(
        basis=(*asked.basis, *answer.basis),
        because=(*answer.because, asked.lacks(missing)),
        right=answer.right,
        missing=missing,
    )
