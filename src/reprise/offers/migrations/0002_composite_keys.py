"""Keys that Django cannot declare: relations between a seller's rows name the seller."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("offers", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """ALTER TABLE offers_marketoffer ADD CONSTRAINT offers_marketoffer_offer_key
            FOREIGN KEY (seller_id, offer_id) REFERENCES offers_offer (seller_id, id)""",
            """ALTER TABLE offers_marketoffer DROP CONSTRAINT offers_marketoffer_offer_key""",
        ),
        migrations.RunSQL(
            """ALTER TABLE offers_stockmovement ADD CONSTRAINT offers_stockmovement_offer_key
            FOREIGN KEY (seller_id, offer_id) REFERENCES offers_offer (seller_id, id)""",
            """ALTER TABLE offers_stockmovement DROP CONSTRAINT offers_stockmovement_offer_key""",
        ),
    ]
