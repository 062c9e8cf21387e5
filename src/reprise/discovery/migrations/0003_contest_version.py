from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('discovery', '0002_stored_pages'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='buybox',
            index=models.Index(fields=['config_version'], name='discovery_buybox_version'),
        ),
    ]
