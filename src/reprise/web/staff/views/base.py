"""Who is in the staff room, in which language, and what every page of it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import wraps
from typing import Any, TypeVar, cast
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import translation
from django.views.decorators.csrf import csrf_protect

from reprise.accounts.models import User
from reprise.audit import actions as audit
from reprise.audit.states import Page, Subject
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.keys import MissingKey
from reprise.markets.queries import LOCALES, MARKETS
from reprise.privacy.actions.acting import Actor
from reprise.privacy.people import person
from reprise.privacy.states import By
from reprise.sellers.models import PLATFORM, Seller
from reprise.web import words as say
from reprise.web.account.desk import ask_first, sign_in_first
from reprise.web.account.kept import by_hand
from reprise.web.http import asked_elsewhere, fetched_ahead
from reprise.web.place import Place, asked_place, place
from reprise.web.refusals import KeyAway
from reprise.web.seller.views.base import show as show_in_room
from reprise.web.staff import words

View = Callable[..., HttpResponse]
Code = TypeVar("Code", bound=Enum)
_Made = TypeVar("_Made")


class NotStaff(Refusal):
    code = "not_staff"
    message = (
        "You are signed in with an account that does not work for the marketplace. Sign out, then "
        "sign in with one that does."
    )
    status = 403


class NotASupervisor(Refusal):
    code = "not_a_supervisor"
    message = (
        "This page is for supervisors. Whoever runs the marketplace makes one with “reprise staff"
        " add --supervisor”."
    )
    status = 403


class AddressInLink(Refusal):
    code = "address_in_link"
    message = (
        "An e-mail address is not searched for by a link: links are kept in histories and logs."
        " Type it into the field above the list of orders."
    )
    status = 400


class FetchedAhead(Refusal):
    code = "fetched_ahead"
    message = (
        "Your browser asked for this page before you did. Each look at somebody’s data is written"
        " down, so the page is made when you open it."
    )
    status = 503


class OpenedElsewhere(Refusal):
    code = "opened_elsewhere"
    message = (
        "Another site has opened this page in your browser. Each look at somebody’s data is written"
        " down under your name, so the page is made when you open it from here. Nothing was written"
        " down."
    )
    status = 403


def room(view: View) -> View:
    """Call ``view(request, at, ...)`` for somebody who works for the marketplace.

    Others are asked to sign in, or told that their account does not; a page about one thing does
    not exist for them (404).  A Refusal that the view does not handle becomes a page, and so does
    what is not there: in the room.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        user = request.user
        if not user.is_authenticated:
            return _kept(sign_in_first(request, asked_place(request), "/staff/"))
        at = place_of(getattr(user, "language", ""))
        with translation.override(at.language):
            try:
                if not user.is_staff:
                    raise Http404 if arguments or named else NotStaff
                if request.method == "POST":
                    audit.badge_of(user.id, clock.now())  # whoever acts here has one
                response = view(request, at, *arguments, **named)
            except Http404:
                response = show(request, at, "staff/nothing.html", {"inside": user.is_staff}, 404)
            except (Refusal, MissingKey) as failure:
                refusal = KeyAway() if isinstance(failure, MissingKey) else failure
                elsewhere = isinstance(failure, OpenedElsewhere)
                asked = request.get_full_path() if elsewhere else ""
                facts = {"refusal": refusal, "inside": user.is_staff, "wanted": asked}
                response = show(request, at, "staff/refused.html", facts, refusal.status)
        return _kept(response)

    return csrf_protect(guarded)


def freshly(view: View) -> View:
    """As :func:`room`, for what moves money: somebody who has just given a password or passkey."""
    return room(_proven(view))


def freshly_posted(view: View) -> View:
    """As :func:`room` for whoever opens the page, as :func:`freshly` for whoever sends its form."""
    return _by_method(view, room(view), freshly(view))


def _by_method(view: View, opened: View, sent: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        return (sent if request.method == "POST" else opened)(request, *arguments, **named)

    return by_hand(guarded)


def supervisors(view: View) -> View:
    """As :func:`room`, for whoever watches over the others; the rest are told whom to ask."""

    @room
    @wraps(view)
    def guarded(request: HttpRequest, at: Place, *arguments: Any, **named: Any) -> HttpResponse:
        if not cast(User, request.user).is_superuser:
            raise NotASupervisor
        return view(request, at, *arguments, **named)

    return guarded


def supervisors_freshly(view: View) -> View:
    """As :func:`supervisors`, for one who has just given a password or passkey."""
    return supervisors(_proven(view))


def supervisors_freshly_posted(view: View) -> View:
    """As :func:`supervisors` for whoever opens the page, as :func:`supervisors_freshly` for whoever
    sends its form."""
    return _by_method(view, supervisors(view), supervisors_freshly(view))


def _proven(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, at: Place, *arguments: Any, **named: Any) -> HttpResponse:
        asked = ask_first(request, at, cast(User, request.user), "/staff/")
        return asked if asked is not None else view(request, at, *arguments, **named)

    return by_hand(guarded)


def opened_here(request: HttpRequest) -> None:
    """A look is written when somebody looks.  Raises FetchedAhead for what a browser asks for
    before its person does, OpenedElsewhere for what another site has it ask for."""
    if fetched_ahead(request):
        raise FetchedAhead
    if asked_elsewhere(request):
        raise OpenedElsewhere


def looked(
    request: HttpRequest, which: Page, subject: Subject, *subject_ids: UUID, seal: str = ""
) -> None:
    """Write down who is about to be shown whose data: no id, nobody's; ``seal`` is that of a file
    that is handed out.  A HEAD shows nothing (`web.door`).  Raises as `opened_here`."""
    opened_here(request)
    if request.method != "HEAD":
        audit.note_each(staff_id(request), which, subject, subject_ids, clock.now(), seal)


def sought(
    request: HttpRequest,
    which: Page,
    email: str,
    subject: Subject,
    *subject_ids: UUID,
    found: int | None = None,
    now: datetime | None = None,
) -> None:
    """As :func:`looked`, of what a posted address has led to: that it was looked for is written
    down as well, so also where there is nothing.  ``found`` as in `note_sought`; ``now`` where it
    is the moment of what is done with it.  Raises MissingKey."""
    viewer, who = staff_id(request), person(email)
    at = clock.now() if now is None else now
    audit.note_sought(viewer, which, who, subject, subject_ids, at, found=found)


def acted(
    act: Callable[[], _Made],
    there: str | Callable[[_Made], str],
    again: Callable[[Refusal], HttpResponse],
) -> HttpResponse:
    """Do what a form asks for and go ``there``, which may depend on what came of it.

    What is refused is said by the page that it came from, made ``again`` as things stand then."""
    try:
        made = act()
    except MissingKey:
        return again(KeyAway())
    except Refusal as refusal:
        return again(refusal)
    return HttpResponseRedirect(there if isinstance(there, str) else there(made))


def staff_id(request: HttpRequest) -> UUID:
    """Who of the staff asks."""
    return cast(User, request.user).id


def staff_actor(request: HttpRequest) -> Actor:
    """Who acts in the log of what was done to somebody's data."""
    return Actor(By.STAFF, staff_id(request))


def _kept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response


def place_of(language: str) -> Place:
    """A place in a person's language; amounts and times are written as there."""
    return place(next((each for each in LOCALES if each.startswith(f"{language}-")), "en-fr"))


def show(
    request: HttpRequest, at: Place, template: str, facts: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page of the staff room; ``named`` are the words for codes."""
    shared = {
        "inside": True,
        "supervisor": bool(getattr(request.user, "is_superuser", False)),
        "named": words,
        "markets": MARKETS,
        "platform": PLATFORM,
    }
    return show_in_room(request, at, template, {**shared, **facts}, status)


def filters(request: HttpRequest) -> QueryDict:
    """What a list is asked for: by its address, or by a form where that must not stand there."""
    return request.POST if request.method == "POST" else request.GET


def text(request: HttpRequest, name: str = "q", longest: int = 254) -> str:
    """What was typed into the address or a form, without what nobody can type."""
    typed = "".join(each for each in filters(request).get(name, "") if each.isprintable())
    return typed.strip()[:longest]


def one_of(request: HttpRequest, name: str, known: Any) -> str:
    """The value in the address or a form if it is one of ``known``, else ""."""
    given = filters(request).get(name, "")
    return given if given in known else ""


def code(sent: str, codes: type[Code], refusal: Refusal | type[Refusal]) -> Code:
    """The code that a form has chosen.  Raises the refusal."""
    try:
        return codes(sent)
    except ValueError:
        raise refusal from None


def day(sent: str, refusal: type[Refusal]) -> date:
    """The day that a form has sent.  Raises the refusal."""
    try:
        return date.fromisoformat(sent)
    except ValueError:
        raise refusal from None


def cursor(request: HttpRequest) -> UUID | None:
    """Where the page before ended; an address that was tampered with begins anew."""
    try:
        return UUID(filters(request).get("before", ""))
    except ValueError:
        return None


def kept(**filters: object) -> str:
    """The filters as the query of an address, those that are set: ``status=sold&market=fr``."""
    return urlencode({name: value for name, value in filters.items() if value})


Choices = list[tuple[str, str]]


def in_words(table: words.Words, codes: Iterable[str] | None = None) -> Choices:
    """Codes with their words, as a filter offers them."""
    return [(code, words.said(table, code)) for code in (table if codes is None else codes)]


def of_markets(language: str) -> Choices:
    return [(code, say.country(market.country, language)) for code, market in MARKETS.items()]


def of_sellers(sellers: Mapping[UUID, Seller]) -> Choices:
    return [(seller.slug, seller.name) for seller in sellers.values()]


def sellers_by_id() -> dict[UUID, Seller]:
    """Every seller, in the order of names; for the choice in a filter and the names in a list."""
    return {seller.id: seller for seller in Seller.objects.order_by("name", "slug")}
