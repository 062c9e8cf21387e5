"""A guest's order has a mistyped e-mail address, so that nobody can confirm its correction: two of
the staff correct it together (decision 0066)."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from reprise import rows
from reprise.kernel.refusal import Refusal
from reprise.orders import actions as orders
from reprise.orders.models import Contact
from reprise.outbox.actions import publish
from reprise.payments.models import Payment
from reprise.privacy.actions import asking, following
from reprise.privacy.actions.acting import Actor, Done, note
from reprise.privacy.actions.asking import NotAnAnswer
from reprise.privacy.actions.contacts import HOLDING, nobody_holds_back
from reprise.privacy.actions.serving import NeededAsItIs, NothingCorrected, is_needed
from reprise.privacy.events import OrderReaddressed
from reprise.privacy.models import Act, Proposal, Request
from reprise.privacy.states import By, Outcome, ProposalState, RequestKind, ShownBy, Verb

# What a letter by post has to find.
_STREET: Final = frozenset({"name", "street", "extra", "postcode", "town"})


class Confirmed(Refusal):
    code = "privacy_proposal_confirmed"
    message = (
        "Who reads the mail of the order’s own address has confirmed this request, so nobody else"
        " says that the address is wrong. Nothing was changed; look at the request again."
    )


class ShowsNothing(Refusal):
    code = "privacy_proposal_shows_nothing"
    message = (
        "That shows nothing of this order: nothing of it was paid, it has no phone number, or what"
        " stands there was itself corrected since. Nothing was entered; choose what was shown."
    )
    status = 422


class ProposedAlready(Refusal):
    code = "privacy_proposal_already"
    message = (
        "Somebody has proposed an address for this order already. Nothing was entered; look at it,"
        " and agree or decline."
    )


class NothingProposed(Refusal):
    code = "privacy_proposal_nothing"
    message = (
        "The address that you have read is not proposed any more: it was decided, or has waited too"
        " long. Nothing was changed; look at the request again."
    )


class AnotherAgrees(Refusal):
    code = "privacy_proposal_another_agrees"
    message = (
        "You have proposed this address, so somebody else of the staff has to agree. Nothing was"
        " changed; ask somebody to look at it."
    )
    status = 403


def can_be_shown(order_id: UUID) -> frozenset[ShownBy]:
    """By what somebody can show that an order is theirs.  What was corrected since is not what they
    have ordered with: whoever reads the mail can have had it corrected."""
    contact = Contact.objects.filter(order_id=order_id).first()
    if contact is None:
        return frozenset()
    amended = Act.objects.filter(subject=order_id, verb=Verb.AMENDED.value)
    corrected = set(amended.values_list("reason", flat=True))
    shown = set()
    if Payment.objects.filter(reference=order_id, adopted_at__isnull=False).exists():
        shown.add(ShownBy.PAYER)
    if contact.phone and "phone" not in corrected:
        shown.add(ShownBy.PHONE)
    if not corrected & _STREET:
        shown.add(ShownBy.POST)
    return frozenset(shown)


@transaction.atomic
def propose(
    request_id: UUID, email: str, shown_by: ShownBy, staff_id: UUID, now: datetime
) -> Proposal:
    """Say which e-mail address is the right one, and by what the person has shown that the order is
    theirs.  Nothing of the order changes until another one of the staff agrees.

    Sent twice it is one.  Raises RequestClosed, NotAnAnswer, Confirmed, AlreadySent, BuyerErased,
    NotAGuests, NothingCorrected, ShowsNothing, ProposedAlready.
    """
    order_id = _unconfirmed(request_id)
    if not orders.can_readdress(order_id, email):
        raise NothingCorrected
    if shown_by not in can_be_shown(order_id):
        raise ShowsNothing
    waiting = waiting_of(request_id)
    if waiting is not None:
        if (waiting.email, waiting.shown_by, waiting.proposed_by) != (
            email, shown_by.value, staff_id,
        ):  # fmt: skip
            raise ProposedAlready
        return waiting
    made = Proposal(
        request_id=request_id, email=email, shown_by=shown_by.value, proposed_by=staff_id,
        proposed_at=now,
    )  # fmt: skip
    rows.insert([made])
    return made


@transaction.atomic
def agree(request_id: UUID, proposal_id: UUID, staff_id: UUID, now: datetime) -> Request:
    """A second one of the staff agrees to a proposal that they have read.  The order's e-mail
    address changes, and nothing that leads a parcel elsewhere; the request is answered to the
    address that stood there, and the one that does gets a link.  What held the order by the address
    that stood there holds the order itself from now on.

    Raises RequestClosed, NotAnAnswer, Confirmed, NothingProposed, AnotherAgrees, NeededAsItIs,
    AlreadySent, BuyerErased, NotAGuests, NothingCorrected, ShowsNothing, MissingKey.
    """
    order_id = _unconfirmed(request_id)
    proposal = _read(request_id, proposal_id)
    if proposal.proposed_by == staff_id:
        raise AnotherAgrees
    if ShownBy(proposal.shown_by) not in can_be_shown(order_id):
        raise ShowsNothing
    nobody_holds_back()
    if is_needed(order_id, now):
        raise NeededAsItIs
    holding_it = following.of_buyer(order_id, now)
    if not orders.readdress(order_id, proposal.email):
        raise NothingCorrected
    _decide(proposal, ProposalState.AGREED, staff_id, now)
    following.stay(holding_it, order_id, staff_id, now, request_id)
    answered = asking.answer(request_id, Outcome.CORRECTED, now, staff_id)
    publish([OrderReaddressed(order_id, request_id)], at=now)
    amended = Done(
        holding=HOLDING, subject=order_id, verb=Verb.AMENDED, actor=Actor(By.STAFF, staff_id),
        request_id=request_id, reason="email",
    )  # fmt: skip
    note([amended], now)
    return answered


@transaction.atomic
def decline(request_id: UUID, proposal_id: UUID, staff_id: UUID, now: datetime) -> None:
    """The proposal is not followed: another one of the staff thinks otherwise, or whoever has made
    it takes it back.  Raises RequestClosed, NothingProposed."""
    asking.locked(request_id)
    _decide(_read(request_id, proposal_id), ProposalState.DECLINED, staff_id, now)


def waiting_of(request_id: UUID) -> Proposal | None:
    """What is proposed for the order of a request and waits for another one of the staff."""
    found = Proposal.objects.filter(request_id=request_id, state=ProposalState.WAITING.value)
    return found.first()


def _unconfirmed(request_id: UUID) -> UUID:
    """The order of an open request that nobody has confirmed, which stays so until the transaction
    ends."""
    request = asking.locked(request_id)
    if request.kind != RequestKind.RECTIFICATION.value or request.order_id is None:
        raise NotAnAnswer
    if request.proven:
        raise Confirmed
    return request.order_id


def _read(request_id: UUID, proposal_id: UUID) -> Proposal:
    waiting = Proposal.objects.select_for_update(no_key=True).filter(
        id=proposal_id, request_id=request_id, state=ProposalState.WAITING.value
    )
    found = waiting.first()
    if found is None:
        raise NothingProposed
    return found


def _decide(proposal: Proposal, state: ProposalState, staff_id: UUID, now: datetime) -> None:
    proposal.state, proposal.email = state.value, ""
    proposal.decided_by, proposal.decided_at = staff_id, now
    rows.update(proposal, list(Proposal.MUTABLE))
