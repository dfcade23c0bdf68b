"""The dates that come with the system, once. Later the office keeps them; „Przywróć” gives one back as it came."""

import json
from pathlib import Path

from django.db import migrations

DEFAULTS = Path(__file__).parents[1] / "statutory_dates.json"


def fill(apps, schema_editor):
    StatutoryDate = apps.get_model("plans", "StatutoryDate")
    known = set(StatutoryDate.objects.values_list("slug", flat=True))
    rows = json.loads(DEFAULTS.read_text(encoding="utf-8"))
    StatutoryDate.objects.bulk_create(StatutoryDate(**row) for row in rows if row["slug"] not in known)


class Migration(migrations.Migration):
    dependencies = [("plans", "0011_statutory_dates")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
