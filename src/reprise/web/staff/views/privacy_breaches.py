"""Breaches of personal data: entering them, and what is decided and done about each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reprise.accounts.models import User
from reprise.accounts.queries import addresses
from reprise.kernel import clock
from reprise.kernel.reference import parse_reference
from reprise.kernel.refusal import Refusal
from reprise.keys import MissingKey
from reprise.law.eu.breach import HOURS, Risk, Spared
from reprise.law.speech import written
from reprise.privacy import breaches
from reprise.privacy.actions import breach_acts as acts
from reprise.privacy.actions import striking as taking_out
from reprise.privacy.actions.breaches import Entry, NotCounted, enter
from reprise.privacy.breach_words import KINDS, NOWHERE
from reprise.privacy.breaches import CALENDAR, Standing
from reprise.privacy.models import Breach
from reprise.privacy.states import DESCRIBING, BreachKind, BreachVerb, Scope
from reprise.privacy.touched import COUNTED
from reprise.web.place import Place
from reprise.web.refusals import KeyAway
from reprise.web.staff import words
from reprise.web.staff.views.base import (
    Code,
    acted,
    code,
    in_words,
    show,
    staff_id,
    supervisors,
    supervisors_freshly,
)

HOME = "/staff/privacy/breaches/"
# What a form may send of orders: some thousand of them.
LONGEST_LIST: Final = 40_000
# No breach was known before, and no clock goes further.
YEARS: Final = range(2000, 2200)


class Missing(Refusal):
    code = "breach_missing"
    message = "“%(field)s” is missing or cannot be read. Nothing was written down."
    status = 422


class NotOfOrders(Refusal):
    code = "breach_not_of_orders"
    message = (
        "With certain orders only what belongs to an order is counted, and this does not:"
        " “%(holding)s”. Nothing was written down; leave it out, or choose another extent."
    )
    status = 422


@require_safe
@supervisors
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """Every breach and drill with its clock, the newest first."""
    now = clock.now()
    facts = {
        "room": "privacy",
        "rows": [(each, breaches.waits(each, now)) for each in breaches.listed()],
        "now": now,
    }
    return show(request, at, "staff/breaches.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
@supervisors_freshly
def entry(request: HttpRequest, at: Place) -> HttpResponse:
    """A form for what is known; posted, whom it touched is counted and kept."""
    if request.method != "POST":
        return _entry(request, at)
    try:
        made = enter(_read(request), _by(request), clock.now())
    except MissingKey:
        return _entry(request, at, KeyAway())
    except NotCounted as refused:
        named = written(COUNTED[refused.facts["holding"]].what, at.language)
        return _entry(request, at, NotOfOrders(holding=named))
    except Refusal as refusal:
        return _entry(request, at, refusal)
    return HttpResponseRedirect(f"{HOME}{made.reference}/")


def _entry(request: HttpRequest, at: Place, refusal: Refusal | None = None) -> HttpResponse:
    facts = {
        "room": "privacy",
        "typed": request.POST,
        "kinds": [(each.value, written(KINDS[each], at.language)) for each in BreachKind],
        "holdings": [(key, written(each.what, at.language)) for key, each in COUNTED.items()],
        "scopes": in_words(words.SCOPES),
        "risks": in_words(words.RISKS),
        "longest": acts.LONGEST,
        "zone": CALENDAR.zone.key,
        "latest": _local(clock.now()),
        "refusal": refusal,
    }
    return show(request, at, "staff/breach_entry.html", facts, refusal.status if refusal else 200)


def _read(request: HttpRequest) -> Entry:
    """Raises Missing."""
    sent = request.POST
    kinds = [_code(each, BreachKind, _("What was broken")) for each in sent.getlist("kind")]
    holdings = sent.getlist("holding")
    if not kinds:
        raise Missing(field=_("What was broken"))
    if not holdings or not set(holdings) <= COUNTED.keys():
        raise Missing(field=_("Which data"))
    scope = _code(sent.get("scope", ""), Scope, _("How much of it"))
    orders = sent.get("orders", "")[:LONGEST_LIST].split() if scope is Scope.ORDERS else []
    return Entry(
        drill=_drill(sent.get("drill", "")),
        kinds=tuple(dict.fromkeys(kinds)),
        aware_at=_moment(sent.get("aware", ""), _("When it became known")),
        scope=scope,
        from_at=_moment(sent.get("begun", ""), _("When it began")),
        until_at=_moment(sent.get("ended", ""), _("When it ended"), clock.now()),
        holdings=tuple(dict.fromkeys(holdings)),
        risk=_code(sent.get("risk", ""), Risk, _("How large the risk is")),
        why=sent.get("why", ""),
        orders=tuple(dict.fromkeys(parse_reference(each, "R") or each for each in orders)),
        happened=sent.get("happened", ""),
    )


@require_safe
@supervisors
def one(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """What is known of a breach, how it is judged, who was told, and every act."""
    return _page(request, at, _found(reference))


@require_POST
@supervisors_freshly
def description(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """Write down what is known of it."""
    known = {verb: request.POST.get(verb.value, "") for verb in DESCRIBING}
    return _acted(
        request, at, reference,
        lambda: acts.describe(reference, known, _by(request), clock.now(), _seen(request)),
    )  # fmt: skip


@require_POST
@supervisors_freshly
def judgement(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    def act() -> None:
        sent = request.POST
        risk = _code(sent.get("risk", ""), Risk, _("How large the risk is"))
        spared = sent.get("spared", "")
        acts.judge(
            reference,
            risk,
            _code(spared, Spared, _("Why people are not told one by one")) if spared else None,
            sent.get("why", ""),
            _by(request),
            clock.now(),
            _seen(request),
        )

    return _acted(request, at, reference, act)


@require_POST
@supervisors_freshly
def authority(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """The authority was told."""
    return _acted(request, at, reference, lambda: _tell(request, reference, acts.tell_authority))


@require_POST
@supervisors_freshly
def persons(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """The people concerned were told."""
    return _acted(request, at, reference, lambda: _tell(request, reference, acts.tell_persons))


def _tell(request: HttpRequest, reference: str, tell: Callable[..., Standing]) -> None:
    now = clock.now()
    told = _moment(request.POST.get("at", ""), _("When they were told"), now)
    tell(reference, told, request.POST.get("words", ""), _by(request), now, _seen(request))


@require_POST
@supervisors_freshly
def closing(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    return _acted(
        request, at, reference,
        lambda: acts.close(reference, _by(request), clock.now(), _seen(request)),
    )  # fmt: skip


@require_POST
@supervisors_freshly
def striking(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """Ask for the words of an act to be taken out."""
    why = request.POST.get("words", "")
    return _acted(
        request, at, reference,
        lambda: taking_out.ask_to_strike(
            reference, _number(request, "act"), why, _by(request), clock.now()
        ),
    )  # fmt: skip


@require_POST
@supervisors_freshly
def agreement(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """Agree with whoever has asked for it, and take the words out."""
    act, wish = _number(request, "act"), _number(request, "wish")
    return _acted(
        request, at, reference,
        lambda: taking_out.strike(reference, act, wish, _by(request), clock.now()),
    )  # fmt: skip


@require_POST
@supervisors_freshly
def leaving(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """Let the words stand that somebody has wished out."""
    act, wish, why = (
        _number(request, "act"),
        _number(request, "wish"),
        request.POST.get("words", ""),
    )
    return _acted(
        request, at, reference,
        lambda: taking_out.leave_in(reference, act, wish, why, _by(request), clock.now()),
    )  # fmt: skip


def _found(reference: str) -> Standing:
    found = Breach.objects.filter(reference=reference).first()
    if found is None:
        raise Http404
    return breaches.standing(found)


def _acted(
    request: HttpRequest, at: Place, reference: str, act: Callable[[], object]
) -> HttpResponse:
    _found(reference)
    return acted(
        act, f"{HOME}{reference}/", lambda refusal: _page(request, at, _found(reference), refusal)
    )


def _page(
    request: HttpRequest, at: Place, found: Standing, refusal: Refusal | None = None
) -> HttpResponse:
    row, now = found.row, clock.now()
    staff = {each.act.staff_id for each in found.acts if each.act.staff_id} | {row.entered_by}
    facts: dict[str, Any] = {
        "room": "privacy",
        "found": found,
        "row": row,
        "waits": breaches.waits(found, now),
        "law": breaches.law_of(found),
        "because": breaches.because(found, at.language),
        "last": {verb.value: found.last(verb) for verb in BreachVerb},
        "describing": [verb.value for verb in DESCRIBING],
        "struck": {each.act.of for each in found.acts if each.verb is BreachVerb.STRUCK},
        "wishes": found.wishes,
        "me": staff_id(request),
        "kinds": [written(KINDS[BreachKind(each)], at.language) for each in row.kinds],
        "holdings": {key: written(COUNTED[key].what, at.language) for key in row.holdings},
        "nowhere": written(NOWHERE, at.language),
        "actors": addresses(staff),
        "risks": in_words(words.RISKS),
        "spareds": in_words(words.SPARED),
        "hours": HOURS,
        "longest": acts.LONGEST,
        "zone": CALENDAR.zone.key,
        "now": now,
        "latest": _local(now),
        "typed": request.POST if refusal else {},
        "about": _number(request, "act") if refusal else 0,
        "form": request.path.rstrip("/").rsplit("/", 1)[-1] if refusal else "",
        "refusal": refusal,
    }
    return show(request, at, "staff/breach.html", facts, refusal.status if refusal else 200)


def _by(request: HttpRequest) -> str:
    return cast(User, request.user).email


def _seen(request: HttpRequest) -> int:
    """How many acts the page showed."""
    return _number(request, "seen")


def _number(request: HttpRequest, name: str) -> int:
    """What no page has sent is the number of nothing."""
    number = request.POST.get(name, "")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 5 else -1


def _drill(sent: str) -> bool:
    if sent not in {"drill", "real"}:
        raise Missing(field=_("What it is"))
    return sent == "drill"


def _code(sent: str, codes: type[Code], field: str) -> Code:
    """Raises Missing."""
    return code(sent, codes, Missing(field=field))


def _moment(sent: str, field: str, now: datetime | None = None) -> datetime:
    """A day and time by the clocks of `CALENDAR`.  Of an hour that they show twice the first; with
    ``now`` the second, if it has come: each leaves us less time.  Raises Missing."""
    try:
        first = datetime.fromisoformat(sent)
    except ValueError:
        raise Missing(field=field) from None
    if first.tzinfo is not None or first.year not in YEARS:
        raise Missing(field=field)
    first = first.replace(tzinfo=CALENDAR.zone)
    second = first.replace(fold=1)
    return second if now is not None and second <= now else first


def _local(moment: datetime) -> str:
    """As a field for a day and time has it."""
    return f"{CALENDAR.here(moment):%Y-%m-%dT%H:%M}"
