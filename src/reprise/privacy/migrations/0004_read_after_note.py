"""What is sealed is read after the note of who reads it was committed, never in its transaction:
a rollback would take the note away and leave what was read."""

from django.db import migrations

from reprise.privacy.actions.acting import NUMBERING

SIGNATURE = "privacy_open(uuid, uuid, uuid, text, uuid, text, timestamptz)"

# Says whether there is anything to read, and notes who is about to.
NOTE = f"""
CREATE FUNCTION privacy_open(
    of_order uuid, act uuid, request uuid, actor_kind text, staff uuid, why text, at timestamptz
) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.privacy_archived a WHERE a.order_id = of_order) THEN
        RETURN false;
    END IF;
    PERFORM pg_advisory_xact_lock({NUMBERING});
    INSERT INTO public.privacy_act (
        id, seq, request_id, holding, subject, verb, basis, until, actor_kind, staff_id, reason, at
    ) SELECT act, coalesce(max(seq), 0) + 1, request, 'contact', of_order, 'opened', '', NULL,
             privacy_open.actor_kind, staff, why, privacy_open.at
        FROM public.privacy_act;
    RETURN true;
END $$
"""

# A note of this very transaction, or of a part of it, has a number that is not below its own.  One
# that is long past is another reading's.
READ = """
CREATE FUNCTION privacy_read(act uuid) RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mine bigint := pg_current_xact_id()::text::bigint & 4294967295;
    noted bigint;
    of_order uuid;
BEGIN
    SELECT a.subject, a.xmin::text::bigint INTO of_order, noted
      FROM public.privacy_act a
     WHERE a.id = act AND a.holding = 'contact' AND a.verb = 'opened';
    IF NOT coalesce(noted < mine AND mine - noted < 100000, false) THEN
        RAISE EXCEPTION 'nothing is read before the note of it is committed'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN (SELECT a.sealed FROM public.privacy_archived a WHERE a.order_id = of_order);
END $$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0003_seller_copies'),
    ]

    operations = [
        migrations.RunSQL(f"DROP FUNCTION {SIGNATURE}", migrations.RunSQL.noop),
        migrations.RunSQL(NOTE, f"DROP FUNCTION {SIGNATURE}"),
        migrations.RunSQL(READ, "DROP FUNCTION privacy_read(uuid)"),
        migrations.RunSQL(
            f"REVOKE ALL ON FUNCTION {SIGNATURE} FROM PUBLIC;"
            " REVOKE ALL ON FUNCTION privacy_read(uuid) FROM PUBLIC",
            migrations.RunSQL.noop,
        ),
    ]
