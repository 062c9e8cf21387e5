"""Ways into an account: sign in, sign up, a forgotten password, the link of a letter."""

from __future__ import annotations

from uuid import UUID

from django.contrib import auth
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from reprise.accounts import actions, passkeys
from reprise.accounts.actions.letters import LinkOver, future_user_id, opened
from reprise.accounts.models import Letter, User
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.keys import MissingKey
from reprise.web.account import forms
from reprise.web.account.desk import (
    admit,
    again_page,
    answer,
    anyone,
    inside,
    mine,
    prove,
    show,
    wanted,
    who,
)
from reprise.web.account.views import rights
from reprise.web.account.visit import RIGHTS, as_guest
from reprise.web.limit import client_of
from reprise.web.place import Place
from reprise.web.refusals import KeyAway
from reprise.web.shop.views.errors import refused

_form = require_http_methods(["GET", "HEAD", "POST"])


@_form
@anyone
def login(request: HttpRequest, at: Place) -> HttpResponse:
    """The form; after it, the page that was wanted."""
    now = clock.now()
    refusal = None
    if request.method == "POST":
        try:
            admit(request, who(request, now), now)
        except Refusal as refused:
            refusal = refused
        else:
            there = inside(wanted(request), at.path(), at.path("account/"))
            return HttpResponseRedirect(there, status=303)
    facts = {
        "email": request.POST.get("email", ""),
        "next": wanted(request),
        "options": passkeys.request_options(now),
    }
    return show(request, at, "account/login.html", facts, refusal)


@require_POST
@anyone
def logout(request: HttpRequest, at: Place) -> HttpResponse:
    auth.logout(request)
    return HttpResponseRedirect(at.path("account/login/"), status=303)


@_form
@anyone
def sign_up(request: HttpRequest, at: Place) -> HttpResponse:
    """Ask for an address; all else is chosen on the page that its letter opens."""
    return _letter_asked(request, at, "sign_up", "account/sign_up.html")


@_form
@anyone
def forgotten(request: HttpRequest, at: Place) -> HttpResponse:
    return _letter_asked(request, at, "reset", "account/forgotten.html")


def _letter_asked(request: HttpRequest, at: Place, purpose: str, template: str) -> HttpResponse:
    """The same answer for every address."""
    if request.method != "POST":
        return show(request, at, template, {"email": ""})
    typed = request.POST.get("email", "")
    email = forms.email(typed)
    if not email:
        facts = {"email": typed, "error": bad_address()}
        return show(request, at, template, facts, status=422)
    try:
        actions.ask(purpose, email, at.locale, client_of(request), clock.now())
    except Refusal as refusal:
        return show(request, at, template, {"email": typed}, refusal)
    return show(request, at, "account/sent.html", {"email": email, "purpose": purpose})


def bad_address() -> str:
    return _("Enter an address with an @ and a domain, such as camille@example.org.")


@_form
@anyone
def letter(request: HttpRequest, at: Place, letter_id: UUID, token: str) -> HttpResponse:
    """What a link opens.  Looking changes nothing: programs that read mail look, too."""
    now = clock.now()
    try:
        found = opened(letter_id, token, now)
    except Letter.DoesNotExist:
        raise Http404 from None
    except LinkOver as over:
        return show(request, at, "account/link_over.html", {}, over)
    if found.purpose == "email":
        return _address(request, at.locale, found)
    if found.purpose == RIGHTS:
        return as_guest(request, at, found, rights.index)
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            admit(request, _chosen(request, found), now)
        except LinkOver as over:
            return show(request, at, "account/link_over.html", {}, over)
        except Refusal as refused:
            refusal = refused
        else:
            # Who asked because somebody else was in sees which passkeys there are.
            after = "account/security/" if found.purpose == "reset" else "account/"
            return HttpResponseRedirect(at.path(after), status=303)
    facts = {
        "letter": found,
        "options": passkeys.creation_options(future_user_id(found), found.email, now),
    }
    return show(request, at, "account/letter.html", facts, refusal)


def _chosen(request: HttpRequest, found: Letter) -> User:
    """Finish what the letter is for, with the password or the passkey of the form."""
    finish = actions.finish_sign_up if found.purpose == "sign_up" else actions.finish_reset
    if "credential" in request.POST:
        label = forms.name(request.POST.get("label", ""))
        return finish(found, clock.now(), passkey=answer(request), passkey_name=label)
    return finish(found, clock.now(), password=request.POST.get("password", ""))


@mine
def _address(request: HttpRequest, at: Place, user: User, found: Letter) -> HttpResponse:
    """Only who asked for the other address confirms it: a letter that went astray gives its
    reader nobody's account."""
    if found.user_id != user.pk:
        raise Http404
    if request.method != "POST":
        return show(request, at, "account/address.html", {"letter": found})
    try:
        actions.confirm_address(found, clock.now())
    except Refusal as refusal:
        return show(request, at, "account/link_over.html", {}, refusal)
    except MissingKey:
        return refused(request, at, KeyAway())
    return HttpResponseRedirect(at.path("account/details/"), status=303)


@_form
@mine
def again(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    """Once more the password or a passkey, before something that matters."""
    refusal = None
    if request.method == "POST":
        try:
            prove(request, user, clock.now())
        except Refusal as refused:
            refusal = refused
        else:
            there = inside(wanted(request), at.path("account/"), at.path("account/"))
            return HttpResponseRedirect(there, status=303)
    return again_page(request, at, user, refusal)
