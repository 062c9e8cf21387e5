"""An account remembers that its person has moved it to another address (decision 0065)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0007_uncounted'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='moved',
            field=models.BinaryField(help_text='that its person has moved it to `email`: `moved.proof`', max_length=32, null=True),
        ),
    ]
