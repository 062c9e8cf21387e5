"""From when invoices between businesses are electronic in France."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.law.fr import e_invoicing_words as say
from reprise.law.instruments import FR_E_INVOICES
from reprise.law.provision import Basis, Decision, Source, provision

REFORM: Final = Basis(FR_E_INVOICES, "", Source.SECONDARY)
RECEIVE: Final = date(2026, 9, 1)


class Size(Enum):
    """The size of a business established in France."""

    LARGE = "large"
    MIDDLE = "middle"  # « entreprise de taille intermédiaire »
    SMALL = "small"  # small, medium and micro


_ISSUE: Final = {
    Size.LARGE: date(2026, 9, 1),
    Size.MIDDLE: date(2026, 9, 1),
    Size.SMALL: date(2027, 9, 1),
}


class Customer(Enum):
    """To whom is sold."""

    FRENCH_BUSINESS = "french_business"
    CONSUMER = "consumer"
    ABROAD = "abroad"


class Duty(Enum):
    """How a sale is told."""

    E_INVOICE = "e_invoice"
    E_REPORT = "e_report"
    NONE_YET = "none_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """A sale by a business established in France on ``day``."""

    day: date
    size: Size
    customer: Customer


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleDuty(Decision):
    """``receives``: whether the business has to be able to receive electronic invoices."""

    duty: Duty
    receives: bool


@provision("fr.e_invoicing.duty", say.DUTY, REFORM, since=RECEIVE)
def duty(sale: Sale) -> SaleDuty:
    """Since 1 September 2026 every business receives electronic invoices, and large and middle ones
    issue them; small ones from 1 September 2027.  Sales to consumers and abroad are reported
    instead.  Both go through an approved platform."""
    receives = sale.day >= RECEIVE
    since = _ISSUE[sale.size]
    if sale.day < since:
        kind, reason = Duty.NONE_YET, say.NOT_YET(since=since)
    elif sale.customer is Customer.FRENCH_BUSINESS:
        kind, reason = Duty.E_INVOICE, say.INVOICED(since=since)
    else:
        kind, reason = Duty.E_REPORT, say.REPORTED(since=since)
    received = say.RECEIVES(since=RECEIVE) if receives else say.RECEIVES_FROM(since=RECEIVE)
    return SaleDuty(basis=(REFORM,), because=(reason, received), duty=kind, receives=receives)
