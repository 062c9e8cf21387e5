from __future__ import annotations

from django.db import models
from django.db.models import Q

from reprise.kernel.ids import new_id
from reprise.privacy.states import DAYS, MOMENTS, OF_HOLDS, ONCE, By, HoldKind, Untold, Verb


class Act(models.Model):
    """One thing that was done to what is held of somebody.  Append-only, ids and codes alone.

    ``subject`` is the order, the trader's version, the seller, or the account that was erased;
    ``holding`` says which; ``hold_id`` is the hold of it that the act is about.  ``badge`` stays
    readable when accounts are gone (`audit.Badge`).
    ``replayed``: a backup was put back, and it was done again.  ``seq`` has no gap: it is given
    under an advisory lock that lasts until the commit, and `privacy_act_guard` takes no other.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seq = models.BigIntegerField()
    request_id = models.UUIDField(null=True, help_text="nobody asked: the clock")
    holding = models.CharField(max_length=20)
    subject = models.UUIDField()
    hold_id = models.UUIDField(null=True, help_text="none: no hold's, or of before")
    verb = models.CharField(max_length=8)
    basis = models.CharField(max_length=40, blank=True)
    until = models.DateField(null=True)
    actor_kind = models.CharField(max_length=6)
    staff_id = models.UUIDField(null=True)
    badge = models.CharField(max_length=10, blank=True)
    replayed = models.BooleanField(db_default=False, default=False)
    reason = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seq"], name="privacy_act_seq"),
            models.UniqueConstraint(
                fields=["request_id", "holding", "subject", "verb"],
                condition=Q(request_id__isnull=False, verb__in=sorted(verb.value for verb in ONCE)),
                name="privacy_act_once",
            ),
            models.CheckConstraint(name="privacy_act_seq_counts", condition=Q(seq__gt=0)),
            models.CheckConstraint(
                name="privacy_act_codes",
                condition=Q(
                    holding__regex=r"^[a-z_]+$",
                    verb__in=[verb.value for verb in Verb],
                    basis__regex=r"^[a-z0-9_.]*$",
                    reason__regex=r"^[a-z0-9_.]*$",
                ),
            ),
            models.CheckConstraint(
                name="privacy_act_by",
                condition=Q(actor_kind=By.STAFF.value, staff_id__isnull=False)
                # Whose account a backup does not know any more.
                | (Q(actor_kind=By.STAFF.value, replayed=True) & ~Q(badge=""))
                | Q(
                    actor_kind__in=[each.value for each in By if each is not By.STAFF],
                    staff_id__isnull=True,
                ),
            ),
            models.CheckConstraint(
                name="privacy_act_badge",
                condition=Q(badge="")
                | Q(badge__regex=r"^S-[A-Z0-9]{8}$", actor_kind=By.STAFF.value),
            ),
            models.CheckConstraint(
                name="privacy_act_days",
                condition=Q(at__range=MOMENTS) & (Q(until=None) | Q(until__range=DAYS)),
            ),
            # As the hold that a journal puts back: any other would stop it.
            models.CheckConstraint(
                name="privacy_act_told",
                condition=~Q(verb__in=[Verb.UNTOLD.value, Verb.MAY_TELL.value])
                | Q(
                    verb=Verb.UNTOLD.value,
                    basis=HoldKind.AUTHORITY.value,
                    reason__in=[why.value for why in Untold],
                )
                | Q(
                    verb=Verb.MAY_TELL.value,
                    basis=HoldKind.AUTHORITY.value,
                    reason="",
                    until=None,
                ),
            ),
            models.CheckConstraint(
                name="privacy_act_held",
                condition=~Q(verb=Verb.HELD.value)
                | Q(reason=HoldKind.RESTRICTION.value)
                | (
                    Q(
                        reason__in=[
                            kind.value for kind in HoldKind if kind is not HoldKind.RESTRICTION
                        ]
                    )
                    & ~Q(actor_kind=By.PERSON.value)
                ),
            ),
            models.CheckConstraint(
                name="privacy_act_hold",
                condition=Q(hold_id=None) | Q(verb__in=sorted(verb.value for verb in OF_HOLDS)),
            ),
            # Who opens the archive says why.
            models.CheckConstraint(
                name="privacy_act_opened", condition=~Q(verb=Verb.OPENED.value) | ~Q(reason="")
            ),
        ]
        indexes = [
            models.Index(fields=["subject", "seq"], name="privacy_act_subject"),
        ]


class Duty(models.Model):
    """What a request for erasure has still to carry out: gone when it is done.

    The link between a person's orders that it makes lasts no longer than the work does.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request_id = models.UUIDField()
    holding = models.CharField(max_length=20)
    subject = models.UUIDField()
    by = models.CharField(max_length=6)
    staff_id = models.UUIDField(null=True)
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request_id", "holding", "subject"], name="privacy_duty_once"
            )
        ]
