"""An account knows which of its orders a guest has placed (decision 0031).

Of those of before nobody knows it, so none of them says where the next one goes.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('orders', '0015_links_ended'),
    ]

    operations = [
        migrations.AddField(
            model_name='contact',
            name='claimed',
            field=models.BooleanField(
                default=False,
                help_text='a guest has ordered, and the account has taken it in since',
            ),
        ),
        migrations.RunSQL(
            'UPDATE orders_contact SET claimed = true WHERE buyer_id IS NOT NULL',
            migrations.RunSQL.noop,
        ),
    ]
