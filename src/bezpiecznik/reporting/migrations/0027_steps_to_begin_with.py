"""The ladder that an office begins with; from then on it is changed on screen."""

from typing import Any

from django.db import migrations

STEPS = (
    # name, working days from the deadline, audience, copied to the reporter, way
    ("Przypomnienie przed terminem", -5, "reporter", False, "mail"),
    ("Przypomnienie po terminie", 1, "reporter", False, "mail"),
    ("Wiadomość do kierownika", 5, "head", True, "mail"),
    ("Ponowna prośba na piśmie", 10, "office", False, "letter"),
)


def fill(apps: Any, _schema_editor: Any) -> None:
    steps = apps.get_model("reporting", "LadderStep").objects
    if steps.exists():
        return
    for name, offset, audience, copied, way in STEPS:
        steps.create(name=name, offset=offset, audience=audience, copied=copied, way=way)


class Migration(migrations.Migration):
    dependencies = (("reporting", "0026_reminder_ladder"),)
    operations = (migrations.RunPython(fill, migrations.RunPython.noop),)
