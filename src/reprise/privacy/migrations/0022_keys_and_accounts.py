"""PostgreSQL says that a key of the archive is over, and a row of it does not leave while its
account is held (decision 0060)."""

from django.db import migrations, models

from reprise.keys import Keys, MissingKey

# The running role writes neither column.  What is asked is asked of the rows, at PostgreSQL's
# clock where the shop's is ahead; fewer days than backups are kept by default are no answer.
KEY_OVER = """
CREATE FUNCTION privacy_key_over(of_year integer, today date, kept integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    day date := least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date);
    known public.privacy_yearkey%ROWTYPE;
BEGIN
    SELECT * INTO known FROM public.privacy_yearkey WHERE year = of_year FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF of_year >= extract(year FROM day)
    OR EXISTS (SELECT FROM public.privacy_archived WHERE key_year = of_year) THEN
        -- Whoever said something else was wrong, or a backup has brought rows back.
        UPDATE public.privacy_yearkey SET empty_since = NULL, destroyed_at = NULL
         WHERE year = of_year AND (empty_since IS NOT NULL OR destroyed_at IS NOT NULL);
        RETURN false;
    END IF;
    IF known.destroyed_at IS NOT NULL THEN
        RETURN true;
    END IF;
    IF known.empty_since IS NULL THEN
        UPDATE public.privacy_yearkey SET empty_since = (clock_timestamp() AT TIME ZONE 'UTC')::date
         WHERE year = of_year;
        RETURN false;
    END IF;
    IF day <= known.empty_since + greatest(kept, 35) THEN
        RETURN false;
    END IF;
    UPDATE public.privacy_yearkey SET destroyed_at = clock_timestamp() WHERE year = of_year;
    RETURN true;
END $$
"""

# As in 0018, and what an account's hold keeps.  One of before, whose account nobody could reckon
# because a key was away, keeps the row of every account until it is over.
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
              AND (h.order_id = a.order_id OR h.person = ANY (a.persons)
                   OR (h.user_id IS NOT NULL AND coalesce(h.account, a.account) = a.account)));
    RETURN FOUND;
END $$
"""

OFF = 'ALTER TABLE privacy_hold DISABLE TRIGGER privacy_hold_guard'
ON = 'ALTER TABLE privacy_hold ENABLE TRIGGER privacy_hold_guard'


def reckon(apps, schema_editor):
    """As `people.account`; what was lifted is guarded, so past its trigger."""
    Hold, keys = apps.get_model('privacy', 'Hold'), Keys.of()
    held = list(Hold.objects.exclude(user_id=None))
    try:
        for each in held:
            each.account = keys.index(f"account:{each.user_id}")
    except MissingKey:
        return
    if not held:
        return
    schema_editor.execute(OFF)
    Hold.objects.bulk_update(held, ['account'])
    schema_editor.execute(ON)


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', "0021_ledger_says"),
    ]

    operations = [
        migrations.AddField(
            model_name='hold',
            name='account',
            field=models.BinaryField(help_text='`people.account` of `user_id`; none: a key was away', max_length=32, null=True),
        ),
        migrations.RunPython(reckon, migrations.RunPython.noop),
        migrations.RunSQL(DROP, migrations.RunSQL.noop),
        migrations.RunSQL(KEY_OVER, 'DROP FUNCTION privacy_key_over(integer, date, integer)'),
        migrations.RunSQL(
            'REVOKE ALL ON FUNCTION privacy_key_over(integer, date, integer) FROM PUBLIC',
            migrations.RunSQL.noop,
        ),
    ]
