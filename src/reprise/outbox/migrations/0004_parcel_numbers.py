"""The buyer is told of a parcel's new number (decision 0037)."""

from django.db import migrations

from reprise.outbox.listening import Listen, Past


class Migration(migrations.Migration):

    dependencies = [
        ("outbox", "0003_indexes_once"),
    ]

    operations = [
        Listen("orders.ParcelRenumbered", "wiring.table.tell_of_another_number", Past.TOLD),
    ]
