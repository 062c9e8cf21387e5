"""Portugal: three years, also for refurbished goods, whose invoice says what they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reprise.law.calendars import COUNTING
from reprise.law.eu import repair
from reprise.law.guarantee import guarantee_words as say
from reprise.law.guarantee.defect import DefectDecision, defect
from reprise.law.guarantee.period import PROOF_STATED, Term, term
from reprise.law.guarantee.questions import (
    UNDATED,
    Cause,
    Extension,
    Goods,
    Guarantee,
    Installed,
    Nature,
    NoticeRule,
    Period,
    Presumption,
    Shorter,
)
from reprise.law.guarantee.sale import Claim, History, Sale
from reprise.law.guarantee.timeline import PROMISE, PROMISE_FOR_LIFE, Timeline, timeline
from reprise.law.instruments import DL_84_2021
from reprise.law.provision import Basis, Dated, Decision, Source, provision
from reprise.law.pt import guarantee_words as words

MENTION: Final = "recondicionado"

PERIOD: Final = Basis(DL_84_2021, "", Source.SECONDARY)
AGREED: Final = Basis(DL_84_2021, "", Source.SECONDARY, open="how the consumer has to agree")
REFURBISHED: Final = Basis(DL_84_2021, "", Source.SECONDARY)
PRESUMED: Final = Basis(DL_84_2021, "", Source.MEMORY)
NO_NOTICE: Final = Basis(DL_84_2021, "", Source.SECONDARY)
REPAIRED: Final = Basis(DL_84_2021, "", Source.SECONDARY, open="what became of it on 31 July 2026")
SUSPENDED: Final = Basis(
    DL_84_2021,
    "",
    Source.MEMORY,
    open="what suspends the period here was not read; the common formula is applied",
)
INSTALLED: Final = Basis(
    DL_84_2021, "", Source.MEMORY, open="what follows from an incorrect installation was not read"
)

LAW: Final = Guarantee(
    country="PT",
    period=Period(36, Nature.APPEARS, PERIOD),
    used=Shorter(least_months=18, told=False, separate=False, basis=AGREED),
    refurbished=Shorter(least_months=None, told=False, separate=False, basis=REFURBISHED),
    presumption=(
        Dated(UNDATED, Presumption(new_months=24, used_months=24, unless_nature=False), PRESUMED),
    ),
    notice=(Dated(UNDATED, NoticeRule(months=None, strict=False, basis=NO_NOTICE), NO_NOTICE),),
    suspends=dict.fromkeys(Cause, SUSPENDED),
    after_repair=Extension(6, 4, REPAIRED),
    imposed_replacement=None,
    respite=None,
    limitation=None,
    continuous=None,
    agreed_stops=None,
    supply_stops=None,
    longer_stops=None,
    presumption_stops=None,
    omitted=None,
    installed=Installed(False, INSTALLED),
)

SOLD: Final = (PERIOD, AGREED, REFURBISHED, PRESUMED, COUNTING)
LIVED: Final = (
    *SOLD,
    SUSPENDED,
    REPAIRED,
    repair.EXTEND,
    repair.EXTEND_AGREED,
    PROMISE,
    PROMISE_FOR_LIFE,
    PROOF_STATED,
)
CLAIMED: Final = (*LIVED, NO_NOTICE, INSTALLED)


@provision("pt.guarantee.period", say.PERIOD, *SOLD)
def period(sale: Sale) -> Term:
    """Three years from the delivery; for used goods at least eighteen months may be agreed, for
    refurbished goods nothing less than the three years.
    """
    return term(LAW, sale)


@provision("pt.guarantee.timeline", say.TIMELINE, *LIVED)
def over_time(history: History) -> Timeline:
    """Each repair adds six months, at most four times; the directive's twelve are not
    added to them."""
    return timeline(LAW, history)


@provision("pt.guarantee.defect", say.DEFECT, *CLAIMED)
def found(claim: Claim) -> DefectDecision:
    """In the three years; the seller need not be told within any time."""
    return defect(LAW, claim)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice(Decision):
    """``mention`` is the word that the invoice carries, empty where none is asked for."""

    mention: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What the invoice is for."""

    goods: Goods


@provision("pt.guarantee.invoice", words.INVOICE, REFURBISHED)
def invoice(item: Item) -> Invoice:
    """The invoice of a refurbished device says "recondicionado"."""
    if item.goods is Goods.REFURBISHED:
        return Invoice(
            basis=(REFURBISHED,), because=(words.MENTION(mention=MENTION),), mention=MENTION
        )
    return Invoice(basis=(REFURBISHED,), because=(words.NO_MENTION(),), mention="")
