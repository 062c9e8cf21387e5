"""Of corrections one an order is open: somebody else's order with the same address stops none."""

from django.db import migrations, models

ORDERS = """
UPDATE privacy_requester q SET order_id = r.order_id
  FROM privacy_request r WHERE r.id = q.request_id AND r.order_id IS NOT NULL
"""


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0010_archived_owner'),
    ]

    operations = [
        migrations.AddField(
            model_name='requester',
            name='order_id',
            field=models.UUIDField(help_text="the request's", null=True),
        ),
        migrations.RunSQL(ORDERS, migrations.RunSQL.noop),
        migrations.RemoveConstraint(
            model_name='requester',
            name='privacy_one_open_request',
        ),
        migrations.AddConstraint(
            model_name='requester',
            constraint=models.UniqueConstraint(condition=models.Q(('open', True)), fields=('person', 'kind', 'order_id'), name='privacy_one_open_request', nulls_distinct=False),
        ),
    ]
