"""Who is signed out everywhere has links to their orders ended (decision 0031)."""

from django.db import migrations

from reprise.outbox.listening import Listen, Past


class Migration(migrations.Migration):

    dependencies = [
        ("outbox", "0015_holds_to_settle"),
    ]

    operations = [
        Listen("accounts.SignedOut", "wiring.table.end_the_links", Past.TOLD),
        Listen("accounts.SignedOut", "wiring.table.end_the_links_to_the_archived", Past.TOLD),
    ]
