"""A parcel whose number has left in its time has none: many may have none (decision 0051)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('shipping', '0006_corrected_numbers'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='shipment',
            name='shipping_tracking',
        ),
        migrations.AddConstraint(
            model_name='shipment',
            constraint=models.UniqueConstraint(condition=models.Q(('tracking', ''), _negated=True), fields=('seller_id', 'carrier', 'tracking'), name='shipping_tracking'),
        ),
    ]
