"""The margin scheme beyond one unit: a whole period's margin, and what stands on an invoice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.kernel.money import Money, half_up
from reprise.kernel.rate import Rate
from reprise.law.checklist import Checklist, Item
from reprise.law.eu import margin_scheme_words as say
from reprise.law.eu.vat import INVOICE, MARGIN, PRICE, Scheme
from reprise.law.instruments import C_624_15, CGI_II, RD_1619, USTG, VAT
from reprise.law.provision import Basis, Decision, Source, provision

GLOBAL: Final = Basis(
    VAT,
    "art. 318",
    Source.MEMORY,
    open="which states let or make whom work out the margin of a period, and how long it is",
)
MENTION: Final = Basis(VAT, "art. 226(14)", Source.MEMORY)
MIXED: Final = Basis(C_624_15, "", Source.MEMORY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """All units of one rate that a dealer sold and bought under the margin scheme in a tax period.

    ``sold`` holds VAT and the transport that the dealer charges; ``carried`` is what the purchases
    of the period before exceeded its sales by.
    """

    sold: Money
    bought: Money
    carried: Money
    rate: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class GlobalMargin(Decision):
    """``margin`` contains ``vat``; ``taxable`` is the rest of it.  ``carried`` goes into the next
    period as purchases."""

    margin: Money
    vat: Money
    taxable: Money
    carried: Money


@provision("eu.vat.global_margin", say.GLOBAL, GLOBAL, MARGIN, PRICE)
def global_margin(period: Period) -> GlobalMargin:
    """The sales of a period less its purchases and what the period before carried over, less the
    VAT in it, rounded half up; where the purchases are more, nothing is due and the excess is
    carried into the next period (art. 318).  Unit by unit a loss would stay with its unit (art.
    315)."""
    zero = Money.zero(period.sold.currency)
    left = period.sold - period.bought - period.carried
    margin, carried = max(left, zero), max(-left, zero)
    contained = period.rate.fraction / (1 + period.rate.fraction)
    vat = Money(half_up(margin.minor * contained), margin.currency)
    return GlobalMargin(
        basis=(GLOBAL, MARGIN, PRICE),
        because=(
            say.PERIOD(sold=period.sold, bought=period.bought, before=period.carried),
            say.CARRIED(carried=carried) if carried else say.TAXED(rate=period.rate, vat=vat),
        ),
        margin=margin,
        vat=vat,
        taxable=margin - vat,
        carried=carried,
    )


@dataclass(frozen=True, slots=True)
class Mention:
    """The words of one state, and where they were read."""

    words: str
    basis: Basis


_SECOND_HAND: Final = "the words are known from programs and studies; the law was not read"
MENTIONS: Final = {
    "FR": Mention(
        "Régime particulier-Biens d'occasion",
        Basis(
            CGI_II,
            "art. 242 nonies A, I, 16°",
            Source.OFFICIAL,
            link="https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069569",
        ),
    ),
    "DE": Mention("Gebrauchtgegenstände/Sonderregelung", Basis(USTG, "§ 14a(6)", Source.OFFICIAL)),
    "ES": Mention(
        "régimen especial de los bienes usados",
        Basis(
            RD_1619,
            "art. 6.1.o)",
            Source.OFFICIAL,
            open="read as it stood on 26 October 2013; later changes were not read",
        ),
    ),
    "NL": Mention(
        "Bijzondere regeling — gebruikte goederen",
        Basis(VAT, "art. 226(14)", Source.SECONDARY, open=f"Netherlands: {_SECOND_HAND}"),
    ),
    "PT": Mention(
        "Regime da margem de lucro - Bens em segunda mão",
        Basis(VAT, "art. 226(14)", Source.SECONDARY, open=f"Portugal: {_SECOND_HAND}"),
    ),
}
_DASHES: Final = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_SLASHES: Final = re.compile(r"\s*/\s*")


class Fault(Enum):
    """What is wrong with an invoice."""

    MENTION_MISSING = "mention_missing"
    VAT_SHOWN = "vat_shown"
    EXEMPTION_BESIDE = "exemption_beside"
    MENTION_WRONG = "mention_wrong"


_INVOICE: Final = Checklist(
    say.INVOICE,
    {
        Fault.MENTION_MISSING: Item(say.MENTION_MISSING, MENTION),
        Fault.VAT_SHOWN: Item(say.VAT_SHOWN, INVOICE),
        Fault.EXEMPTION_BESIDE: Item(say.EXEMPTION_BESIDE, MIXED),
        Fault.MENTION_WRONG: Item(say.MENTION_WRONG, MENTION),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An invoice for one supply under the law of ``country`` (ISO code), and what it says.

    ``vat_shown`` says that an amount of VAT stands there by itself, ``exemption_mentioned`` that
    the supply is called exempt.
    """

    country: str
    scheme: Scheme
    text: str
    vat_shown: bool
    exemption_mentioned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceCheck(Decision):
    """``mention`` is what has to stand there, None where nothing has to.  ``known`` is False where
    the words of that state were not read: then no invoice is in order by silence."""

    mention: str | None
    known: bool
    faults: tuple[Fault, ...]


@provision(
    "eu.vat.invoice",
    say.INVOICE,
    MENTION,
    INVOICE,
    MIXED,
    *(each.basis for each in MENTIONS.values()),
)
def invoice(facts: Invoice) -> InvoiceCheck:
    """Under the margin scheme the invoice says so in the words of its state (art. 226(14)) and
    shows no VAT by itself (art. 325); to call the same supply exempt as well is a sign of fraud
    (C-624/15).  Under the normal scheme the words have no place.  Capitals, dashes and spaces do
    not matter."""
    if facts.scheme is Scheme.NORMAL:
        wrong = any(_said(each.words, facts.text) for each in MENTIONS.values())
        found = _INVOICE.found([Fault.MENTION_WRONG] if wrong else [])
        return InvoiceCheck(
            basis=(MENTION,),
            because=(_INVOICE.breaks(found),),
            mention=None,
            known=True,
            faults=found,
        )
    asked = MENTIONS.get(facts.country)
    faults = {
        Fault.MENTION_MISSING: asked is not None and not _said(asked.words, facts.text),
        Fault.VAT_SHOWN: facts.vat_shown,
        Fault.EXEMPTION_BESIDE: facts.exemption_mentioned,
    }
    found = _INVOICE.found([fault for fault, met in faults.items() if met])
    words = say.WORDS_ARE(words=asked.words) if asked else say.WORDS_UNKNOWN(country=facts.country)
    said = (words, _INVOICE.breaks(found)) if asked or found else (words,)
    return InvoiceCheck(
        basis=(MENTION, INVOICE, MIXED, *((asked.basis,) if asked else ())),
        because=said,
        mention=asked.words if asked else None,
        known=asked is not None,
        faults=found,
    )


def _said(words: str, text: str) -> bool:
    return _plain(words) in _plain(text)


def _plain(text: str) -> str:
    """Without what differs between copies of the same words."""
    even = _SLASHES.sub("/", _DASHES.sub("-", text.replace("’", "'")))
    return " ".join(even.casefold().split())
