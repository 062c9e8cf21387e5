"""An account leaves the archive by a function, and not while it is held (decision 0062)."""

from django.db import migrations

# The running role changes no row of the archive.  The hold of an account of which no key said what
# the archive knows it by is known by its account alone.
LEAVE = """
CREATE FUNCTION privacy_leave_account(of_user uuid, of_account bytea, of_owner bytea) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    left_to integer;
BEGIN
    IF EXISTS (SELECT FROM public.privacy_hold
                WHERE (holds_until IS NULL OR holds_until > clock_timestamp())
                  AND (account = of_account OR user_id = of_user)) THEN
        RAISE EXCEPTION 'privacy_leave_account: the account is held'
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    UPDATE public.privacy_archived
       SET account = NULL, owner = coalesce(of_owner, owner)
     WHERE account = of_account;
    GET DIAGNOSTICS left_to = ROW_COUNT;
    RETURN left_to;
END $$
"""
SIGNATURE = 'privacy_leave_account(uuid, bytea, bytea)'


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0023_confirmed_how'),
    ]

    operations = [
        migrations.RunSQL(LEAVE, f'DROP FUNCTION {SIGNATURE}'),
        migrations.RunSQL(
            f'REVOKE ALL ON FUNCTION {SIGNATURE} FROM PUBLIC', migrations.RunSQL.noop
        ),
    ]
