"""Entries filled from activities: that they were, and from which ones."""

import bezpiecznik.core.clock
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('activities', '0003_thumbnails'),
        ('reporting', '0015_contributions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='EntryActivity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=bezpiecznik.core.clock.now, verbose_name='wstawiono')),
            ],
            options={
                'verbose_name': 'działalność w sprawozdaniu',
                'verbose_name_plural': 'działalność w sprawozdaniach',
                'ordering': ('pk',),
            },
        ),
        migrations.AddField(
            model_name='entry',
            name='fed_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='uzupełniono z działalności'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('fed_at', None), models.Q(('outcome', ''), ('version', 0)), _connector='OR'), name='entry_fed_is_proposal', violation_error_message='Z działalności uzupełnia się tylko wpis, którego nikt jeszcze nie zapisał.'),
        ),
        migrations.AddField(
            model_name='entryactivity',
            name='activity',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quoted_in', to='activities.activity'),
        ),
        migrations.AddField(
            model_name='entryactivity',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quoted', to='reporting.entry'),
        ),
        migrations.AddConstraint(
            model_name='entryactivity',
            constraint=models.UniqueConstraint(fields=('entry', 'activity'), name='entry_activity_once'),
        ),
    ]
