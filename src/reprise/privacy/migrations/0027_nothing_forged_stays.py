"""What whoever has the running role writes opens the archive to nobody else (decision 0062)."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("reprise.privacy.migrations.0024_account_leaves").LEAVE

# As in 0024; but a row is never another address's than the one under which it was archived, and
# a hold whose account nobody could reckon keeps the rows of every account, as in `privacy_drop`.
LEAVE = """
CREATE OR REPLACE FUNCTION privacy_leave_account(of_user uuid, of_account bytea, of_owner bytea) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    left_to integer;
BEGIN
    IF EXISTS (SELECT FROM public.accounts_user WHERE id = of_user) THEN
        RAISE EXCEPTION 'privacy_leave_account: the account is there'
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    UPDATE public.privacy_archived
       SET account = NULL,
           owner = CASE WHEN of_owner IS NULL OR of_owner = owner THEN owner END
     WHERE account = of_account;
    GET DIAGNOSTICS left_to = ROW_COUNT;
    IF left_to > 0 AND EXISTS (
        SELECT FROM public.privacy_hold
         WHERE (holds_until IS NULL OR holds_until > clock_timestamp())
           AND user_id IS NOT NULL AND coalesce(account, of_account) = of_account) THEN
        RAISE EXCEPTION 'privacy_leave_account: the account is held'
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN left_to;
END $$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0026_clocks_of_others'),
        ('accounts', '0007_uncounted'),
    ]

    operations = [
        migrations.RunSQL(LEAVE, BEFORE.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION')),
    ]
