"""Whose a row of the archive is, apart from the addresses that it has to do with."""

from django.db import migrations, models

# Of one with two addresses nobody knows any more which was the account's: it lets nobody in by
# itself, and staff open it.
KNOWN = """
UPDATE privacy_archived SET owner = persons[1] WHERE cardinality(persons) = 1
"""


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0009_hold_accounts'),
    ]

    operations = [
        migrations.AddField(
            model_name='archived',
            name='owner',
            field=models.BinaryField(help_text='`people.person`; not known of some rows of before', max_length=32, null=True),
        ),
        migrations.AddField(
            model_name='archived',
            name='account',
            field=models.BinaryField(help_text='`people.account`, until it is erased', max_length=32, null=True),
        ),
        migrations.RunSQL(KNOWN, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name='archived',
            index=models.Index(fields=['owner'], name='privacy_archived_owner'),
        ),
        migrations.AddIndex(
            model_name='archived',
            index=models.Index(fields=['account'], name='privacy_archived_account'),
        ),
    ]
