"""When money moved last, the ledger says, to which nobody adds an older day (decision 0055)."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("reprise.privacy.migrations.0018_still_held").END_ORDER

# As in 0018, but for what the ledger says: what the shop writes all day only ever makes it later.
END_ORDER = """
CREATE OR REPLACE FUNCTION privacy_end_order(of_order uuid, nameless text, today date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    payments uuid[];
    year integer := extract(year FROM least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date));
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
        SELECT FROM public.ledger_transfer x
         WHERE x.payment_id = ANY (payments) AND x.phase = 'posted'
           AND extract(year FROM x.at AT TIME ZONE 'UTC') + 10 >= year)
    OR EXISTS (
        SELECT FROM public.payments_payment p
          LEFT JOIN public.payments_instruction i ON i.payment_id = p.id
         WHERE p.id = ANY (payments) AND p.captured > 0
           AND extract(year FROM greatest(p.state_at, i.answered_at) AT TIME ZONE 'UTC') + 10
               >= year)
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
        ('privacy', '0020_objections'),
        ('ledger', '0005_closings'),
    ]

    operations = [migrations.RunSQL(END_ORDER, BEFORE)]
