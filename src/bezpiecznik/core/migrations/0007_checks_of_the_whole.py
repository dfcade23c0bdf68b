from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0006_journal_append_only")]

    operations = [
        migrations.CreateModel(
            name='Verification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('started_at', models.DateTimeField(verbose_name='rozpoczęto')),
                ('finished_at', models.DateTimeField(verbose_name='zakończono')),
                ('actor_key', models.CharField(blank=True, max_length=80, verbose_name='klucz osoby')),
                ('actor_name', models.CharField(max_length=200, verbose_name='kto')),
                ('faults', models.JSONField(default=list, verbose_name='co się nie zgadza')),
                ('fault_count', models.PositiveIntegerField(default=0, verbose_name='ile niezgodności')),
                ('notes', models.JSONField(default=list, verbose_name='uwagi')),
                ('summary', models.TextField(verbose_name='podsumowanie')),
                ('head_count', models.PositiveBigIntegerField(default=0, verbose_name='liczba wpisów dziennika')),
                ('head_hash', models.CharField(blank=True, max_length=64, verbose_name='skrót ostatniego wpisu')),
            ],
            options={
                'verbose_name': 'sprawdzenie',
                'verbose_name_plural': 'sprawdzenia',
                'ordering': ('-pk',),
            },
        ),
    ]
