from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length

from reprise.audit.states import Page, Subject
from reprise.kernel.ids import new_id

models.BinaryField.register_lookup(Length)


class Look(models.Model):
    """Somebody of the staff was shown personal data: who, of whom, on which page, when.

    Ids alone; append-only, until they leave.  ``day`` is what the person it is about is told, so
    that nobody is found by the hours that they work.  ``seal`` is that of the file that was handed
    out, if one was.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    viewer_id = models.UUIDField()
    page = models.CharField(max_length=20)
    subject = models.CharField(max_length=6)
    subject_id = models.UUIDField()
    at = models.DateTimeField()
    day = models.DateField()
    seal = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject_id", "id"], name="audit_looks_at"),
            models.Index(fields=["viewer_id", "id"], name="audit_looks_of"),
            models.Index(fields=["seal"], condition=~Q(seal=""), name="audit_looks_seal"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(page__in=[each.value for each in Page]), name="audit_look_page"
            ),
            models.CheckConstraint(
                condition=Q(subject__in=[each.value for each in Subject]),
                name="audit_look_subject",
            ),
            models.CheckConstraint(
                condition=Q(seal__regex=r"^([0-9a-f]{64})?$"), name="audit_look_seal"
            ),
        ]


class HandedOut(models.Model):
    """A file of evidence that staff were handed, by its seal, for good: whoever shows it in ten
    years is told that it is genuine, when the look at what it is about has left.

    A seal is a digest with a random number in it, so it leads to nobody (decision 0056).  Each row
    is bound to the one before; `audit_hand_out` alone adds one, with a look that bears the seal
    (decision 0063).
    """

    seal = models.CharField(max_length=64, primary_key=True)
    badge = models.CharField(max_length=10)
    at = models.DateTimeField(help_text="by PostgreSQL's clock")
    no = models.BigIntegerField(unique=True, help_text="without a gap")
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(seal__regex=r"^[0-9a-f]{64}$"), name="audit_handedout_seal"
            ),
            models.CheckConstraint(
                condition=Q(badge__regex=r"^S-[A-Z0-9]{8}$"), name="audit_handedout_badge"
            ),
            models.CheckConstraint(
                condition=Q(hash__regex=r"^[0-9a-f]{64}$", previous__regex=r"^([0-9a-f]{64})?$"),
                name="audit_handedout_chain",
            ),
        ]


class Badge(models.Model):
    """The reference under which a member of staff acts, for good: nobody else's ever.

    Accounts leave and backups are put back; the badge stands in what was done, in every file that
    tells of it, and on the operator's own list of who has which.
    """

    badge = models.CharField(max_length=10, primary_key=True)
    staff_id = models.UUIDField(unique=True)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(badge__regex=r"^S-[A-Z0-9]{8}$"), name="audit_badge_shape"
            )
        ]

    def __str__(self) -> str:
        return self.badge


class Sought(models.Model):
    """An address that somebody of the staff has looked for, by its keyed hash: the subject of a
    look, which names nobody any more once this row has left.  ``found`` is how much it led to."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.BinaryField(max_length=32, help_text="`privacy.people.person`")
    found = models.PositiveIntegerField()
    day = models.DateField()

    class Meta:
        indexes = [
            models.Index(fields=["person"], name="audit_sought_person"),
            models.Index(fields=["day"], name="audit_sought_day"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(person__length=32), name="audit_sought_bytes"),
        ]
