"""What was agreed has parts that can leave before the rest (decision 0053)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('orders', '0012_request_digest'),
    ]

    operations = [
        migrations.AddField(
            model_name='order',
            name='number_salt',
            field=models.CharField(blank=True, default='', max_length=32),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='order',
            name='number_digest',
            field=models.CharField(
                blank=True, default='', help_text='of salt and number', max_length=64
            ),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name='Said',
            fields=[
                ('trader_id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('seller_id', models.UUIDField()),
                ('identity_digest', models.CharField(max_length=64)),
                ('identity_salt', models.CharField(blank=True, max_length=32)),
                ('contact_digest', models.CharField(max_length=64)),
                ('contact_salt', models.CharField(blank=True, max_length=32)),
            ],
        ),
    ]
