"""That a file was handed out outlives the look at what it is about; two more pages are looks
(decision 0056)."""

from django.db import migrations, models

# Of one file that is about several people there are several looks, of one moment.
KNOWN = """
INSERT INTO audit_handedout (seal, badge, at)
SELECT DISTINCT ON (look.seal) look.seal, badge.badge, look.at
  FROM audit_look look JOIN audit_badge badge ON badge.staff_id = look.viewer_id
 WHERE look.seal <> ''
 ORDER BY look.seal, look.id
"""


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0008_forget_sought'),
    ]

    operations = [
        migrations.CreateModel(
            name='HandedOut',
            fields=[
                ('seal', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('badge', models.CharField(max_length=10)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.AddConstraint(
            model_name='handedout',
            constraint=models.CheckConstraint(condition=models.Q(('seal__regex', '^[0-9a-f]{64}$')), name='audit_handedout_seal'),
        ),
        migrations.AddConstraint(
            model_name='handedout',
            constraint=models.CheckConstraint(condition=models.Q(('badge__regex', '^S-[A-Z0-9]{8}$')), name='audit_handedout_badge'),
        ),
        migrations.RunSQL(KNOWN, migrations.RunSQL.noop),
        migrations.RemoveConstraint(
            model_name='look',
            name='audit_look_page',
        ),
        migrations.AddConstraint(
            model_name='look',
            constraint=models.CheckConstraint(condition=models.Q(('page__in', ['staff.order', 'staff.orders', 'staff.archive', 'staff.holds', 'staff.archived', 'staff.holding', 'staff.seller', 'staff.request', 'staff.lookers', 'command.breach', 'staff.order_file', 'staff.breach_file', 'staff.request_file', 'staff.copies_file', 'staff.nights_file', 'staff.partner_file', 'staff.consents_file'])), name='audit_look_page'),
        ),
    ]
