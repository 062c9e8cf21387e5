"""A seller whose contract has ended is asked by letter to delete its copies (decision 0055)."""

from django.db import migrations

from reprise.outbox.listening import Listen, Past


class Migration(migrations.Migration):

    dependencies = [
        ("outbox", "0011_who_listens"),
    ]

    operations = [
        Listen("privacy.FormerSellerAsked", "wiring.table.write_to_a_former_seller", Past.TOLD),
    ]
