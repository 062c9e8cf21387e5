"""E-mails to everybody who acts for a seller, and to the trader itself: where its money goes."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.notifications.account_letters import locale_of, mail
from reprise.outbox.jobs import enqueue
from reprise.sellers.models import Member, PaymentAccount, Trader


def write(seller_id: UUID, entry_id: UUID, what: str) -> None:
    """Have a letter sent to each member, and to the address that the trader has given: whoever has
    taken an account over, its address included, cannot change that one."""
    from reprise.notifications import tasks

    members = Member.objects.filter(seller_id=seller_id).order_by("id")
    people = [str(each) for each in members.values_list("user_id", flat=True)]
    for person in [*people, ""]:
        enqueue(
            tasks.send_payment_account,
            entry_id=str(entry_id),
            what=what,
            member_id=person,
            notice_id=str(new_id()),
        )


def send(entry_id: UUID, what: str, member_id: UUID | None, notice_id: UUID) -> None:
    """Tell a member, or with None the trader, what was ``entered`` or ``stopped``; nobody when that
    has left since.

    Raises what SMTP raises: try again.
    """
    entry = PaymentAccount.objects.select_related("seller").filter(id=entry_id).first()
    if entry is None:
        return
    if member_id is None:
        trader = Trader.objects.filter(seller=entry.seller).order_by("-version").first()
        to, language = (trader.email if trader else ""), entry.seller.language
    else:
        user = User.objects.filter(id=member_id, is_active=True).first()
        to, language = (user.email, user.language) if user else ("", "")
    if not to:
        return
    facts = {
        "what": what,
        "seller": entry.seller,
        "entry": entry,
        "at_once": entry.effective_at == entry.entered_at,
        "room_url": f"{settings.PUBLIC_URL}/seller/payment-account/",
    }
    mail("payment_account", to, locale_of(language), notice_id, facts)
