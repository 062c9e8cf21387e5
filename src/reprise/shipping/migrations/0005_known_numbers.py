"""Numbers that were used before stand for the parcel that they stood for until now: the one that is
under way, the oldest first."""

from django.db import migrations

FILL = """
INSERT INTO shipping_number (id, carrier, tracking, seller_id, shipment_id)
SELECT DISTINCT ON (carrier, tracking) id, carrier, tracking, seller_id, id
  FROM shipping_shipment
 ORDER BY carrier, tracking, state IN ('delivered', 'returned'), created_at, id
"""


class Migration(migrations.Migration):
    dependencies = [("shipping", "0004_numbers_and_destinations")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
