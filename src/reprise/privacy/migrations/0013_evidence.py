"""Acts and nights bear the badge of whoever of the staff did them (decision 0052)."""

from django.db import migrations, models

from reprise.privacy.actions.acting import NUMBERING


# As before, with the badge of who is about to read.
NOTE = f"""
CREATE OR REPLACE FUNCTION privacy_open(
    of_order uuid, act uuid, request uuid, actor_kind text, staff uuid, why text, at timestamptz
) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.privacy_archived a WHERE a.order_id = of_order) THEN
        RETURN false;
    END IF;
    PERFORM pg_advisory_xact_lock({NUMBERING});
    INSERT INTO public.privacy_act (
        id, seq, request_id, holding, subject, verb, basis, until, actor_kind, staff_id,
        badge, reason, at
    ) SELECT act, coalesce(max(seq), 0) + 1, request, 'contact', of_order, 'opened', '', NULL,
             privacy_open.actor_kind, staff,
             coalesce((SELECT b.badge FROM public.audit_badge b WHERE b.staff_id = staff), ''),
             why, privacy_open.at
        FROM public.privacy_act;
    RETURN true;
END $$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0005_evidence'),
        ('privacy', '0012_breach_acts'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='act',
            name='privacy_act_by',
        ),
        migrations.AddField(
            model_name='act',
            name='badge',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name='act',
            name='replayed',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name='brake',
            name='badge',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name='brake',
            name='cause',
            field=models.CharField(blank=True, max_length=6),
        ),
        migrations.AddField(
            model_name='brake',
            name='decided_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name='act',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('actor_kind', 'staff'), ('staff_id__isnull', False)), models.Q(('actor_kind', 'staff'), ('replayed', True), models.Q(('badge', ''), _negated=True)), models.Q(('actor_kind__in', ['person', 'clock', 'replay']), ('staff_id__isnull', True)), _connector='OR'), name='privacy_act_by'),
        ),
        migrations.AddConstraint(
            model_name='act',
            constraint=models.CheckConstraint(condition=models.Q(('badge', ''), models.Q(('actor_kind', 'staff'), ('badge__regex', '^S-[A-Z0-9]{8}$')), _connector='OR'), name='privacy_act_badge'),
        ),
        migrations.AddConstraint(
            model_name='brake',
            constraint=models.CheckConstraint(condition=models.Q(('cause__in', ['', 'many', 'late'])), name='privacy_brake_cause'),
        ),
        migrations.AddConstraint(
            model_name='brake',
            constraint=models.CheckConstraint(condition=models.Q(('badge__regex', '^(S-[A-Z0-9]{8})?$')), name='privacy_brake_badge'),
        ),
        migrations.AddConstraint(
            model_name='brake',
            constraint=models.CheckConstraint(condition=models.Q(('decided_at__isnull', True), models.Q(('state', 'waiting'), _negated=True), _connector='OR'), name='privacy_brake_decided'),
        ),
        migrations.RunSQL(NOTE, migrations.RunSQL.noop),
    ]
