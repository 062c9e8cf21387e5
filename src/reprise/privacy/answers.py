"""Which answers to a request are true: staff are offered these alone, and no other is written."""

from __future__ import annotations

from django.db.models import Q

from reprise.accounts.models import User
from reprise.orders.models import Contact
from reprise.privacy.access import orders_of
from reprise.privacy.actions.erasing import left
from reprise.privacy.actions.exercising import restrictions_of
from reprise.privacy.actions.objecting import asker_of
from reprise.privacy.models import Act, Archived, Hold, Request, Requester
from reprise.privacy.states import OUTCOMES, Outcome, RequestKind, Verb
from reprise.sellers.models import Trader


def true_of(request: Request) -> frozenset[Outcome]:
    """The outcomes that staff can answer an open request with.

    What a person does by themselves closes it by itself: that something was downloaded nobody else
    can say, and a correction is answered by correcting.  Agreeing to an objection carries it out.
    """
    if left(request.id):
        return OUTCOMES[RequestKind(request.kind)] & {Outcome.REST_KEPT}
    true = {Outcome.STOPPED}
    if _was_erased(request):
        true.add(Outcome.ERASED)
    if restrictions_of(asker_of(request)):
        true.add(Outcome.RESTRICTED)
    if not is_known(request):
        true.add(Outcome.NOTHING_HELD)
    return OUTCOMES[RequestKind(request.kind)] & true


def is_known(request: Request) -> bool:
    """Whether something is held of who asks, beside the request and what was noted with it."""
    asked = Requester.objects.get(request=request)
    who = bytes(asked.person)
    if asked.user_id and User.objects.filter(id=asked.user_id).exists():
        return True
    about = Q(email__iexact=asked.email) | Q(order_id=request.order_id)
    return (
        bool(orders_of(asker_of(request)))
        or Contact.objects.filter(about).exists()
        or User.objects.with_email(asked.email).exists()
        or Archived.objects.filter(
            Q(persons__contains=[who]) | Q(order_id=request.order_id)
        ).exists()
        or Hold.objects.filter(person=who).exists()
        or Trader.objects.filter(email__iexact=asked.email).exists()
    )


def _was_erased(request: Request) -> bool:
    gone = [Verb.ERASED.value, Verb.ARCHIVED.value]
    return Act.objects.filter(request_id=request.id, verb__in=gone).exists()
