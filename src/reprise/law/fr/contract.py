"""The last page before an order in France (code de la consommation, article L221-14)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.checklist import Checklist, Item
from reprise.law.eu import contract_words as say
from reprise.law.eu.button import Button, ButtonCheck, judged, plain
from reprise.law.instruments import CODE_CONSO
from reprise.law.provision import Basis, Decision, Source, provision

_CODE: Final = "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565"
ORDER: Final = Basis(CODE_CONSO, "art. L221-14", Source.OFFICIAL, link=_CODE)
# The article says that the button carries the mention; it does not say: nothing else.
MENTION: Final = "commande avec obligation de paiement"


@provision("fr.contract.button", say.BUTTON, ORDER)
def button(facts: Button) -> ButtonCheck:
    """The function that confirms the order carries, clear and easy to read, « commande avec
    obligation de paiement » or a like formula without any ambiguity (art. L221-14)."""
    verdict, reasons = judged(facts, MENTION in plain(facts.words), say.NOT_BOUND)
    return ButtonCheck(basis=(ORDER,), because=reasons, verdict=verdict)


class Recall(Enum):
    """What a buyer sees again just before the order."""

    CHARACTERISTICS = "characteristics"
    PRICE = "price"
    DURATION = "duration"
    PAYMENT_MEANS = "payment_means"
    DELIVERY_LIMITS = "delivery_limits"


_PAGE: Final = Checklist(
    say.ORDER_PAGE,
    {
        Recall.CHARACTERISTICS: Item(say.CHARACTERISTICS, ORDER),
        Recall.PRICE: Item(say.PRICE, ORDER),
        Recall.DURATION: Item(say.DURATION, ORDER),
        Recall.PAYMENT_MEANS: Item(say.PAYMENT_MEANS, ORDER),
        Recall.DELIVERY_LIMITS: Item(say.DELIVERY_LIMITS, ORDER),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is shown; ``lasting`` says that the contract lasts (a subscription, not one sale), and
    ``limited`` that some deliveries are not made."""

    shown: frozenset[Recall]
    lasting: bool
    limited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCheck(Decision):
    missing: tuple[Recall, ...]


@provision("fr.contract.order_page", say.ORDER_PAGE, ORDER)
def order_page(page: Page) -> PageCheck:
    """Before the order the essential characteristics, the price and, where there is one, the
    duration are recalled; the means of payment and any restriction of delivery are shown at the
    latest when ordering begins (art. L221-14)."""
    asked = _PAGE if page.lasting else _PAGE.without(Recall.DURATION)
    asked = asked if page.limited else asked.without(Recall.DELIVERY_LIMITS)
    missing = asked.missing(page.shown)
    return PageCheck(basis=(ORDER,), because=(asked.lacks(missing),), missing=missing)
