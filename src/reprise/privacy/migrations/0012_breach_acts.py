"""What is decided and done about a breach is kept act by act; what stood in its row is carried over.

The row had the last judgement alone and nobody's name, so its acts have nobody's either.
"""

from typing import Any

from django.db import migrations, models

import reprise.kernel.ids
from reprise.kernel import clock
from reprise.kernel.ids import new_id


def carry_over(apps: Any, schema_editor: Any) -> None:
    act = apps.get_model("privacy", "BreachAct")
    now = clock.now()
    for row in apps.get_model("privacy", "Breach").objects.order_by("id"):
        done = [
            ("judged", row.entered_at),
            ("told_authority", row.told_authority_at),
            ("told_persons", row.told_persons_at),
            ("closed", row.closed_at),
        ]
        there = [(verb, moment) for verb, moment in done if moment is not None]
        act.objects.bulk_create(
            act(
                id=new_id(),
                breach_id=row.id,
                seq=seq,
                verb=verb,
                risk=row.risk if verb == "judged" else "",
                spared=row.spared if verb == "judged" else "",
                happened_at=moment,
                at=now,
            )
            for seq, (verb, moment) in enumerate(there, 1)
        )


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0011_corrections'),
    ]

    operations = [
        migrations.CreateModel(
            name='BreachAct',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('breach_id', models.UUIDField()),
                ('seq', models.PositiveSmallIntegerField()),
                ('verb', models.CharField(max_length=16)),
                ('risk', models.CharField(blank=True, max_length=8)),
                ('spared', models.CharField(blank=True, max_length=16)),
                ('of', models.PositiveSmallIntegerField(help_text='the act whose words were struck', null=True)),
                ('digest', models.CharField(blank=True, help_text='of its salt and words', max_length=64)),
                ('happened_at', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('staff_id', models.UUIDField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='BreachText',
            fields=[
                ('act_id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('breach_id', models.UUIDField()),
                ('salt', models.CharField(max_length=32)),
                ('words', models.TextField()),
            ],
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.RemoveConstraint(
            model_name='breach',
            name='privacy_breach_codes',
        ),
        migrations.RemoveConstraint(
            model_name='breach',
            name='privacy_breach_spared',
        ),
        migrations.RemoveConstraint(
            model_name='breach',
            name='privacy_breach_times',
        ),
        migrations.RemoveField(
            model_name='breach',
            name='closed_at',
        ),
        migrations.RemoveField(
            model_name='breach',
            name='risk',
        ),
        migrations.RemoveField(
            model_name='breach',
            name='spared',
        ),
        migrations.RemoveField(
            model_name='breach',
            name='told_authority_at',
        ),
        migrations.RemoveField(
            model_name='breach',
            name='told_persons_at',
        ),
        migrations.AddConstraint(
            model_name='breach',
            constraint=models.CheckConstraint(condition=models.Q(('holdings__len__gt', 0), ('kinds__contained_by', ['confidentiality', 'integrity', 'availability']), ('kinds__len__gt', 0)), name='privacy_breach_codes'),
        ),
        migrations.AddConstraint(
            model_name='breach',
            constraint=models.CheckConstraint(condition=models.Q(('aware_at__lte', models.F('entered_at')), ('from_at__lte', models.F('until_at'))), name='privacy_breach_times'),
        ),
        migrations.AddConstraint(
            model_name='breachact',
            constraint=models.UniqueConstraint(fields=('breach_id', 'seq'), name='privacy_breachact_seq'),
        ),
        migrations.AddConstraint(
            model_name='breachact',
            constraint=models.UniqueConstraint(condition=models.Q(('verb__in', ['told_authority', 'told_persons', 'closed'])), fields=('breach_id', 'verb'), name='privacy_breachact_once'),
        ),
        migrations.AddConstraint(
            model_name='breachact',
            constraint=models.UniqueConstraint(fields=('breach_id', 'of'), name='privacy_breachact_struck'),
        ),
        migrations.AddConstraint(
            model_name='breachact',
            constraint=models.CheckConstraint(condition=models.Q(('digest__regex', '^([0-9a-f]{64})?$'), ('happened_at__lte', models.F('at')), ('seq__gt', 0), ('verb__in', ['happened', 'consequences', 'measures', 'judged', 'told_authority', 'told_persons', 'closed', 'struck'])), name='privacy_breachact_codes'),
        ),
        migrations.AddConstraint(
            model_name='breachact',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('risk__in', ['unlikely', 'likely', 'high']), ('verb', 'judged')), models.Q(models.Q(('verb', 'judged'), _negated=True), ('risk', '')), _connector='OR'), name='privacy_breachact_judged'),
        ),
        migrations.AddConstraint(
            model_name='breachact',
            constraint=models.CheckConstraint(condition=models.Q(('spared', ''), models.Q(('risk', 'high'), ('spared__in', ['unintelligible', 'averted', 'disproportionate'])), _connector='OR'), name='privacy_breachact_spared'),
        ),
        migrations.AddConstraint(
            model_name='breachact',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('of__gt', 0), ('of__isnull', False), ('of__lt', models.F('seq')), ('verb', 'struck')), models.Q(models.Q(('verb', 'struck'), _negated=True), ('of', None)), _connector='OR'), name='privacy_breachact_of'),
        ),
        migrations.AddConstraint(
            model_name='breachact',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('digest', ''), ('verb__in', ['happened', 'consequences', 'measures', 'judged']), _negated=True), ('staff_id', None), _connector='OR'), name='privacy_breachact_why'),
        ),
        migrations.AddIndex(
            model_name='breachtext',
            index=models.Index(fields=['breach_id'], name='privacy_breachtext_breach'),
        ),
        migrations.AddConstraint(
            model_name='breachtext',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(('words__contains', '@'), _negated=True)), name='privacy_breachtext_words'),
        ),
    ]
