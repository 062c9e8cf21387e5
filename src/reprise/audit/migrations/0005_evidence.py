"""Files of evidence are looks with their seal, and staff act under a badge (decision 0052)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0004_lists'),
    ]

    operations = [
        migrations.CreateModel(
            name='Badge',
            fields=[
                ('badge', models.CharField(max_length=10, primary_key=True, serialize=False)),
                ('staff_id', models.UUIDField(unique=True)),
                ('since', models.DateTimeField()),
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
        migrations.AddField(
            model_name='look',
            name='seal',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddIndex(
            model_name='look',
            index=models.Index(condition=models.Q(('seal', ''), _negated=True), fields=['seal'], name='audit_looks_seal'),
        ),
        migrations.AddConstraint(
            model_name='look',
            constraint=models.CheckConstraint(condition=models.Q(('page__in', ['staff.order', 'staff.orders', 'staff.archive', 'staff.archived', 'staff.seller', 'staff.request', 'command.breach', 'staff.order_file', 'staff.request_file', 'staff.copies_file', 'staff.nights_file', 'staff.partner_file', 'staff.consents_file'])), name='audit_look_page'),
        ),
        migrations.AddConstraint(
            model_name='look',
            constraint=models.CheckConstraint(condition=models.Q(('subject__in', ['order', 'seller', 'asker', 'breach', 'house'])), name='audit_look_subject'),
        ),
        migrations.AddConstraint(
            model_name='look',
            constraint=models.CheckConstraint(condition=models.Q(('seal__regex', '^([0-9a-f]{64})?$')), name='audit_look_seal'),
        ),
        migrations.AddConstraint(
            model_name='badge',
            constraint=models.CheckConstraint(condition=models.Q(('badge__regex', '^S-[A-Z0-9]{8}$')), name='audit_badge_shape'),
        ),
    ]
