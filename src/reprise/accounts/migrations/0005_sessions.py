"""Sessions in a row of ours.  The old table held keys that open an account; whoever was signed in
signs in once more."""

import django.db.models.deletion
import reprise.kernel.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_sessions_ended'),
    ]

    operations = [
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.UUIDField(default=reprise.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=64)),
                ('data', models.TextField()),
                ('expires_at', models.DateTimeField(db_index=True)),
                ('began_at', models.DateTimeField()),
                ('seen_on', models.DateField(help_text='the last day on which it was used (UTC)')),
                ('device', models.CharField(blank=True, default='', max_length=8)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('key',), name='accounts_session_key'), models.CheckConstraint(condition=models.Q(('device__in', ['iphone', 'ipad', 'android', 'windows', 'mac', 'linux', ''])), name='accounts_session_device')],
            },
        ),
        migrations.RunSQL('DROP TABLE IF EXISTS django_session', migrations.RunSQL.noop),
    ]
