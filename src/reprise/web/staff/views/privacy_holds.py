"""What is left alone: seeing it, putting it on, looking at it again, lifting it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reprise.accounts.queries import addresses
from reprise.audit.states import Page, Subject
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.keys import MissingKey
from reprise.privacy import held, overview
from reprise.privacy.actions import holding
from reprise.privacy.actions.lifting import agree, lift
from reprise.privacy.held import HeldBack, UnknownAddress
from reprise.privacy.models import Hold
from reprise.privacy.retention.lifted import kept_until
from reprise.privacy.states import STILL_HELD, HoldKind, Lift, Untold
from reprise.web.place import Place
from reprise.web.refusals import KeyAway
from reprise.web.staff import words
from reprise.web.staff.views.base import (
    acted,
    code,
    day,
    filters,
    freshly,
    freshly_posted,
    in_words,
    looked,
    room,
    show,
    sought,
    staff_actor,
    staff_id,
)

HOME = "/staff/privacy/holds/"
# As a form says that the person may be told.
MAY_BE_TOLD = "told"
# The longest address.
LONGEST = 254


class NoKind(Refusal):
    code = "hold_no_kind"
    message = "Choose why it is held. Nothing was held."
    status = 422


class NoTelling(Refusal):
    code = "hold_no_telling"
    message = "Choose whether the person may be told. Nothing was changed."
    status = 422


class NoLift(Refusal):
    code = "hold_no_lift"
    message = "Choose why it is lifted. Nothing was lifted."
    status = 422


@require_http_methods(["GET", "HEAD", "POST"])
@freshly_posted
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """What is held, and a form to hold; posted, what holds one order or one whole address, which is
    a look at its buyer or its person."""
    typed = _typed(request, "q") if request.method == "POST" else ""
    if not typed:
        return _index(request, at, {"of": _typed(request, "of")})
    try:
        return _index(request, at, {"of": typed}, found=_holding(request, typed))
    except MissingKey:
        return _index(request, at, {"of": typed}, KeyAway())
    except Refusal as refusal:
        return _index(request, at, {"of": typed}, refusal)


def _holding(request: HttpRequest, typed: str) -> list[HeldBack]:
    """What holds this order, which may be all of its buyer, or this person.  Raises UnknownOrder,
    UnknownAddress, MissingKey."""
    try:
        subject = held.subject_of(typed)
    except UnknownAddress:
        sought(request, Page.HOLDS, typed, Subject.HOLD)
        raise
    found = held.on(subject, clock.now())
    ids = [each.hold.id for each in found]
    if subject.order_id is None:
        sought(request, Page.HOLDS, typed, Subject.HOLD, *ids)
    else:
        looked(request, Page.HOLDS, Subject.ORDER, subject.order_id)
        looked(request, Page.HOLDS, Subject.HOLD, *ids)
    return found


@require_POST
@freshly
def entry(request: HttpRequest, at: Place) -> HttpResponse:
    """Hold an order, or all of a person."""
    names = ("of", "kind", "review_on", "telling", "untold_until")
    typed = {name: _typed(request, name) for name in names}
    now = clock.now()
    try:
        kind = code(typed["kind"], HoldKind, NoKind)
        review_on = day(typed["review_on"], holding.ReviewDay)
        made = holding.hold(
            _subject(request, typed["of"], now), kind, review_on, staff_actor(request), now,
            telling=_telling(request) if _asked_whether_told(kind, typed) else None,
        )  # fmt: skip
    except MissingKey:
        return _index(request, at, typed, KeyAway())
    except Refusal as refusal:
        return _index(request, at, typed, refusal)
    return HttpResponseRedirect(f"{HOME}{made.id}/")


def _subject(request: HttpRequest, typed: str, now: datetime) -> holding.Subject:
    """What is to be held.  That an address leads to somebody, or to nobody, is a look, whether it
    is held then or not: at the moment of the hold, so that who may not be told of that one does
    not learn it from the look.  Raises UnknownOrder, UnknownAddress, MissingKey."""
    try:
        subject = held.subject_of(typed)
    except UnknownAddress:
        sought(request, Page.HOLDING, typed, Subject.HOLD, now=now)
        raise
    if held.is_address(typed):
        sought(request, Page.HOLDING, typed, Subject.HOLD, found=1, now=now)
    return subject


def _index(
    request: HttpRequest,
    at: Place,
    typed: dict[str, str],
    refusal: Refusal | None = None,
    found: list[HeldBack] | None = None,
) -> HttpResponse:
    rows = held.in_force(clock.now()) if found is None else found
    facts = {
        "room": "privacy",
        "rows": rows,
        "sought": None if found is None else typed["of"],
        "actors": _actors(rows),
        "typed": {"kind": "", "review_on": "", "telling": "", "untold_until": "", **typed},
        "tellings": _tellings(),
        "kinds": in_words(words.HOLDS),
        "today": clock.now().date(),
        "last": clock.now().date() + holding.REVIEWED_WITHIN,
        "refusal": refusal,
    }
    return show(request, at, "staff/holds.html", facts, refusal.status if refusal else 200)


@require_safe
@room
def one(request: HttpRequest, at: Place, hold_id: UUID) -> HttpResponse:
    """One hold and what was done with it."""
    return _page(request, at, _found(hold_id))


@require_POST
@freshly
def review(request: HttpRequest, at: Place, hold_id: UUID) -> HttpResponse:
    """It was looked at and is still needed."""
    return _acted(
        request, at, hold_id,
        lambda: holding.put_off(
            hold_id,
            day(_typed(request, "review_on"), holding.ReviewDay),
            staff_actor(request),
            clock.now(),
        ),
    )  # fmt: skip


@require_POST
@freshly
def lifting(request: HttpRequest, at: Place, hold_id: UUID) -> HttpResponse:
    """Lift it, or ask for that where a second person has to agree."""
    return _acted(
        request, at, hold_id,
        lambda: lift(
            hold_id, code(_typed(request, "why"), Lift, NoLift), staff_actor(request), clock.now()
        ),
    )  # fmt: skip


@require_POST
@freshly
def agreement(request: HttpRequest, at: Place, hold_id: UUID) -> HttpResponse:
    """Agree with whoever has asked for it to be lifted, and why."""
    return _acted(
        request, at, hold_id,
        lambda: agree(
            hold_id, code(_typed(request, "why"), Lift, NoLift), staff_actor(request), clock.now()
        ),
    )  # fmt: skip


@require_POST
@freshly
def telling(request: HttpRequest, at: Place, hold_id: UUID) -> HttpResponse:
    """Its person may be told of an authority's hold, or is not."""
    return _acted(
        request, at, hold_id,
        lambda: holding.tell(hold_id, _telling(request), staff_actor(request), clock.now()),
    )  # fmt: skip


def _asked_whether_told(kind: HoldKind, typed: dict[str, str]) -> bool:
    """Only of an authority's; a form of before does not say it, and then they are not told."""
    return kind is HoldKind.AUTHORITY and bool(typed["telling"])


def _telling(request: HttpRequest) -> holding.Telling:
    """What a form says of whether the person is told.  Raises NoTelling, UntoldDay."""
    chosen, until = _typed(request, "telling"), _typed(request, "untold_until")
    why = None if chosen == MAY_BE_TOLD else code(chosen, Untold, NoTelling)
    return holding.Telling(why, day(until, holding.UntoldDay) if until else None)


@require_POST
@freshly
def again(request: HttpRequest, at: Place, hold_id: UUID) -> HttpResponse:
    """Hold once more what was lifted, before its days are over."""
    return _acted(
        request, at, hold_id,
        lambda: holding.hold_again(
            hold_id,
            day(_typed(request, "review_on"), holding.ReviewDay),
            staff_actor(request),
            clock.now(),
        ),
    )  # fmt: skip


def _acted(
    request: HttpRequest, at: Place, hold_id: UUID, act: Callable[[], Hold | None]
) -> HttpResponse:
    """``act`` answers with the hold that comes of it, or with none: it is about this one."""
    _found(hold_id)
    return acted(
        act,
        lambda made: f"{HOME}{made.id if made else hold_id}/",
        lambda refusal: _page(request, at, _found(hold_id), refusal),
    )


def _page(
    request: HttpRequest, at: Place, found: HeldBack, refusal: Refusal | None = None
) -> HttpResponse:
    now, until = clock.now(), found.hold.holds_until
    acts, _ = overview.acts(subject=holding.about(found.hold)[1])
    told = {each.act.staff_id for each in acts if each.act.staff_id}
    facts = {
        "room": "privacy",
        "found": found,
        "acts": acts,
        "actors": _actors([found], told),
        "me": staff_id(request),
        "kept_until": kept_until(found.hold.lifted_at.date()) if found.hold.lifted_at else None,
        "still_held": until is not None and until > now,
        "days": STILL_HELD.days,
        "authority": HoldKind(found.hold.kind) is HoldKind.AUTHORITY,
        "tellings": _tellings()[1:],
        "lifts": in_words(words.LIFTS),
        "today": now.date(),
        "last": now.date() + holding.REVIEWED_WITHIN,
        "refusal": refusal,
    }
    return show(request, at, "staff/hold.html", facts, refusal.status if refusal else 200)


def _tellings() -> list[tuple[str, str]]:
    """The first one is unsettled, which a hold is only when it begins."""
    return [*in_words(words.UNTOLD), (MAY_BE_TOLD, gettext("They may be told"))]


def _found(hold_id: UUID) -> HeldBack:
    found = held.one(hold_id)
    if found is None:
        raise Http404
    return found


def _actors(rows: list[HeldBack], more: set[UUID] | None = None) -> dict[UUID, str]:
    named = [(row.hold.staff_id, row.hold.lifting_by, row.hold.lifted_by) for row in rows]
    return addresses({each for three in named for each in three if each} | (more or set()))


def _typed(request: HttpRequest, name: str) -> str:
    return filters(request).get(name, "").strip()[:LONGEST]
