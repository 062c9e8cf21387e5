"""Whoever has not used an account for long is warned (decision 0039)."""

from django.db import migrations

from reprise.outbox.listening import Listen, Past


class Migration(migrations.Migration):

    dependencies = [
        ("outbox", "0004_parcel_numbers"),
    ]

    operations = [
        Listen("privacy.AccountUnused", "wiring.table.warn_of_an_unused_account", Past.TOLD),
    ]
