from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from reprise.kernel.ids import new_id
from reprise.privacy.states import CLOSED, DAYS, MOMENTS, Late, RequestKind, RequestState

models.BinaryField.register_lookup(Length)

_KIND = Q(kind__in=[kind.value for kind in RequestKind])


class Request(models.Model):
    """What somebody has asked for.  It names nobody: who asked stands in :class:`Requester`.

    Days are those of the operator.  ``received_on`` is the earliest on which it came; ``answer_by``
    is what the law gives, and only moves later, or with an earlier letter.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reference = models.CharField(max_length=10)
    kind = models.CharField(max_length=13)
    locale = models.CharField(max_length=5)
    order_id = models.UUIDField(null=True, help_text="where it is about one order alone")
    received_on = models.DateField()
    entered_by = models.UUIDField(null=True, help_text="the staff member, where staff entered it")
    told_extension_on = models.DateField(null=True)
    extension_reason = models.CharField(max_length=40, blank=True)
    extended_by = models.UUIDField(null=True)
    answer_by = models.DateField()
    state = models.CharField(max_length=8, default=RequestState.RECEIVED.value)
    outcome = models.CharField(max_length=40, blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.UUIDField(null=True, help_text="the staff member; nobody: by itself")
    proven = models.BooleanField(
        default=False, help_text="the person has asked for it signed in, or by a letter's link"
    )

    MUTABLE = (
        "received_on", "told_extension_on", "extension_reason", "extended_by", "answer_by", "state",
        "outcome", "closed_at", "closed_by", "proven",
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reference"], name="privacy_request_reference"),
            models.CheckConstraint(name="privacy_request_kind", condition=_KIND),
            models.CheckConstraint(
                name="privacy_request_closed",
                condition=Q(
                    state__in=sorted(state.value for state in CLOSED),
                    closed_at__isnull=False,
                    outcome__regex=r"^[a-z_]+$",
                )
                | Q(
                    state__in=sorted(state.value for state in set(RequestState) - CLOSED),
                    closed_at__isnull=True,
                    closed_by__isnull=True,
                    outcome="",
                ),
            ),
            models.CheckConstraint(
                name="privacy_request_extended",
                condition=Q(
                    told_extension_on__isnull=True,
                    extended_by__isnull=True,
                    extension_reason="",
                )
                | Q(
                    told_extension_on__isnull=False,
                    extension_reason__regex=r"^[a-z_]+$",
                ),
            ),
            models.CheckConstraint(
                name="privacy_request_due", condition=Q(answer_by__gte=F("received_on"))
            ),
            models.CheckConstraint(
                name="privacy_request_days",
                condition=Q(received_on__range=DAYS, answer_by__range=DAYS)
                & (Q(told_extension_on=None) | Q(told_extension_on__range=DAYS))
                & (Q(closed_at=None) | Q(closed_at__range=MOMENTS)),
            ),
        ]
        indexes = [
            models.Index(
                fields=["answer_by"], condition=Q(closed_at__isnull=True), name="privacy_due"
            )
        ]


class Entry(models.Model):
    """A letter or call by which a request came, as staff have entered it: when it came, and when
    and by whom it was written down.  Append-only; it names nobody.

    ``late_why`` is said where the month to answer was over by then; of before it is not known.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request_id = models.UUIDField()
    received_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    late_why = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="privacy_entry_late",
                condition=Q(late_why="") | Q(late_why__in=[why.value for why in Late]),
            ),
            models.CheckConstraint(
                name="privacy_entry_days",
                condition=Q(received_on__range=DAYS, entered_at__range=MOMENTS),
            ),
        ]
        indexes = [models.Index(fields=["request_id"], name="privacy_entry_of")]


class Requester(models.Model):
    """Who asked; erasable, so that the request names nobody when its time is over.

    ``person`` is `people.person` of the address.  Of one person and one kind at most one is open,
    and of what is about one order one an order: a second request is the first one.  Whoever closes
    the request closes this too.
    """

    request = models.OneToOneField(
        Request, models.DO_NOTHING, primary_key=True, related_name="requester"
    )
    kind = models.CharField(max_length=13)
    person = models.BinaryField(max_length=32)
    user_id = models.UUIDField(null=True, help_text="the account, where one has objected")
    order_id = models.UUIDField(null=True, help_text="the request's")
    email = models.EmailField(max_length=254, blank=True, help_text="until 30 days after its end")
    open = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "order_id"],
                condition=Q(open=True),
                nulls_distinct=False,
                name="privacy_one_open_request",
            ),
            models.CheckConstraint(name="privacy_requester_kind", condition=_KIND),
            models.CheckConstraint(name="privacy_requester_person", condition=Q(person__length=32)),
        ]
