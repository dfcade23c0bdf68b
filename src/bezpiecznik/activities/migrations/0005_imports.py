"""Files of activities that institutions bring: rows, how they are understood, what was made of them."""

import bezpiecznik.core.clock
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('activities', '0004_joining'),
        ('institutions', '0010_field_history'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ActivityImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='plik')),
                ('source', models.CharField(choices=[('table', 'tabela'), ('calendar', 'kalendarz')], max_length=10, verbose_name='rodzaj pliku')),
                ('columns', models.JSONField(default=list)),
                ('rows', models.JSONField(default=list)),
                ('formulas', models.JSONField(default=dict)),
                ('mapping', models.JSONField(default=dict)),
                ('kind', models.CharField(blank=True, max_length=20, verbose_name='rodzaj, gdy wiersz go nie podaje')),
                ('undertaking', models.PositiveBigIntegerField(null=True)),
                ('outcome', models.JSONField(default=list)),
                ('made', models.JSONField(default=dict)),
                ('added_at', models.DateTimeField(default=bezpiecznik.core.clock.now, verbose_name='wczytano')),
                ('applied_at', models.DateTimeField(null=True, verbose_name='zatwierdzono')),
                ('undone_at', models.DateTimeField(null=True, verbose_name='cofnięto')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='wczytał(a)')),
                ('applied_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='institutions.institution', verbose_name='podmiot')),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'wczytany plik działalności',
                'verbose_name_plural': 'wczytane pliki działalności',
                'constraints': [models.CheckConstraint(condition=models.Q(('source__in', ['table', 'calendar'])), name='activity_import_source_known', violation_error_message='Nieznana wartość pola.'), models.CheckConstraint(condition=models.Q(models.Q(('applied_at__isnull', True), ('applied_by__isnull', True)), models.Q(('applied_at__isnull', False), ('applied_by__isnull', False)), _connector='OR'), name='activity_import_applied_pair', violation_error_message='Trzeba podać razem osobę i chwilę albo żadnej z nich.'), models.CheckConstraint(condition=models.Q(models.Q(('undone_at__isnull', True), ('undone_by__isnull', True)), models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='activity_import_undone_pair', violation_error_message='Trzeba podać razem osobę i chwilę albo żadnej z nich.')],
            },
        ),
    ]
