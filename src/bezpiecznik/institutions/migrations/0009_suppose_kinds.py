from django.db import migrations

from bezpiecznik.institutions.kinds import supposed


def suppose(apps, schema_editor):
    """Kinds of the institutions that are already there, as their names let one suppose; to be confirmed by a person."""
    Institution = apps.get_model("institutions", "Institution")
    for institution in Institution.objects.all():
        guess = supposed(institution.name)
        institution.kind, institution.own, institution.supposed = guess.kind.value, guess.own, True
        institution.save(update_fields=("kind", "own", "supposed"))


class Migration(migrations.Migration):

    dependencies = [
        ('institutions', '0008_register_over_time'),
    ]

    operations = [
        migrations.RunPython(suppose, migrations.RunPython.noop),
    ]
