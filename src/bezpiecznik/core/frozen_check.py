"""Checks of frozen text that rooms share: against its own hash, and against the hash that the journal wrote down."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from bezpiecznik.core.frozen import digest
from bezpiecznik.core.models import JournalEntry


@dataclass(frozen=True)
class Frozen:
    """One frozen text: how a sentence names it, the key of the object that the journal speaks of, text and hash."""

    name: str
    key: str
    text: str
    sha256: str


def frozen_problems(
    rows: Iterable[Frozen], *, event: str, changed: str | Promise, unlike_journal: str | Promise
) -> Iterator[str]:
    """Sentences for texts that are not what was frozen; in both sentences `%(name)s` names the text.

    A hash that was changed together with the text is betrayed by the journal's line of this event, as long as the
    journal still has one.
    """
    witnessed = _hashes(event)
    for row in rows:
        if digest(row.text) != row.sha256:
            yield str(changed) % {"name": row.name}
        elif row.key in witnessed and row.sha256 not in witnessed[row.key]:
            yield str(unlike_journal) % {"name": row.name}


def _hashes(event: str) -> dict[str, set[str]]:
    """By key of the object: what the journal wrote down when the text was frozen."""
    found: dict[str, set[str]] = defaultdict(set)
    lines = JournalEntry.objects.filter(event=event).values_list("object_key", "data")
    for key, data in lines.iterator():
        if sha256 := data.get("sha256"):
            found[key].add(sha256)
    return found
