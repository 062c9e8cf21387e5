"""Who objects with an account is known by it, whatever its address becomes (decision 0057)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', "0019_strike_by_two"),
    ]

    operations = [
        migrations.AddField(
            model_name='requester',
            name='user_id',
            field=models.UUIDField(help_text='the account, where one has objected', null=True),
        ),
    ]
