"""People who ask for a right are written to; sellers are asked for their copies (decision 0040)."""

from django.db import migrations

from reprise.outbox.listening import Listen, Past


class Migration(migrations.Migration):

    dependencies = [
        ("outbox", "0006_payment_accounts"),
    ]

    operations = [
        Listen("privacy.ContactLeft", "wiring.table.ask_for_copies_to_be_deleted", Past.TOLD),
        Listen("privacy.ErasureCarriedOut", "wiring.table.answer_what_is_erased", Past.TOLD),
        *(
            Listen(f"privacy.Request{what}", "wiring.table.tell_of_a_request", Past.TOLD)
            for what in ("Received", "Entered", "Begun", "Extended", "Answered", "Refused")
        ),
    ]
