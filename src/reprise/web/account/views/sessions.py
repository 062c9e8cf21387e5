"""Where one is signed in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import auth
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from reprise.accounts import actions
from reprise.accounts.models import Session, User
from reprise.accounts.queries import sessions_of
from reprise.kernel import clock
from reprise.web.account.desk import mine, show, this_session
from reprise.web.place import Place

HERE = "account/sessions/"


@require_safe
@mine
def index(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    facts = {
        "sessions": sessions_of(user, clock.now()),
        "this": this_session(request),
        "ended": "ended" in request.GET,
    }
    return show(request, at, "account/sessions.html", facts)


@require_POST
@mine
def removal(request: HttpRequest, at: Place, user: User, session_id: UUID) -> HttpResponse:
    """Sign one of them out; the one that asks as well."""
    try:
        actions.end_session(user.id, session_id)
    except Session.DoesNotExist:
        raise Http404 from None
    return HttpResponseRedirect(f"{at.path(HERE)}?ended=1", status=303)


@require_POST
@mine
def others(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    """Sign all of them out but the one that asks."""
    left = actions.end_other_sessions(user.id, this_session(request), clock.now())
    auth.update_session_auth_hash(request, left)
    return HttpResponseRedirect(f"{at.path(HERE)}?ended=1", status=303)
