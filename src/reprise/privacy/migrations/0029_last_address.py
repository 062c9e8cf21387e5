"""What an account had in the archive is its last proven address's (decision 0065)."""

from importlib import import_module

from django.db import migrations, models
from django.db.models import Q

BEFORE = import_module("reprise.privacy.migrations.0027_nothing_forged_stays").LEAVE

# As in 0027; but a row that comes with a proof is the address's for which that was made.  PostgreSQL
# cannot look at it: whoever lets somebody in does (`access.archived_of`).
LEAVE = """
CREATE FUNCTION privacy_leave_account(
    of_user uuid, of_account bytea, of_owner bytea,
    of_orders uuid[] DEFAULT '{}', of_proofs bytea[] DEFAULT '{}') RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    left_to integer;
BEGIN
    IF EXISTS (SELECT FROM public.accounts_user WHERE id = of_user) THEN
        RAISE EXCEPTION 'privacy_leave_account: the account is there'
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    WITH made AS (
        SELECT a.order_id, given.proof
          FROM public.privacy_archived a
          LEFT JOIN unnest(of_orders, of_proofs) AS given(order_id, proof)
                 ON given.order_id = a.order_id
                AND of_owner IS NOT NULL AND of_owner IS DISTINCT FROM a.owner
         WHERE a.account = of_account)
    UPDATE public.privacy_archived a
       SET account = NULL,
           proof = made.proof,
           owner = CASE WHEN of_owner IS NULL OR of_owner = owner THEN owner
                        WHEN made.proof IS NOT NULL THEN of_owner END,
           persons = CASE WHEN made.proof IS NULL OR of_owner = ANY(persons) THEN persons
                          ELSE persons || of_owner END
      FROM made
     WHERE a.order_id = made.order_id;
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
GONE = "DROP FUNCTION privacy_leave_account(uuid, bytea, bytea, uuid[], bytea[])"
CLOSED = (
    "REVOKE ALL ON FUNCTION privacy_leave_account(uuid, bytea, bytea, uuid[], bytea[]) FROM PUBLIC"
)
CLOSED_BEFORE = "REVOKE ALL ON FUNCTION privacy_leave_account(uuid, bytea, bytea) FROM PUBLIC"


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0028_contradicted'),
        ('accounts', '0008_moved'),
    ]

    operations = [
        migrations.AddField(
            model_name='archived',
            name='proof',
            field=models.BinaryField(help_text='that it was left to `owner`: `people.left_to`', max_length=32, null=True),
        ),
        migrations.AddConstraint(
            model_name='archived',
            constraint=models.CheckConstraint(name='privacy_archived_proof', condition=Q(proof=None) | Q(account=None, owner__isnull=False)),
        ),
        migrations.RunSQL(migrations.RunSQL.noop, CLOSED_BEFORE),
        migrations.RunSQL(
            'DROP FUNCTION privacy_leave_account(uuid, bytea, bytea)',
            BEFORE.replace('CREATE OR REPLACE', 'CREATE'),
        ),
        migrations.RunSQL(LEAVE, GONE),
        migrations.RunSQL(CLOSED, migrations.RunSQL.noop),
    ]
