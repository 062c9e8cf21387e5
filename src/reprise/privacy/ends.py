"""How the end of every holding is carried out: table by table, what leaves and which clock does it.

A table of which something is about a person, and whose end nothing here carries out, fails the
build; and so does a clock that is not there.  `reprise privacy ends` writes the reference of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from reprise.law.provision import Basis, Source
from reprise.privacy.decided import Columns, Personal
from reprise.privacy.grounds import Ground
from reprise.privacy.holdings import HOLDINGS, Holding, Leaves
from reprise.privacy.register import REGISTER


class How(Enum):
    """What becomes of a table's rows."""

    ROW = "the row is deleted"
    EMPTIED = "emptied"
    CUT = "the row stays; nothing leads from it to a person any more"


@dataclass(frozen=True, slots=True)
class End:
    """``by``: the clocks that carry it out, any of them (`night KEY`: a holding of the nightly
    run; `sweep NAME`; `listener NAME`).  ``columns`` are those that are emptied."""

    how: How
    by: tuple[str, ...]
    columns: tuple[str, ...] = ()


def _row(*by: str) -> End:
    return End(How.ROW, by)


def _emptied(columns: str, *by: str) -> End:
    return End(How.EMPTIED, by, tuple(columns.split()))


def _cut(*by: str) -> End:
    return End(How.CUT, by)


_SIGN_INS: Final = "sweep stale_sign_ins"
_NAMES: Final = ("night contact", "night archive")
_SOLD: Final = "night sale"

ENDS: Final[Mapping[str, End]] = MappingProxyType(
    {
        "public.accounts_attempt": _row(_SIGN_INS),
        "public.accounts_letter": _row(_SIGN_INS),
        "public.accounts_passkey": _row("night account"),
        "public.accounts_session": _row(_SIGN_INS),
        "public.accounts_user": _row("night account"),
        "public.accounts_user_groups": _row("night account"),
        "public.accounts_user_user_permissions": _row("night account"),
        "public.audience_sketch": _row("sweep ended_months"),
        "public.audience_word": _row("sweep ended_months"),
        "public.audit_look": _row("sweep stale_looks"),
        "public.audit_sought": _row("sweep stale_searches"),
        "public.checkout_basket": _row("sweep stale_baskets"),
        "public.checkout_basketitem": _row("sweep stale_baskets"),
        "public.checkout_hold": _row("sweep stale_holds"),
        "public.consent_notice": _row("sweep stale_consents"),
        "public.consent_partner": _row("sweep stale_consents"),
        # Which partner it was, its own row says alone.
        "public.consent_partneract": _cut("sweep stale_consents"),
        "public.consent_receipt": _row("sweep stale_consents"),
        "public.discovery_sale": _row("sweep stale_sales"),
        # The order's id alone, which by then leads to nobody.
        "public.ledger_booking": _cut(_SOLD),
        "public.ledger_transfer": _cut(_SOLD),
        "public.notifications_message": _row(*_NAMES),
        "public.offers_stockmovement": _cut(_SOLD),
        "public.orders_contact": _row("night contact"),
        "public.orders_deliverypoint": _row("night contact"),
        "public.orders_line": _cut(_SOLD),
        "public.orders_linedevice": _row(*_NAMES),
        "public.orders_order": _emptied("reference number_salt", _SOLD),
        # What is left of it, its digests, nobody can try out.
        "public.orders_said": _emptied("identity_salt contact_salt", "night trader"),
        "public.orders_sellerorder": _emptied("reference", _SOLD),
        "public.orders_step": _cut(_SOLD),
        "public.outbox_event": _row("sweep stale_events"),
        "public.payments_instruction": _emptied("provider_ref", _SOLD),
        "public.payments_notice": _emptied("provider_ref event_id", _SOLD),
        "public.payments_part": _cut(_SOLD),
        "public.payments_payment": _emptied("provider_ref", _SOLD),
        "public.privacy_archived": _row("night archive"),
        "public.privacy_duty": _row("sweep asked_erasures"),
        # One that is not lifted stays until somebody lifts it.
        "public.privacy_hold": _row("night holds"),
        "public.privacy_notice": _row("sweep stale_notices"),
        # Who has asked is found through its requester alone.
        "public.privacy_entry": _cut("sweep stale_requests"),
        # The address; the rest is found through the requester alone, as an entry.
        "public.privacy_proposal": _emptied("email", "sweep stale_requests"),
        "public.privacy_request": _cut("sweep stale_requests"),
        "public.privacy_requester": _row("sweep stale_requests"),
        "public.procrastinate_jobs": _row("sweep done_jobs"),
        # The seller's id alone, which by then has no name.
        "public.sellers_ending": _cut("night trader"),
        "public.sellers_member": _row("night membership"),
        "public.sellers_paymentaccount": _row("night payment_account"),
        "public.sellers_seller": _emptied("slug name town", "night trader"),
        "public.sellers_trader": _emptied(
            "legal_name address email phone register register_number vat_id", "night trader"
        ),
        "public.shipping_destination": _row("night contact"),
        "public.shipping_item": _cut(*_NAMES),
        "public.shipping_number": _row(*_NAMES),
        "public.shipping_scan": _emptied("tracking event_id", *_NAMES),
        "public.shipping_shipment": _emptied("tracking", *_NAMES),
    }
)
# What these have is kept for good, by ids, or by another party.
KEPT: Final = frozenset({Leaves.STAYS, Leaves.OUTSIDE})


def holdings_of(columns: Columns) -> list[Holding]:
    """The holdings of a table that end, in their order."""
    here = {each.holding.key for each in columns.values() if isinstance(each, Personal)}
    return [each for each in HOLDINGS if each.key in here and each.leaves not in KEPT]


def not_carried_out(register: Mapping[str, Columns] = REGISTER) -> list[str]:
    """What ends and nothing carries that out, and what is carried out and does not end; sorted."""
    ends = {table for table, columns in register.items() if holdings_of(columns)}
    return sorted([*(f"nothing ends: {each}" for each in ends - set(ENDS)),
                   *(f"does not end: {each}" for each in set(ENDS) - ends)])  # fmt: skip


def markdown() -> str:
    """The reference: every table of which something is about a person, and how that ends."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# When data about people ends, and what carries it out"
    yield ""
    yield (
        "Written by `reprise privacy ends` from `src/reprise/privacy/ends.py`, `holdings.py` and"
        " `register.py`. A *night* is `reprise privacy night`, which also runs by itself at 04:10"
        " UTC; a *sweep* is one of `reprise sweep`. Provisions marked (m) are from memory, (s) from"
        " secondary literature; the rest was read."
    )
    yield ""
    yield "| what | until | held on | kept by |"
    yield "|---|---|---|---|"
    for holding in HOLDINGS:
        kept = "; ".join(map(_cited, holding.kept))
        held_on = "; ".join(map(_grounded, holding.grounds()))
        yield f"| {holding.key} | {holding.until.en} | {held_on} | {kept} |"
    yield ""
    yield "| table | of | what leaves | by |"
    yield "|---|---|---|---|"
    for table, columns in sorted(REGISTER.items()):
        named = ", ".join(each.key for each in holdings_of(columns))
        if table in ENDS:
            end = ENDS[table]
            emptied = ", ".join(f"`{each}`" for each in end.columns)
            what = f"{emptied} {end.how.value}" if emptied else end.how.value
            yield f"| `{table.removeprefix('public.')}` | {named} | {what} | {', '.join(end.by)} |"


_MARKS: Final = {Source.MEMORY: " (m)", Source.SECONDARY: " (s)"}


def _cited(basis: Basis) -> str:
    return f"{basis}{_MARKS.get(basis.source, '')}"


def _grounded(ground: Ground) -> str:
    cited = _cited(ground.basis) + (f", {_cited(ground.by)}" if ground.by else "")
    return f"{ground.when.en}: {cited}" if ground.when else cited
