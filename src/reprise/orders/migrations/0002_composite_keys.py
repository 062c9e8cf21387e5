"""Keys that Django cannot declare: relations between a seller's rows name the seller."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("orders", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """ALTER TABLE orders_line ADD CONSTRAINT orders_line_contract_key
            FOREIGN KEY (seller_id, seller_order_id) REFERENCES orders_sellerorder (seller_id, id)""",
            """ALTER TABLE orders_line DROP CONSTRAINT orders_line_contract_key""",
        ),
        migrations.RunSQL(
            """ALTER TABLE orders_linedevice ADD CONSTRAINT orders_linedevice_line_key
            FOREIGN KEY (seller_id, line_id) REFERENCES orders_line (seller_id, id)""",
            """ALTER TABLE orders_linedevice DROP CONSTRAINT orders_linedevice_line_key""",
        ),
    ]
