"""What every page of an account has: a person, a token in its forms, words for refusals."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, Final, cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import auth
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_protect

from reprise.accounts import actions, passkeys
from reprise.accounts.actions import AccountGone
from reprise.accounts.actions.sign_in import WrongPassword
from reprise.accounts.models import User
from reprise.accounts.passkeys import PasskeyRefused
from reprise.accounts.queries import session_of
from reprise.accounts.sessions import DEVICE
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.keys import MissingKey
from reprise.web.account import kept
from reprise.web.http import device_of
from reprise.web.limit import client_of
from reprise.web.place import Place
from reprise.web.refusals import FormTooLong, KeyAway
from reprise.web.shop.page import in_place, page
from reprise.web.shop.views.errors import not_sent, refused, turned_away

View = Callable[..., HttpResponse]

# How long a password or passkey that was just given is enough for what matters most.
FRESH: Final = timedelta(minutes=10)
AGAIN: Final = "account/again/"
_SEEING: Final = frozenset({"GET", "HEAD"})
_PROVED = "proved_at"
_BACKEND = "django.contrib.auth.backends.ModelBackend"
# A passkey's answer has a few hundred bytes; one with certificates some thousand.
_LONGEST_ANSWER = 20_000


def anyone(view: View) -> View:
    """A page with a form: ``view(request, at, ...)``, for people who are not signed in as well."""
    return csrf_protect(in_place(view))


def mine(view: View) -> View:
    """A page of the person who is signed in: ``view(request, at, user, ...)``; others are asked to
    sign in and come back, and lose nothing that they have sent."""

    @in_place
    @wraps(view)
    def guarded(request: HttpRequest, at: Place, *arguments: Any, **named: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return sign_in_first(request, at)
        try:
            return view(request, at, request.user, *arguments, **named)
        except AccountGone:
            auth.logout(request)
            return _ask(request, at, "account/login/")
        except MissingKey:
            return refused(request, at, KeyAway())

    return csrf_protect(guarded)


def freshly(view: View) -> View:
    """As :func:`mine`, for somebody who has just given a password or passkey, not somebody who
    finds a device unlocked."""

    @mine
    @wraps(view)
    def guarded(
        request: HttpRequest, at: Place, user: User, *arguments: Any, **named: Any
    ) -> HttpResponse:
        asked = ask_first(request, at, user)
        return asked if asked is not None else view(request, at, user, *arguments, **named)

    return kept.by_hand(guarded)


def ask_first(request: HttpRequest, at: Place, user: User, home: str = "") -> HttpResponse | None:
    """The page that asks once more who it is; None for somebody who has just proven it.

    A form that was posted is kept in that page, and the view reads it as it was sent once the proof
    has come with it: nothing has to be typed or done twice.  One with a secret is not written into
    a page; it is sent again.
    ``home`` is the room that it happens in (``/staff/``), when it is one.
    """
    now = clock.now()
    sent = request.POST
    refusal = None
    if not proved_lately(request, now):
        if request.method in _SEEING or kept.has_secret(request):
            return _ask(request, at, AGAIN)
        if kept.PROOF in sent:
            try:
                prove(request, user, now)
            except Refusal as refused:
                refusal = refused
        if kept.PROOF not in sent or refusal:
            if kept.is_too_long(request):
                return turned_away(request, FormTooLong())
            facts = _asking(user, now) | _carried(request) | {"home": home}
            return show(request, at, "account/again.html", facts, refusal, status=403)
    if kept.PROOF in sent:
        request.POST = cast(Any, kept.as_sent(sent))
    return None


def sign_in_first(request: HttpRequest, at: Place, home: str = "") -> HttpResponse:
    """The way in for somebody who is not signed in (any more).  A form of ours that they have sent
    is kept in that page, and shown to whoever signs in there: signing in does nothing else, since
    that may be somebody who has never read it.  ``home`` as in :func:`ask_first`.
    """
    if request.method in _SEEING or not kept.worth_keeping(request):
        return _to_room(request, home) if home else _ask(request, at, "account/login/")
    if kept.is_too_long(request):
        return turned_away(request, FormTooLong())
    now, sent, refusal = clock.now(), request.POST, None
    if kept.PROOF in sent:
        try:
            admit(request, who(request, now), now)
        except Refusal as refused:
            refusal = refused
        else:
            return not_sent(request)
    facts = _carried(request) | {
        "home": home,
        "email": sent.get("email", "") if kept.PROOF in sent else "",
        "options": passkeys.request_options(now),
    }
    with translation.override(at.language):
        return show(request, at, "account/sign_in_first.html", facts, refusal, status=403)


def _carried(request: HttpRequest) -> dict[str, Any]:
    return {"kept": kept.fields(request.POST), "sent": kept.shown(request)}


def _to_room(request: HttpRequest, home: str) -> HttpResponse:
    here = request.path if request.method in _SEEING else home
    return HttpResponseRedirect(f"{home}login/?{urlencode({'next': here})}")


def again_page(
    request: HttpRequest, at: Place, user: User, refusal: Refusal | None
) -> HttpResponse:
    """The same page by itself: on the way to another one."""
    facts = _asking(user, clock.now()) | {"next": wanted(request)}
    return show(request, at, "account/again.html", facts, refusal)


def _asking(user: User, now: datetime) -> dict[str, Any]:
    return {
        "next": "",
        "kept": (),
        "sent": (),
        "home": "",
        "user": user,
        "has_password": user.has_usable_password(),
        "has_passkey": user.passkeys.exists(),
        "options": passkeys.request_options(now),
    }


def prove(request: HttpRequest, user: User, now: datetime) -> None:
    """Take the password or passkey of this person, and begin the ten minutes.

    Raises what :func:`who` raises, and WrongPassword for somebody else's.
    """
    client = client_of(request)
    if "credential" in request.POST:
        found = actions.check_passkey(answer(request), client, now)
    else:
        found = actions.check_password(user.email, request.POST.get("password", ""), client, now)
    if found.pk != user.pk:
        raise WrongPassword
    request.session.cycle_key()
    note_proof(request, now)


def _ask(request: HttpRequest, at: Place, door: str) -> HttpResponse:
    """To the door, and from there back to the page; what was posted is not done."""
    seen = request.method in _SEEING or door == AGAIN
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
    """Sign a person in, in a session with a new key.  Raises AccountGone."""
    with transaction.atomic():
        # It notes in the account's row when that was.
        actions.locked(user.pk)
        auth.login(request, user, backend=_BACKEND)
    request.session.cycle_key()  # Django keeps it for somebody who signs in twice
    request.session[DEVICE] = device_of(request).value
    note_proof(request, now)


def this_session(request: HttpRequest) -> UUID | None:
    """The id of the session that asks."""
    return session_of(request.session.session_key)


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
        "csrf_input": kept.form_token(request),
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
