"""The log of acts says who has ended a seller's contract, and who took that back (decision 0051)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0016_ends'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='act',
            name='privacy_act_codes',
        ),
        migrations.AddConstraint(
            model_name='act',
            constraint=models.CheckConstraint(condition=models.Q(('basis__regex', '^[a-z0-9_.]*$'), ('holding__regex', '^[a-z_]+$'), ('reason__regex', '^[a-z0-9_.]*$'), ('verb__in', ['archived', 'erased', 'kept', 'opened', 'held', 'to_lift', 'unheld', 'amended', 'ended', 'resumed'])), name='privacy_act_codes'),
        ),
    ]
