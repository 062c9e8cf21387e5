"""An account remembers that its person has objected to being counted (decision 0057)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_rights_letters'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='uncounted_since',
            field=models.DateTimeField(help_text='its person has objected, and what they order counts in no list', null=True),
        ),
    ]
