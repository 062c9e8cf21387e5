"""Nobody is silent about an authority's hold without an end (decision 0062)."""

from django.db import migrations, models
from django.db.models import Q

# As `states.SETTLED_WITHIN`, and as long as a hold goes without being looked at: from today on, so
# that nobody is told of what was entered before without the staff's being reminded.
ENDS = """
UPDATE privacy_hold
   SET untold_until = (now() AT TIME ZONE 'UTC')::date
                    + CASE untold_why WHEN 'unsettled' THEN 30 ELSE 366 END
 WHERE untold_why <> '' AND untold_until IS NULL
"""


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0024_account_leaves'),
    ]

    operations = [
        migrations.RunSQL(ENDS, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='hold',
            name='untold_until',
            field=models.DateField(help_text='the last day on which they are not told', null=True),
        ),
        migrations.RemoveConstraint(
            model_name='hold',
            name='privacy_hold_untold',
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.CheckConstraint(condition=Q(untold_why='', untold_until=None) | Q(by='staff', kind='authority', untold_why__in=['unsettled', 'forbidden'], untold_until__isnull=False), name='privacy_hold_untold'),
        ),
    ]
