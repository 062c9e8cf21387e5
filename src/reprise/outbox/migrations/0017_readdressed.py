"""An order of which two of the staff have corrected the address gets a letter there (decision 0066)."""

from django.db import migrations

from reprise.outbox.listening import Listen, Past


class Migration(migrations.Migration):

    dependencies = [
        ("outbox", "0016_links_ended"),
    ]

    operations = [
        Listen("privacy.OrderReaddressed", "wiring.table.tell_of_another_address", Past.TOLD),
    ]
