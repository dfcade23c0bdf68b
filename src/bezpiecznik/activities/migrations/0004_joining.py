"""Which rows of activities were joined, and which a person found to be different events."""

import bezpiecznik.core.clock
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('activities', '0003_thumbnails'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Joining',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('counts', models.JSONField(default=dict)),
                ('bodies', models.JSONField(default=list)),
                ('undertakings', models.JSONField(default=list)),
                ('followers', models.JSONField(default=list)),
                ('joined_at', models.DateTimeField(default=bezpiecznik.core.clock.now, verbose_name='połączono')),
                ('split_at', models.DateTimeField(null=True, verbose_name='rozłączono')),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joinings', to='activities.activity', verbose_name='wpis dołączony')),
                ('joined_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='połączył(a)')),
                ('main', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joinings_here', to='activities.activity', verbose_name='wpis główny')),
                ('split_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='rozłączył(a)')),
            ],
            options={
                'verbose_name': 'połączenie wpisów działalności',
                'verbose_name_plural': 'połączenia wpisów działalności',
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('split_at__isnull', True), ('split_by__isnull', True)), models.Q(('split_at__isnull', False), ('split_by__isnull', False)), _connector='OR'), name='joining_split_pair', violation_error_message='Trzeba podać razem osobę i chwilę albo żadnej z nich.'), models.CheckConstraint(condition=models.Q(('activity', models.F('main')), _negated=True), name='joining_of_two'), models.UniqueConstraint(condition=models.Q(('split_at', None)), fields=('activity',), name='joining_once', violation_error_message='Ten wpis jest już połączony z innym.')],
            },
        ),
        migrations.CreateModel(
            name='NotTheSame',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('said_at', models.DateTimeField(default=bezpiecznik.core.clock.now, verbose_name='stwierdzono')),
                ('one', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='activities.activity')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='activities.activity')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='stwierdził(a)')),
            ],
            options={
                'verbose_name': 'różne wydarzenia',
                'verbose_name_plural': 'różne wydarzenia',
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='not_the_same_in_order'), models.UniqueConstraint(fields=('one', 'other'), name='not_the_same_once')],
            },
        ),
    ]
