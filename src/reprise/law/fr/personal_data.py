"""How long each kind of data is kept, and why it may not go sooner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.calendars import plus_months
from reprise.law.eu.records import Retention
from reprise.law.fr import personal_data_words as say
from reprise.law.instruments import (
    CNIL_PRACTICE,
    CODE_COMMERCE,
    CODE_CONSO,
    DSA,
    FR_CIVIL,
)
from reprise.law.provision import Basis, Because, Sentence, Source, provision


class Kind(Enum):
    """What is kept, and the event its period counts from."""

    ACCOUNTS = "accounts"  # invoices and ledger: the end of the financial year
    CONTRACT = "contract"  # an electronic contract: the delivery
    EVIDENCE = "evidence"  # what proves a contract: its end
    INACTIVE_ACCOUNT = "inactive_account"  # the last sign-in
    PROSPECT = "prospect"  # the last contact
    TRADER_IDENTITY = "trader_identity"  # the end of the seller's contract


# Whom the founding documents name (S34).
SUPERVISOR: Final = Sentence.same("Commission nationale de l’informatique et des libertés (CNIL)")

CONTRACT_LIMIT: Final = Money(120_00, "EUR")

ACCOUNTS: Final = Basis(CODE_COMMERCE, "art. L123-22", Source.SECONDARY)
CONTRACT: Final = Basis(CODE_CONSO, "art. L213-1, D213-2", Source.SECONDARY)
EVIDENCE: Final = Basis(FR_CIVIL, "", Source.SECONDARY)
CNIL: Final = Basis(CNIL_PRACTICE, "", Source.SECONDARY)
TRADER: Final = Basis(DSA, "art. 30(5)", Source.MEMORY)

_MONTHS: Final[dict[Kind, tuple[int, Basis]]] = {
    Kind.ACCOUNTS: (120, ACCOUNTS),
    Kind.CONTRACT: (120, CONTRACT),
    Kind.EVIDENCE: (60, EVIDENCE),
    Kind.INACTIVE_ACCOUNT: (24, CNIL),
    Kind.PROSPECT: (36, CNIL),
    Kind.TRADER_IDENTITY: (6, TRADER),
}
# What nobody has to keep, only may.
_MAY: Final = frozenset({Kind.INACTIVE_ACCOUNT, Kind.PROSPECT})
_ARCHIVED: Final = frozenset({Kind.ACCOUNTS, Kind.CONTRACT, Kind.EVIDENCE, Kind.TRADER_IDENTITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One record.  ``worth`` is the contract's, for a contract."""

    kind: Kind
    event: date
    worth: Money | None = None


@provision("fr.personal_data.retention", say.RETENTION, ACCOUNTS, CONTRACT, EVIDENCE, CNIL, TRADER)
def retention(record: Kept) -> Retention:
    """Ten years for accounts, from the end of the financial year, and for contracts of 120 euros or
    more, from delivery; five for evidence; two for an account nobody uses; three for a prospect;
    six months for a trader's identity.

    The account and the prospect may be kept as long and no longer; the others have to be."""
    months, basis = _MONTHS[record.kind]
    if record.kind is Kind.CONTRACT and record.worth is not None and record.worth < CONTRACT_LIMIT:
        return Retention(
            basis=(basis,),
            because=(say.SMALL_CONTRACT(limit=CONTRACT_LIMIT),),
            at_least=None,
            until=None,
            archived=False,
        )
    until = plus_months(record.event, months)
    archived = record.kind in _ARCHIVED
    reasons: list[Because] = []
    if record.kind is Kind.ACCOUNTS:
        reasons.append(say.FINANCIAL_YEAR(event=record.event))
    years, rest = divmod(months, 12)
    kept = say.KEPT(months=months, event=record.event, until=until)
    whole = say.KEPT_YEARS(years=years, event=record.event, until=until)
    reasons.append(kept if rest else whole)
    if archived:
        reasons.append(say.ARCHIVED())
    return Retention(
        basis=(basis,),
        because=tuple(reasons),
        at_least=None if record.kind in _MAY else until,
        until=until,
        archived=archived,
    )


def evidence_until(event: date) -> date:
    """The last day of what is kept as evidence since ``event``."""
    return plus_months(event, _MONTHS[Kind.EVIDENCE][0])


def evidence_may_be_over(today: date) -> date:
    """What is evidence since this day or later is not over today; of what is older
    :func:`evidence_until` says it.  For a query, which does not count months as the law does."""
    return plus_months(today, 1 - _MONTHS[Kind.EVIDENCE][0])
