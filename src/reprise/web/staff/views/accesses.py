"""Who of the staff was shown whose data: for supervisors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from reprise.accounts.queries import addresses
from reprise.audit.models import Look, Sought
from reprise.audit.queries import Wanted, badges, looks
from reprise.audit.states import Page, Subject
from reprise.kernel.refusal import Refusal
from reprise.keys import MissingKey
from reprise.orders.models import Order
from reprise.privacy.access import looked_at, whose
from reprise.privacy.held import is_address
from reprise.privacy.models import Breach, Hold, Request
from reprise.sellers.models import Seller
from reprise.web.place import Place
from reprise.web.refusals import KeyAway
from reprise.web.staff.views.base import (
    cursor,
    filters,
    kept,
    looked,
    show,
    sought,
    supervisors,
    supervisors_freshly_posted,
    text,
)

# A filter that finds nothing: no row has it.
NOBODY = UUID(int=0)


class NoAddress(Refusal):
    code = "looks_no_address"
    message = (
        "This is no whole e-mail address. Nobody was looked for. Looks at an order, a seller or a"
        " request are found by its name, in the list of all looks."
    )
    status = 422


@require_safe
@supervisors
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """The looks that the address asks for, the newest first.  People are named by their ids in it:
    an address is kept in logs and histories."""
    who, subject = _id(text(request, "who", 36)), text(request, "of", 60)
    found, more = looks(Wanted(who, _subject(subject), before=cursor(request)))
    facts = {
        **_told(found),
        "of": subject,
        "who": who or "",
        "narrowed": bool(who or subject),
        "first": "before" not in request.GET,
        "newest": kept(who=who, of=subject),
        "older": kept(who=who, of=subject, before=more) if more else "",
    }
    return show(request, at, "staff/accesses.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
@supervisors_freshly_posted
def person(request: HttpRequest, at: Place) -> HttpResponse:
    """Who has looked for an address, or was shown something of whoever has it: what that person's
    own copy has, and who it was.  To ask is a look as well."""
    typed = text(request) if request.method == "POST" else ""
    if request.method != "POST":
        return _person(request, at, typed)
    try:
        if not is_address(typed):
            raise NoAddress
        subjects = looked_at(whose(typed))
        found, more = looks(Wanted(subject_ids=subjects, before=cursor(request)))
        sought(request, Page.LOOKERS, typed, Subject.PERSON, found=len(found))
        for subject in (Subject.ORDER, Subject.SELLER, Subject.ASKER, Subject.HOLD):
            looked(request, Page.LOOKERS, subject, *_at(subject, found))
    except (Refusal, MissingKey) as failure:
        refusal = KeyAway() if isinstance(failure, MissingKey) else failure
        return _person(request, at, typed, refusal=refusal)
    return _person(request, at, typed, found, more)


def _person(
    request: HttpRequest,
    at: Place,
    typed: str,
    found: Sequence[Look] | None = None,
    more: UUID | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    facts = {
        **_told(found or ()),
        "typed": typed,
        "asked": found is not None,
        "first": "before" not in filters(request),
        "more": more,
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return show(request, at, "staff/lookers.html", facts, status)


def _told(found: Sequence[Look]) -> dict[str, Any]:
    """Looks, and what the ids in them lead to."""
    viewers = {each.viewer_id for each in found}
    return {
        "room": "accesses",
        "looks": found,
        "viewers": addresses(viewers),
        "badges": badges(viewers),
        "orders": _references(Order, _at(Subject.ORDER, found)),
        "sellers": {
            each.id: each for each in Seller.objects.filter(id__in=_at(Subject.SELLER, found))
        },
        "requests": _references(Request, _at(Subject.ASKER, found)),
        "breaches": _references(Breach, _at(Subject.BREACH, found)),
        "holds": set(
            Hold.objects.filter(id__in=_at(Subject.HOLD, found)).values_list("id", flat=True)
        ),
        "sought": dict(
            Sought.objects.filter(id__in=_at(Subject.PERSON, found)).values_list("id", "found")
        ),
    }


def _at(subject: Subject, found: Sequence[Look]) -> set[UUID]:
    return {each.subject_id for each in found if each.subject == subject.value}


def _references(
    model: type[Order] | type[Request] | type[Breach], ids: set[UUID]
) -> dict[UUID, str]:
    return dict(model.objects.filter(id__in=ids).values_list("id", "reference"))


def _id(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None


def _subject(named: str) -> UUID | None:
    """The order, request or breach with this reference, or the seller with this name in
    addresses."""
    if not named:
        return None
    order = Order.objects.filter(reference=named.upper()).values_list("id", flat=True).first()
    seller = Seller.objects.filter(slug=named.lower()).values_list("id", flat=True).first()
    asked = Request.objects.filter(reference=named.upper()).values_list("id", flat=True).first()
    breach = Breach.objects.filter(reference=named.upper()).values_list("id", flat=True).first()
    return order or asked or breach or seller or NOBODY
