"""A number that was typed by mistake can be given up (decision 0037)."""

from django.db import migrations, models

_TOLD = """
    UPDATE shipping_scan SET tracking = s.tracking
    FROM shipping_shipment s WHERE s.id = shipping_scan.shipment_id
"""


class Migration(migrations.Migration):

    dependencies = [
        ('shipping', '0005_known_numbers'),
    ]

    operations = [
        migrations.AddField(
            model_name='number',
            name='given_up_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.RemoveConstraint(
            model_name='number',
            name='shipping_number_once',
        ),
        migrations.AddConstraint(
            model_name='number',
            constraint=models.UniqueConstraint(condition=models.Q(('given_up_at', None)), fields=('carrier', 'tracking'), name='shipping_number_once'),
        ),
        migrations.AddField(
            model_name='scan',
            name='tracking',
            field=models.CharField(default='', help_text='the number that it tells of', max_length=40),
        ),
        migrations.RunSQL(_TOLD, migrations.RunSQL.noop),
    ]
