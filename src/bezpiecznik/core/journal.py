"""The journal of the house: append-only, each line sealed with a hash over the one before it."""

import json
from datetime import UTC
from typing import Any, Protocol

from django.db import connection, models, transaction

from bezpiecznik.core import clock
from bezpiecznik.core.frozen import digest
from bezpiecznik.core.models import JournalEntry

BEGINNING = "0" * 64
SYSTEM = "system"
LOCK_KEY = 8_290_2021  # any constant: names the queue of writers to the journal on PostgreSQL


class Person(Protocol):
    @property
    def pk(self) -> Any: ...
    def get_full_name(self) -> str: ...


def type_of(obj: models.Model) -> str:
    return f"{obj._meta.app_label}.{obj._meta.model_name}"


def seal(entry: JournalEntry) -> str:
    """sha256 (hex) over the previous hash and the content of the line, as canonical JSON."""
    content = [
        entry.previous_hash, entry.event, entry.sentence, entry.object_type, entry.object_key,
        entry.object_label, entry.actor_key, entry.actor_name, entry.at.astimezone(UTC).isoformat(), entry.data,
    ]  # fmt: skip
    return digest(json.dumps(content, ensure_ascii=False, sort_keys=True))


def _wait_for_turn() -> None:
    """One writer at a time. SQLite's IMMEDIATE transactions do it by themselves."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK_KEY])


@transaction.atomic
def record(
    event: models.TextChoices, obj: models.Model, *, by: Person | None, note: str = "", **data: Any
) -> JournalEntry:
    """Write one line: the event's label is its sentence. `by=None` is the system itself. Called by services only."""
    _wait_for_turn()
    last = JournalEntry.objects.order_by("-pk").values_list("hash", flat=True).first()
    entry = JournalEntry(
        event=event.value,
        sentence=str(event.label),
        object_type=type_of(obj),
        object_key=str(obj.pk),
        object_label=str(obj),
        actor_key=str(by.pk) if by else "",
        actor_name=by.get_full_name() if by else SYSTEM,
        at=clock.now(),
        data={**data, **({"note": note} if note else {})},
        previous_hash=last or BEGINNING,
    )
    entry.hash = seal(entry)
    entry.save(force_insert=True)
    return entry


def about(*objects: models.Model) -> models.QuerySet[JournalEntry]:
    """Lines about these objects, newest first."""
    wanted = models.Q(pk__in=())
    for obj in objects:
        wanted |= models.Q(object_type=type_of(obj), object_key=str(obj.pk))
    return JournalEntry.objects.filter(wanted)


def broken_links() -> list[int]:
    """Numbers of lines that no longer agree with their seal or with the line before; empty when all is well."""
    broken, previous = [], BEGINNING
    for entry in JournalEntry.objects.order_by("pk").iterator():
        if entry.previous_hash != previous or seal(entry) != entry.hash:
            broken.append(entry.pk)
        previous = entry.hash
    return broken
