"""Letters that confirm the end of a seller's contract: what is owed, and how it is had (0064)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings

from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.ledger.owed import owed
from reprise.notifications.account_letters import locale_of, mail
from reprise.outbox.jobs import enqueue
from reprise.sellers.models import Member, Seller, Trader
from reprise.sellers.queries import payment_account, role_of, stopped_by_the_end
from reprise.sellers.states import Role


def write(seller_id: UUID) -> None:
    """Have one sent to each member, and to the address that the trader has given."""
    from reprise.wiring import tasks

    members = Member.objects.filter(seller_id=seller_id).order_by("id")
    people = [str(each) for each in members.values_list("user_id", flat=True)]
    for person in [*people, ""]:
        enqueue(
            tasks.send_end_letter,
            seller_id=str(seller_id),
            member_id=person,
            letter_id=str(new_id()),
        )


def send(seller_id: UUID, member_id: UUID | None, letter_id: UUID, now: datetime) -> None:
    """Tell a member, or with None the trader; nobody where the end was taken back since.

    Raises what SMTP raises: try again.
    """
    seller = Seller.objects.get(id=seller_id)
    to, language = _address(seller, member_id)
    if seller.ended_on is None or not to:
        return
    account, stopped = payment_account(seller.id, now), stopped_by_the_end(seller.id)
    operator = settings.OPERATOR
    facts: dict[str, object] = {
        "seller": seller.name,
        "ended_on": seller.ended_on,
        # As in the room, where the money goes is said to managers alone.
        "money_said": member_id is None or role_of(seller.id, member_id) is Role.MANAGER,
        "owed": owed([seller.id]),
        "last4": account.last4 if account else "",
        "stopped": stopped.last4 if stopped else "",
        "operator": operator.name if operator else "",
        "contact": operator.email if operator else "",
    }
    mail("contract_ended", to, locale_of(language), letter_id, facts)


def _address(seller: Seller, member_id: UUID | None) -> tuple[str, str]:
    """The address, "" where there is none, and the language of its reader."""
    if member_id is None:
        said = Trader.objects.filter(seller=seller).order_by("-version").first()
        return (said.email if said else ""), seller.language
    user = User.objects.filter(id=member_id, is_active=True).first()
    return (user.email, user.language) if user else ("", "")
