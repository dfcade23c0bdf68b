from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0008_who_read_what")]

    operations = [
        migrations.AddField(
            model_name='optionvalue',
            name='changed_by',
            field=models.CharField(blank=True, max_length=200, verbose_name='kto zmienił'),
        ),
    ]
