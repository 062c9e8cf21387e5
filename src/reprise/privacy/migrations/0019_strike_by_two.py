"""Words about a breach are taken out by two, with a reason (decision 0056).

What one has taken out alone before stays as it is: the reason was not asked for then.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0018_still_held'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='breachact',
            name='privacy_breachact_struck',
        ),
        migrations.RemoveConstraint(
            model_name='breachact',
            name='privacy_breachact_codes',
        ),
        migrations.RemoveConstraint(
            model_name='breachact',
            name='privacy_breachact_of',
        ),
        migrations.RemoveConstraint(
            model_name='breachact',
            name='privacy_breachact_why',
        ),
        migrations.AlterField(
            model_name='breachact',
            name='of',
            field=models.PositiveSmallIntegerField(help_text='the act whose words it is about', null=True),
        ),
        migrations.AddConstraint(
            model_name='breachact',
            constraint=models.UniqueConstraint(condition=models.Q(('verb', 'struck')), fields=('breach_id', 'of'), name='privacy_breachact_struck'),
        ),
        migrations.AddConstraint(
            model_name='breachact',
            constraint=models.CheckConstraint(condition=models.Q(('digest__regex', '^([0-9a-f]{64})?$'), ('happened_at__lte', models.F('at')), ('seq__gt', 0), ('verb__in', ['happened', 'consequences', 'measures', 'judged', 'told_authority', 'told_persons', 'closed', 'to_strike', 'left_in', 'struck'])), name='privacy_breachact_codes'),
        ),
        migrations.AddConstraint(
            model_name='breachact',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('of__gt', 0), ('of__isnull', False), ('of__lt', models.F('seq')), ('verb__in', ['to_strike', 'left_in', 'struck'])), models.Q(models.Q(('verb__in', ['to_strike', 'left_in', 'struck']), _negated=True), ('of', None)), _connector='OR'), name='privacy_breachact_of'),
        ),
        migrations.AddConstraint(
            model_name='breachact',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('digest', ''), ('verb__in', ['happened', 'consequences', 'measures', 'judged', 'to_strike']), _negated=True), ('staff_id', None), _connector='OR'), name='privacy_breachact_why'),
        ),
    ]
