"""How many orders a night passed over because their dates contradict each other."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0027_nothing_forged_stays'),
    ]

    operations = [
        migrations.AddField(
            model_name='night',
            name='contradicted',
            field=models.PositiveIntegerField(db_default=0, default=0, help_text='orders passed over: their dates contradict each other'),
        ),
    ]
