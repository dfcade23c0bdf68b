"""How long the journal and the log of readings are kept; what is older goes to an archive file or away."""

import hashlib
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django import forms
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core import chain, clock, journal
from bezpiecznik.core.events import Event
from bezpiecznik.core.journal import BEGINNING, SYSTEM, Person
from bezpiecznik.core.models import AccessEntry, JournalAnchor, JournalEntry, JournalWords
from bezpiecznik.core.options import Option, declare

LEAST_DAYS = 730
"""Two years. The triggers keep to it too (`core.triggers`), whatever this module says."""
FOLDER = "journal"
GROUP = gettext_lazy("Dziennik i odczyty")

JOURNAL_DAYS = declare(
    Option(
        "core.journal_days",
        gettext_lazy("Ile dni przechowywać wpisy dziennika w systemie"),
        default=1826,
        make=forms.IntegerField,
        help=gettext_lazy("Co najmniej 730 dni (dwa lata). Starsze wpisy przechodzą do pliku archiwum."),
        group=GROUP,
        arguments={"min_value": LEAST_DAYS, "max_value": 36_500},
    )
)
ACCESS_DAYS = declare(
    Option(
        "core.access_days",
        gettext_lazy("Ile dni przechowywać odczyty stron z danymi wrażliwymi"),
        default=LEAST_DAYS,
        make=forms.IntegerField,
        help=gettext_lazy("Co najmniej 90 dni. Starsze odczyty są usuwane."),
        group=GROUP,
        arguments={"min_value": 90, "max_value": 3_650},
    )
)


class TooEarly(ValueError):
    """The journal must be kept longer; the message is a sentence for the person who asked."""


def trim_journal(*, before: datetime | None = None, by: Person | None) -> JournalAnchor | None:
    """Move lines older than `before` (aware; else as the setting says) to an archive file. None when there are none.

    The oldest line that stays ends the removal, so that the journal never has holes. Raises TooEarly for a moment
    within the time that the setting keeps, never less than two years. Called now and then, and safe to call again.
    """
    limit = clock.now() - timedelta(days=max(LEAST_DAYS, JOURNAL_DAYS.value()))
    moment = before or limit
    if moment > limit:
        raise TooEarly(_("Dziennik trzeba przechowywać dłużej: można przenieść wpisy sprzed %(day)s.") % {
            "day": f"{limit:%d.%m.%Y}"
        })  # fmt: skip
    with transaction.atomic():
        journal.wait_for_turn()
        last = _last_older_than(moment)
        return _remove(last, by=by) if last else None


def _last_older_than(moment: datetime) -> JournalEntry | None:
    first_kept = JournalEntry.objects.filter(at__gte=moment).order_by("pk").first()
    older = JournalEntry.objects.filter(pk__lt=first_kept.pk) if first_kept else JournalEntry.objects.all()
    return older.order_by("-pk").first()


def _remove(last: JournalEntry, *, by: Person | None) -> JournalAnchor:
    lines = JournalEntry.objects.filter(pk__lte=last.pk)
    before = JournalAnchor.objects.order_by("-up_to").first()
    archive = f"{FOLDER}/{(before.up_to if before else 0) + 1:09}-{last.pk:09}.jsonl"
    anchor = JournalAnchor(
        up_to=last.pk,
        hash=last.hash,
        removed=lines.count(),
        archive=archive,
        archive_sha256=_write_archive(Path(settings.HOME) / archive, lines.order_by("pk").iterator(chain.CHUNK)),
        at=clock.now(),
        actor_key=str(by.pk) if by else "",
        actor_name=by.get_full_name() if by else SYSTEM,
        previous_seal=before.seal if before else BEGINNING,
    )
    anchor.seal = chain.seal_of_anchor(anchor)
    anchor.save(force_insert=True)
    JournalWords.objects.filter(pk__lte=last.pk).delete()
    lines.delete()
    journal.record(
        Event.JOURNAL_TRIMMED, anchor, by=by, up_to=anchor.up_to, removed=anchor.removed, archive=archive,
        sha256=anchor.archive_sha256, seal=anchor.seal,
    )  # fmt: skip
    return anchor


def _write_archive(path: Path, lines: Iterator[JournalEntry]) -> str:
    """The lines as JSON, one a row, for the city's own archive; its sha256. Written whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_suffix(".part")
    with draft.open("w", encoding="utf-8") as stream:
        for line in lines:
            stream.write(as_json_line(line))
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def as_json_line(entry: JournalEntry) -> str:
    """One line of the journal as a row of JSON: enough to check its seal without this system."""
    content = {
        "number": entry.pk,
        "event": entry.event,
        "sentence": entry.sentence,
        "object_type": entry.object_type,
        "object_key": entry.object_key,
        "object_label": entry.object_label,
        "actor_key": entry.actor_key,
        "actor_name": entry.actor_name,
        "at": entry.at.astimezone(UTC).isoformat(),
        "data": entry.data,
        "previous_hash": entry.previous_hash,
        "hash": entry.hash,
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True) + "\n"


@transaction.atomic
def trim_accesses(*, by: Person | None) -> int:
    """Delete readings older than the setting keeps; how many they were. A line of the journal tells of it."""
    limit = clock.now() - timedelta(days=ACCESS_DAYS.value())
    removed, _by_model = AccessEntry.objects.filter(at__lt=limit).delete()
    if removed:
        newest = AccessEntry(pk=0, actor_name=SYSTEM, page=_("odczyty sprzed %(day)s") % {"day": f"{limit:%d.%m.%Y}"})
        journal.record(Event.ACCESS_TRIMMED, newest, by=by, removed=removed)
    return removed
