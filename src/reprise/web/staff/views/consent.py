"""What visitors are asked and for whom; stopping a partner, watching over it, and the proof."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from reprise.accounts.queries import addresses
from reprise.consent import actions, queries
from reprise.consent.actions.configuring import NoAudit, NoPeriod
from reprise.consent.configuration import beginning_of, day_of
from reprise.consent.rules import WARNED
from reprise.consent.states import Answer, StopReason, VoidingReason
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.privacy.states import DAYS
from reprise.web.place import Place
from reprise.web.staff import words
from reprise.web.staff.views.base import code, in_words, room, show, staff_id

PAGE: Final = "/staff/consent/"
SHOWN_DAYS: Final = 31
NOTICES: Final = 20


class NotSure(Refusal):
    code = "not_sure"
    message = (
        "A partner that is stopped never comes back under its key. Nothing was changed: tick the"
        " box to say that this is meant."
    )
    status = 422


class NoReason(Refusal):
    code = "no_reason_to_stop"
    message = "Say why the partner is stopped. Nothing was changed."
    status = 422


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    numbers: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.numbers.values())


@require_safe
@room
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """Partners, answers by day, notices."""
    return _page(request, at)


def _page(
    request: HttpRequest, at: Place, refusal: Refusal | None = None, status: int = 200
) -> HttpResponse:
    now = clock.now()
    today = day_of(now)
    known = queries.configuration()
    offer = queries.offer(known, now)
    partners = queries.partners()
    acts = {each.id: queries.acts_of(each.id) for each in partners}
    facts = {
        "room": "consent",
        "refusal": refusal,
        "asked": bool(offer),
        "purposes": known.purposes,
        "asked_for": {each.purpose.key for each in offer.questions},
        "partners": partners,
        "today": today,
        "soon": today + WARNED,
        "days": _days(today),
        "answers": [each.value for each in Answer],
        "number_of_days": SHOWN_DAYS,
        "notices": queries.notices(NOTICES),
        "current": offer.text if offer else "",
        "reasons": in_words(words.VOIDINGS),
        "stops": in_words(words.STOPS, [each.value for each in StopReason]),
        "acts": acts,
        "verb_of": queries.verb_of,
        "actors": addresses({act.staff_id for of in acts.values() for act in of if act.staff_id}),
        # Files of evidence go by days of UTC.
        "last_day": now.date(),
        "first_day": now.date() - timedelta(days=SHOWN_DAYS),
    }
    return show(request, at, "staff/consent.html", facts, status)


def _days(today: date) -> list[Day]:
    found: dict[date, dict[str, int]] = {}
    for day, answer, number in queries.counts(today - timedelta(days=SHOWN_DAYS)):
        found.setdefault(day, {each.value: 0 for each in Answer})[answer] = number
    return [Day(day, numbers) for day, numbers in found.items()]


@require_POST
@room
def kill(request: HttpRequest, at: Place, key: str) -> HttpResponse:
    """Load a partner for nobody from now on; who stops it says why."""
    try:
        reason = code(request.POST.get("reason", ""), StopReason, NoReason)
        if request.POST.get("sure") != "yes":
            raise NotSure()
        actions.kill_partner(key, reason, staff_id(request), clock.now())
    except (NotSure, NoReason) as refusal:
        return _page(request, at, refusal, refusal.status)
    return HttpResponseRedirect(PAGE)


@require_POST
@room
def audits(request: HttpRequest, at: Place, key: str) -> HttpResponse:
    """Note that a partner was looked at, and when it will be again."""
    try:
        on, next_on = _day(request.POST.get("on")), _day(request.POST.get("next"))
        if on is None or next_on is None:
            raise NoAudit()
        evidence = request.POST.get("evidence", "").strip().lower()
        actions.record_audit(key, on, evidence, next_on, staff_id(request), clock.now())
    except NoAudit as refusal:
        return _page(request, at, refusal, refusal.status)
    return HttpResponseRedirect(PAGE)


@require_POST
@room
def voiding(request: HttpRequest, at: Place, notice_id: UUID) -> HttpResponse:
    """Treat consents by a notice as never given; an empty end means from then on."""
    since, until = request.POST.get("since", ""), request.POST.get("until", "")
    try:
        reason = VoidingReason(request.POST.get("reason", ""))
        first, last = _day(since), _day(until)
        if (since and first is None) or (until and last is None):
            raise NoPeriod()
        begin = beginning_of(first) if first else None
        # The last day counts.
        end = beginning_of(last + timedelta(days=1)) if last else None
        actions.void_notice(notice_id, reason, request.user.pk, clock.now(), since=begin, until=end)
    except ValueError:
        return _page(request, at, NoPeriod(), 422)
    except NoPeriod as refusal:
        return _page(request, at, refusal, refusal.status)
    return HttpResponseRedirect(PAGE)


def _day(text: str | None) -> date | None:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if DAYS[0] <= day <= DAYS[1] else None
