"""When what is left of an order and of a seller ends: facts in, decision out (decision 0051).

The accounts' ten years are French law, for an operator established in France, wherever its buyers
are; for an operator elsewhere they are its own rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.law.calendars import plus_months
from reprise.law.eu import records, trader
from reprise.law.fr.personal_data import Kept, Kind, retention
from reprise.law.provision import Basis
from reprise.privacy.grounds import FOR_CLAIMS
from reprise.privacy.rules import DISPUTE_MONTHS, DISPUTES

# The operator's rule: the financial year is that of the calendar.
YEAR_ENDS: Final = (12, 31)


@dataclass(frozen=True, slots=True)
class Until:
    """The last day, and by which provisions."""

    day: date
    basis: tuple[Basis, ...]

    def is_over(self, today: date) -> bool:
        return today > self.day


def in_accounts_until(moved: date) -> Until:
    """How long the accounts need what tells of money that moved last on a day."""
    kept = retention(Kept(kind=Kind.ACCOUNTS, event=date(moved.year, *YEAR_ENDS)))
    assert kept.until is not None  # noqa: S101  the accounts have an end
    return Until(kept.until, kept.basis)


def claim_until(moved: date) -> Until:
    """How long what is needed to pay a seller is kept while it is owed something that moved last on
    a day: as long as the accounts say what for.  No law was read that names a day (0064)."""
    accounts = in_accounts_until(moved)
    return Until(accounts.day, (FOR_CLAIMS, *accounts.basis))


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleFacts:
    """An order for which nobody is named any more; days are those of its market.

    ``collected`` is when money that was collected for it moved last, None where none ever was;
    ``tried`` when anything happened to its payments last.
    """

    tried: date
    collected: date | None = None


def sale_until(sale: SaleFacts) -> Until:
    """Until when an order keeps its own number and the provider's: as long as the accounts need
    them; where nothing was collected, as long as a payment can be disputed."""
    if sale.collected is None:
        return Until(plus_months(sale.tried, DISPUTE_MONTHS), (DISPUTES,))
    return in_accounts_until(sale.collected)


class Part(Enum):
    """What of a trader's version leaves."""

    NOTHING = "nothing"
    # E-mail address and phone: no account and no tax report names them.
    CONTACT = "contact"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class TraderFacts:
    """A version of a trader's identity.

    ``ended`` is the last day of the seller's contract, None while it runs; ``proved`` whether it is
    part of the proof of a contract with a buyer who is still named somewhere; ``sold`` when money
    moved last that was collected for an order which names it, None: never.  ``owed`` is when what
    the seller is owed moved last, where this version says who is to be paid; None: nothing is.
    """

    ended: date | None
    proved: bool = False
    sold: date | None = None
    owed: date | None = None


def trader_leaves(facts: TraderFacts, today: date) -> Part:
    """Six months after the contract all of it; but all of it stays that is part of a buyer's proof,
    and who it was as long as the accounts and tax reports need that, or whoever pays what is
    owed."""
    gone = trader.retention(trader.Gone(day=today, ended=facts.ended))
    if facts.proved or not gone.delete:
        return Part.NOTHING
    needed = [in_accounts_until(facts.sold)] if facts.sold else []
    needed += [claim_until(facts.owed)] if facts.owed else []
    return Part.WHOLE if all(each.is_over(today) for each in needed) else Part.CONTACT


def name_until(ended: date) -> Until:
    """Until when a seller of whom no version is left has its name: six months after its
    contract."""
    gone = trader.retention(trader.Gone(day=ended, ended=ended))
    assert gone.keep_until is not None  # noqa: S101  the contract has ended
    return Until(gone.keep_until, gone.basis)


def account_until(ended: date, sold: date | None, owed: date | None = None) -> Until:
    """Until when it is kept where a seller's money went: six months after its contract; as long as
    the report of the last year in which it sold has to be accounted for; and while something is
    owed, that moved last on a day, as long as it could be paid."""
    kept = [name_until(ended)]
    if sold is not None:
        reported = records.retention(
            records.Record(kind=records.Kind.TAX_REPORT, event=date(sold.year, *YEAR_ENDS))
        )
        assert reported.at_least is not None  # noqa: S101  it has to be kept
        kept.append(Until(reported.at_least, reported.basis))
    if owed is not None:
        kept.append(claim_until(owed))
    return max(kept, key=lambda each: each.day)


def members_until(ended: date) -> Until:
    """Until when it is kept who acted for a seller: as long as it may complain of the end of its
    contract and be let back."""
    return name_until(ended)
