"""What an operator sets up, and what staff watch and stop (S39, S40)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from fnmatch import fnmatchcase
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.db import transaction

from reprise.audit.actions import badge_of
from reprise.consent import models, queries
from reprise.consent.actions.changing import begin_change, end_change
from reprise.consent.configuration import day_of, offer_on
from reprise.consent.facts import Fault, PartnerFacts, PurposeFacts
from reprise.consent.rules import missing, origin_of, untrue
from reprise.consent.states import PartnerVerb, StopReason, VoidingReason
from reprise.kernel.refusal import Refusal

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
# No contract with a partner is older.
_FIRST: Final = date(2000, 1, 1)
# How long an audit may stand at most: the operator's rule, no statute says it.
_LONGEST: Final = timedelta(days=2 * 365 + 1)


class NoSuchPurpose(Refusal):
    code = "no_such_purpose"
    message = "There is no purpose “%(key)s”."
    status = 404


class NoSuchPartner(Refusal):
    code = "no_such_partner"
    message = "There is no partner “%(key)s”."
    status = 404


class NoSuchNotice(Refusal):
    code = "no_such_notice"
    message = "There is no such notice."
    status = 404


class AlreadyThere(Refusal):
    code = "partner_already_there"
    message = (
        "There is a partner “%(key)s” already that was activated or stopped, and what such a"
        " partner is, is never changed: visitors may have been told exactly that. Add it under"
        " another key; they are then asked anew."
    )


class OlderVersion(Refusal):
    code = "older_version"
    message = "The purpose “%(key)s” has version %(version)s already; it cannot go back."


class PartnerUnfit(Refusal):
    code = "partner_unfit"
    message = "The partner “%(key)s” cannot be loaded: %(missing)s."
    basis = "S39"


class AskedInVain(Refusal):
    code = "asked_in_vain"
    message = (
        "Nobody may be loaded for the purpose “%(key)s”, so there is nothing to ask for. Activate"
        " a partner first."
    )


class WasKilled(Refusal):
    code = "partner_was_killed"
    message = "The partner “%(key)s” was stopped before; nothing was changed."


class NoAudit(Refusal):
    code = "no_audit"
    message = (
        "An audit has a day that is not in the future, a later one for the next, at most two years"
        " on, and the SHA-256 of its report (64 digits from 0 to f). Nothing was changed."
    )
    status = 422


class NoPeriod(Refusal):
    code = "no_period"
    message = (
        "Both days lie in the years 2000 to 2999, and the end comes after the beginning. Nothing"
        " was changed."
    )
    status = 422


@transaction.atomic
def save_purpose(facts: Mapping[str, Any], now: datetime) -> models.Purpose:
    """Add a purpose, or write it anew.  Raises Fault for facts that do not fit, OlderVersion.

    With the version that it has, its words are only put right; with a higher one they mean
    something else, and everybody is asked again.
    """
    said = PurposeFacts.read(facts)
    begin_change()
    row = models.Purpose.objects.filter(key=said.key).first() or models.Purpose(key=said.key)
    if not row._state.adding and said.version < row.version:
        raise OlderVersion(key=said.key, version=row.version)
    row.kind, row.version, row.names = said.kind.value, said.version, said.names
    row.position = said.position
    row.save()
    end_change(now)
    return row


@transaction.atomic
def ask_for(key: str, now: datetime, *, active: bool = True) -> None:
    """Begin to ask for a purpose, or end it.  Raises NoSuchPurpose, AskedInVain."""
    begin_change()
    row = models.Purpose.objects.filter(key=key).first()
    if row is None:
        raise NoSuchPurpose(key=key)
    row.active = active
    row.save(update_fields=["active"])
    asked = offer_on(queries.configuration(), day_of(now))
    if active and key not in {each.purpose.key for each in asked.questions}:
        raise AskedInVain(key=key)
    end_change(now)


@transaction.atomic
def add_partner(
    facts: Mapping[str, Any], now: datetime, ours: Iterable[str] = ()
) -> models.Partner:
    """Add a partner as a draft, for its purposes; a draft of its key is replaced, which nobody was
    ever asked about.  Raises Fault, NoSuchPurpose, AlreadyThere.

    ``ours`` are the names of our own cookies, for which no name of a partner may stand.
    """
    said = PartnerFacts.read(facts)
    for tracker in said.trackers:
        if any(fnmatchcase(own, tracker["name"]) for own in ours):
            raise Fault(what=f"trackers: {tracker['name']} would stand for a cookie of our own")
    try:
        origin = origin_of(said.script_url, settings.PUBLIC_URL)
    except ValueError as failure:
        raise Fault(what=f"script_url: {failure}") from None
    if wrong := untrue(said.columns, day_of(now)):
        raise Fault(what="; ".join(wrong))
    begin_change()
    purposes = {each.key: each for each in models.Purpose.objects.filter(key__in=said.purposes)}
    for key in said.purposes:
        if key not in purposes:
            raise NoSuchPurpose(key=key)
    row = models.Partner(**said.columns, origin=origin, added_at=now)
    before = models.Partner.objects.filter(key=said.key).first()
    if before is not None:
        _take_back(before)
        # Its acts go on: when it was added first, and each file that took that one's place.
        row.id, row.added_at = before.id, before.added_at
    row.save(force_insert=True)
    _note(row, PartnerVerb.ADDED, None, now)
    if row.audited_on and row.next_audit_on and row.audit_evidence:
        _note_audit(row, None, now)
    models.Use.objects.bulk_create(
        [models.Use(purpose=each, partner=row) for each in purposes.values()]
    )
    end_change(now)
    return row


def _take_back(draft: models.Partner) -> None:
    """Raises AlreadyThere for what is or was more than a draft."""
    if not draft.draft:
        raise AlreadyThere(key=draft.key)
    models.Use.objects.filter(partner=draft).delete()
    models.Partner.objects.filter(id=draft.id).delete()


@transaction.atomic
def activate_partner(key: str, now: datetime) -> None:
    """Let a partner be loaded for whoever accepts it.  Raises NoSuchPartner, PartnerUnfit."""
    begin_change()
    row = _partner(key)
    faults = missing(vars(row), day_of(now))
    if faults:
        raise PartnerUnfit(key=key, missing="; ".join(faults))
    if not row.active:
        _note(row, PartnerVerb.ACTIVATED, None, now)
    row.active = True
    row.save(update_fields=["active"])
    end_change(now)


@transaction.atomic
def kill_partner(key: str, reason: StopReason, staff_id: UUID | None, now: datetime) -> None:
    """Load a partner no more, for nobody, from the next request on; why is noted.  There is no way
    back but another row.  Raises NoSuchPartner, WasKilled."""
    begin_change()
    row = _partner(key)
    if row.killed_at is not None:
        raise WasKilled(key=key)
    row.active, row.killed_at, row.killed_by = False, now, staff_id
    row.save(update_fields=["active", "killed_at", "killed_by"])
    _note(row, PartnerVerb.STOPPED, staff_id, now, reason=reason.value)
    end_change(now)


@transaction.atomic
def record_audit(
    key: str, on: date, evidence: str, next_on: date, staff_id: UUID | None, now: datetime
) -> None:
    """Note that a partner was looked at (S39); the audits before stay noted as well.  Raises
    NoSuchPartner, NoAudit."""
    today = day_of(now)
    if not (
        _FIRST <= on <= today and on < next_on <= on + _LONGEST and _DIGEST.fullmatch(evidence)
    ):
        raise NoAudit()
    begin_change()
    row = _partner(key)
    row.audited_on, row.audit_evidence, row.next_audit_on = on, evidence, next_on
    row.save(update_fields=["audited_on", "audit_evidence", "next_audit_on"])
    _note_audit(row, staff_id, now)
    end_change(now)


def _note_audit(row: models.Partner, staff_id: UUID | None, now: datetime) -> None:
    _note(
        row, PartnerVerb.AUDITED, staff_id, now, audited_on=row.audited_on,
        audit_evidence=row.audit_evidence, next_audit_on=row.next_audit_on,
    )  # fmt: skip


def _note(
    row: models.Partner, verb: PartnerVerb, staff_id: UUID | None, now: datetime, **facts: Any
) -> None:
    models.PartnerAct.objects.create(
        partner_id=row.id, verb=verb.value, staff_id=staff_id,
        badge=badge_of(staff_id, now) if staff_id else "", at=now, **facts,
    )  # fmt: skip


def _partner(key: str) -> models.Partner:
    row = models.Partner.objects.filter(key=key).first()
    if row is None:
        raise NoSuchPartner(key=key)
    return row


@transaction.atomic
def void_notice(
    notice_id: UUID,
    reason: VoidingReason,
    staff_id: UUID | None,
    now: datetime,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
) -> None:
    """Treat consents by a notice as never given: all of them, or those of a time (S38).

    From the next request on nothing is accepted by them, and whoever gave them is asked again.
    Refusals stand.  Raises NoSuchNotice, NoPeriod.
    """
    notice = models.Notice.objects.filter(id=notice_id).first()
    if notice is None:
        raise NoSuchNotice()
    begin = since or notice.at
    if until is not None and until <= begin:
        raise NoPeriod()
    begin_change()
    models.Voided.objects.create(
        notice_id=notice.id, from_at=begin, until_at=until, reason=reason.value,
        staff_id=staff_id, at=now,
    )  # fmt: skip
    end_change(now)
