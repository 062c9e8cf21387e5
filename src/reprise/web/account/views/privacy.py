"""What is held of the person who is signed in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.accounts.models import User
from reprise.kernel import clock
from reprise.privacy import handed_words
from reprise.privacy.access import answer
from reprise.privacy.requests import orders_of
from reprise.web.account.desk import mine, show
from reprise.web.account.views.rights import facts, received
from reprise.web.account.visit import of_account
from reprise.web.place import Place


@require_safe
@mine
def privacy(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    """What is held, why and until when; what was asked for, and what can be."""
    visit = of_account(at, user)
    told = answer(visit.person)
    orders = orders_of(visit.person, clock.now())
    context = {
        **facts(visit),
        **received(at, [each.order for each in orders]),
        "held": [each for each in told.held if each.rows],
        "numbers": [each.holding for each in told.held if each.is_numbers_alone],
        "nothing": [
            each.holding for each in told.held if not each.rows and not each.is_numbers_alone
        ],
        "orders": orders,
        "handed": handed_words,
    }
    return show(request, at, "account/privacy.html", context)
