"""Staff are written to before a person is told of an authority's hold (decision 0062)."""

from django.db import migrations

from reprise.outbox.listening import Listen, Past


class Migration(migrations.Migration):

    dependencies = [
        ("outbox", "0014_contracts_ended"),
    ]

    operations = [
        Listen("privacy.HoldToSettle", "wiring.table.tell_of_a_hold_to_settle", Past.TOLD),
    ]
