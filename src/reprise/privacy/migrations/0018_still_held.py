"""What was lifted holds for some days all the same, PostgreSQL says when it was lifted and by whom it
may be, and of what an authority asks its person is not told (decision 0054)."""

from django.db import migrations, models
from django.db.models import F, Q

# As `states.STILL_HELD`.
STILL_HELD = "interval '7 days'"

# What was lifted before this, was over then; what was lifted within these days holds again.
BEFORE = f"""
UPDATE privacy_hold
   SET holds_until = lifted_at + CASE WHEN by = 'staff' AND lifted_at + {STILL_HELD} > now()
                                      THEN {STILL_HELD} ELSE interval '0' END
 WHERE lifted_at IS NOT NULL
"""

# Nobody has asked the authorities yet.
UNTOLD = """
UPDATE privacy_hold SET untold_why = 'unsettled' WHERE by = 'staff' AND kind = 'authority'
"""

# Whoever runs the shop writes these columns; when and by whom something was lifted is not for them
# to say.  A moment that is said is PostgreSQL's own; one of long ago is refused and not corrected,
# because nobody who lifts something now says it.
GUARD = f"""
CREATE FUNCTION privacy_hold_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moment timestamptz := clock_timestamp();
    wrong text;
    same public.privacy_hold%ROWTYPE;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.lifted_at IS NOT NULL OR NEW.holds_until IS NOT NULL
        OR NEW.lifted_by IS NOT NULL OR NEW.lifting_by IS NOT NULL THEN
            wrong := 'one that is put on is not lifted, and nobody wants it to be';
        END IF;
    ELSIF OLD.lifted_at IS NOT NULL THEN
        -- But for whether its person may be told, which can be settled years later.
        same := NEW;
        same.untold_why := OLD.untold_why;
        same.untold_until := OLD.untold_until;
        IF same IS DISTINCT FROM OLD THEN
            wrong := 'one that was lifted stays as it is';
        END IF;
    ELSE
        -- Who wants it lifted says so once; somebody else begins with taking that back.
        IF OLD.lifting_by IS NULL AND NEW.lifting_by IS NOT NULL THEN
            NEW.lifting_at := moment;
        ELSIF NEW.lifting_by IS NOT NULL
          AND (NEW.lifting_by, NEW.lifting_at, NEW.lifting_why)
              IS DISTINCT FROM (OLD.lifting_by, OLD.lifting_at, OLD.lifting_why) THEN
            wrong := 'nobody changes who asked, when and why';
        END IF;
        IF NEW.lifted_at IS NOT NULL THEN
            IF NEW.lifted_at < moment - interval '10 minutes' THEN
                wrong := 'it is lifted now, and not before';
            ELSIF NEW."by" = 'person' THEN
                -- At once: what its person has asked for is carried out as of that same moment.
                moment := least(moment, NEW.lifted_at);
                NEW.holds_until := moment;
            ELSIF NEW.lifted_by IS NULL OR NEW.lifting_by IS NULL THEN
                wrong := 'somebody of the staff lifts it';
            ELSIF NEW.kind IN ('authority', 'litigation') AND (
                OLD.lifting_by IS NULL
                OR NEW.lifted_by = NEW.lifting_by
                OR NEW.lifted_by = NEW.staff_id
            ) THEN
                wrong := 'another one than who asked before and who set it agrees';
            ELSE
                NEW.holds_until := moment + {STILL_HELD};
            END IF;
            NEW.lifted_at := moment;
        ELSIF NEW.holds_until IS NOT NULL THEN
            wrong := 'what is not lifted holds without end';
        END IF;
    END IF;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'privacy_hold: %', wrong
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$
"""
ON = """
CREATE TRIGGER privacy_hold_guard BEFORE INSERT OR UPDATE ON privacy_hold
   FOR EACH ROW EXECUTE FUNCTION privacy_hold_guard()
"""

# As in 0001 and 0016, but for what holds.
DROP = """
CREATE OR REPLACE FUNCTION privacy_drop(of_order uuid, today date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM public.privacy_archived a
     WHERE a.order_id = of_order
       AND a.until < least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date)
       AND NOT EXISTS (
           SELECT FROM public.privacy_hold h
            WHERE (h.holds_until IS NULL OR h.holds_until > clock_timestamp())
              AND (h.order_id = a.order_id OR h.person = ANY (a.persons)));
    RETURN FOUND;
END $$
"""
END_ORDER = """
CREATE OR REPLACE FUNCTION privacy_end_order(of_order uuid, nameless text, today date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    payments uuid[];
BEGIN
    IF EXISTS (SELECT FROM public.orders_contact WHERE order_id = of_order)
    OR EXISTS (SELECT FROM public.privacy_archived WHERE order_id = of_order)
    OR EXISTS (SELECT FROM public.privacy_hold WHERE order_id = of_order
                  AND (holds_until IS NULL OR holds_until > clock_timestamp()))
    THEN
        RETURN false;
    END IF;
    IF nameless !~ '^N-[0-9A-Z]{8}$' THEN
        RAISE EXCEPTION 'privacy_end_order: % is the number of an order that has one', nameless;
    END IF;
    SELECT coalesce(array_agg(id), '{}') INTO payments
      FROM public.payments_payment WHERE reference = of_order;
    -- What was collected is in the accounts until ten years after the year in which it moved last.
    IF EXISTS (
        SELECT FROM public.payments_payment p
          LEFT JOIN public.payments_instruction i ON i.payment_id = p.id
         WHERE p.id = ANY (payments) AND p.captured > 0
           AND extract(year FROM greatest(p.state_at, i.answered_at) AT TIME ZONE 'UTC') + 10
               >= extract(year FROM least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date)))
    THEN
        RETURN false;
    END IF;
    UPDATE public.payments_notice SET provider_ref = '', event_id = id::text
     WHERE reference IN (SELECT unnest(payments)::text)
       AND (provider_ref <> '' OR event_id <> id::text);
    UPDATE public.payments_instruction SET provider_ref = ''
     WHERE payment_id = ANY (payments) AND provider_ref <> '';
    UPDATE public.payments_payment SET provider_ref = NULL
     WHERE id = ANY (payments) AND provider_ref IS NOT NULL;
    UPDATE public.orders_sellerorder SET reference = nameless || substr(reference, 11)
     WHERE order_id = of_order AND reference NOT LIKE 'N-%';
    UPDATE public.orders_order SET reference = nameless
     WHERE id = of_order AND reference NOT LIKE 'N-%';
    RETURN true;
END $$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0017_contracts'),
    ]

    operations = [
        migrations.AlterField(
            model_name='hold',
            name='lifted_at',
            field=models.DateTimeField(help_text="by PostgreSQL's clock, as the next", null=True),
        ),
        migrations.AddField(
            model_name='hold',
            name='holds_until',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='hold',
            name='untold_why',
            field=models.CharField(blank=True, help_text='its person is not told of it; empty: they may be', max_length=10),
        ),
        migrations.AddField(
            model_name='hold',
            name='untold_until',
            field=models.DateField(help_text='the last day; none: until staff say so', null=True),
        ),
        migrations.RunSQL(BEFORE, migrations.RunSQL.noop),
        migrations.RunSQL(UNTOLD, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.CheckConstraint(condition=Q(untold_why='', untold_until=None) | Q(by='staff', kind='authority', untold_why__in=['unsettled', 'forbidden']), name='privacy_hold_untold'),
        ),
        migrations.RemoveConstraint(
            model_name='act',
            name='privacy_act_codes',
        ),
        migrations.AddConstraint(
            model_name='act',
            constraint=models.CheckConstraint(condition=Q(('basis__regex', '^[a-z0-9_.]*$'), ('holding__regex', '^[a-z_]+$'), ('reason__regex', '^[a-z0-9_.]*$'), ('verb__in', ['archived', 'erased', 'kept', 'opened', 'held', 'to_lift', 'unheld', 'untold', 'may_tell', 'amended', 'ended', 'resumed'])), name='privacy_act_codes'),
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.CheckConstraint(condition=Q(lifted_at=None, holds_until=None) | Q(holds_until__gte=F('lifted_at')), name='privacy_hold_until'),
        ),
        migrations.RunSQL(GUARD, 'DROP FUNCTION privacy_hold_guard()'),
        migrations.RunSQL(
            'REVOKE ALL ON FUNCTION privacy_hold_guard() FROM PUBLIC', migrations.RunSQL.noop
        ),
        migrations.RunSQL(ON, 'DROP TRIGGER privacy_hold_guard ON privacy_hold'),
        migrations.RunSQL(DROP, migrations.RunSQL.noop),
        migrations.RunSQL(END_ORDER, migrations.RunSQL.noop),
    ]
