"""Since when a key of the archive has sealed nothing that is still there (decision 0039)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0001_rights'),
    ]

    operations = [
        migrations.AddField(
            model_name='yearkey',
            name='empty_since',
            field=models.DateField(help_text='its year is over and no row names it', null=True),
        ),
    ]
