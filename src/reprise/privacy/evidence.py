"""What staff hand to an authority about personal data: a request, an order, the nights, and whom
else we have told (decision 0052).  Facts as the rows say them now, in the shape of
`kernel.evidence`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from operator import itemgetter
from typing import Any, Final
from uuid import UUID

from django.db.models import Count, Max, Min

from reprise.audit.evidence import Told, at, by_staff
from reprise.audit.queries import badges, looks_at
from reprise.kernel.evidence import Document
from reprise.law.speech import cited
from reprise.orders.models import Order, SellerOrder
from reprise.privacy import held
from reprise.privacy.actions.asking import CALENDAR
from reprise.privacy.copy import said
from reprise.privacy.holdings import COUNTS
from reprise.privacy.models import Act, Brake, Hold, Night, Request, SellerCopy
from reprise.privacy.overview import archived_until
from reprise.privacy.queries import references, retention_of
from reprise.privacy.requests import about, acts_of, entries_of, proposals_of
from reprise.privacy.states import BrakeState, By, ProposalState
from reprise.sellers.models import Seller

REQUEST: Final = "reprise-privacy-request-3"
ORDER: Final = "reprise-order-1"
NIGHTS: Final = "reprise-nights-%d"
COPIES: Final = "reprise-seller-copies-1"


def of_request(request: Request) -> Told:
    """A request with its clock, the letters or calls that staff entered, its answer, all that was
    done for it, and which sellers were told of that.  It names nobody: who asked stands elsewhere,
    and leaves in time."""
    acts = acts_of(request.id)
    done = {each.subject for each in acts if each.holding != COUNTS.key}
    staff = badges([request.entered_by, request.extended_by, request.closed_by])
    # Whether sellers were asked for it: nothing that the request did comes before it.
    copies = [
        each for each in _copies_of(done) if CALENDAR.day_of(each.asked_at) >= request.received_on
    ]
    parts = {
        "request": {
            "reference": request.reference,
            "kind": request.kind,
            "order": about(request) or None,
            "received_on": request.received_on,
            "entered_by": _named(staff, request.entered_by),
            "proven": request.proven,
            "answer_by": request.answer_by,
            "told_extension_on": request.told_extension_on,
            "extension_reason": request.extension_reason,
            "extended_by": _named(staff, request.extended_by),
            "state": request.state,
            "outcome": request.outcome,
            "closed_at": at(request.closed_at),
            "closed_by": _named(staff, request.closed_by),
        },
        "law": {"provision": "eu.personal_data.answer", "article": "GDPR art. 12(3)"},
    }
    letters, proposed = _letters(request.id), _proposals(request.id)
    return Told(REQUEST, parts, _in_turn(letters, proposed, _acts(acts), _told(copies)))


def of_order(order_id: UUID, log: Document, language: str, now: datetime) -> Told:
    """What happened to an order beside what its own ``log`` tells: what was done with its buyer's
    name and why, who of the staff was shown it, which sellers were asked to delete their copy.

    Explanations are in ``language``.  Raises Order.DoesNotExist, MissingKey.
    """
    order = Order.objects.get(id=order_id)
    acts = list(Act.objects.filter(subject=order_id).order_by("seq"))
    parts = {
        "order": {
            "reference": order.reference,
            "market": order.market,
            "placed_at": at(order.placed_at),
        },
        "language": language,
        "keeping": _keeping(order_id, language),
        "holds": [_hold(each.hold) for each in held.of_order(order_id, now)],
        "log": log,
    }
    return Told(
        ORDER, parts, _in_turn(_acts(acts), _looks(order_id), _told(_copies_of([order_id])))
    )


def of_nights(since: date, until: date, *, version: int = 2) -> Told:
    """The nights of some days, both inside: how much left of what and on what basis, what was
    stopped and why, and what staff have decided.  Each act of the clock stands by its number in the
    file of its order.  Version 1 has only a night's number for what left.
    """
    nights = Night.objects.filter(day__gte=since, day__lte=until).order_by("day")
    brakes = list(
        Brake.objects.filter(day__gte=since, day__lte=until).order_by("day", "holding", "id")
    )
    ran = (
        {"what": "ran", "at": at(each.ended_at), "day": each.day, "number": each.number}
        for each in nights
    )
    entries = _in_turn(ran, _by_the_clock(since, until) if version > 1 else (), _brakes(brakes))
    return Told(NIGHTS % version, {"period": _period(since, until)}, entries)


def _by_the_clock(since: date, until: date) -> Iterator[Document]:
    """What one run of the clock did to a holding on one basis: how many acts, and their numbers.
    All acts of a run have one moment, so a run that is over adds to none of these later."""
    acts = Act.objects.filter(
        actor_kind=By.CLOCK.value, at__date__gte=since, at__date__lte=until
    ).values("at", "holding", "verb", "basis", "replayed")
    counted = acts.annotate(number=Count("id"), first=Min("seq"), last=Max("seq"))
    for each in counted.order_by("at", "first"):
        yield {
            "what": "left",
            "at": at(each["at"]),
            "holding": each["holding"],
            "verb": each["verb"],
            "basis": each["basis"],
            "number": each["number"],
            "acts": {"first": each["first"], "last": each["last"]},
            "replayed": each["replayed"],
        }


def of_copies(since: date, until: date) -> Told:
    """Which sellers were asked on some days, both inside, to delete what they had of a buyer, and
    when each said that it has (GDPR art. 19)."""
    found = list(SellerCopy.objects.filter(asked_at__date__gte=since, asked_at__date__lte=until))
    parts = {
        "period": _period(since, until),
        "law": {"article": "GDPR art. 19"},
        "waiting": sum(each.confirmed_at is None for each in found),
    }
    return Told(COPIES, parts, _in_turn(_told(found)))


def orders_of_copies(since: date, until: date) -> list[UUID]:
    """The orders that :func:`of_copies` names."""
    found = SellerCopy.objects.filter(asked_at__date__gte=since, asked_at__date__lte=until)
    contracts = SellerOrder.objects.filter(id__in=found.values("seller_order_id"))
    return sorted(set(contracts.values_list("order_id", flat=True)))


def _in_turn(*entries: Iterable[Document]) -> tuple[Document, ...]:
    """The earliest first; what is known by its day alone comes first on that day."""
    return tuple(sorted((one for each in entries for one in each), key=itemgetter("at")))


def _acts(acts: Collection[Act]) -> Iterator[Document]:
    names = references(each.subject for each in acts)
    staff = badges(each.staff_id for each in acts if not each.badge)
    asked = Request.objects.filter(id__in={each.request_id for each in acts if each.request_id})
    requests = dict(asked.values_list("id", "reference"))
    for each in acts:
        badge = each.badge or staff.get(each.staff_id)
        yield {
            "what": "act",
            "seq": each.seq,
            "at": at(each.at),
            "verb": each.verb,
            "holding": each.holding,
            "subject": names.get(each.subject, str(each.subject)),
            "basis": each.basis,
            "until": each.until,
            "by": each.actor_kind,
            **by_staff(each.staff_id, badge),
            "replayed": each.replayed,
            "request": requests.get(each.request_id) if each.request_id else None,
            "reason": each.reason,
        }


def _letters(request_id: UUID) -> Iterator[Document]:
    """When each came, when somebody wrote it down, and why so late."""
    entered = entries_of([request_id])
    staff = badges(each.entry.entered_by for each in entered)
    for each in entered:
        by = each.entry.entered_by
        yield {
            "what": "letter",
            "at": at(each.entry.entered_at),
            "received_on": each.entry.received_on,
            **by_staff(by, staff.get(by)),
            "late": each.late,
            "late_why": each.entry.late_why,
        }


def _proposals(request_id: UUID) -> Iterator[Document]:
    """Who has proposed another e-mail address by what the person had shown, and who has decided
    it; never the address."""
    found = proposals_of(request_id)
    staff = badges(who for each in found for who in (each.proposed_by, each.decided_by))
    for each in found:
        yield {
            "what": "proposed",
            "at": at(each.proposed_at),
            **by_staff(each.proposed_by, staff.get(each.proposed_by)),
            "shown_by": each.shown_by,
        }
        if each.state != ProposalState.WAITING.value:
            yield {
                "what": each.state,
                "at": at(each.decided_at),
                **by_staff(each.decided_by, staff.get(each.decided_by)),
            }


def _looks(order_id: UUID) -> Iterator[Document]:
    looks = looks_at(order_id)
    staff = badges(each.viewer_id for each in looks)
    for each in looks:
        yield {
            "what": "look",
            "at": at(each.at),
            "page": each.page,
            **by_staff(each.viewer_id, staff.get(each.viewer_id)),
            "file": each.seal or None,
        }


def _copies_of(order_ids: Collection[UUID]) -> list[SellerCopy]:
    contracts = SellerOrder.objects.filter(order_id__in=order_ids)
    return list(SellerCopy.objects.filter(seller_order_id__in=contracts.values("id")))


def _told(copies: Collection[SellerCopy]) -> Iterator[Document]:
    """That a seller was asked, and what it has said.  Who said so for it is its own business."""
    contracts = SellerOrder.objects.in_bulk([each.seller_order_id for each in copies])
    sellers = Seller.objects.in_bulk({each.seller_id for each in copies})
    for each in sorted(copies, key=lambda each: (each.asked_at, each.id)):
        about_it = {
            "contract": contracts[each.seller_order_id].reference,
            "seller": sellers[each.seller_id].name,
            "seller_id": each.seller_id,
        }
        yield {"what": "seller_asked", "at": at(each.asked_at), **about_it}
        if each.confirmed_at is not None:
            yield {
                "what": "seller_confirmed",
                "at": at(each.confirmed_at),
                **about_it,
                **_how(each),
            }


def _how(copy: SellerCopy) -> Document:
    """How a seller without a room has said so, and who of the staff entered it."""
    if not copy.confirmed_how:
        return {}
    entered = _named(badges([copy.confirmed_by]), copy.confirmed_by)
    return {"how": copy.confirmed_how} | ({"entered_by": entered} if entered else {})


def _brakes(brakes: Collection[Brake]) -> Iterator[Document]:
    staff = badges(each.staff_id for each in brakes)
    for each in brakes:
        night = {"holding": each.holding, "day": each.day, "number": each.number}
        day = each.day.isoformat()
        yield {"what": "stopped", "at": day, **night, "because": each.cause or None}
        if each.state != BrakeState.WAITING.value:
            badge = each.badge or staff.get(each.staff_id)
            yield {
                "what": each.state,
                # Of a night of before the day alone is known.
                "at": at(each.decided_at) or day,
                **night,
                **by_staff(each.staff_id, badge),
            }


def _keeping(order_id: UUID, language: str) -> Document:
    """Where its buyer's name and address are, and until when by which law."""
    until = retention_of([order_id])[order_id]
    return {
        "needed_until": until.active,
        "in_archive_until": archived_until(order_id),
        "as_proof_until": until.archived,
        "not_settled": sorted(cause.value for cause in until.busy),
        "because": [said(sentence, language) for sentence in until.because],
        "by": [cited(basis, language) for basis in until.basis],
    }


def _hold(hold: Hold) -> Document:
    staff = badges([hold.staff_id])
    return {
        "kind": hold.kind,
        "by": hold.by,
        "since": at(hold.since),
        "review_on": hold.review_on,
        "put_on_by": _named(staff, hold.staff_id),
        **_lifted(hold),
        **_untold(hold),
    }


def _lifted(hold: Hold) -> Document:
    """That it is lifted, and until when it holds all the same."""
    if hold.lifted_at is None:
        return {}
    return {"lifted_at": at(hold.lifted_at), "holds_until": at(hold.holds_until)}


def _untold(hold: Hold) -> Document:
    """That its person is not told of it, and until when."""
    if not hold.untold_why:
        return {}
    return {"not_told_because": hold.untold_why, "not_told_until": hold.untold_until}


def _named(staff: dict[UUID | None, str], staff_id: UUID | None) -> dict[str, Any] | None:
    return by_staff(staff_id, staff.get(staff_id)) if staff_id else None


def _period(since: date, until: date) -> Document:
    return {"since": since.isoformat(), "until": until.isoformat()}
