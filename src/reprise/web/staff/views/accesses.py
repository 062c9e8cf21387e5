"""Who of the staff was shown whose data: for supervisors."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.accounts.queries import addresses
from reprise.audit.models import Sought
from reprise.audit.queries import Wanted, looks
from reprise.audit.states import Subject
from reprise.orders.models import Order
from reprise.privacy.models import Breach, Hold, Request
from reprise.sellers.models import Seller
from reprise.web.place import Place
from reprise.web.staff.views.base import cursor, kept, show, supervisors, text

# A filter that finds nothing: no row has it.
NOBODY = UUID(int=0)


@require_safe
@supervisors
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """The looks that the address asks for, the newest first.  People are named by their ids in it:
    an address is kept in logs and histories."""
    who, subject = _id(text(request, "who", 36)), text(request, "of", 60)
    found, more = looks(Wanted(who, _subject(subject), cursor(request)))
    orders = [each.subject_id for each in found if each.subject == Subject.ORDER.value]
    sellers = [each.subject_id for each in found if each.subject == Subject.SELLER.value]
    asked = [each.subject_id for each in found if each.subject == Subject.ASKER.value]
    breaches = [each.subject_id for each in found if each.subject == Subject.BREACH.value]
    holds = [each.subject_id for each in found if each.subject == Subject.HOLD.value]
    typed = [each.subject_id for each in found if each.subject == Subject.PERSON.value]
    facts = {
        "room": "accesses",
        "looks": found,
        "viewers": addresses({each.viewer_id for each in found}),
        "orders": dict(Order.objects.filter(id__in=orders).values_list("id", "reference")),
        "sellers": {each.id: each for each in Seller.objects.filter(id__in=sellers)},
        "requests": dict(Request.objects.filter(id__in=asked).values_list("id", "reference")),
        "breaches": dict(Breach.objects.filter(id__in=breaches).values_list("id", "reference")),
        "holds": set(Hold.objects.filter(id__in=holds).values_list("id", flat=True)),
        "sought": dict(Sought.objects.filter(id__in=typed).values_list("id", "found")),
        "of": subject,
        "who": who or "",
        "narrowed": bool(who or subject),
        "first": "before" not in request.GET,
        "newest": kept(who=who, of=subject),
        "older": kept(who=who, of=subject, before=more) if more else "",
    }
    return show(request, at, "staff/accesses.html", facts)


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
