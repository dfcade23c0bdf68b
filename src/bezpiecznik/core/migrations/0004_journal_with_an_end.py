import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0003_settings_on_screen")]

    operations = [
        migrations.CreateModel(
            name='JournalAnchor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('up_to', models.PositiveBigIntegerField(unique=True, verbose_name='ostatni usunięty wpis')),
                ('hash', models.CharField(max_length=64, verbose_name='skrót ostatniego usuniętego wpisu')),
                ('removed', models.PositiveBigIntegerField(verbose_name='ile wpisów usunięto')),
                ('archive', models.CharField(max_length=200, verbose_name='plik archiwum')),
                ('archive_sha256', models.CharField(max_length=64, verbose_name='skrót pliku archiwum')),
                ('at', models.DateTimeField(verbose_name='kiedy')),
                ('actor_key', models.CharField(blank=True, max_length=80, verbose_name='klucz osoby')),
                ('actor_name', models.CharField(max_length=200, verbose_name='kto')),
                ('previous_seal', models.CharField(max_length=64, verbose_name='pieczęć poprzedniej kotwicy')),
                ('seal', models.CharField(max_length=64, verbose_name='pieczęć')),
            ],
            options={
                'verbose_name': 'kotwica dziennika',
                'verbose_name_plural': 'kotwice dziennika',
                'ordering': ('up_to',),
            },
        ),
        migrations.CreateModel(
            name='JournalHead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('count', models.PositiveBigIntegerField(verbose_name='liczba wpisów')),
                ('hash', models.CharField(max_length=64, verbose_name='skrót ostatniego wpisu')),
                ('at', models.DateTimeField(verbose_name='chwila ostatniego wpisu')),
            ],
            options={
                'verbose_name': 'koniec dziennika',
                'verbose_name_plural': 'końce dziennika',
            },
        ),
        migrations.CreateModel(
            name='JournalWords',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name="words", serialize=False, to='core.journalentry')),
                ('search_text', models.TextField(default='', editable=False)),
            ],
            options={
                'verbose_name': 'słowa wpisu dziennika',
                'verbose_name_plural': 'słowa wpisów dziennika',
            },
        ),
        migrations.AddIndex(
            model_name='journalentry',
            index=models.Index(fields=['actor_key', 'actor_name'], name='journal_actor'),
        ),
        migrations.AddIndex(
            model_name='journalentry',
            index=models.Index(fields=['at'], name='journal_at'),
        ),
        migrations.AddIndex(
            model_name='journalentry',
            index=models.Index(fields=['event'], name='journal_event'),
        ),
        migrations.AddConstraint(
            model_name='journalhead',
            constraint=models.CheckConstraint(condition=models.Q(('pk', 1)), name='journal_head_one'),
        ),
    ]
