"""What changed between two submitted versions of a packet, field by field, word by word."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.worddiff import Piece, pieces
from bezpiecznik.reporting.models import RemarkField
from bezpiecznik.reporting.states import Outcome
from bezpiecznik.reporting.versions import EntryContent
from bezpiecznik.reporting.wording import numbers


@dataclass(frozen=True)
class Change:
    """One field that is not what it was."""

    field: str
    label: str | Promise
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Compared:
    """One entry in both versions; `kind` is same, changed, new (only after) or gone (only before)."""

    entry: EntryContent
    kind: str
    changes: list[Change]


KINDS = {
    "same": _("bez zmian"),
    "changed": _("zmieniono"),
    "new": _("dodano"),
    "gone": _("nie ma go w nowszej wersji"),
}


def changes(before: EntryContent, after: EntryContent) -> list[Change]:
    """Fields that differ, in the order of the form."""
    old, new = _fields(before), _fields(after)
    return [
        Change(field.value, field.label, pieces(old[field], new[field]))
        for field in RemarkField
        if old[field] != new[field]
    ]


def _fields(entry: EntryContent) -> dict[RemarkField, str]:
    return {
        RemarkField.OUTCOME: str(Outcome(entry["outcome"]).label) if entry["outcome"] else "",
        RemarkField.TEXT: entry["text"],
        RemarkField.REASON: entry["reason"],
        RemarkField.NUMBERS: numbers(entry["numbers"]),
    }


def compared(before: Iterable[EntryContent], after: Iterable[EntryContent]) -> list[Compared]:
    """All entries of both versions, in the order of the newer; what is only in the older stands at the end."""
    old, new = ({entry["obligation"]: entry for entry in entries} for entries in (before, after))
    made = [_compared(old.get(key), entry) for key, entry in new.items()]
    return made + [Compared(entry, "gone", []) for key, entry in old.items() if key not in new]


def _compared(before: EntryContent | None, after: EntryContent) -> Compared:
    if before is None:
        return Compared(after, "new", [])
    changed = changes(before, after)
    return Compared(after, "changed" if changed else "same", changed)
