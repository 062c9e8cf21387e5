"""What every page of an account has: a person, a token in its forms, words for refusals."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, Final
from urllib.parse import urlencode

from django.contrib import auth
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.backends.utils import csrf_input
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_protect

from reprise.accounts import actions, passkeys
from reprise.accounts.models import User
from reprise.accounts.passkeys import PasskeyRefused
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.web.limit import client_of
from reprise.web.place import Place
from reprise.web.shop.page import in_place, page

View = Callable[..., HttpResponse]

# How long a password or passkey that was just given is enough for what matters most.
FRESH: Final = timedelta(minutes=10)
AGAIN: Final = "account/again/"
_PROVED = "proved_at"
_BACKEND = "django.contrib.auth.backends.ModelBackend"
# A passkey's answer has a few hundred bytes; one with certificates some thousand.
_LONGEST_ANSWER = 20_000


def anyone(view: View) -> View:
    """A page with a form: ``view(request, at, ...)``, for people who are not signed in as well."""
    return csrf_protect(in_place(view))


def mine(view: View) -> View:
    """A page of the person who is signed in: ``view(request, at, user, ...)``; others are asked to
    sign in and come back."""

    @in_place
    @wraps(view)
    def guarded(request: HttpRequest, at: Place, *arguments: Any, **named: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return _ask(request, at, "account/login/")
        return view(request, at, request.user, *arguments, **named)

    return csrf_protect(guarded)


def freshly(view: View) -> View:
    """As :func:`mine`, for somebody who has just given a password or passkey, not somebody who
    finds a device unlocked."""

    @mine
    @wraps(view)
    def guarded(
        request: HttpRequest, at: Place, user: User, *arguments: Any, **named: Any
    ) -> HttpResponse:
        if not proved_lately(request, clock.now()):
            return _ask(request, at, AGAIN)
        return view(request, at, user, *arguments, **named)

    return guarded


def _ask(request: HttpRequest, at: Place, door: str) -> HttpResponse:
    """To the door, and from there back to the page; what was posted is not done."""
    seen = request.method in {"GET", "HEAD"} or door == AGAIN
    here = request.path if seen else at.path("account/")
    return HttpResponseRedirect(f"{at.path(door)}?{urlencode({'next': here})}", status=303)


def proved_lately(request: HttpRequest, now: datetime) -> bool:
    """Whether this person has given a password or passkey within the last minutes."""
    proved = request.session.get(_PROVED, "")
    return bool(proved) and now - datetime.fromisoformat(proved) < FRESH


def note_proof(request: HttpRequest, now: datetime) -> None:
    """Remember that this person has just given a password or passkey."""
    request.session[_PROVED] = now.isoformat()


def admit(request: HttpRequest, user: User, now: datetime) -> None:
    """Sign a person in, in a session with a new key."""
    auth.login(request, user, backend=_BACKEND)
    request.session.cycle_key()  # Django keeps it for somebody who signs in twice
    note_proof(request, now)


def who(request: HttpRequest, now: datetime) -> User:
    """The person whom a sign-in form proves, by a password or by a passkey.

    Raises WrongPassword, PasskeyRefused, TooManyAttempts, TooBusy.
    """
    client = client_of(request)
    if "credential" in request.POST:
        return actions.check_passkey(answer(request), client, now)
    email = request.POST.get("email", "").strip()
    return actions.check_password(email, request.POST.get("password", ""), client, now)


def answer(request: HttpRequest) -> dict[str, Any]:
    """What the person's device has answered.  Raises PasskeyRefused."""
    text = request.POST.get("credential", "")
    try:
        found = json.loads(text[:_LONGEST_ANSWER])
    except (ValueError, RecursionError):
        raise PasskeyRefused from None
    if not isinstance(found, dict):
        raise PasskeyRefused
    return found


def inside(wanted: str, below: str, otherwise: str) -> str:
    """``wanted`` if it is one of our own addresses below a path: a form leads nowhere else."""
    ours = wanted.startswith(below) and url_has_allowed_host_and_scheme(wanted, None)
    return wanted if ours else otherwise


def wanted(request: HttpRequest) -> str:
    """The page that somebody was on the way to, as the address or the form says; not checked."""
    return request.POST.get("next", request.GET.get("next", ""))


def show(
    request: HttpRequest,
    at: Place,
    template: str,
    facts: dict[str, Any] | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    """A page with forms that carry Django's token; with a refusal, its words and its status."""
    shared = {
        "refusal": refusal,
        "error": "",
        "csrf_input": csrf_input(request),
        "passkeys_at": passkeys.origin(),
        "request_path": request.path,
    }
    response = page(
        request,
        at,
        template,
        {**shared, **(facts or {})},
        private=True,
        status=refusal.status if refusal else status,
    )
    seconds = getattr(refusal, "seconds", 0)
    if seconds:
        response["Retry-After"] = str(seconds)
    return response
