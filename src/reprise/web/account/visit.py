"""Who exercises their rights, and where: an account that has just signed in, or whoever has opened
the link of a letter to their address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from reprise.accounts import links
from reprise.accounts.actions.letters import LinkOver, opened
from reprise.accounts.models import Letter, User
from reprise.kernel import clock
from reprise.keys import MissingKey
from reprise.privacy.access import Person, owner
from reprise.privacy.actions.exercising import Asker
from reprise.web.account.desk import anyone, freshly, show
from reprise.web.place import Place
from reprise.web.refusals import KeyAway
from reprise.web.shop.views.errors import refused

View = Callable[..., HttpResponse]

# What its letters are for.
RIGHTS: Final = "rights"


@dataclass(frozen=True, slots=True)
class Visit:
    """``base`` is the address below which the pages of this person's rights are."""

    asker: Asker
    base: str

    @property
    def person(self) -> Person:
        return self.asker.person


def of_account(at: Place, user: User) -> Visit:
    return Visit(Asker(owner(user), user.email, at.locale), at.path("account/privacy/"))


def by_account(view: View) -> View:
    """``view(request, at, visit)`` for somebody who has just given a password or passkey."""

    @freshly
    @wraps(view)
    def guarded(request: HttpRequest, at: Place, user: User) -> HttpResponse:
        return view(request, at, of_account(at, user))

    return guarded


def by_letter(view: View) -> View:
    """``view(request, at, visit)`` for whoever has a letter's link that still opens."""

    @anyone
    @wraps(view)
    def guarded(request: HttpRequest, at: Place, letter_id: UUID, token: str) -> HttpResponse:
        try:
            found = opened(letter_id, token, clock.now())
        except Letter.DoesNotExist:
            raise Http404 from None
        except LinkOver as over:
            return show(request, at, "account/link_over.html", {}, over)
        if found.purpose != RIGHTS:
            raise Http404
        return as_guest(request, at, found, view)

    return guarded


def as_guest(request: HttpRequest, at: Place, found: Letter, view: View) -> HttpResponse:
    """Has the letter's address an account by now, the way leads to signing in: a letter opens
    nobody's account."""
    if User.objects.with_email(found.email).filter(is_active=True).exists():
        return show(request, at, "account/rights_account.html", status=409)
    asker = Asker(Person(None, found.email), found.email, at.locale, found)
    base = at.path(f"account/letters/{found.id}/{links.token(found.id)}/")
    try:
        return view(request, at, Visit(asker, base))
    except MissingKey:
        return refused(request, at, KeyAway())
