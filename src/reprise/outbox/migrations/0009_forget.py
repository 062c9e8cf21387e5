"""Events that everybody has heard long ago leave (decision 0051)."""

from django.db import migrations

# The oldest first, at most so many at once.  What a listener has not noted yet stays, however old.
FORGET = """
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
END $$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('outbox', '0008_holds'),
    ]

    operations = [
        migrations.RunSQL(FORGET, "DROP FUNCTION outbox_forget(timestamptz, text[], int[], int)"),
        migrations.RunSQL(
            "REVOKE ALL ON FUNCTION outbox_forget(timestamptz, text[], int[], int) FROM PUBLIC",
            migrations.RunSQL.noop,
        ),
    ]
