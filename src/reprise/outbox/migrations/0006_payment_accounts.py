"""Everybody who acts for a seller is told where its money goes (decision 0043)."""

from django.db import migrations

from reprise.outbox.listening import Listen, Past


class Migration(migrations.Migration):

    dependencies = [
        ("outbox", "0005_unused_accounts"),
    ]

    operations = [
        Listen("sellers.PaymentAccountEntered", "wiring.table.tell_of_a_payment_account", Past.TOLD),
        Listen("sellers.PaymentAccountStopped", "wiring.table.tell_of_a_stopped_account", Past.TOLD),
    ]
