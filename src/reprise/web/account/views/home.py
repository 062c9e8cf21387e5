"""One person's account."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import auth
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reprise.accounts import actions, passkeys
from reprise.accounts.models import Passkey, User
from reprise.checkout.queries import titles
from reprise.kernel import clock
from reprise.kernel.reference import parse_reference
from reprise.kernel.refusal import Refusal
from reprise.orders import buyers
from reprise.orders.queries import not_handed_over
from reprise.web.account import forms
from reprise.web.account.desk import answer, freshly, mine, show, this_session
from reprise.web.account.views.doors import bad_address
from reprise.web.limit import client_of
from reprise.web.place import Place

_form = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@mine
def index(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    """What was bought, and where it went last."""
    return _home(request, at, user)


def _home(
    request: HttpRequest, at: Place, user: User, *, none_ticked: bool = False
) -> HttpResponse:
    purchases = buyers.purchases_of(user.id, clock.now().date())
    offered = buyers.offered(user.id)
    lines = [line for each in purchases for line in each.lines]
    shown = lines + [line for each in offered for line in each.lines]
    facts = {
        "user": user,
        "purchases": purchases,
        "titles": titles((line.variant_id for line in shown), at.language),
        "unscanned": not_handed_over(lines),
        "offered": offered,
        "none_ticked": none_ticked,
        "address": buyers.last_contact(user.id),
    }
    status = 422 if none_ticked else 200
    return show(request, at, "account/index.html", facts, status=status)


@require_POST
@mine
def orders(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    """Take what was ticked of what was bought as a guest with the proven address into the
    account."""
    typed = (parse_reference(each, "R") for each in request.POST.getlist("order"))
    ticked = [each for each in typed if each]
    if not ticked:
        return _home(request, at, user, none_ticked=True)
    buyers.claim(user.id, ticked)
    return HttpResponseRedirect(at.path("account/"), status=303)


@_form
@mine
def details(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    if request.method == "POST":
        language = request.POST.get("language", "")
        if language not in dict(settings.LANGUAGES):
            language = user.language
        name = forms.name(request.POST.get("name", ""))
        actions.change_details(user.id, name=name, language=language)
        return HttpResponseRedirect(f"{at.path('account/details/')}?saved=1", status=303)
    facts = {"user": user, "languages": settings.LANGUAGES, "saved": "saved" in request.GET}
    return show(request, at, "account/details.html", facts)


@require_POST
@mine
def verification(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    """Send a link to the address that the account has."""
    return _sent(request, at, user, user.email)


@_form
@freshly
def email(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    """Send a link to another address, which is the account's when it was opened."""
    if request.method != "POST":
        return show(request, at, "account/email.html", {"email": "", "user": user})
    typed = request.POST.get("email", "")
    address = forms.email(typed)
    if not address:
        facts = {"email": typed, "user": user, "error": bad_address()}
        return show(request, at, "account/email.html", facts, status=422)
    return _sent(request, at, user, address)


def _sent(request: HttpRequest, at: Place, user: User, address: str) -> HttpResponse:
    try:
        actions.ask("email", address, at.locale, client_of(request), clock.now(), user)
    except Refusal as refusal:
        return show(request, at, "account/email.html", {"email": address, "user": user}, refusal)
    return show(request, at, "account/sent.html", {"email": address, "purpose": "email"})


@_form
@freshly
def password(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    """Choose another password, or a first one."""
    refusal = None
    if request.method == "POST":
        try:
            typed = request.POST.get("password", "")
            actions.change_password(user, typed, clock.now(), this_session(request))
        except Refusal as refused:
            refusal = refused
        else:
            auth.update_session_auth_hash(request, user)
            return HttpResponseRedirect(at.path("account/security/"), status=303)
    return show(request, at, "account/password.html", {"user": user}, refusal)


@require_safe
@mine
def security(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    """The ways to sign in."""
    facts = {
        "user": user,
        "has_password": user.has_usable_password(),
        "keys": user.passkeys.order_by("created_at"),
    }
    return show(request, at, "account/security.html", facts)


@_form
@freshly
def add(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    """Add a passkey."""
    now = clock.now()
    refusal = None
    if request.method == "POST":
        try:
            label = forms.name(request.POST.get("label", ""))
            actions.add_passkey(user.id, answer(request), label, now)
        except Refusal as refused:
            refusal = refused
        else:
            return HttpResponseRedirect(at.path("account/security/"), status=303)
    facts = {"options": passkeys.creation_options(user.id, user.email, now)}
    return show(request, at, "account/passkeys.html", facts, refusal)


@_form
@freshly
def removal(request: HttpRequest, at: Place, user: User, passkey_id: UUID) -> HttpResponse:
    """Take a passkey away.  Every session but the one that asked ends with it."""
    key = user.passkeys.filter(id=passkey_id).first()
    if key is None:
        raise Http404
    refusal = None
    if request.method == "POST":
        try:
            this = this_session(request)
            left = actions.remove_passkey(user.id, passkey_id, clock.now(), this)
        except Passkey.DoesNotExist:
            raise Http404 from None
        except Refusal as refused:
            refusal = refused
        else:
            auth.update_session_auth_hash(request, left)
            return HttpResponseRedirect(at.path("account/security/"), status=303)
    return show(request, at, "account/removal.html", {"key": key}, refusal)


@_form
@mine
def deletion(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    """Closing the account for good is the erasure of all that is held: its page says of what."""
    return HttpResponseRedirect(at.path("account/privacy/erasure/"), status=303)
