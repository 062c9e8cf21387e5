"""That a file was handed out is a link of a chain, which a function adds, at PostgreSQL's time and
with the look that it is (decision 0063)."""

from django.db import migrations, models

# As `audit.chain.link`: the digest of canonical JSON.
LINK = """
CREATE FUNCTION audit_link(
    no bigint, seal text, badge text, at timestamptz, previous text
) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT encode(sha256(convert_to(format(
        '{"at":"%s","badge":"%s","no":%s,"previous":"%s","seal":"%s"}',
        to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'),
        badge, no, previous, seal), 'UTF8')), 'hex')
$$
"""

# What was handed out before keeps its moment.
BEFORE = """
DO $$
DECLARE
    each record;
    number bigint := 0;
    before text := '';
BEGIN
    FOR each IN SELECT seal, badge, at FROM audit_handedout ORDER BY at, seal LOOP
        number := number + 1;
        UPDATE audit_handedout SET no = number, previous = before,
               hash = audit_link(number, each.seal, each.badge, each.at, before)
         WHERE seal = each.seal RETURNING hash INTO before;
    END LOOP;
END $$
"""

# Who was handed it, the look says; it is of now, so it cannot leave before five years are over.
HAND_OUT = """
CREATE FUNCTION audit_hand_out(of_seal text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moment timestamptz;
    bearers text[];
    last record;
    number bigint;
    before text;
BEGIN
    -- An arbitrary, constant number: one file at a time, until its transaction ends.
    PERFORM pg_advisory_xact_lock(7361040);
    moment := clock_timestamp();
    SELECT array_agg(DISTINCT b.badge) INTO bearers
      FROM public.audit_look l JOIN public.audit_badge b ON b.staff_id = l.viewer_id
     WHERE l.seal = of_seal AND of_seal <> ''
       AND l.at BETWEEN moment - interval '1 hour' AND moment + interval '1 hour';
    IF cardinality(bearers) IS DISTINCT FROM 1 THEN
        RAISE EXCEPTION 'audit_hand_out: a file is handed to one of the staff, whose look says so now'
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT no, hash INTO last FROM public.audit_handedout ORDER BY no DESC LIMIT 1;
    number := coalesce(last.no, 0) + 1;
    before := coalesce(last.hash, '');
    INSERT INTO public.audit_handedout (seal, badge, at, no, previous, hash)
    VALUES (of_seal, bearers[1], moment, number, before,
            public.audit_link(number, of_seal, bearers[1], moment, before));
END $$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0010_statement_file'),
    ]

    operations = [
        migrations.AddField('handedout', 'no', models.BigIntegerField(null=True)),
        migrations.AddField(
            'handedout', 'previous', models.CharField(default='', max_length=64, blank=True), preserve_default=False
        ),
        migrations.AddField('handedout', 'hash', models.CharField(default='', max_length=64), preserve_default=False),
        migrations.RunSQL(LINK, 'DROP FUNCTION audit_link(bigint, text, text, timestamptz, text)'),
        migrations.RunSQL(
            'REVOKE ALL ON FUNCTION audit_link(bigint, text, text, timestamptz, text) FROM PUBLIC',
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(BEFORE, migrations.RunSQL.noop),
        migrations.AlterField(
            'handedout', 'no', models.BigIntegerField(help_text='without a gap', unique=True)
        ),
        migrations.AlterField(
            'handedout', 'at', models.DateTimeField(help_text="by PostgreSQL's clock")
        ),
        migrations.AddConstraint(
            model_name='handedout',
            constraint=models.CheckConstraint(condition=models.Q(('hash__regex', '^[0-9a-f]{64}$'), ('previous__regex', '^([0-9a-f]{64})?$')), name='audit_handedout_chain'),
        ),
        migrations.RunSQL(HAND_OUT, 'DROP FUNCTION audit_hand_out(text)'),
        migrations.RunSQL(
            'REVOKE ALL ON FUNCTION audit_hand_out(text) FROM PUBLIC', migrations.RunSQL.noop
        ),
    ]
