"""Why an activity was cancelled or taken back from residents, and which of its words were found harmless."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ('activities', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='activity',
            name='cancelled_because',
            field=models.CharField(blank=True, max_length=500, verbose_name='dlaczego odwołana'),
        ),
        migrations.AddField(
            model_name='activity',
            name='cleared_words',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name='activity',
            name='withheld_because',
            field=models.CharField(blank=True, max_length=500, verbose_name='dlaczego biuro ją ukryło'),
        ),
        migrations.AddField(
            model_name='historicalactivity',
            name='cancelled_because',
            field=models.CharField(blank=True, max_length=500, verbose_name='dlaczego odwołana'),
        ),
        migrations.AddField(
            model_name='historicalactivity',
            name='cleared_words',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name='historicalactivity',
            name='withheld_because',
            field=models.CharField(blank=True, max_length=500, verbose_name='dlaczego biuro ją ukryło'),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'cancelled'), ('cancelled_because', ''), _connector='OR'), name='activity_reason_of_cancelled', violation_error_message='Powód odwołania ma tylko działalność odwołana.'),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(('withheld_because', ''), ('public', False), _connector='OR'), name='activity_withheld_not_public', violation_error_message='Działalność ukryta przez biuro nie jest widoczna dla mieszkańców.'),
        ),
    ]
