"""What of an order leads outside leaves in its time (decision 0051)."""

from django.db import migrations

# With the numbers of its devices, and on the same condition: nobody is named for the order.
FORGET_PARCELS = """
CREATE FUNCTION privacy_forget_parcels(of_order uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    parcels uuid[];
    gone integer;
    letters integer;
BEGIN
    IF EXISTS (SELECT FROM public.orders_contact WHERE order_id = of_order)
    OR EXISTS (SELECT FROM public.privacy_archived WHERE order_id = of_order) THEN
        RETURN 0;
    END IF;
    SELECT coalesce(array_agg(s.id), '{}') INTO parcels
      FROM public.orders_sellerorder c JOIN public.shipping_shipment s
        ON s.seller_id = c.seller_id AND s.reference = c.id
     WHERE c.order_id = of_order;
    DELETE FROM public.shipping_number WHERE shipment_id = ANY (parcels);
    UPDATE public.shipping_scan SET tracking = '', event_id = id::text
     WHERE shipment_id = ANY (parcels) AND (tracking <> '' OR event_id <> id::text);
    UPDATE public.shipping_shipment SET tracking = '' WHERE id = ANY (parcels) AND tracking <> '';
    GET DIAGNOSTICS gone = ROW_COUNT;
    -- One that is still to be sent to a seller is sent first.
    DELETE FROM public.notifications_message
     WHERE order_id = of_order AND (sent_at IS NOT NULL OR audience = 'buyer');
    GET DIAGNOSTICS letters = ROW_COUNT;
    RETURN gone + letters;
END $$
"""

# The year counts in universal time; whoever asks has counted it in the market's own days.
END_ORDER = """
CREATE FUNCTION privacy_end_order(of_order uuid, nameless text, today date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    payments uuid[];
BEGIN
    IF EXISTS (SELECT FROM public.orders_contact WHERE order_id = of_order)
    OR EXISTS (SELECT FROM public.privacy_archived WHERE order_id = of_order)
    OR EXISTS (SELECT FROM public.privacy_hold WHERE order_id = of_order AND lifted_at IS NULL)
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

NOBODY_ELSE = """
REVOKE ALL ON FUNCTION privacy_forget_parcels(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION privacy_end_order(uuid, text, date) FROM PUBLIC;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0015_entries'),
        ('notifications', '0004_parcels'),
        ('payments', '0003_indexes_once'),
        ('sellers', '0005_contracts_end'),
        ('shipping', '0007_forgotten_numbers'),
    ]

    operations = [
        migrations.RunSQL(FORGET_PARCELS, "DROP FUNCTION privacy_forget_parcels(uuid)"),
        migrations.RunSQL(END_ORDER, "DROP FUNCTION privacy_end_order(uuid, text, date)"),
        migrations.RunSQL(NOBODY_ELSE, migrations.RunSQL.noop),
    ]
