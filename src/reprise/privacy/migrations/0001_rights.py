"""The rows of people's rights, and what alone may read and empty the archive (decision 0039)."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import reprise.kernel.ids
from django.db import migrations, models


# As `acting.NUMBERING`.
NUMBERING = 7_361_039

# They run with the rights of the tables' owner, and look nothing up in a schema that somebody else
# may write to.
OPEN = f"""
CREATE FUNCTION privacy_open(
    of_order uuid, act uuid, request uuid, actor_kind text, staff uuid, why text, at timestamptz
) RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found bytea;
BEGIN
    SELECT a.sealed INTO found FROM public.privacy_archived a WHERE a.order_id = of_order;
    IF found IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock({NUMBERING});
    INSERT INTO public.privacy_act (
        id, seq, request_id, holding, subject, verb, basis, until, actor_kind, staff_id, reason, at
    ) SELECT act, coalesce(max(seq), 0) + 1, request, 'contact', of_order, 'opened', '', NULL,
             privacy_open.actor_kind, staff, why, privacy_open.at
        FROM public.privacy_act;
    RETURN found;
END $$
"""

# By two clocks: who asks says which day it is, and PostgreSQL has its own.
DROP = """
CREATE FUNCTION privacy_drop(of_order uuid, today date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM public.privacy_archived a
     WHERE a.order_id = of_order
       AND a.until < least(today, (clock_timestamp() AT TIME ZONE 'UTC')::date)
       AND NOT EXISTS (
           SELECT FROM public.privacy_hold h
            WHERE h.lifted_at IS NULL
              AND (h.order_id = a.order_id OR h.person = ANY (a.persons)));
    RETURN FOUND;
END $$
"""

FORGET_DEVICES = """
CREATE FUNCTION privacy_forget_devices(of_order uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone integer;
BEGIN
    IF EXISTS (SELECT FROM public.orders_contact WHERE order_id = of_order)
    OR EXISTS (SELECT FROM public.privacy_archived WHERE order_id = of_order) THEN
        RETURN 0;
    END IF;
    DELETE FROM public.orders_linedevice d USING public.orders_line l
     WHERE l.order_id = of_order AND d.seller_id = l.seller_id AND d.line_id = l.id;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$
"""

# Whom the running role is, `grants.apply` says.
NOBODY_ELSE = """
REVOKE ALL ON FUNCTION privacy_open(uuid, uuid, uuid, text, uuid, text, timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION privacy_drop(uuid, date) FROM PUBLIC;
REVOKE ALL ON FUNCTION privacy_forget_devices(uuid) FROM PUBLIC;
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('orders', '0012_request_digest'),
    ]

    operations = [
        migrations.CreateModel(
            name='Night',
            fields=[
                ('day', models.DateField(primary_key=True, serialize=False)),
                ('ended_at', models.DateTimeField()),
                ('number', models.PositiveIntegerField(help_text='how many it touched')),
            ],
        ),
        migrations.CreateModel(
            name='Request',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('reference', models.CharField(max_length=10)),
                ('kind', models.CharField(max_length=13)),
                ('locale', models.CharField(max_length=5)),
                ('order_id', models.UUIDField(help_text='where it is about one order alone', null=True)),
                ('received_on', models.DateField()),
                ('told_extension_on', models.DateField(null=True)),
                ('extension_reason', models.CharField(blank=True, max_length=40)),
                ('answer_by', models.DateField()),
                ('state', models.CharField(default='received', max_length=8)),
                ('outcome', models.CharField(blank=True, max_length=40)),
                ('closed_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='YearKey',
            fields=[
                ('year', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('check_value', models.CharField(max_length=16)),
                ('made_at', models.DateTimeField()),
                ('destroyed_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Act',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('seq', models.BigIntegerField()),
                ('request_id', models.UUIDField(help_text='nobody asked: the clock', null=True)),
                ('holding', models.CharField(max_length=20)),
                ('subject', models.UUIDField()),
                ('verb', models.CharField(max_length=8)),
                ('basis', models.CharField(blank=True, max_length=40)),
                ('until', models.DateField(null=True)),
                ('actor_kind', models.CharField(max_length=6)),
                ('staff_id', models.UUIDField(null=True)),
                ('reason', models.CharField(blank=True, max_length=40)),
                ('at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['subject', 'seq'], name='privacy_act_subject')],
                'constraints': [models.UniqueConstraint(fields=('seq',), name='privacy_act_seq'), models.UniqueConstraint(condition=models.Q(('request_id__isnull', False), ('verb__in', ['archived', 'erased', 'kept'])), fields=('request_id', 'holding', 'subject', 'verb'), name='privacy_act_once'), models.CheckConstraint(condition=models.Q(('seq__gt', 0)), name='privacy_act_seq_counts'), models.CheckConstraint(condition=models.Q(('basis__regex', '^[a-z0-9_.]*$'), ('holding__regex', '^[a-z_]+$'), ('reason__regex', '^[a-z0-9_.]*$'), ('verb__in', ['archived', 'erased', 'kept', 'restored', 'opened', 'held', 'unheld'])), name='privacy_act_codes'), models.CheckConstraint(condition=models.Q(models.Q(('actor_kind', 'staff'), ('staff_id__isnull', False)), models.Q(('actor_kind__in', ['person', 'clock', 'replay']), ('staff_id__isnull', True)), _connector='OR'), name='privacy_act_by'), models.CheckConstraint(condition=models.Q(models.Q(('verb', 'opened'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='privacy_act_opened')],
            },
        ),
        migrations.CreateModel(
            name='Archived',
            fields=[
                ('order_id', models.UUIDField(primary_key=True, serialize=False)),
                ('sealed', models.BinaryField()),
                ('key_year', models.PositiveSmallIntegerField(help_text='the key archive-YYYY: of `until`')),
                ('until', models.DateField(help_text='the last day')),
                ('basis', models.CharField(max_length=40)),
                ('persons', django.contrib.postgres.fields.ArrayField(base_field=models.BinaryField(max_length=32), size=None)),
                ('archived_at', models.DateTimeField()),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['persons'], name='privacy_archived_persons'), models.Index(fields=['until'], name='privacy_archived_until')],
                'constraints': [models.CheckConstraint(condition=models.Q(('key_year', django.db.models.functions.datetime.ExtractYear(models.F('until')))), name='privacy_archived_year'), models.CheckConstraint(condition=models.Q(('basis__regex', '^[a-z0-9_.]+$')), name='privacy_archived_basis')],
            },
        ),
        migrations.CreateModel(
            name='Brake',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('holding', models.CharField(max_length=20)),
                ('day', models.DateField()),
                ('number', models.PositiveIntegerField(help_text='how many it would have touched')),
                ('state', models.CharField(default='waiting', max_length=8)),
                ('staff_id', models.UUIDField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('holding', 'day'), name='privacy_brake_once'), models.CheckConstraint(condition=models.Q(models.Q(('staff_id__isnull', True), ('state', 'waiting')), models.Q(('staff_id__isnull', False), ('state__in', ['released', 'dropped'])), _connector='OR'), name='privacy_brake_state'), models.CheckConstraint(condition=models.Q(('holding__regex', '^[a-z_]+$')), name='privacy_brake_holding')],
            },
        ),
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('request_id', models.UUIDField()),
                ('holding', models.CharField(max_length=20)),
                ('subject', models.UUIDField()),
                ('by', models.CharField(max_length=6)),
                ('staff_id', models.UUIDField(null=True)),
                ('asked_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('request_id', 'holding', 'subject'), name='privacy_duty_once')],
            },
        ),
        migrations.CreateModel(
            name='Hold',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('order_id', models.UUIDField(null=True)),
                ('person', models.BinaryField(help_text='`people.person`', max_length=32, null=True)),
                ('kind', models.CharField(max_length=12)),
                ('since', models.DateTimeField()),
                ('review_on', models.DateField()),
                ('lifted_at', models.DateTimeField(null=True)),
                ('staff_id', models.UUIDField(help_text='none: the person asked for it', null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('order_id__isnull', False), ('person__isnull', True)), models.Q(('order_id__isnull', True), ('person__isnull', False), ('person__length', 32)), _connector='OR'), name='privacy_hold_subject'), models.CheckConstraint(condition=models.Q(('kind__in', ['restriction', 'litigation', 'authority', 'guarantee'])), name='privacy_hold_kind'), models.UniqueConstraint(condition=models.Q(('lifted_at__isnull', True), ('order_id__isnull', False)), fields=('order_id', 'kind'), name='privacy_hold_order'), models.UniqueConstraint(condition=models.Q(('lifted_at__isnull', True), ('person__isnull', False)), fields=('person', 'kind'), name='privacy_hold_person')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('user_id', models.UUIDField()),
                ('written_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user_id',), name='privacy_notice_once')],
            },
        ),
        migrations.CreateModel(
            name='Requester',
            fields=[
                ('request', models.OneToOneField(on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, related_name='requester', serialize=False, to='privacy.request')),
                ('kind', models.CharField(max_length=13)),
                ('person', models.BinaryField(max_length=32)),
                ('email', models.EmailField(blank=True, help_text='until 30 days after its end', max_length=254)),
                ('open', models.BooleanField(default=True)),
            ],
        ),
        migrations.AddIndex(
            model_name='request',
            index=models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['answer_by'], name='privacy_due'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.UniqueConstraint(fields=('reference',), name='privacy_request_reference'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['access', 'portability', 'rectification', 'erasure', 'restriction', 'objection'])), name='privacy_request_kind'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('outcome__regex', '^[a-z_]+$'), ('state__in', ['answered', 'refused'])), models.Q(('closed_at__isnull', True), ('outcome', ''), ('state__in', ['received', 'working'])), _connector='OR'), name='privacy_request_closed'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('extension_reason', ''), ('told_extension_on__isnull', True)), models.Q(('extension_reason__regex', '^[a-z_]+$'), ('told_extension_on__isnull', False)), _connector='OR'), name='privacy_request_extended'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(('answer_by__gte', models.F('received_on'))), name='privacy_request_due'),
        ),
        migrations.AddConstraint(
            model_name='yearkey',
            constraint=models.CheckConstraint(condition=models.Q(('check_value__regex', '^[0-9a-f]{16}$')), name='privacy_yearkey_check'),
        ),
        migrations.AddConstraint(
            model_name='requester',
            constraint=models.UniqueConstraint(condition=models.Q(('open', True)), fields=('person', 'kind'), name='privacy_one_open_request'),
        ),
        migrations.AddConstraint(
            model_name='requester',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['access', 'portability', 'rectification', 'erasure', 'restriction', 'objection'])), name='privacy_requester_kind'),
        ),
        migrations.AddConstraint(
            model_name='requester',
            constraint=models.CheckConstraint(condition=models.Q(('person__length', 32)), name='privacy_requester_person'),
        ),
        migrations.RunSQL(
            OPEN, 'DROP FUNCTION privacy_open(uuid, uuid, uuid, text, uuid, text, timestamptz)'
        ),
        migrations.RunSQL(DROP, 'DROP FUNCTION privacy_drop(uuid, date)'),
        migrations.RunSQL(FORGET_DEVICES, 'DROP FUNCTION privacy_forget_devices(uuid)'),
        migrations.RunSQL(NOBODY_ELSE, migrations.RunSQL.noop),
    ]
