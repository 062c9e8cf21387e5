"""What is set up, as a process knows it, and what is recorded of answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from threading import Lock
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, Sum

from reprise.consent import models
from reprise.consent.configuration import (
    NOTHING,
    SHORT,
    Configuration,
    Offer,
    Partner,
    Purpose,
    Trace,
    Void,
    day_of,
    offer_on,
)
from reprise.consent.rules import WARNED
from reprise.consent.states import PartnerVerb, ReceiptKind
from reprise.consent.trackers import Kind

# What a statement asks for beside its own answer, to learn whether a copy is still right.
MARK_NOW = "(SELECT c.mark FROM consent_mark c)"


class _Copy:
    """What this process knows; replaced whole, so that no reader sees half of a change."""

    known: Configuration = NOTHING
    lock = Lock()


def known() -> Configuration:
    """What this process knows, without asking."""
    return _Copy.known


def known_at(mark: UUID | None) -> Configuration:
    """The same when it bears ``mark``, which a statement has just read; else it is read anew."""
    found = _Copy.known
    if found.mark == mark:
        return found
    with _Copy.lock:
        if _Copy.known.mark != mark:
            _Copy.known = configuration()
        return _Copy.known


def current() -> Configuration:
    """What is so now, in one statement when nothing has changed."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {MARK_NOW}")
        (mark,) = cursor.fetchone()
    return known_at(mark)


def forget() -> None:
    """Know nothing, as a process that has just begun."""
    _Copy.known = NOTHING


def offer(found: Configuration, now: datetime) -> Offer:
    """What is asked today."""
    return offer_on(found, day_of(now))


def configuration() -> Configuration:
    """Read everything that is set up."""
    mark = models.Mark.objects.values_list("mark", flat=True).first()
    if mark is None:
        return NOTHING
    # Who is used is read before who there is: nothing is then used that is not known.
    used = list(models.Use.objects.values_list("purpose_id", "partner_id"))
    partners = {each.id: each for each in models.Partner.objects.order_by("added_at", "key")}
    uses: dict[UUID, list[str]] = defaultdict(list)
    for purpose_id, partner_id in used:
        uses[purpose_id].append(partners[partner_id].key)
    order = [each.key for each in partners.values()]
    notices = {
        id_: (text[:SHORT], frozenset((str(a), int(b), str(c)) for a, b, c in asked))
        for id_, text, asked in models.Notice.objects.values_list("id", "text", "asked")
    }
    return Configuration(
        mark=mark,
        purposes=tuple(
            Purpose(
                key=each.key,
                kind=each.kind,
                version=each.version,
                names=each.names,
                active=each.active,
                partners=tuple(sorted(uses[each.id], key=order.index)),
            )
            for each in models.Purpose.objects.order_by("position", "key")
        ),
        partners={each.key: _partner(each) for each in partners.values()},
        notices=dict(notices.values()),
        voided=tuple(
            Void(
                notice=notices[each.notice_id][0],
                since=day_of(each.from_at),
                # The end is outside: at midnight the day before is the last.
                until=day_of(each.until_at - timedelta.resolution) if each.until_at else None,
            )
            for each in models.Voided.objects.all()
            if each.notice_id in notices
        ),
    )


def _partner(row: models.Partner) -> Partner:
    return Partner(
        key=row.key,
        name=row.name,
        address=row.address,
        country=row.country,
        role=row.role,
        privacy_url=row.privacy_url,
        script_url=row.script_url,
        origin=row.origin,
        integrity=row.integrity,
        transfer_basis=row.transfer_basis,
        traces=tuple(
            Trace(each["name"], Kind(each["kind"]), each["days"], each["ours"], each["aim"])
            for each in row.trackers
        ),
        live=row.active and row.killed_at is None,
        next_audit_on=row.next_audit_on,
    )


def receipt(receipt_id: UUID) -> dict[str, Any] | None:
    """The proof of one acceptance, with its withdrawal if there is one, and what was shown."""
    found = models.Receipt.objects.select_related("notice").filter(id=receipt_id).first()
    if found is None or found.withdraws is not None:
        return None
    end = models.Receipt.objects.filter(withdraws=found.id).first()
    return {
        **_proof(found),
        "withdrawn": {"id": str(end.id), "at": end.at.isoformat()} if end else None,
        "notice": {"sha256": found.notice.text, "body": found.notice.body},
    }


def _proof(row: models.Receipt) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "at": row.at.isoformat(),
        "language": row.language,
        "page": row.page,
        "pairs": row.pairs,
    }


def partners() -> list[models.Partner]:
    """Every partner with what it serves, those that may be loaded first."""
    rows = models.Partner.objects.prefetch_related("uses__purpose")
    return sorted(rows, key=lambda each: (each.killed_at is not None, not each.active, each.key))


def acts_of(partner_id: UUID) -> list[models.PartnerAct]:
    """What was done with a partner, in its order.  What was done before its time was kept comes
    when it was first added."""
    acts = list(models.PartnerAct.objects.filter(partner_id=partner_id))
    turns = [each.value for each in PartnerVerb]
    known = [each.at.timestamp() for each in acts if each.at and each.verb == turns[0]]
    begun = min(known, default=0.0)

    def place(act: models.PartnerAct) -> tuple[float, int]:
        return act.at.timestamp() if act.at else begun, turns.index(act.verb)

    return sorted(acts, key=place)


def verb_of(act: models.PartnerAct, acts: Sequence[models.PartnerAct]) -> str:
    """What an act of these is called: what is added again takes a draft's place."""
    again = act.verb == PartnerVerb.ADDED.value and act != acts[0]
    return "replaced" if again else act.verb


def stopped_why(partner_id: UUID) -> str:
    """The reason for which a partner was stopped."""
    stops = models.PartnerAct.objects.filter(partner_id=partner_id, verb=PartnerVerb.STOPPED.value)
    return stops.values_list("reason", flat=True).get()


@dataclass(frozen=True, slots=True)
class Shown:
    """A notice that was shown, how many acceptances by it were not withdrawn and how many were, and
    when consents by it were declared invalid."""

    notice: models.Notice
    standing: int
    withdrawn: int
    voided: tuple[models.Voided, ...]


def notices(most: int) -> list[Shown]:
    """The last ``most`` notices, the newest first."""
    rows = list(models.Notice.objects.order_by("-at", "-id")[:most])
    ids = [each.id for each in rows]
    of = models.Receipt.objects.filter(notice_id__in=ids).values_list("notice_id", "kind")
    numbers = {(notice, kind): number for notice, kind, number in of.annotate(number=Count("id"))}
    voided: dict[UUID, list[models.Voided]] = defaultdict(list)
    for each in models.Voided.objects.filter(notice_id__in=ids).order_by("at"):
        voided[each.notice_id].append(each)
    result = []
    for row in rows:
        accepted = numbers.get((row.id, ReceiptKind.ACCEPTED.value), 0)
        withdrawn = numbers.get((row.id, ReceiptKind.WITHDRAWN.value), 0)
        result.append(Shown(row, accepted - withdrawn, withdrawn, tuple(voided[row.id])))
    return result


def audits_due(now: datetime) -> int:
    """How many partners that are loaded have an audit that is overdue or soon will be (S39)."""
    last = day_of(now) + WARNED
    return models.Partner.objects.filter(active=True, next_audit_on__lte=last).count()


def counts(since: date) -> Iterator[tuple[date, str, int]]:
    """Day, answer, number of all markets, the newest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT day, answer, sum(number) FROM consent_count WHERE day >= %s"
            " GROUP BY day, answer ORDER BY day DESC, answer",
            [since],
        )
        for day, answer, number in cursor.fetchall():
            yield day, answer, int(number)


def purges(most: int) -> list[tuple[models.Purge, int]]:
    """The last searches and certificates, the newest first; how many rows each search's erasure has
    taken by now."""
    rows = models.Purge.objects.annotate(erased=Sum("batches__number")).order_by("-at", "-id")
    return [(each, each.erased or 0) for each in rows[:most]]


def partners_told(notice: UUID | None, until: datetime | None) -> list[models.Partner]:
    """Those that a notice named, or any that was shown before a moment: who is to erase as well
    what they have collected by it (S39)."""
    shown = models.Notice.objects.all()
    shown = shown.filter(id=notice) if notice else shown.filter(at__lt=until)
    keys = {str(key) for asked in shown.values_list("asked", flat=True) for _, _, key in asked}
    return list(models.Partner.objects.filter(key__in=keys).order_by("key"))
