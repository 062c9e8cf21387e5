"""A seller's contract ends, and what is held of it leaves in time (decision 0051)."""

from django.db import migrations, models


# By two clocks, as `privacy_drop`: who asks says which day it is, and PostgreSQL has its own.
FORGET_ACCOUNTS = """
CREATE FUNCTION sellers_forget_accounts(of_seller uuid, today date) RETURNS integer
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


class Migration(migrations.Migration):

    dependencies = [
        ('sellers', '0004_payment_accounts'),
    ]

    operations = [
        migrations.AddField(
            model_name='seller',
            name='ended_on',
            field=models.DateField(help_text='the last day of its contract', null=True),
        ),
        migrations.AddConstraint(
            model_name='seller',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on', None), ('active', False), _connector='OR'), name='sellers_ended_inactive'),
        ),
        migrations.RunSQL(
            FORGET_ACCOUNTS,
            "DROP FUNCTION sellers_forget_accounts(uuid, date)",
        ),
        migrations.RunSQL(
            "REVOKE ALL ON FUNCTION sellers_forget_accounts(uuid, date) FROM PUBLIC",
            migrations.RunSQL.noop,
        ),
    ]
