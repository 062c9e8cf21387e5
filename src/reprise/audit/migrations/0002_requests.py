"""A request about personal data names who has asked: its page is a look as well."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='look', name='audit_look_page'),
        migrations.RemoveConstraint(model_name='look', name='audit_look_subject'),
        migrations.AddConstraint(
            model_name='look',
            constraint=models.CheckConstraint(condition=models.Q(('page__in', ['staff.order', 'staff.seller', 'staff.request'])), name='audit_look_page'),
        ),
        migrations.AddConstraint(
            model_name='look',
            constraint=models.CheckConstraint(condition=models.Q(('subject__in', ['order', 'seller', 'asker'])), name='audit_look_subject'),
        ),
    ]
