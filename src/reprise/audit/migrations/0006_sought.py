"""An address that is looked for is a look too, by its keyed hash (decision 0050)."""

import reprise.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0005_evidence'),
    ]

    operations = [
        migrations.CreateModel(
            name='Sought',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('person', models.BinaryField(help_text='`privacy.people.person`', max_length=32)),
                ('found', models.PositiveIntegerField()),
                ('day', models.DateField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='look',
            name='audit_look_subject',
        ),
        migrations.RemoveConstraint(
            model_name='look',
            name='audit_look_page',
        ),
        migrations.AddConstraint(
            model_name='look',
            constraint=models.CheckConstraint(condition=models.Q(('page__in', ['staff.order', 'staff.orders', 'staff.archive', 'staff.holds', 'staff.archived', 'staff.holding', 'staff.seller', 'staff.request', 'command.breach', 'staff.order_file', 'staff.request_file', 'staff.copies_file', 'staff.nights_file', 'staff.partner_file', 'staff.consents_file'])), name='audit_look_page'),
        ),
        migrations.AddConstraint(
            model_name='look',
            constraint=models.CheckConstraint(condition=models.Q(('subject__in', ['order', 'seller', 'asker', 'breach', 'hold', 'person', 'house'])), name='audit_look_subject'),
        ),
        migrations.AddIndex(
            model_name='sought',
            index=models.Index(fields=['person'], name='audit_sought_person'),
        ),
        migrations.AddIndex(
            model_name='sought',
            index=models.Index(fields=['day'], name='audit_sought_day'),
        ),
        migrations.AddConstraint(
            model_name='sought',
            constraint=models.CheckConstraint(condition=models.Q(('person__length', 32)), name='audit_sought_bytes'),
        ),
    ]
