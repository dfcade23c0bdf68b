import bezpiecznik.core.clock
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0007_checks_of_the_whole")]

    operations = [
        migrations.CreateModel(
            name='AccessEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=bezpiecznik.core.clock.now, verbose_name='kiedy')),
                ('actor_key', models.CharField(max_length=80, verbose_name='klucz osoby')),
                ('actor_name', models.CharField(max_length=200, verbose_name='kto')),
                ('page', models.CharField(max_length=200, verbose_name='co otwarto')),
                ('path', models.CharField(max_length=500, verbose_name='adres strony')),
                ('object_type', models.CharField(blank=True, max_length=80, verbose_name='rodzaj obiektu')),
                ('object_key', models.CharField(blank=True, max_length=80, verbose_name='klucz obiektu')),
                ('object_label', models.TextField(blank=True, verbose_name='czego dotyczy')),
                ('address', models.CharField(blank=True, max_length=60, verbose_name='adres sieciowy')),
                ('search_text', models.TextField(default='', editable=False)),
            ],
            options={
                'verbose_name': 'odczyt',
                'verbose_name_plural': 'odczyty',
                'ordering': ('-pk',),
            },
        ),
        migrations.AddIndex(
            model_name='accessentry',
            index=models.Index(fields=['actor_key', 'actor_name'], name='access_actor'),
        ),
        migrations.AddIndex(
            model_name='accessentry',
            index=models.Index(fields=['at'], name='access_at'),
        ),
    ]
