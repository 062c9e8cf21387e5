"""What is asked of visitors, of whom it is for, and the proof of what was answered (decision 0035).

No row holds an address, a browser, an account, a basket or the address of a page.
"""

from __future__ import annotations

from typing import Final
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from reprise.consent.states import (
    Aim,
    Answer,
    PartnerVerb,
    ReceiptKind,
    Role,
    StopReason,
    VoidingReason,
)
from reprise.kernel.ids import new_id

# Why a partner was stopped before that was noted.
NOT_KEPT: Final = "not_kept"


def _one_of(field: str, codes: type) -> Q:
    return Q(**{f"{field}__in": [each.value for each in codes]})  # type: ignore[attr-defined]


class Mark(models.Model):
    """One row: a random mark that is another one after each change of what is asked.  A process
    whose copy has another mark reads the rest anew; no row: nothing was ever asked here."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    mark = models.UUIDField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="consent_mark_one")]


class Purpose(models.Model):
    """What consent is asked for.  ``names`` has, by language, a title and one sentence; ``version``
    counts up when what they mean has changed, and then everybody is asked again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(max_length=30, unique=True)
    kind = models.CharField(max_length=20)
    version = models.PositiveIntegerField(default=1)
    names = models.JSONField()
    position = models.PositiveSmallIntegerField(default=0)
    active = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_one_of("kind", Aim), name="consent_purpose_kind"),
            models.CheckConstraint(condition=Q(version__gte=1), name="consent_purpose_version"),
        ]

    def __str__(self) -> str:
        return self.key


class Partner(models.Model):
    """Another party whose script a page loads for whoever has accepted it.

    What it is, is never changed once it was activated: another script, name or tracker is another
    partner, and is asked for anew.  A draft makes room for the next one of its key.  ``trackers``
    is all that it keeps or reads, each with name, kind, days, whether it is on our host, and its
    aim by language (S36).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=160)
    address = models.CharField(max_length=240)
    country = models.CharField(max_length=2)
    role = models.CharField(max_length=20)
    privacy_url = models.URLField(max_length=300)
    script_url = models.URLField(max_length=300)
    origin = models.CharField(max_length=200)
    integrity = models.CharField(max_length=120, blank=True)
    trackers = models.JSONField()
    contract_ref = models.CharField(max_length=80, blank=True)
    contract_on = models.DateField(null=True)
    transfer_basis = models.CharField(max_length=40, blank=True)
    audited_on = models.DateField(null=True)
    audit_evidence = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the report")
    next_audit_on = models.DateField(null=True)
    active = models.BooleanField(default=False)
    killed_at = models.DateTimeField(null=True)
    killed_by = models.UUIDField(null=True)
    added_at = models.DateTimeField()

    MUTABLE: Final = (
        "audited_on", "audit_evidence", "next_audit_on", "active", "killed_at", "killed_by",
    )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_one_of("role", Role), name="consent_partner_role"),
            models.CheckConstraint(
                condition=Q(audit_evidence__regex=r"^([0-9a-f]{64})?$"),
                name="consent_partner_evidence",
            ),
            models.CheckConstraint(
                condition=Q(active=False)
                | (
                    ~Q(contract_ref="")
                    & ~Q(audit_evidence="")
                    & Q(contract_on__isnull=False)
                    & Q(audited_on__isnull=False)
                    & Q(next_audit_on__gt=F("audited_on"))
                    & Q(killed_at__isnull=True)
                ),
                name="consent_partner_fit",
            ),
        ]

    @property
    def draft(self) -> bool:
        """Whether it was never activated, so that nobody was asked about it, and not stopped."""
        return not self.active and self.killed_at is None

    def __str__(self) -> str:
        return self.key


class PartnerAct(models.Model):
    """Something that was done with a partner: what staff show of how they watched over it (S39).

    Append-only.  ``staff_id``: none for the operator's command.  Of what was done before this was
    kept, ``at`` may not be known, and why one was stopped is `NOT_KEPT`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # No key in PostgreSQL: the running role may lock no row that it may not change.
    partner_id = models.UUIDField()
    verb = models.CharField(max_length=10)
    reason = models.CharField(max_length=20, blank=True)
    audited_on = models.DateField(null=True)
    audit_evidence = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the report")
    next_audit_on = models.DateField(null=True)
    staff_id = models.UUIDField(null=True)
    badge = models.CharField(max_length=10, blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    verb=PartnerVerb.AUDITED.value,
                    audited_on__isnull=False,
                    next_audit_on__gt=F("audited_on"),
                    audit_evidence__regex=r"^[0-9a-f]{64}$",
                )
                | Q(
                    verb__in=[
                        each.value for each in PartnerVerb if each is not PartnerVerb.AUDITED
                    ],
                    audited_on__isnull=True,
                    next_audit_on__isnull=True,
                    audit_evidence="",
                ),
                name="consent_partneract_audit",
            ),
            models.CheckConstraint(
                condition=Q(badge__regex=r"^(S-[A-Z0-9]{8})?$"), name="consent_partneract_badge"
            ),
            # Who stops one says why.
            models.CheckConstraint(
                condition=Q(
                    verb=PartnerVerb.STOPPED.value,
                    reason__in=[NOT_KEPT, *(each.value for each in StopReason)],
                )
                | (~Q(verb=PartnerVerb.STOPPED.value) & Q(reason="")),
                name="consent_partneract_reason",
            ),
        ]
        indexes = [models.Index(fields=["partner_id", "id"], name="consent_partneract_of")]


class Use(models.Model):
    """A partner serves a purpose."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    purpose = models.ForeignKey(Purpose, models.PROTECT, db_index=False, related_name="uses")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="uses")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["purpose", "partner"], name="consent_use_once")
        ]


class Notice(models.Model):
    """All that a visitor is shown before an answer, in four languages.

    ``text`` is the digest of every word: what a receipt proves.  ``asked`` is what a choice by it
    is valid for: purposes with their versions and partners.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    text = models.CharField(max_length=64, unique=True)
    asked = models.JSONField()
    body = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(text__regex=r"^[0-9a-f]{64}$"), name="consent_notice_text"
            )
        ]


class Voided(models.Model):
    """Consents by a notice, from a moment until another or for ever, are invalid (S38)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # No key in PostgreSQL: this row stays, a notice leaves with its last receipt.
    notice_id = models.UUIDField()
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=20)
    staff_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_one_of("reason", VoidingReason), name="consent_voided_reason"
            ),
            models.CheckConstraint(
                condition=Q(until_at__isnull=True) | Q(until_at__gt=F("from_at")),
                name="consent_voided_order",
            ),
        ]


class Receipt(models.Model):
    """That a notice was accepted, for which purposes and partners, or that this was withdrawn.

    Its id is random: one that is made of the time would say twice when somebody chose.  ``page`` is
    the name of a kind of page, never an address, which may open an order.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=10)
    withdraws = models.UUIDField(null=True, unique=True)
    notice = models.ForeignKey(Notice, models.PROTECT)
    language = models.CharField(max_length=2)
    page = models.CharField(max_length=40)
    pairs = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=ReceiptKind.ACCEPTED.value, withdraws__isnull=True)
                | Q(kind=ReceiptKind.WITHDRAWN.value, withdraws__isnull=False),
                name="consent_receipt_kind",
            ),
            models.CheckConstraint(condition=~Q(pairs=[]), name="consent_receipt_names_something"),
            models.CheckConstraint(
                condition=Q(page__regex=r"^[a-z_]{1,40}$"), name="consent_receipt_page"
            ),
            models.CheckConstraint(
                condition=Q(language__regex=r"^[a-z]{2}$"), name="consent_receipt_language"
            ),
        ]
        indexes = [models.Index(fields=["at"], name="consent_receipt_at")]


class Count(models.Model):
    """How many answered what, on a day.  Refusals are counted, never recorded one by one."""

    day = models.DateField()
    market = models.CharField(max_length=2)
    language = models.CharField(max_length=2)
    answer = models.CharField(max_length=4)
    number = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "market", "language", "answer"], name="consent_count_once"
            ),
            models.CheckConstraint(
                condition=_one_of("answer", Answer), name="consent_count_answer"
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="consent_count_positive"),
        ]


class Purge(models.Model):
    """A search for what was collected without a valid consent (``dry``), or the end of the erasure
    of all that a search has found: the certificate (S38).

    ``digest`` stands for exactly the rows that were found, in their order, and for this search
    alone; ``report`` has tables, codes and numbers, no row's id.  ``seal`` is the digest of the
    document that is given out.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dry = models.BooleanField()
    search = models.OneToOneField("self", models.PROTECT, null=True, related_name="certificate")
    # No key in PostgreSQL, as above.
    notice_id = models.UUIDField(null=True)
    from_at = models.DateTimeField(null=True)
    until_at = models.DateTimeField(null=True)
    report = models.JSONField()
    digest = models.CharField(max_length=64, db_index=True)
    seal = models.CharField(max_length=64)
    staff_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(dry=True, search__isnull=True) | Q(dry=False, search__isnull=False),
                name="consent_purge_after_a_search",
            ),
            models.CheckConstraint(
                condition=Q(notice_id__isnull=False, from_at__isnull=True, until_at__isnull=True)
                | Q(
                    notice_id__isnull=True,
                    from_at__isnull=False,
                    until_at__isnull=False,
                    until_at__gt=F("from_at"),
                ),
                name="consent_purge_scope",
            ),
            models.CheckConstraint(
                condition=Q(digest__regex=r"^[0-9a-f]{64}$", seal__regex=r"^[0-9a-f]{64}$"),
                name="consent_purge_digests",
            ),
        ]


class PurgeBatch(models.Model):
    """Some rows that a search had found are erased; ``left`` stands for those that are not yet, as
    the search's digest does for all of them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    search = models.ForeignKey(Purge, models.PROTECT, db_index=False, related_name="batches")
    place = models.PositiveIntegerField()
    collector = models.CharField(max_length=63)
    number = models.PositiveIntegerField()
    left = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["search", "place"], name="consent_purgebatch_once"),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=1_000), name="consent_purgebatch_number"
            ),
            models.CheckConstraint(
                condition=Q(left__regex=r"^[0-9a-f]{64}$"), name="consent_purgebatch_left"
            ),
        ]
