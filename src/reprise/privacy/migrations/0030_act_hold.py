"""An act names the hold that it is about: of two on one order a journal puts back what was said of
each (decision 0062)."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0029_last_address'),
    ]

    operations = [
        migrations.AddField(
            model_name='act',
            name='hold_id',
            field=models.UUIDField(help_text="none: no hold's, or of before", null=True),
        ),
        migrations.AddConstraint(
            model_name='act',
            constraint=models.CheckConstraint(condition=Q(hold_id=None) | Q(verb__in=['held', 'may_tell', 'to_lift', 'unheld', 'untold']), name='privacy_act_hold'),
        ),
    ]
