"""Pages show who sells, from the end of a seller's contract on without it (decision 0051)."""

from django.db import migrations

from reprise.outbox.listening import Listen, Past


class Migration(migrations.Migration):

    dependencies = [
        ("outbox", "0009_forget"),
    ]

    operations = [
        Listen("sellers.StandingChanged", "wiring.table.show_who_sells", Past.TOLD),
    ]
