"""Keys that Django cannot declare: relations between a seller's rows name the seller."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """ALTER TABLE ledger_transfer ADD CONSTRAINT ledger_transfer_debit_key
            FOREIGN KEY (seller_id, market, currency, debit_id) REFERENCES ledger_account (seller_id, market, currency, id)""",
            """ALTER TABLE ledger_transfer DROP CONSTRAINT ledger_transfer_debit_key""",
        ),
        migrations.RunSQL(
            """ALTER TABLE ledger_transfer ADD CONSTRAINT ledger_transfer_credit_key
            FOREIGN KEY (seller_id, market, currency, credit_id) REFERENCES ledger_account (seller_id, market, currency, id)""",
            """ALTER TABLE ledger_transfer DROP CONSTRAINT ledger_transfer_credit_key""",
        ),
        migrations.RunSQL(
            """ALTER TABLE ledger_transfer ADD CONSTRAINT ledger_transfer_settles_key
            FOREIGN KEY (seller_id, settles_id, settles_amount, settles_phase, market,
             currency, debit_id, credit_id) REFERENCES ledger_transfer (seller_id, id, amount, phase, market,
             currency, debit_id, credit_id)""",
            """ALTER TABLE ledger_transfer DROP CONSTRAINT ledger_transfer_settles_key""",
        ),
    ]
