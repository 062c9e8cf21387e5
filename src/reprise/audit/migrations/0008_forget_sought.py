"""Which addresses were looked for leaves through a function alone (decision 0055)."""

from django.db import migrations

# By two clocks: who asks says which day it is, and PostgreSQL has its own.
FORGET = """
CREATE FUNCTION audit_forget_sought(today date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone integer;
BEGIN
    DELETE FROM public.audit_sought
     WHERE day + interval '5 years'
           < least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0007_forget'),
    ]

    operations = [
        migrations.RunSQL(FORGET, "DROP FUNCTION audit_forget_sought(date)"),
        migrations.RunSQL(
            "REVOKE ALL ON FUNCTION audit_forget_sought(date) FROM PUBLIC",
            migrations.RunSQL.noop,
        ),
    ]
