"""From format 3 of the log on, a buyer's step names no account (decision 0034)."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [
        ('orders', '0010_indexes_once'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(
                name='orders_step_nameless',
                condition=~Q(actor_kind='buyer') | Q(format__lt=3) | Q(actor_id=None),
            ),
        ),
    ]
