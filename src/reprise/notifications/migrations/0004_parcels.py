"""Which parcel a letter is about; those that still wait have it in their key."""

from django.db import migrations, models

_WAITING = """
    UPDATE notifications_message SET shipment_id = split_part(key, ':', 4)::uuid
    WHERE sent_at IS NULL AND template IN ('shipped', 'delivered', 'waiting', 'came_back')
    AND split_part(key, ':', 4) <> ''
"""


class Migration(migrations.Migration):

    dependencies = [
        ('notifications', '0003_indexes_once'),
    ]

    operations = [
        migrations.AlterField(
            model_name='message',
            name='key',
            field=models.CharField(max_length=160),
        ),
        migrations.AddField(
            model_name='message',
            name='shipment_id',
            field=models.UUIDField(help_text='the parcel that it is about', null=True),
        ),
        migrations.RunSQL(_WAITING, migrations.RunSQL.noop),
    ]
