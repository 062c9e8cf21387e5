from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from reprise.kernel.ids import new_id


class Account(models.Model):
    """Where money of one seller, market and currency stands.  Append-only.

    ``holder`` names the other party of an account that has one: who holds an asset (a payment
    provider's code), which insurer is owed; '' for the others.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller_id = models.UUIDField()
    market = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    kind = models.CharField(max_length=12)
    holder = models.CharField(max_length=30, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "market", "currency", "kind", "holder"],
                name="ledger_account_once",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "market", "currency", "id"], name="ledger_account_key"
            ),
            models.CheckConstraint(
                name="ledger_account_holder",
                condition=Q(kind__in=["provider", "insurer"]) & ~Q(holder="")
                | ~Q(kind__in=["provider", "insurer"]) & Q(holder=""),
            ),
        ]


class Transfer(models.Model):
    """``amount`` minor units from the credit account to the debit account.  Append-only.

    ``booked_on`` is the day in its market, whose calendar decides to which year it belongs.

    The migration adds the composite keys: both accounts are of the transfer's seller, market and
    currency; a settlement names a pending transfer of the same accounts and its exact amount.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller_id = models.UUIDField()
    market = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    debit_id = models.UUIDField()
    credit_id = models.UUIDField()
    amount = models.BigIntegerField()
    phase = models.CharField(max_length=7)
    settles_id = models.UUIDField(null=True)
    settles_amount = models.BigIntegerField(null=True)
    settles_phase = models.CharField(max_length=7, null=True)
    key = models.CharField(
        max_length=120, help_text="unique in the seller: no step is booked twice"
    )
    code = models.CharField(max_length=20)
    reference = models.UUIDField(
        help_text="the seller order, the order for the fee, the line for a premium"
    )
    line_id = models.UUIDField(null=True)
    payment_id = models.UUIDField(null=True)
    instruction_id = models.UUIDField(null=True)
    booked_on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "key"], name="ledger_transfer_key"),
            models.UniqueConstraint(fields=["seller_id", "settles_id"], name="ledger_settled_once"),
            models.UniqueConstraint(
                fields=[
                    "seller_id",
                    "id",
                    "amount",
                    "phase",
                    "market",
                    "currency",
                    "debit_id",
                    "credit_id",
                ],
                name="ledger_transfer_whole",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="ledger_transfer_amount"),
            models.CheckConstraint(
                condition=~Q(debit_id=F("credit_id")), name="ledger_transfer_two_accounts"
            ),
            models.CheckConstraint(
                name="ledger_transfer_phase",
                condition=(
                    Q(phase="pending", settles_id__isnull=True)
                    | Q(phase="posted")
                    | Q(phase="void", settles_id__isnull=False, amount=F("settles_amount"))
                ),
            ),
            models.CheckConstraint(
                name="ledger_transfer_settles",
                condition=(
                    Q(
                        settles_id__isnull=True,
                        settles_amount__isnull=True,
                        settles_phase__isnull=True,
                    )
                    | Q(
                        settles_id__isnull=False,
                        settles_amount__isnull=False,
                        settles_phase="pending",
                        settles_phase__isnull=False,
                        amount__lte=F("settles_amount"),
                    )
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "reference"], name="ledger_transfer_reference"),
            models.Index(fields=["seller_id", "debit_id"], name="ledger_transfer_debit"),
            models.Index(fields=["seller_id", "credit_id"], name="ledger_transfer_credit"),
            models.Index(fields=["payment_id"], name="ledger_transfer_payment"),
        ]


class Booking(models.Model):
    """One movement of an account in the order of its statement.  Append-only.

    ``number`` counts from 1 without a gap; each booking begins with the balance and not before the
    instant with which the ``previous`` one ended (decision 0017).  Balances are on the account's
    normal side, a liability's.  The migration adds the composite keys: to the whole transfer and to
    the end of the previous booking.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller_id = models.UUIDField()
    market = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    account_id = models.UUIDField()
    number = models.PositiveBigIntegerField()
    previous = models.PositiveBigIntegerField(null=True, help_text="null for the first")
    since = models.DateTimeField(null=True, help_text="when the previous one was booked")
    transfer_id = models.UUIDField()
    debit_id = models.UUIDField()
    credit_id = models.UUIDField()
    amount = models.BigIntegerField()
    phase = models.CharField(max_length=7)
    before = models.BigIntegerField()
    after = models.BigIntegerField()
    booked_at = models.DateTimeField(help_text="never before the previous one")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "account_id", "number"], name="ledger_booking_number"
            ),
            models.UniqueConstraint(
                fields=["seller_id", "account_id", "transfer_id"], name="ledger_booking_once"
            ),
            models.UniqueConstraint(
                fields=["seller_id", "account_id", "number", "after", "booked_at"],
                name="ledger_booking_end",
            ),
            models.CheckConstraint(condition=Q(phase="posted"), name="ledger_booking_posted"),
            models.CheckConstraint(
                name="ledger_booking_balance",
                condition=Q(account_id=F("credit_id"), after=F("before") + F("amount"))
                | Q(account_id=F("debit_id"), after=F("before") - F("amount")),
            ),
            models.CheckConstraint(
                name="ledger_booking_chain",
                condition=Q(number=1, previous__isnull=True, since__isnull=True, before=0)
                | Q(
                    previous__isnull=False,
                    since__isnull=False,
                    number__gt=1,
                    previous=F("number") - 1,
                    booked_at__gte=F("since"),
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "account_id", "booked_at"], name="ledger_booking_at")
        ]


class Closing(models.Model):
    """An account's statement as it was shown up to ``until``.  Append-only.

    No later booking is dated before that (decision 0017).  ``number``, ``balance`` and
    ``booked_at`` are the last booking's before it, null when there was none; the migration adds
    the composite keys: to the account and to the end of that booking.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller_id = models.UUIDField()
    market = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    account_id = models.UUIDField()
    until = models.DateTimeField(help_text="the end of the period, excluded")
    number = models.PositiveBigIntegerField(null=True)
    balance = models.BigIntegerField(null=True)
    booked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "account_id", "until"], name="ledger_closing_once"
            ),
            models.CheckConstraint(
                name="ledger_closing_end",
                condition=Q(number__isnull=True, balance__isnull=True, booked_at__isnull=True)
                | Q(
                    number__isnull=False,
                    balance__isnull=False,
                    booked_at__isnull=False,
                    booked_at__lt=F("until"),
                ),
            ),
        ]
