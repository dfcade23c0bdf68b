"""Versions submitted before get the hash of what they hold now."""

from django.db import migrations

from bezpiecznik.core.frozen import as_text, digest

CHUNK = 200


def fill(apps, _editor):
    versions = apps.get_model("reporting", "PacketVersion").objects
    for version in versions.order_by("pk").iterator(CHUNK):
        versions.filter(pk=version.pk).update(sha256=digest(as_text(version.content)))


class Migration(migrations.Migration):
    dependencies = [("reporting", "0002_hash_of_versions")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
