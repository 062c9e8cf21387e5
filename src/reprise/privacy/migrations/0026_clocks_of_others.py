"""When a request came, and that an order is young, PostgreSQL says as well (decision 0062)."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("reprise.privacy.migrations.0021_ledger_says").END_ORDER

# Nothing changes the day on which an order was placed; whatever was tried to collect for it came
# later, so no order ends sooner than this.
_NUMBERED = """
    IF nameless !~"""
_YOUNG = """
    IF EXISTS (SELECT FROM public.orders_order
                WHERE id = of_order
                  AND (placed_at AT TIME ZONE 'UTC')::date + interval '13 months'
                      >= least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date))
    THEN
        RETURN false;
    END IF;"""
END_ORDER = BEFORE.replace(_NUMBERED, _YOUNG + _NUMBERED)

# A change, from one state of a row to the next, which no constraint sees (as `privacy_hold_guard`).
# The law gives a month, and two more that the person is told of; a last day that is none for the
# office is moved by some days.
GUARD = """
CREATE FUNCTION privacy_request_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wrong text;
BEGIN
    IF NEW.received_on > OLD.received_on OR NEW.received_on < OLD.received_on AND NOT EXISTS (
        SELECT FROM public.privacy_entry e
         WHERE e.request_id = OLD.id AND e.received_on = NEW.received_on) THEN
        wrong := 'it came when it came, or earlier, as an entry says';
    ELSIF OLD.told_extension_on IS NOT NULL
      AND NEW.told_extension_on IS DISTINCT FROM OLD.told_extension_on THEN
        wrong := 'more time is told once';
    ELSIF NEW.answer_by > OLD.answer_by AND (
        NEW.told_extension_on IS NULL
        OR NEW.answer_by > NEW.received_on + interval '3 months 14 days') THEN
        wrong := 'it is answered in time';
    END IF;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'privacy_request: %', wrong
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$
"""
ON = """
CREATE TRIGGER privacy_request_guard BEFORE UPDATE ON privacy_request
   FOR EACH ROW EXECUTE FUNCTION privacy_request_guard()
"""


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0025_settled'),
    ]

    operations = [
        migrations.RunSQL(END_ORDER, BEFORE),
        migrations.RunSQL(GUARD, 'DROP FUNCTION privacy_request_guard()'),
        migrations.RunSQL(
            'REVOKE ALL ON FUNCTION privacy_request_guard() FROM PUBLIC', migrations.RunSQL.noop
        ),
        migrations.RunSQL(ON, 'DROP TRIGGER privacy_request_guard ON privacy_request'),
    ]
