"""Drop indexes that repeat the beginning of another one, or serve LIKE, which nothing asks for."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('payments', '0002_repeated_refunds'),
    ]

    operations = [
        migrations.AlterField(
            model_name='instruction',
            name='key',
            field=models.CharField(max_length=120),
        ),
        migrations.AlterField(
            model_name='part',
            name='payment',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='parts', to='payments.payment'),
        ),
        migrations.AddConstraint(
            model_name='instruction',
            constraint=models.UniqueConstraint(fields=('key',), name='payments_instruction_key'),
        ),
    ]
