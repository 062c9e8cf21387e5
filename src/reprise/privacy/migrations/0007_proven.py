"""Whether a request was made by its person, or is still what staff have entered."""

from django.db import migrations, models

# What the person did by themselves was never entered, or was carried out since.
PROVEN = """
UPDATE privacy_request r SET proven = true
 WHERE NOT EXISTS (SELECT FROM outbox_event e WHERE e.kind = 'privacy.RequestEntered'
                    AND e.payload->>'request_id' = r.id::text)
    OR EXISTS (SELECT FROM privacy_duty d WHERE d.request_id = r.id)
    OR EXISTS (SELECT FROM privacy_act a WHERE a.request_id = r.id)
"""


class Migration(migrations.Migration):

    dependencies = [
        ('outbox', '0007_requests'),
        ('privacy', '0006_by_whom'),
    ]

    operations = [
        migrations.AddField(
            model_name='request',
            name='proven',
            field=models.BooleanField(
                default=False, help_text="the person has asked for it signed in, or by a letter's link"
            ),
        ),
        migrations.RunSQL(PROVEN, migrations.RunSQL.noop),
    ]
