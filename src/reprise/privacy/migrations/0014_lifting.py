"""Two of the staff agree on lifting what a dispute needs; what was lifted leaves (decision 0050)."""

from django.db import migrations, models

# By two clocks, as `privacy_drop`: who asks says which day it is, and PostgreSQL has its own.
FORGET = """
CREATE FUNCTION privacy_forget_hold(of_hold uuid, today date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM public.privacy_hold h
     WHERE h.id = of_hold
       AND (h.lifted_at AT TIME ZONE 'UTC')::date + interval '5 years'
           < least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date);
    RETURN FOUND;
END $$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0013_evidence'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='act',
            name='privacy_act_codes',
        ),
        migrations.AddConstraint(
            model_name='act',
            constraint=models.CheckConstraint(condition=models.Q(('basis__regex', '^[a-z0-9_.]*$'), ('holding__regex', '^[a-z_]+$'), ('reason__regex', '^[a-z0-9_.]*$'), ('verb__in', ['archived', 'erased', 'kept', 'opened', 'held', 'to_lift', 'unheld'])), name='privacy_act_codes'),
        ),
        migrations.AddField(
            model_name='hold',
            name='lifting_by',
            field=models.UUIDField(help_text='who of the staff wants it lifted', null=True),
        ),
        migrations.AddField(
            model_name='hold',
            name='lifting_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='hold',
            name='lifting_why',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name='hold',
            name='lifted_by',
            field=models.UUIDField(help_text='as `staff_id`; of before it is not known', null=True),
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('lifting_at', None), ('lifting_by', None), ('lifting_why', '')), models.Q(('by', 'staff'), ('lifting_at__isnull', False), ('lifting_by__isnull', False), ('lifting_why__in', ['over', 'withdrawn', 'mistake'])), _connector='OR'), name='privacy_hold_lifting'),
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.CheckConstraint(condition=models.Q(('lifted_by', None), models.Q(('by', 'staff'), ('lifted_at__isnull', False), ('lifting_by__isnull', False)), _connector='OR'), name='privacy_hold_lifted'),
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.CheckConstraint(condition=models.Q(('lifted_by', None), models.Q(('kind__in', ['authority', 'litigation']), _negated=True), models.Q(('lifting_by', models.F('lifted_by')), _negated=True), _connector='OR'), name='privacy_hold_two'),
        ),
        migrations.RunSQL(FORGET, 'DROP FUNCTION privacy_forget_hold(uuid, date)'),
        migrations.RunSQL(
            'REVOKE ALL ON FUNCTION privacy_forget_hold(uuid, date) FROM PUBLIC',
            migrations.RunSQL.noop,
        ),
    ]
