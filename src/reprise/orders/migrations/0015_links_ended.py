"""Links to an order can be ended (decision 0031)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('orders', '0014_forget_said'),
    ]

    operations = [
        migrations.AddField(
            model_name='order',
            name='links_ended',
            field=models.PositiveIntegerField(
                default=0, help_text='how often every link to it was ended (`access`)'
            ),
        ),
    ]
