"""Lines written before get numbers without gaps, the words they are found by, and their end."""

from django.db import migrations

from bezpiecznik.core.polish import search_text

CHUNK = 1_000


def number_lines(apps, _editor):
    """Upwards, so that a new number is never one that stands further on. No-one refers to lines by key yet."""
    entries = apps.get_model("core", "JournalEntry").objects
    keys = entries.order_by("pk").values_list("pk", flat=True)
    for number, key in enumerate(list(keys), start=1):
        if number != key:
            entries.filter(pk=key).update(id=number)


def index_words(apps, _editor):
    words = apps.get_model("core", "JournalWords")
    entries = apps.get_model("core", "JournalEntry").objects.order_by("pk")
    rows = []
    for entry in entries.iterator(CHUNK):
        text = search_text(entry.sentence, entry.object_label, entry.actor_name, str(entry.data.get("note", "")))
        rows.append(words(entry_id=entry.pk, search_text=text))
    words.objects.bulk_create(rows, batch_size=CHUNK)


def note_end(apps, _editor):
    last = apps.get_model("core", "JournalEntry").objects.order_by("-pk").first()
    if last:
        apps.get_model("core", "JournalHead").objects.create(pk=1, count=last.pk, hash=last.hash, at=last.at)


def forwards(apps, editor):
    number_lines(apps, editor)
    index_words(apps, editor)
    note_end(apps, editor)


class Migration(migrations.Migration):
    dependencies = [("core", "0004_journal_with_an_end")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
