"""Supervisors are written to of a hold that its person is not told of, and who had lifted one of
what is held again (decision 0054)."""

from django.db import migrations

from reprise.outbox.listening import Listen, Past


class Migration(migrations.Migration):

    dependencies = [
        ("outbox", "0012_former_sellers"),
    ]

    operations = [
        Listen("privacy.HoldUntold", "wiring.table.tell_of_an_untold_hold", Past.TOLD),
        Listen("privacy.HeldAgain", "wiring.table.tell_of_what_is_held_again", Past.TOLD),
    ]
