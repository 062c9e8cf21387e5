"""What a person has asked for and what staff hold are two rows."""

from django.db import migrations, models

# Until now whoever had no member of staff beside it was the person, who only ever restricts.
SIDES = """
UPDATE privacy_hold SET by = 'person' WHERE staff_id IS NULL AND kind = 'restriction'
"""


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0007_proven'),
    ]

    operations = [
        migrations.AddField(
            model_name='hold',
            name='by',
            field=models.CharField(default='staff', help_text='the person, or staff', max_length=6),
            preserve_default=False,
        ),
        migrations.RunSQL(SIDES, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='hold',
            name='staff_id',
            field=models.UUIDField(help_text='none: the person, or put back after a backup', null=True),
        ),
        migrations.RemoveConstraint(
            model_name='hold',
            name='privacy_hold_order',
        ),
        migrations.RemoveConstraint(
            model_name='hold',
            name='privacy_hold_person',
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.CheckConstraint(condition=models.Q(('by', 'staff'), models.Q(('by', 'person'), ('kind', 'restriction'), ('staff_id__isnull', True)), _connector='OR'), name='privacy_hold_by'),
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.UniqueConstraint(condition=models.Q(('lifted_at__isnull', True), ('order_id__isnull', False)), fields=('order_id', 'kind', 'by'), name='privacy_hold_order'),
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.UniqueConstraint(condition=models.Q(('lifted_at__isnull', True), ('person__isnull', False)), fields=('person', 'kind', 'by'), name='privacy_hold_person'),
        ),
    ]
