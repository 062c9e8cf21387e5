"""An account that waits is stopped by the end of the contract, and by nobody (decision 0064)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('sellers', '0006_ended_by_functions'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='paymentaccount', name='sellers_account_stopped'),
        migrations.AddConstraint(
            model_name='paymentaccount',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stopped_at', None), ('stopped_by', None)), models.Q(('stopped_at__isnull', False), ('stopped_at__lt', models.F('effective_at'))), _connector='OR'), name='sellers_account_stopped'),
        ),
    ]
