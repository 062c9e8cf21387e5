"""Looks that were written down long ago leave (decision 0051)."""

from django.db import migrations

FORGET = """
CREATE FUNCTION audit_forget(before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone integer;
BEGIN
    DELETE FROM public.audit_look
     WHERE at < least(before, clock_timestamp() - interval '60 months');
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0006_sought'),
    ]

    operations = [
        migrations.RunSQL(FORGET, "DROP FUNCTION audit_forget(timestamptz)"),
        migrations.RunSQL(
            "REVOKE ALL ON FUNCTION audit_forget(timestamptz) FROM PUBLIC",
            migrations.RunSQL.noop,
        ),
    ]
