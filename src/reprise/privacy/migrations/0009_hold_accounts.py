"""A hold on a person knows the account, which outlasts its address."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0008_hold_sides'),
    ]

    operations = [
        migrations.AddField(
            model_name='hold',
            name='user_id',
            field=models.UUIDField(help_text='the account, if there was one', null=True),
        ),
        migrations.RemoveConstraint(
            model_name='hold',
            name='privacy_hold_subject',
        ),
        migrations.RemoveConstraint(
            model_name='hold',
            name='privacy_hold_order',
        ),
        migrations.RemoveConstraint(
            model_name='hold',
            name='privacy_hold_person',
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('order_id__isnull', False), ('person__isnull', True), ('user_id__isnull', True)), models.Q(('order_id__isnull', True), ('person__isnull', False), ('person__length', 32)), models.Q(('order_id__isnull', True), ('person__isnull', True), ('user_id__isnull', False)), _connector='OR'), name='privacy_hold_subject'),
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.UniqueConstraint(condition=models.Q(('lifted_at__isnull', True)), fields=('order_id', 'person', 'user_id', 'kind', 'by'), name='privacy_hold_once', nulls_distinct=False),
        ),
    ]
