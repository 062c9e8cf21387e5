"""Bookings: the order of a statement, given once and for good (decision 0017)."""

import django.db.models.expressions
from django.db import migrations, models
from django.db.models import Q

from reprise.kernel.ids import new_id

STATED = ["payable"]


def fill(apps, schema_editor):
    """Book what was transferred before there were bookings, in the order that was shown then."""
    Account = apps.get_model("ledger", "Account")
    Transfer = apps.get_model("ledger", "Transfer")
    Booking = apps.get_model("ledger", "Booking")
    for account in Account.objects.filter(kind__in=STATED).iterator():
        touching = Transfer.objects.filter(
            Q(debit_id=account.id) | Q(credit_id=account.id),
            seller_id=account.seller_id,
            phase="posted",
        )
        last, made = None, []
        for row in touching.order_by("at", "id").iterator():
            before = last.after if last else 0
            last = Booking(
                id=new_id(),
                seller_id=row.seller_id,
                market=row.market,
                currency=row.currency,
                account_id=account.id,
                number=last.number + 1 if last else 1,
                previous=last.number if last else None,
                since=last.booked_at if last else None,
                transfer_id=row.id,
                debit_id=row.debit_id,
                credit_id=row.credit_id,
                amount=row.amount,
                phase=row.phase,
                before=before,
                after=before + (row.amount if row.credit_id == account.id else -row.amount),
                booked_at=row.at,
            )
            made.append(last)
        Booking.objects.bulk_create(made, batch_size=1000)


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0002_composite_keys'),
    ]

    operations = [
        migrations.CreateModel(
            name='Booking',
            fields=[
                ('id', models.UUIDField(default=new_id, editable=False, primary_key=True, serialize=False)),
                ('seller_id', models.UUIDField()),
                ('market', models.CharField(max_length=2)),
                ('currency', models.CharField(max_length=3)),
                ('account_id', models.UUIDField()),
                ('number', models.PositiveBigIntegerField()),
                ('previous', models.PositiveBigIntegerField(help_text='null for the first', null=True)),
                ('since', models.DateTimeField(help_text='when the previous one was booked', null=True)),
                ('transfer_id', models.UUIDField()),
                ('debit_id', models.UUIDField()),
                ('credit_id', models.UUIDField()),
                ('amount', models.BigIntegerField()),
                ('phase', models.CharField(max_length=7)),
                ('before', models.BigIntegerField()),
                ('after', models.BigIntegerField()),
                ('booked_at', models.DateTimeField(help_text='never before the previous one')),
            ],
            options={
                'indexes': [models.Index(fields=['seller_id', 'account_id', 'booked_at'], name='ledger_booking_at')],
                'constraints': [models.UniqueConstraint(fields=('seller_id', 'account_id', 'number'), name='ledger_booking_number'), models.UniqueConstraint(fields=('seller_id', 'account_id', 'transfer_id'), name='ledger_booking_once'), models.UniqueConstraint(fields=('seller_id', 'account_id', 'number', 'after', 'booked_at'), name='ledger_booking_end'), models.CheckConstraint(condition=models.Q(('phase', 'posted')), name='ledger_booking_posted'), models.CheckConstraint(condition=models.Q(models.Q(('account_id', models.F('credit_id')), ('after', django.db.models.expressions.CombinedExpression(models.F('before'), '+', models.F('amount')))), models.Q(('account_id', models.F('debit_id')), ('after', django.db.models.expressions.CombinedExpression(models.F('before'), '-', models.F('amount')))), _connector='OR'), name='ledger_booking_balance'), models.CheckConstraint(condition=models.Q(models.Q(('before', 0), ('number', 1), ('previous__isnull', True), ('since__isnull', True)), models.Q(('booked_at__gte', models.F('since')), ('number__gt', 1), ('previous', django.db.models.expressions.CombinedExpression(models.F('number'), '-', models.Value(1))), ('previous__isnull', False), ('since__isnull', False)), _connector='OR'), name='ledger_booking_chain')],
            },
        ),
        migrations.RunSQL(
            """ALTER TABLE ledger_booking ADD CONSTRAINT ledger_booking_transfer_key
            FOREIGN KEY (seller_id, transfer_id, amount, phase, market, currency, debit_id, credit_id)
            REFERENCES ledger_transfer (seller_id, id, amount, phase, market, currency, debit_id, credit_id)""",
            """ALTER TABLE ledger_booking DROP CONSTRAINT ledger_booking_transfer_key""",
        ),
        migrations.RunSQL(
            """ALTER TABLE ledger_booking ADD CONSTRAINT ledger_booking_previous_key
            FOREIGN KEY (seller_id, account_id, previous, before, since)
            REFERENCES ledger_booking (seller_id, account_id, number, after, booked_at)""",
            """ALTER TABLE ledger_booking DROP CONSTRAINT ledger_booking_previous_key""",
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
