from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0003_breach'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='look',
            name='audit_look_page',
        ),
        migrations.AddConstraint(
            model_name='look',
            constraint=models.CheckConstraint(condition=models.Q(('page__in', ['staff.order', 'staff.orders', 'staff.archive', 'staff.archived', 'staff.seller', 'staff.request', 'command.breach'])), name='audit_look_page'),
        ),
    ]
