"""Whether the journal is what was written: each line, its order, its end, its archives, and its triggers.

What only an outsider can prove: whoever rules the database can write the whole chain anew, with every seal in order.
A receipt – the hash of the end of the journal, held by somebody else – shows it: `receipt_problem`.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from bezpiecznik.core import triggers
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.core.journal import BEGINNING, seal
from bezpiecznik.core.models import JournalAnchor, JournalEntry, JournalHead

CHUNK = 2_000
TRIMMED = "core.journal_trimmed"
MODEL = "core.journalanchor"


class Note(str):
    """A sentence worth telling that is no fault."""

    __slots__ = ()


@dataclass
class Place:
    """Where the walk along the chain has come: number and hash of the line last seen."""

    number: int
    hash: str


def problems() -> Iterator[str]:
    """A sentence for each thing that does not hold; none when all is well. Reads every line once."""
    for name in triggers.missing():
        yield _("Baza danych nie chroni dziennika: brakuje wyzwalacza „%(name)s” albo go zmieniono.") % {"name": name}
    yield from _anchor_problems()
    begin = _beginning()
    place = Place(begin.number, begin.hash)
    for entry in JournalEntry.objects.order_by("pk").iterator(CHUNK):
        yield from _line_problems(entry, place)
        place.number, place.hash = entry.pk, entry.hash
    yield from _end_problems(place, lines=place.number > begin.number)


def _beginning() -> Place:
    last = JournalAnchor.objects.order_by("-up_to").first()
    return Place(last.up_to, last.hash) if last else Place(0, BEGINNING)


def _line_problems(entry: JournalEntry, before: Place) -> Iterator[str]:
    number = entry.pk
    if number != before.number + 1:
        yield _gap(before.number + 1, number - 1)
    if entry.previous_hash != before.hash:
        yield _("Wpis nr %(number)s nie łączy się z wpisem, który stoi przed nim.") % {"number": number}
    if seal(entry) != entry.hash:
        told = {"number": number, "line": entry.sentence, "object": entry.object_label}
        yield _("Wpis nr %(number)s zmieniono po zapisaniu (teraz brzmi: „%(line)s: %(object)s”).") % told


def _gap(first: int, last: int) -> str:
    if last < first:
        return _("Numery wpisów powtarzają się od nr %(number)s.") % {"number": last + 1}
    if first == last:
        return _("Brakuje wpisu nr %(number)s.") % {"number": first}
    return _("Brakuje wpisów nr %(first)s–%(last)s.") % {"first": first, "last": last}


def _end_problems(last: Place, *, lines: bool) -> Iterator[str]:
    head = JournalHead.objects.first()
    if head is None:
        if lines or last.number:
            yield _("Brakuje zapisu, na którym wpisie dziennik się kończy.")
        return
    if head.count > last.number:
        yield _(
            "Na końcu dziennika brakuje wpisów: powinien kończyć się na nr %(head)s, a kończy się na nr %(last)s."
        ) % {"head": head.count, "last": last.number}
    elif head.count < last.number:
        yield _("Na końcu dziennika dopisano coś obok systemu: wpisy po nr %(head)s.") % {"head": head.count}
    elif head.hash != last.hash:
        yield _("Zapis końca dziennika nie zgadza się z ostatnim wpisem (nr %(last)s).") % {"last": last.number}


def seal_of_anchor(anchor: JournalAnchor) -> str:
    """sha256 (hex) over the row and the seal of the anchor before."""
    content = [
        anchor.previous_seal, anchor.up_to, anchor.hash, anchor.removed, anchor.archive, anchor.archive_sha256,
        anchor.actor_key, anchor.actor_name, anchor.at.astimezone(UTC).isoformat(),
    ]  # fmt: skip
    return digest(as_text(content))


def _anchor_problems() -> Iterator[str]:
    previous, reached = BEGINNING, 0
    for anchor in JournalAnchor.objects.order_by("up_to"):
        told = {"number": anchor.up_to}
        if anchor.previous_seal != previous or seal_of_anchor(anchor) != anchor.seal:
            yield _("Kotwicę dziennika przy wpisie nr %(number)s zmieniono po zapisaniu.") % told
        if anchor.removed != anchor.up_to - reached:
            yield _("Kotwica dziennika przy wpisie nr %(number)s nie następuje po poprzedniej.") % told
        yield from _archive_problems(anchor)
        previous, reached = anchor.seal, anchor.up_to
    yield from _unwitnessed(previous)


def _unwitnessed(seal_of_last: str) -> Iterator[str]:
    """The newest removal stands in the journal itself, with the seal of its anchor."""
    line = JournalEntry.objects.filter(event=TRIMMED).order_by("-pk").first()
    witnessed = line.data.get("seal") if line else BEGINNING
    if witnessed != seal_of_last:
        yield _("Ostatnia kotwica dziennika nie zgadza się z wpisem o usunięciu najstarszych wpisów.")


def archive_path(anchor: JournalAnchor) -> Path:
    return Path(settings.HOME) / anchor.archive


def _archive_problems(anchor: JournalAnchor) -> Iterator[str]:
    path = archive_path(anchor)
    if not path.is_file():
        yield Note(
            _("Archiwum wpisów do nr %(number)s nie ma już w %(path)s: pokaż je, gdy będzie potrzebny dowód.")
            % {"number": anchor.up_to, "path": path}
        )
        return
    with path.open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").hexdigest() != anchor.archive_sha256:
            yield _("Plik archiwum dziennika %(path)s zmieniono po zapisaniu.") % {"path": path}


def receipt_problem(expected: str) -> str:
    """Empty when the journal holds the line of this receipt (its hash), else a sentence. Archives are looked in too."""
    if not JournalHead.objects.exists() and expected == BEGINNING:
        return ""
    if JournalEntry.objects.filter(hash=expected).exists() or _in_archives(expected):
        return ""
    return _("Dziennik nie zawiera wpisu o skrócie %(hash)s: po wydaniu tego pokwitowania napisano go na nowo.") % {
        "hash": expected
    }


def _in_archives(expected: str) -> bool:
    return any(
        anchor.hash == expected or _archive_holds(archive_path(anchor), expected)
        for anchor in JournalAnchor.objects.all()
    )


def _archive_holds(path: Path, expected: str) -> bool:
    if not path.is_file():
        return False
    with path.open(encoding="utf-8") as stream:
        return any(json.loads(line)["hash"] == expected for line in stream)
