"""Who of the staff was shown whose data (decision 0042)."""

import reprise.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('viewer_id', models.UUIDField()),
                ('page', models.CharField(max_length=20)),
                ('subject', models.CharField(max_length=6)),
                ('subject_id', models.UUIDField()),
                ('at', models.DateTimeField()),
                ('day', models.DateField()),
            ],
            options={
                'indexes': [models.Index(fields=['subject_id', 'id'], name='audit_looks_at'), models.Index(fields=['viewer_id', 'id'], name='audit_looks_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('page__in', ['staff.order', 'staff.seller'])), name='audit_look_page'), models.CheckConstraint(condition=models.Q(('subject__in', ['order', 'seller'])), name='audit_look_subject')],
            },
        ),
    ]
