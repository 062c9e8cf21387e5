"""What staff hand to an authority about consents and partners (decision 0052)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from reprise.audit.evidence import Told, at, by_staff
from reprise.audit.queries import badges
from reprise.consent import models, queries
from reprise.kernel.evidence import Document

RECEIPTS: Final = "reprise-consents-2"
PARTNER: Final = "reprise-partner-1"
# So many receipts are in a file.
MOST: Final = 5_000
# What visitors are told of a partner, and what staff have of it.
_IS: Final = (
    "key", "name", "address", "country", "role", "privacy_url", "script_url", "origin", "integrity",
    "trackers", "contract_ref", "contract_on", "transfer_basis",
)  # fmt: skip


def of_partner(partner: models.Partner) -> Told:
    """What a partner is, which nobody changes once visitors are asked, and all that was done with
    it: added, replaced while it was a draft, activated, each audit, stopped by whom and why."""
    acts = queries.acts_of(partner.id)
    purposes = models.Purpose.objects.filter(uses__partner=partner).order_by("key")
    parts = {
        "partner": {name: getattr(partner, name) for name in _IS},
        "purposes": [{"key": each.key, "names": each.names} for each in purposes],
    }
    return Told(PARTNER, parts, [_act(each, acts) for each in acts])


def _act(act: models.PartnerAct, acts: Sequence[models.PartnerAct]) -> Document:
    audit = {
        "audited_on": act.audited_on,
        "report_sha256": act.audit_evidence,
        "next_audit_on": act.next_audit_on,
    }
    return {
        "what": queries.verb_of(act, acts),
        "at": at(act.at),
        "by": "staff" if act.staff_id else "operator",
        **by_staff(act.staff_id, act.badge),
        **({"reason": act.reason} if act.reason else {}),
        **(audit if act.audited_on else {}),
    }


def of_receipts(since: date, until: date) -> Told:
    """The receipts of some days, both inside, with the notices that they name: what proves each of
    them (GDPR art. 7(1)); and which of these notices were declared invalid.  ``more``: there are
    more than `MOST` receipts."""
    days = models.Receipt.objects.filter(at__date__gte=since, at__date__lte=until)
    rows = list(days.order_by("at", "id")[: MOST + 1])
    shown = rows[:MOST]
    notices = models.Notice.objects.filter(id__in={each.notice_id for each in shown})
    parts = {
        "period": {"since": since.isoformat(), "until": until.isoformat()},
        "notices": {str(each.id): {"sha256": each.text, "body": each.body} for each in notices},
        "more": len(rows) > MOST,
    }
    voided = models.Voided.objects.filter(notice_id__in=[each.id for each in notices])
    entries = [*map(_receipt, shown), *_voided(list(voided))]
    return Told(RECEIPTS, parts, sorted(entries, key=lambda each: str(each["at"])))


def _receipt(row: models.Receipt) -> Document:
    return {
        "what": row.kind,
        "id": row.id,
        "at": at(row.at),
        "language": row.language,
        "page": row.page,
        "pairs": row.pairs,
        "withdraws": row.withdraws,
        "notice": row.notice_id,
    }


def _voided(rows: list[models.Voided]) -> list[dict[str, Any]]:
    staff = badges(each.staff_id for each in rows)
    return [
        {
            "what": "voided",
            "at": at(each.at),
            "notice": each.notice_id,
            "from": at(each.from_at),
            "until": at(each.until_at),
            "reason": each.reason,
            "by": "staff" if each.staff_id else "operator",
            **by_staff(each.staff_id, staff.get(each.staff_id)),
        }
        for each in rows
    ]
