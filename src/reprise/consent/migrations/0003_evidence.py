"""What was done with each partner stays: the audits before the last one, and why one was stopped."""

import reprise.kernel.ids
import reprise.kernel.ids
from django.db import migrations, models


def keep_what_is_known(apps, schema_editor):
    Act = apps.get_model('consent', 'PartnerAct')
    for each in apps.get_model('consent', 'Partner').objects.order_by('added_at', 'key'):
        Act.objects.create(partner_id=each.id, verb='added', at=each.added_at)
        if each.audited_on and each.audit_evidence and each.next_audit_on:
            Act.objects.create(
                partner_id=each.id, verb='audited', audited_on=each.audited_on,
                audit_evidence=each.audit_evidence, next_audit_on=each.next_audit_on,
            )
        if each.active:
            Act.objects.create(partner_id=each.id, verb='activated')
        if each.killed_at:
            Act.objects.create(
                partner_id=each.id, verb='stopped', reason='not_kept', at=each.killed_at,
                staff_id=each.killed_by,
            )


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0002_erasures'),
    ]

    operations = [
        migrations.CreateModel(
            name='PartnerAct',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('partner_id', models.UUIDField()),
                ('verb', models.CharField(max_length=10)),
                ('reason', models.CharField(blank=True, max_length=20)),
                ('audited_on', models.DateField(null=True)),
                ('audit_evidence', models.CharField(blank=True, help_text='SHA-256 of the report', max_length=64)),
                ('next_audit_on', models.DateField(null=True)),
                ('staff_id', models.UUIDField(null=True)),
                ('badge', models.CharField(blank=True, max_length=10)),
                ('at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['partner_id', 'id'], name='consent_partneract_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('audit_evidence__regex', '^[0-9a-f]{64}$'), ('audited_on__isnull', False), ('next_audit_on__gt', models.F('audited_on')), ('verb', 'audited')), models.Q(('audit_evidence', ''), ('audited_on__isnull', True), ('next_audit_on__isnull', True), ('verb__in', ['added', 'activated', 'stopped'])), _connector='OR'), name='consent_partneract_audit'), models.CheckConstraint(condition=models.Q(('badge__regex', '^(S-[A-Z0-9]{8})?$')), name='consent_partneract_badge'), models.CheckConstraint(condition=models.Q(models.Q(('reason__in', ['not_kept', 'beyond', 'no_consent', 'audit', 'contract', 'security', 'authority', 'unused']), ('verb', 'stopped')), models.Q(models.Q(('verb', 'stopped'), _negated=True), ('reason', '')), _connector='OR'), name='consent_partneract_reason')],
            },
        ),
        migrations.RunPython(keep_what_is_known, migrations.RunPython.noop),
    ]
