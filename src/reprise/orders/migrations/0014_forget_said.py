"""The salt of what a trader said leaves after that, through a function alone (decision 0062)."""

from django.db import migrations

FORGET = """
CREATE FUNCTION orders_forget_said(of_trader uuid, of_identity boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.orders_said d
       SET contact_salt = '',
           identity_salt = CASE WHEN of_identity THEN '' ELSE d.identity_salt END
      FROM public.sellers_trader t
     WHERE d.trader_id = of_trader AND t.id = d.trader_id
       AND t.email = '' AND t.phone = ''
       AND (NOT of_identity OR t.legal_name = '');
    RETURN FOUND;
END $$
"""
SIGNATURE = 'orders_forget_said(uuid, boolean)'


class Migration(migrations.Migration):

    dependencies = [
        ('orders', '0013_said'),
        ('sellers', '0006_ended_by_functions'),
    ]

    operations = [
        migrations.RunSQL(FORGET, f'DROP FUNCTION {SIGNATURE}'),
        migrations.RunSQL(
            f'REVOKE ALL ON FUNCTION {SIGNATURE} FROM PUBLIC', migrations.RunSQL.noop
        ),
    ]
