"""Parcels under way get the destination that their carrier's word is compared with."""

from django.db import migrations

FILL = """
INSERT INTO shipping_destination (shipment_id, country, postcode)
SELECT s.id, coalesce(p.country, c.country), coalesce(p.postcode, c.postcode)
  FROM shipping_shipment s
  JOIN orders_sellerorder o ON o.id = s.reference AND o.seller_id = s.seller_id
  JOIN orders_contact c ON c.order_id = o.order_id
  LEFT JOIN orders_deliverypoint p ON p.seller_order_id = o.id
 WHERE s.state IN ('created', 'moving', 'waiting')
ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("orders", "0008_found_by_name"), ("shipping", "0005_known_numbers")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
