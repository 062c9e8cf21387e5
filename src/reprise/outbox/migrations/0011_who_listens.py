"""Who listens, and when an event was written, is said where the running role does not write it
(decision 0055)."""

from django.db import migrations, models

# Of what was written before it is not known, and counts by its own time.
WRITTEN = """
ALTER TABLE outbox_event ADD COLUMN written_at timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE outbox_event ALTER COLUMN written_at SET DEFAULT statement_timestamp();
"""

# The oldest first, at most so many at once.  What a listener has not noted yet stays, however old.
FORGET = """
CREATE FUNCTION outbox_forget(before timestamptz, most int) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone integer;
BEGIN
    IF NOT EXISTS (SELECT FROM public.outbox_hearing) THEN
        RAISE EXCEPTION 'nobody has said who listens: run reprise migrate';
    END IF;
    WITH heard AS (
        SELECT e.id FROM public.outbox_event e
         WHERE e.at < least(before, clock_timestamp() - interval '13 months')
           AND e.written_at < clock_timestamp() - interval '13 months'
           AND NOT EXISTS (
               SELECT FROM public.outbox_hearing h
                WHERE h.kind = e.kind AND NOT EXISTS (
                    SELECT FROM public.outbox_delivery d
                     WHERE d.event_id = e.id AND d.listener = h.listener))
         ORDER BY e.at, e.id LIMIT most
    ), noted AS (
        DELETE FROM public.outbox_delivery d USING heard WHERE d.event_id = heard.id
    )
    DELETE FROM public.outbox_event e USING heard WHERE e.id = heard.id;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$
"""

BEFORE = """
CREATE FUNCTION outbox_forget(before timestamptz, kinds text[], listeners int[], most int)
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone integer;
BEGIN
    WITH heard AS (
        SELECT e.id FROM public.outbox_event e
          LEFT JOIN unnest(kinds, listeners) AS told (kind, number) ON told.kind = e.kind
         WHERE e.at < least(before, clock_timestamp() - interval '13 months')
           AND (SELECT count(*) FROM public.outbox_delivery d WHERE d.event_id = e.id)
               >= coalesce(told.number, 0)
         ORDER BY e.at, e.id LIMIT most
    ), noted AS (
        DELETE FROM public.outbox_delivery d USING heard WHERE d.event_id = heard.id
    )
    DELETE FROM public.outbox_event e USING heard WHERE e.id = heard.id;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;
REVOKE ALL ON FUNCTION outbox_forget(timestamptz, text[], int[], int) FROM PUBLIC;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('outbox', '0010_standing'),
    ]

    operations = [
        migrations.CreateModel(
            name='Hearing',
            fields=[
                ('pk', models.CompositePrimaryKey('kind', 'listener', blank=True, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=80)),
                ('listener', models.CharField(max_length=120)),
            ],
        ),
        migrations.RunSQL(WRITTEN, "ALTER TABLE outbox_event DROP COLUMN written_at"),
        migrations.RunSQL("DROP FUNCTION outbox_forget(timestamptz, text[], int[], int)", BEFORE),
        migrations.RunSQL(FORGET, "DROP FUNCTION outbox_forget(timestamptz, int)"),
        migrations.RunSQL(
            "REVOKE ALL ON FUNCTION outbox_forget(timestamptz, int) FROM PUBLIC",
            migrations.RunSQL.noop,
        ),
    ]
