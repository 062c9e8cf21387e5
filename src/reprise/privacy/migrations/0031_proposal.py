"""Two of the staff correct a mistyped e-mail address together (decision 0066)."""

import datetime

import reprise.kernel.ids
from django.db import migrations, models

MOMENTS = (
    datetime.datetime(2000, 1, 1, tzinfo=datetime.timezone.utc),
    datetime.datetime(2999, 12, 31, tzinfo=datetime.timezone.utc),
)
WAITING = models.Q(decided_at=None, decided_by=None, state='waiting') & ~models.Q(email='')
BY_SOMEBODY = models.Q(decided_at__isnull=False, email='', decided_by__isnull=False, state__in=['agreed', 'declined'])
LAPSED = models.Q(decided_at__isnull=False, email='', decided_by=None, state='lapsed')

# A change, from one state of a row to the next, which no constraint sees (as `privacy_hold_guard`):
# what somebody agrees to is what somebody else has proposed before, and what they have read.
GUARD = """
CREATE FUNCTION privacy_proposal_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wrong text;
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> 'waiting' THEN
        wrong := 'one that is made is not decided';
    ELSIF TG_OP = 'UPDATE' AND (OLD.state <> 'waiting' OR NEW.state = 'waiting') THEN
        wrong := 'it is decided once, and nothing else of it changes';
    ELSIF NEW.state IN ('waiting', 'agreed') AND NOT EXISTS (
        SELECT FROM public.privacy_request r
         WHERE r.id = NEW.request_id AND r.kind = 'rectification' AND r.order_id IS NOT NULL
           AND r.closed_at IS NULL AND NOT r.proven) THEN
        wrong := 'it is for the order of an open request that nobody has confirmed';
    END IF;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'privacy_proposal: %', wrong
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$
"""
ON = """
CREATE TRIGGER privacy_proposal_guard BEFORE INSERT OR UPDATE ON privacy_proposal
   FOR EACH ROW EXECUTE FUNCTION privacy_proposal_guard()
"""


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0030_act_hold'),
    ]

    operations = [
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('request_id', models.UUIDField()),
                ('email', models.EmailField(blank=True, help_text='until it is decided', max_length=254)),
                ('shown_by', models.CharField(max_length=5)),
                ('proposed_by', models.UUIDField()),
                ('proposed_at', models.DateTimeField()),
                ('state', models.CharField(default='waiting', max_length=8)),
                ('decided_by', models.UUIDField(help_text='none: it lapsed by itself', null=True)),
                ('decided_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['request_id'], name='privacy_proposal_of')],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(shown_by__in=['payer', 'phone', 'post']), name='privacy_proposal_shown'),
                    models.CheckConstraint(condition=WAITING | BY_SOMEBODY | LAPSED, name='privacy_proposal_decided'),
                    models.CheckConstraint(condition=~models.Q(state='agreed') | ~models.Q(decided_by=models.F('proposed_by')), name='privacy_proposal_two'),
                    models.CheckConstraint(condition=models.Q(proposed_at__range=MOMENTS) & (models.Q(decided_at=None) | models.Q(decided_at__range=MOMENTS)), name='privacy_proposal_moments'),
                    models.UniqueConstraint(condition=models.Q(state='waiting'), fields=('request_id',), name='privacy_proposal_once'),
                ],
            },
        ),
        migrations.RunSQL(GUARD, 'DROP FUNCTION privacy_proposal_guard()'),
        migrations.RunSQL(ON, 'DROP TRIGGER privacy_proposal_guard ON privacy_proposal'),
    ]
