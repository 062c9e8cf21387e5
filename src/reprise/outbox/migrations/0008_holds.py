"""Who has set a hold is told what others of the staff do with it (decision 0050)."""

from django.db import migrations

from reprise.outbox.listening import Listen, Past


class Migration(migrations.Migration):

    dependencies = [
        ("outbox", "0007_requests"),
    ]

    operations = [
        Listen("privacy.HoldToBeLifted", "wiring.table.tell_of_a_lifting", Past.TOLD),
        Listen("privacy.HoldLifted", "wiring.table.tell_of_a_lifted_hold", Past.TOLD),
        Listen("privacy.HoldStays", "wiring.table.tell_of_a_hold_that_stays", Past.TOLD),
    ]
