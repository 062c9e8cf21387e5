"""Keys that Django cannot declare: relations between a seller's rows name the seller."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("shipping", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """ALTER TABLE shipping_item ADD CONSTRAINT shipping_item_parcel_key
            FOREIGN KEY (seller_id, shipment_id) REFERENCES shipping_shipment (seller_id, id)""",
            """ALTER TABLE shipping_item DROP CONSTRAINT shipping_item_parcel_key""",
        ),
    ]
