"""When a request came, and when and by whom that was entered, stand apart (decision 0050)."""

import reprise.kernel.ids
from django.db import migrations, models

# A UUIDv7 begins with the milliseconds in which it was made; of other ids only the day is known.
ENTRIES = """
INSERT INTO privacy_entry (id, request_id, received_on, entered_at, entered_by, late_why)
SELECT gen_random_uuid(), r.id, r.received_on,
       CASE WHEN substr(r.id::text, 15, 1) = '7'
            THEN to_timestamp(('x' || substr(replace(r.id::text, '-', ''), 1, 12))::bit(48)::bigint
                              / 1000.0)
            ELSE r.received_on::timestamp AT TIME ZONE 'UTC' END,
       r.entered_by, ''
  FROM privacy_request r WHERE r.entered_by IS NOT NULL
"""


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0014_lifting'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='act',
            name='privacy_act_codes',
        ),
        migrations.AddConstraint(
            model_name='act',
            constraint=models.CheckConstraint(condition=models.Q(('basis__regex', '^[a-z0-9_.]*$'), ('holding__regex', '^[a-z_]+$'), ('reason__regex', '^[a-z0-9_.]*$'), ('verb__in', ['archived', 'erased', 'kept', 'opened', 'held', 'to_lift', 'unheld', 'amended'])), name='privacy_act_codes'),
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('request_id', models.UUIDField()),
                ('received_on', models.DateField()),
                ('entered_at', models.DateTimeField()),
                ('entered_by', models.UUIDField()),
                ('late_why', models.CharField(blank=True, max_length=10)),
            ],
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['request_id'], name='privacy_entry_of'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('late_why', ''), ('late_why__in', ['mislaid', 'passed_on', 'unnoticed']), _connector='OR'), name='privacy_entry_late'),
        ),
        migrations.RunSQL(ENTRIES, migrations.RunSQL.noop),
    ]
