"""The journal of the house: append-only, each line sealed with a hash over the one before it.

Lines are numbered without gaps (the key is the number); `JournalHead` tells how many there are and how the last one is
sealed. `core.triggers` keeps them from being changed, `core.chain` tells whether they were.
"""

import json
from collections.abc import Iterator
from datetime import UTC
from typing import Any, Protocol

from django.db import connection, models, transaction

from bezpiecznik.core import clock
from bezpiecznik.core.frozen import digest
from bezpiecznik.core.models import JournalEntry, JournalHead, JournalWords
from bezpiecznik.core.polish import search_text

BEGINNING = "0" * 64
SYSTEM = "system"
LOCK_KEY = 8_290_2021  # any constant: names the queue of writers to the journal on PostgreSQL


class Person(Protocol):
    @property
    def pk(self) -> Any: ...
    def get_full_name(self) -> str: ...


def type_of(obj: models.Model) -> str:
    return f"{obj._meta.app_label}.{obj._meta.model_name}"


def content_of(entry: JournalEntry) -> list[Any]:
    """What the seal is put on: the previous hash and the content of the line."""
    return [
        entry.previous_hash, entry.event, entry.sentence, entry.object_type, entry.object_key,
        entry.object_label, entry.actor_key, entry.actor_name, entry.at.astimezone(UTC).isoformat(), entry.data,
    ]  # fmt: skip


def seal(entry: JournalEntry) -> str:
    """sha256 (hex) over the content of the line as canonical JSON."""
    return seal_of(content_of(entry))


def seal_of(content: list[Any]) -> str:
    """The same over what `content_of` gives, also as read from an archive file."""
    return digest(json.dumps(content, ensure_ascii=False, sort_keys=True))


def wait_for_turn() -> None:
    """One writer at a time. SQLite's IMMEDIATE transactions do it by themselves."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK_KEY])


@transaction.atomic
def record(
    event: models.TextChoices, obj: models.Model, *, by: Person | None, note: str = "", **data: Any
) -> JournalEntry:
    """Write one line: the event's label is its sentence. `by=None` is the system itself. Called by services only."""
    wait_for_turn()
    last = head()
    entry = JournalEntry(
        pk=last.count + 1,
        event=event.value,
        sentence=str(event.label),
        object_type=type_of(obj),
        object_key=str(obj.pk),
        object_label=str(obj),
        actor_key=str(by.pk) if by else "",
        actor_name=by.get_full_name() if by else SYSTEM,
        at=clock.now(),
        data={**data, **({"note": note} if note else {})},
        previous_hash=last.hash,
    )
    entry.hash = seal(entry)
    entry.save(force_insert=True)
    JournalWords.objects.create(entry=entry, search_text=words_of(entry))
    last.count, last.hash, last.at = entry.pk, entry.hash, entry.at
    last.save(force_insert=last._state.adding)
    return entry


def head() -> JournalHead:
    """Where the journal ends; an unsaved one where nothing was written yet.

    A head that somebody removed is made up from the last line, so that the house can work on: `core.chain` tells that
    lines or the head are missing as long as a receipt or a gap shows it.
    """
    if known := JournalHead.objects.first():
        return known
    last = JournalEntry.objects.order_by("-pk").first()
    return JournalHead(pk=1, count=last.pk, hash=last.hash) if last else JournalHead(pk=1, count=0, hash=BEGINNING)


def words_of(entry: JournalEntry) -> str:
    """What a line is found by: its words, its object, its person, and every text among its details."""
    return search_text(entry.sentence, entry.object_label, entry.actor_name, *_texts(entry.data))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def about(*objects: models.Model) -> models.QuerySet[JournalEntry]:
    """Lines about these objects, newest first."""
    wanted = models.Q(pk__in=())
    for obj in objects:
        wanted |= models.Q(object_type=type_of(obj), object_key=str(obj.pk))
    return JournalEntry.objects.filter(wanted)
