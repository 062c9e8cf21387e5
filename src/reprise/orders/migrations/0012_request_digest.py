"""An order keeps a digest of the request that placed it instead of the basket (decision 0034)."""

from django.db import migrations, models

# As `checkout.queries.request_digest` makes it.
FILL = """
UPDATE orders_order
   SET request_digest = encode(sha256(convert_to(basket_id || ':' || request_key, 'UTF8')), 'hex')
"""


class Migration(migrations.Migration):

    dependencies = [
        ('orders', '0011_nameless_buyers'),
    ]

    operations = [
        migrations.AddField(
            model_name='order',
            name='request_digest',
            field=models.CharField(max_length=64, null=True),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='order',
            name='request_digest',
            field=models.CharField(
                help_text='tells the same request again; no basket can be read from it',
                max_length=64,
            ),
        ),
        migrations.RemoveConstraint(model_name='order', name='orders_one_per_request'),
        migrations.RemoveField(model_name='order', name='basket_id'),
        migrations.RemoveField(model_name='order', name='request_key'),
        migrations.AddConstraint(
            model_name='order',
            constraint=models.UniqueConstraint(
                fields=['request_digest'], name='orders_one_per_request'
            ),
        ),
    ]
