"""What whoever has the running role writes opens the archive to nobody else, and stops neither the
journal nor a page for good (decision 0062)."""

from datetime import UTC, date, datetime
from importlib import import_module

from django.db import migrations, models
from django.db.models import Q

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

# A number far ahead would leave none for the next act.  Whoever numbers has the lock of `NUMBERING`.
GUARD = """
CREATE FUNCTION privacy_act_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM public.privacy_act) THEN
        RAISE EXCEPTION 'privacy_act: it is the next one'
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$
"""
ON = """
CREATE TRIGGER privacy_act_guard BEFORE INSERT ON privacy_act
   FOR EACH ROW EXECUTE FUNCTION privacy_act_guard()
"""

DAYS = (date(2000, 1, 1), date(2999, 12, 31))
MOMENTS = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2999, 12, 31, tzinfo=UTC))


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0026_clocks_of_others'),
        ('accounts', '0007_uncounted'),
    ]

    operations = [
        migrations.RunSQL(LEAVE, BEFORE.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION')),
        migrations.RunSQL(GUARD, 'DROP FUNCTION privacy_act_guard()'),
        migrations.RunSQL(
            'REVOKE ALL ON FUNCTION privacy_act_guard() FROM PUBLIC', migrations.RunSQL.noop
        ),
        migrations.RunSQL(ON, 'DROP TRIGGER privacy_act_guard ON privacy_act'),
        migrations.AddConstraint(
            model_name='act',
            constraint=models.CheckConstraint(name='privacy_act_days', condition=Q(at__range=MOMENTS) & (Q(until=None) | Q(until__range=DAYS))),
        ),
        migrations.AddConstraint(
            model_name='act',
            constraint=models.CheckConstraint(name='privacy_act_told', condition=~Q(verb__in=['untold', 'may_tell']) | Q(verb='untold', basis='authority', reason__in=['unsettled', 'forbidden']) | Q(verb='may_tell', basis='authority', reason='', until=None)),
        ),
        migrations.AddConstraint(
            model_name='act',
            constraint=models.CheckConstraint(name='privacy_act_held', condition=~Q(verb='held') | Q(reason='restriction') | (Q(reason__in=['litigation', 'authority', 'guarantee']) & ~Q(actor_kind='person'))),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(name='privacy_request_days', condition=Q(received_on__range=DAYS, answer_by__range=DAYS) & (Q(told_extension_on=None) | Q(told_extension_on__range=DAYS)) & (Q(closed_at=None) | Q(closed_at__range=MOMENTS))),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(name='privacy_entry_days', condition=Q(received_on__range=DAYS, entered_at__range=MOMENTS)),
        ),
    ]
