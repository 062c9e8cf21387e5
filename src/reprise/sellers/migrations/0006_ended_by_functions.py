"""A contract ends, and what is held of a seller leaves, through functions alone (decision 0055)."""

import django.db.models.deletion
from django.db import migrations, models

import reprise.kernel.ids

# Days are those of UTC, as in the nights.  One day more on either side: two clocks are never the
# same.  Who owns the tables may enter an older day: a backup was put back, and it is done again.
END = """
CREATE FUNCTION sellers_end_contract(of_seller uuid, entry uuid, on_day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    today date := (clock_timestamp() AT TIME ZONE 'UTC')::date;
    -- Who asks: in here the current user is the owner, and whoever is restricted signed in as it.
    asks name := coalesce(nullif(current_setting('role'), 'none'), session_user);
BEGIN
    IF on_day IS NULL
    OR asks <> current_user AND (on_day < today - 32 OR on_day > today + 1) THEN
        RAISE EXCEPTION 'a contract does not end on %: by that day everything leaves', on_day
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE public.sellers_seller SET ended_on = on_day, active = false
     WHERE id = of_seller AND ended_on IS NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO public.sellers_ending (id, seller_id, ended_on, at, role)
    VALUES (entry, of_seller, on_day, clock_timestamp(), asks);
    RETURN true;
END $$
"""

TAKE_BACK = """
CREATE FUNCTION sellers_take_back_end(of_seller uuid, entry uuid, sells boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.sellers_seller s SET ended_on = NULL, active = sells
     WHERE s.id = of_seller AND s.ended_on IS NOT NULL
       AND NOT EXISTS (SELECT FROM public.sellers_trader t
                        WHERE t.seller_id = of_seller AND t.email = '');
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO public.sellers_ending (id, seller_id, ended_on, at, role)
    VALUES (entry, of_seller, NULL, clock_timestamp(),
            coalesce(nullif(current_setting('role'), 'none'), session_user));
    RETURN true;
END $$
"""

# By two clocks, as `privacy_drop`: who asks says which day it is, and PostgreSQL has its own.
IS_OVER = """
CREATE FUNCTION sellers_is_over(of_seller uuid, today date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.sellers_seller s
         WHERE s.id = of_seller
           AND s.ended_on + interval '6 months'
               < least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date))
$$
"""

FORGET_ACCOUNTS = """
CREATE OR REPLACE FUNCTION sellers_forget_accounts(of_seller uuid, today date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone integer;
BEGIN
    DELETE FROM public.sellers_paymentaccount a
     WHERE a.seller_id = of_seller AND public.sellers_is_over(of_seller, today);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$
"""

FORGET_MEMBERS = """
CREATE FUNCTION sellers_forget_members(of_seller uuid, today date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone integer;
BEGIN
    DELETE FROM public.sellers_member m
     WHERE m.seller_id = of_seller AND public.sellers_is_over(of_seller, today);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$
"""

# A version of a trader: all of it, or what no account needs.
FORGET_TRADER = """
CREATE FUNCTION sellers_forget_trader(of_trader uuid, whole boolean, today date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.sellers_trader t
       SET email = '', phone = '',
           legal_name = CASE WHEN whole THEN '' ELSE t.legal_name END,
           address = CASE WHEN whole THEN '' ELSE t.address END,
           register = CASE WHEN whole THEN '' ELSE t.register END,
           register_number = CASE WHEN whole THEN '' ELSE t.register_number END,
           vat_id = CASE WHEN whole THEN '' ELSE t.vat_id END
     WHERE t.id = of_trader AND public.sellers_is_over(t.seller_id, today);
    RETURN FOUND;
END $$
"""

FORGET_NAME = """
CREATE FUNCTION sellers_forget_name(of_seller uuid, today date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.sellers_seller s SET slug = replace(s.id::text, '-', ''), name = '', town = ''
     WHERE s.id = of_seller AND public.sellers_is_over(of_seller, today)
       AND NOT EXISTS (SELECT FROM public.sellers_trader t
                        WHERE t.seller_id = of_seller AND t.legal_name <> '');
    RETURN FOUND;
END $$
"""

BEFORE = """
CREATE OR REPLACE FUNCTION sellers_forget_accounts(of_seller uuid, today date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone integer;
BEGIN
    DELETE FROM public.sellers_paymentaccount a
     WHERE a.seller_id = of_seller
       AND EXISTS (
           SELECT FROM public.sellers_seller s
            WHERE s.id = of_seller
              AND s.ended_on + interval '6 months'
                  < least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date));
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$
"""

NOBODY_ELSE = """
REVOKE ALL ON FUNCTION sellers_end_contract(uuid, uuid, date) FROM PUBLIC;
REVOKE ALL ON FUNCTION sellers_take_back_end(uuid, uuid, boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION sellers_is_over(uuid, date) FROM PUBLIC;
REVOKE ALL ON FUNCTION sellers_forget_members(uuid, date) FROM PUBLIC;
REVOKE ALL ON FUNCTION sellers_forget_trader(uuid, boolean, date) FROM PUBLIC;
REVOKE ALL ON FUNCTION sellers_forget_name(uuid, date) FROM PUBLIC;
"""

# What ended before this has no row of its own, and counts by its day.


class Migration(migrations.Migration):

    dependencies = [
        ('sellers', '0005_contracts_end'),
    ]

    operations = [
        migrations.CreateModel(
            name='Ending',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('ended_on', models.DateField(help_text='none: the end was taken back', null=True)),
                ('at', models.DateTimeField(help_text='by the clock of PostgreSQL')),
                ('role', models.CharField(help_text='of the database, that asked', max_length=63)),
                ('seller', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='endings', to='sellers.seller')),
            ],
            options={
                'indexes': [models.Index(fields=['seller', 'at'], name='sellers_ending_of')],
            },
        ),
        migrations.RunSQL(END, "DROP FUNCTION sellers_end_contract(uuid, uuid, date)"),
        migrations.RunSQL(TAKE_BACK, "DROP FUNCTION sellers_take_back_end(uuid, uuid, boolean)"),
        migrations.RunSQL(IS_OVER, "DROP FUNCTION sellers_is_over(uuid, date)"),
        migrations.RunSQL(FORGET_ACCOUNTS, BEFORE),
        migrations.RunSQL(FORGET_MEMBERS, "DROP FUNCTION sellers_forget_members(uuid, date)"),
        migrations.RunSQL(FORGET_TRADER, "DROP FUNCTION sellers_forget_trader(uuid, boolean, date)"),
        migrations.RunSQL(FORGET_NAME, "DROP FUNCTION sellers_forget_name(uuid, date)"),
        migrations.RunSQL(NOBODY_ELSE, migrations.RunSQL.noop),
    ]
