"""Drop indexes that repeat the beginning of another one, or serve LIKE, which nothing asks for."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('offers', '0002_composite_keys'),
        ('sellers', '0003_indexes_once'),
    ]

    operations = [
        migrations.AlterField(
            model_name='marketoffer',
            name='seller',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller'),
        ),
        migrations.AlterField(
            model_name='offer',
            name='seller',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='sellers.seller'),
        ),
    ]
