"""Drop indexes that repeat the beginning of another one, or serve LIKE, which nothing asks for."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('orders', '0009_where_parcels_go'),
    ]

    operations = [
        migrations.AlterField(
            model_name='line',
            name='order',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='lines', to='orders.order'),
        ),
        migrations.AlterField(
            model_name='order',
            name='reference',
            field=models.CharField(max_length=10),
        ),
        migrations.AlterField(
            model_name='sellerorder',
            name='order',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='seller_orders', to='orders.order'),
        ),
        migrations.AddConstraint(
            model_name='order',
            constraint=models.UniqueConstraint(fields=('reference',), name='orders_order_reference'),
        ),
    ]
