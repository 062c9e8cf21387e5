from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Func, Q, QuerySet, Value
from django.db.models.functions import Least, Length

from reprise.kernel.ids import new_id
from reprise.privacy.states import BY_TWO, By, HoldKind, Lift, Untold

models.BinaryField.register_lookup(Length)


class Holds(QuerySet["Hold"]):
    def holding(self, now: datetime) -> Holds:
        """Those because of which nothing leaves: not lifted, or lifted so short a time ago that
        they hold all the same.  By two clocks: a wrong one of ours ends nothing early."""
        clock = Func(function="clock_timestamp", output_field=models.DateTimeField())
        at = Least(Value(now, output_field=models.DateTimeField()), clock)
        return self.filter(Q(holds_until=None) | Q(holds_until__gt=at))


class Hold(models.Model):
    """Stops every archiving and every deletion of an order, or of all that a person's address
    and account lead to, until ``holds_until``, which is there once it is lifted: some days later
    where staff had put it on, at once where its person had.  Staff look at it again on
    ``review_on``.  Whoever wants to know what is held asks :meth:`Holds.holding`.

    What a person has asked for and what staff hold are two rows: each side lifts its own.  An
    account's own is the account's alone, whatever its address becomes; a guest's is the address's;
    staff's is that of the address and of the account that had it then.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order_id = models.UUIDField(null=True)
    person = models.BinaryField(max_length=32, null=True, help_text="`people.person`")
    user_id = models.UUIDField(null=True, help_text="the account, if there was one")
    account = models.BinaryField(
        max_length=32, null=True, help_text="`people.account` of `user_id`; none: a key was away"
    )
    kind = models.CharField(max_length=12)
    by = models.CharField(max_length=6, help_text="the person, or staff")
    since = models.DateTimeField()
    review_on = models.DateField()
    lifted_at = models.DateTimeField(null=True, help_text="by PostgreSQL's clock, as the next")
    holds_until = models.DateTimeField(null=True)
    staff_id = models.UUIDField(null=True, help_text="none: the person, or put back after a backup")
    lifting_by = models.UUIDField(null=True, help_text="who of the staff wants it lifted")
    lifting_at = models.DateTimeField(null=True)
    lifting_why = models.CharField(max_length=10, blank=True)
    lifted_by = models.UUIDField(null=True, help_text="as `staff_id`; of before it is not known")

    untold_why = models.CharField(
        max_length=10, blank=True, help_text="its person is not told of it; empty: they may be"
    )
    untold_until = models.DateField(null=True, help_text="the last day on which they are not told")

    objects = Holds.as_manager()

    # PostgreSQL says when and by whom: `privacy_hold_guard`.  Nobody deletes one: it leaves through
    # `privacy_forget_hold`, when its time is over.
    MUTABLE = (
        "review_on", "lifted_at", "lifting_by", "lifting_at", "lifting_why", "lifted_by",
        "untold_why", "untold_until",
    )  # fmt: skip

    @property
    def by_two(self) -> bool:
        """Whether two of the staff have to agree that it is lifted."""
        return self.by == By.STAFF.value and HoldKind(self.kind) in BY_TWO

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="privacy_hold_subject",
                condition=Q(order_id__isnull=False, person__isnull=True, user_id__isnull=True)
                | Q(order_id__isnull=True, person__isnull=False, person__length=32)
                | Q(order_id__isnull=True, person__isnull=True, user_id__isnull=False),
            ),
            models.CheckConstraint(
                name="privacy_hold_kind", condition=Q(kind__in=[kind.value for kind in HoldKind])
            ),
            # A person can ask for a restriction, and for nothing else.
            models.CheckConstraint(
                name="privacy_hold_by",
                condition=Q(by=By.STAFF.value)
                | Q(by=By.PERSON.value, kind=HoldKind.RESTRICTION.value, staff_id__isnull=True),
            ),
            models.CheckConstraint(
                name="privacy_hold_lifting",
                condition=Q(lifting_by=None, lifting_at=None, lifting_why="")
                | Q(
                    by=By.STAFF.value,
                    lifting_by__isnull=False,
                    lifting_at__isnull=False,
                    lifting_why__in=[why.value for why in Lift],
                ),
            ),
            models.CheckConstraint(
                name="privacy_hold_lifted",
                condition=Q(lifted_by=None)
                | Q(by=By.STAFF.value, lifted_at__isnull=False, lifting_by__isnull=False),
            ),
            models.CheckConstraint(
                name="privacy_hold_until",
                condition=Q(lifted_at=None, holds_until=None) | Q(holds_until__gte=F("lifted_at")),
            ),
            # What is kept from a person rests on a law, and none but an authority has one for it;
            # it has an end, before which somebody looks at it again.
            models.CheckConstraint(
                name="privacy_hold_untold",
                condition=Q(untold_why="", untold_until=None)
                | Q(
                    by=By.STAFF.value,
                    kind=HoldKind.AUTHORITY.value,
                    untold_why__in=[why.value for why in Untold],
                    untold_until__isnull=False,
                ),
            ),
            # What two must agree on is not lifted by whoever wanted it lifted.
            models.CheckConstraint(
                name="privacy_hold_two",
                condition=Q(lifted_by=None)
                | ~Q(kind__in=sorted(kind.value for kind in BY_TWO))
                | ~Q(lifting_by=F("lifted_by")),
            ),
            models.UniqueConstraint(
                fields=["order_id", "person", "user_id", "kind", "by"],
                condition=Q(lifted_at__isnull=True),
                nulls_distinct=False,
                name="privacy_hold_once",
            ),
        ]


class Notice(models.Model):
    """The warning of an account that nobody uses; gone with the next sign-in or the account."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user_id = models.UUIDField()
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user_id"], name="privacy_notice_once"),
        ]
