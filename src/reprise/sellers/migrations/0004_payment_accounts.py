"""What a person may do for a seller; where a seller's money goes, sealed (decision 0043)."""

import django.db.models.deletion
import reprise.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('sellers', '0003_indexes_once'),
    ]

    operations = [
        migrations.CreateModel(
            name='PaymentAccount',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('number', models.TextField()),
                ('last4', models.CharField(max_length=4)),
                ('entered_by', models.UUIDField()),
                ('entered_at', models.DateTimeField()),
                ('effective_at', models.DateTimeField()),
                ('stopped_at', models.DateTimeField(null=True)),
                ('stopped_by', models.UUIDField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name='member',
            name='role',
            field=models.CharField(default='manager', max_length=7),
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['manager', 'clerk'])), name='sellers_member_role'),
        ),
        migrations.AddField(
            model_name='paymentaccount',
            name='seller',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='payment_accounts', to='sellers.seller'),
        ),
        migrations.AddIndex(
            model_name='paymentaccount',
            index=models.Index(fields=['seller', 'entered_at'], name='sellers_account_of'),
        ),
        migrations.AddConstraint(
            model_name='paymentaccount',
            constraint=models.CheckConstraint(condition=models.Q(('effective_at__gte', models.F('entered_at'))), name='sellers_account_times'),
        ),
        migrations.AddConstraint(
            model_name='paymentaccount',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stopped_at', None), ('stopped_by', None)), models.Q(('stopped_at__lt', models.F('effective_at')), ('stopped_by__isnull', False)), _connector='OR'), name='sellers_account_stopped'),
        ),
    ]
