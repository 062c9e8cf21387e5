"""The statement of a seller whose contract has ended is handed out, and that is a look."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("audit", "0009_handed_out"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="look", name="audit_look_page"),
        migrations.AddConstraint(
            model_name="look",
            constraint=models.CheckConstraint(condition=models.Q(('page__in', ['staff.order', 'staff.orders', 'staff.archive', 'staff.holds', 'staff.archived', 'staff.holding', 'staff.seller', 'staff.request', 'staff.lookers', 'command.breach', 'staff.order_file', 'staff.breach_file', 'staff.request_file', 'staff.copies_file', 'staff.nights_file', 'staff.partner_file', 'staff.consents_file', 'staff.statement_file'])), name='audit_look_page'),
        ),
    ]
