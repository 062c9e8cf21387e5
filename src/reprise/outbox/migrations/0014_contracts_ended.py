"""A seller is told that its contract has ended, and what it is owed (decision 0064)."""

from django.db import migrations

from reprise.outbox.listening import Listen, Past


class Migration(migrations.Migration):

    dependencies = [
        ("outbox", "0013_untold_holds"),
    ]

    operations = [
        Listen("privacy.ContractEnded", "wiring.table.confirm_the_end", Past.TOLD),
    ]
