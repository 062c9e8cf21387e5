from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear


class Unopened(models.Manager["Archived"]):
    """Never asks for what is sealed: the running role may not read it."""

    def get_queryset(self) -> models.QuerySet[Archived]:
        return super().get_queryset().defer("sealed")


class Archived(models.Model):
    """Who bought an order and where it went, apart from the store that the shop works with.

    ``sealed`` is read through `privacy_read` alone, after `privacy_open` has noted who opens it and
    that was committed; the row leaves through `privacy_drop` alone, when its time is over.
    ``persons`` are the addresses that it has to do with: the order's, and that of the account that
    bought.  Whose it is say ``account``, as long as there is the one that bought, and without one
    ``owner``: its address, or a guest's.  Somebody else's address in its order lets nobody in, nor
    does an ``owner`` to whom the row was left later, unless the ``proof`` is theirs.
    """

    order_id = models.UUIDField(primary_key=True)
    sealed = models.BinaryField()
    key_year = models.PositiveSmallIntegerField(help_text="the key archive-YYYY: of `until`")
    until = models.DateField(help_text="the last day")
    basis = models.CharField(max_length=40)
    persons = ArrayField(models.BinaryField(max_length=32))
    owner = models.BinaryField(
        max_length=32, null=True, help_text="`people.person`; not known of some rows of before"
    )
    account = models.BinaryField(
        max_length=32, null=True, help_text="`people.account`, until it is erased"
    )
    proof = models.BinaryField(
        max_length=32, null=True, help_text="that it was left to `owner`: `people.left_to`"
    )
    archived_at = models.DateTimeField()

    # The running role adds it and does not read it (decision 0039), and changes nothing of a row:
    # `privacy_leave_account` takes the account off (decision 0062).
    SEALED = ("sealed",)
    objects: ClassVar[Unopened] = Unopened()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="privacy_archived_year", condition=Q(key_year=ExtractYear(F("until")))
            ),
            models.CheckConstraint(
                name="privacy_archived_basis", condition=Q(basis__regex=r"^[a-z0-9_.]+$")
            ),
            models.CheckConstraint(
                name="privacy_archived_proof",
                condition=Q(proof=None) | Q(account=None, owner__isnull=False),
            ),
        ]
        indexes = [
            GinIndex(fields=["persons"], name="privacy_archived_persons"),
            models.Index(fields=["owner"], name="privacy_archived_owner"),
            models.Index(fields=["account"], name="privacy_archived_account"),
            models.Index(fields=["until"], name="privacy_archived_until"),
        ]

    @property
    def is_nobodys(self) -> bool:
        """Whether it lets nobody in, so that its buyer asks staff."""
        return self.account is None and self.owner is None


class YearKey(models.Model):
    """A key of the archive that there was: so that a lost one is told from one never made.

    ``check_value`` tells this key from another (`Keys.check`).
    """

    year = models.PositiveSmallIntegerField(primary_key=True)
    check_value = models.CharField(max_length=16)
    made_at = models.DateTimeField()
    empty_since = models.DateField(null=True, help_text="its year is over and no row names it")
    destroyed_at = models.DateTimeField(null=True)

    # That one is over `privacy_key_over` says alone, by the rows and PostgreSQL's clock.
    SAYS = ("year", "check_value", "made_at")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="privacy_yearkey_check", condition=Q(check_value__regex=r"^[0-9a-f]{16}$")
            )
        ]
