"""France: what a consumer gets for a lack of conformity, and what is said of it, by the box annexed
to article D211-2 of the Code de la consommation.

Days that bind the seller end on the day itself, working day or not: the doubt is the consumer's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from reprise.kernel.money import Money
from reprise.kernel.rate import Rate
from reprise.law.calendars import Calendar
from reprise.law.fr import box_words
from reprise.law.fr import conformity_words as say
from reprise.law.instruments import CODE_CONSO
from reprise.law.provision import Basis, Contradiction, Decision, NotInForce, Source, provision

REMEDY_DAYS: Final = 30
REFUND_DAYS: Final = 14
GUARANTEE_MONTHS: Final = 24
FINE: Final = Money(30_000_000, "EUR")
FINE_SHARE: Final = Rate.percent("10")
BOX_SINCE: Final = date(2022, 10, 1)
# From this day on six months after a repair may no longer be what the law says.
BOX_DOUBTFUL: Final = date(2026, 7, 31)

REMEDY: Final = Basis(CODE_CONSO, "art. D211-2 (annexe)", Source.SECONDARY)
REFUND: Final = Basis(CODE_CONSO, "art. L217-17", Source.SECONDARY)
INVOICE: Final = Basis(CODE_CONSO, "", Source.SECONDARY)
OBSTRUCTION: Final = Basis(CODE_CONSO, "art. L241-5", Source.SECONDARY)
BOX: Final = Basis(CODE_CONSO, "art. D211-2", Source.SECONDARY)
BOX_DOUBT: Final = Basis(
    CODE_CONSO,
    "art. D211-2 (annexe)",
    Source.SECONDARY,
    open="whether the six months after a repair in the text changed on 31 July 2026",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What became of a request to repair or replace, as it is known on the day ``as_of``.

    ``asked`` None: nothing was asked.  ``done`` is the day on which the device was back in
    conformity, None: not yet.  ``costs_left``: the consumer is left with the cost of taking back or
    removing the device, or of installing the repaired or replacement one.  ``minor`` is what the
    seller shows, ``serious`` a defect that justifies the end of the contract at once; ValueError
    for both.  ``calendar`` is the consumer's.
    """

    calendar: Calendar
    as_of: date
    asked: date | None
    done: date | None = None
    refused: bool = False
    inconvenience: bool = False
    costs_left: bool = False
    persists: bool = False
    serious: bool = False
    minor: bool = False

    def __post_init__(self) -> None:
        if self.serious and self.minor:
            raise Contradiction("a defect is not both at once", "serious", "minor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedies(Decision):
    """``conform_by`` is the seller's last second where the consumer is, None where nothing was
    asked; the other two say what the consumer may choose now."""

    conform_by: datetime | None
    price_reduction: bool
    termination: bool


@provision("fr.conformity.remedies", say.REMEDIES, REMEDY)
def remedies(request: Request) -> Remedies:
    """Repair or replacement within thirty days of the request, free and without major
    inconvenience.  Price reduction or the end of the contract where the seller refuses, is later
    than that, causes a major inconvenience, as costs that stay with the consumer are, or the defect
    persists; at once where it is serious.
    A minor defect never ends the contract (box annexed to art. D211-2)."""
    conform_by = request.asked + timedelta(days=REMEDY_DAYS) if request.asked else None
    because = []
    if conform_by:
        because.append(say.CONFORM_BY(days=REMEDY_DAYS, until=conform_by))
    late = conform_by is not None and (request.done or request.as_of) > conform_by
    grounds = [
        reason()
        for holds, reason in (
            (request.refused, say.REFUSED),
            (late, say.LATE),
            (request.inconvenience, say.INCONVENIENCE),
            (request.costs_left, say.COSTS_LEFT),
            (request.persists, say.PERSISTS),
            (request.serious, say.SERIOUS),
        )
        if holds
    ]
    if not grounds:
        because.append(say.FIRST_REMEDY())
    elif request.minor:
        because += [*grounds, say.REDUCTION_ONLY()]
    else:
        because += [*grounds, say.BOTH_OPEN()]
    return Remedies(
        basis=(REMEDY,),
        because=tuple(because),
        conform_by=request.calendar.end_if_any(conform_by),
        price_reduction=bool(grounds),
        termination=bool(grounds) and not request.minor,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A contract that the consumer ended: when the device came back, and when its sending was
    proved; None: not yet.  ``calendar`` is the consumer's."""

    calendar: Calendar
    goods_received: date | None = None
    proof_shown: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyBack(Decision):
    """``refund_by`` is the last second for the money where the consumer is, None while the device
    is still on the consumer's side and no proof was shown."""

    refund_by: datetime | None


@provision("fr.conformity.refund", say.REFUND, REFUND)
def refund(ended: Ended) -> MoneyBack:
    """Fourteen days from the receipt of the device or of the proof that it was sent, whichever is
    the earlier (art. L217-17)."""
    known = [each for each in (ended.goods_received, ended.proof_shown) if each]
    if not known:
        return MoneyBack(basis=(REFUND,), because=(say.NOT_BACK(),), refund_by=None)
    until = min(known) + timedelta(days=REFUND_DAYS)
    said = say.REFUND_BY(days=REFUND_DAYS, event=min(known), until=until)
    refund_by = ended.calendar.end_of(until)
    return MoneyBack(basis=(REFUND,), because=(said,), refund_by=refund_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What is sold: computers, telephones and their like, or something else."""

    computing_or_telephony: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Decision):
    """``months`` of guarantee that the invoice mentions, 0 where it need not."""

    months: int


@provision("fr.conformity.invoice", say.INVOICE, INVOICE)
def invoice(item: Item) -> Mention:
    """The invoice of computing and telephone goods mentions the two years of the guarantee, for
    refurbished ones too.  The words are free."""
    if item.computing_or_telephony:
        said, months = say.ON_INVOICE(months=GUARANTEE_MONTHS), GUARANTEE_MONTHS
    else:
        said, months = say.NOT_ON_INVOICE(), 0
    return Mention(basis=(INVOICE,), because=(said,), months=months)


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstruction:
    """A seller who stood in the way of the guarantee: whether in bad faith, and the average yearly
    turnover, in euros."""

    bad_faith: bool
    turnover: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Fine(Decision):
    """``at_most`` is the ceiling of the civil fine, zero where there is none."""

    at_most: Money


@provision("fr.conformity.obstruction", say.OBSTRUCTION, OBSTRUCTION)
def obstruction(facts: Obstruction) -> Fine:
    """Obstructing the guarantee in bad faith risks a civil fine of at most 300 000 euros, which can
    be raised to ten per cent of the average yearly turnover (art. L241-5)."""
    if not facts.bad_faith:
        return Fine(basis=(OBSTRUCTION,), because=(say.NO_FINE(),), at_most=Money.zero("EUR"))
    at_most = max(FINE, facts.turnover.share(FINE_SHARE))
    said = say.FINE(fine=FINE, turnover=facts.turnover, at_most=at_most)
    return Fine(basis=(OBSTRUCTION,), because=(said,), at_most=at_most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Terms of sale of goods, and the day of the contracts that they are for."""

    concluded: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBox(Decision):
    """``text`` is shown as it stands: nobody words, shortens or translates it."""

    text: str


@provision("fr.conformity.box", say.BOX, BOX, BOX_DOUBT, since=BOX_SINCE)
def box(terms: Terms) -> LegalBox:
    """Terms of sale carry the box of the model annexed to the article (art. D211-2).  The text is
    locked; NotInForce before 1 October 2022."""
    if terms.concluded < BOX_SINCE:
        raise NotInForce(f"not in force on {terms.concluded}: the model applies from {BOX_SINCE}")
    if terms.concluded < BOX_DOUBTFUL:
        return LegalBox(basis=(BOX,), because=(say.WORD_FOR_WORD(),), text=box_words.GOODS)
    return LegalBox(
        basis=(BOX, BOX_DOUBT),
        because=(say.WORD_FOR_WORD(), say.SIX_MONTHS_DOUBTFUL()),
        text=box_words.GOODS,
    )
