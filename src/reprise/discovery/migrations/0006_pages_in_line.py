"""A stored page is compressed already and fits into its row: it is neither tried again nor moved out."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('discovery', '0005_packed_ways'),
    ]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE discovery_page ALTER COLUMN body SET STORAGE EXTERNAL;"
            "ALTER TABLE discovery_page SET (toast_tuple_target = 8160)",
            "ALTER TABLE discovery_page ALTER COLUMN body SET STORAGE EXTENDED;"
            "ALTER TABLE discovery_page RESET (toast_tuple_target)",
        ),
    ]
