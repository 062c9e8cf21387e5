from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('discovery', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Subject',
            fields=[
                ('subject', models.CharField(max_length=140, primary_key=True, serialize=False)),
                ('version', models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Page',
            fields=[
                ('path', models.CharField(max_length=400, primary_key=True, serialize=False)),
                ('subject', models.CharField(max_length=140)),
                ('version', models.BigIntegerField()),
                ('body', models.BinaryField()),
                ('etag', models.CharField(max_length=40)),
                ('fresh_until', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['fresh_until'], name='discovery_page_fresh')],
            },
        ),
        # A cache that a crash may empty: not worth writing twice.
        migrations.RunSQL(
            "ALTER TABLE discovery_page SET UNLOGGED", "ALTER TABLE discovery_page SET LOGGED"
        ),
    ]
