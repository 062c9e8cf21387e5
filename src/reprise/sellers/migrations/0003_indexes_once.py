"""Drop indexes that repeat the beginning of another one, or serve LIKE, which nothing asks for."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('sellers', '0002_language'),
    ]

    operations = [
        migrations.AlterField(
            model_name='member',
            name='seller',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='sellers.seller'),
        ),
        migrations.AlterField(
            model_name='qualityrate',
            name='seller',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='rates', to='sellers.seller'),
        ),
        migrations.AlterField(
            model_name='shippingmethod',
            name='seller',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='shipping_methods', to='sellers.seller'),
        ),
        migrations.AlterField(
            model_name='trader',
            name='seller',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='traders', to='sellers.seller'),
        ),
    ]
