"""A fault of the document as the review shows it: its words, the proposed repair as was and now, what was decided."""

from dataclasses import dataclass
from functools import cached_property

from bezpiecznik.core.worddiff import Piece, pieces
from bezpiecznik.intake import codes
from bezpiecznik.intake.draft import Draft
from bezpiecznik.intake.faults import Change, changes_of, fault_key, is_whole, repair_stamp
from bezpiecznik.intake.forms import label_of
from bezpiecznik.intake.parts import Note
from bezpiecznik.plans.finding_queries import place_in_words
from bezpiecznik.resolution.model import Finding

MOST_SHOWN = 10
LIKENESS = ("DUPLICATE", "SIMILAR", "CONTAINED", "REPEATED")


@dataclass(frozen=True)
class ChangeView:
    """One repair: where, in which field, what goes and what comes."""

    place: str
    field: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class FaultView:
    note: Note
    draft: Draft

    @property
    def finding(self) -> Finding:
        return self.note.finding

    @property
    def key(self) -> str:
        return fault_key(self.finding)

    @property
    def speaks_of_likeness(self) -> bool:
        return self.note.is_open and any(word in self.finding.code for word in LIKENESS)

    @cached_property
    def _changes(self) -> tuple[Change, ...]:
        return changes_of(self.finding, self.draft) if self.note.is_open else ()

    @property
    def can_be_repaired(self) -> bool:
        return bool(self._changes)

    @property
    def stamp(self) -> str:
        return repair_stamp(self._changes)

    @property
    def is_partial(self) -> bool:
        """Some of the repairs are of text that is not in the reading."""
        return bool(self.finding.repairs) and self.note.is_open and not is_whole(self.finding, self.draft)

    @property
    def changes(self) -> list[ChangeView]:
        """What the repair would do; where it has no place in the reading, its own words."""
        if not self.note.is_open:
            return []
        if not self._changes:
            repairs = self.finding.repairs[:MOST_SHOWN]
            return [ChangeView(place_in_words(repair.place), "", pieces(repair.was, repair.now)) for repair in repairs]
        return [
            ChangeView(codes.name(change.row, self.draft), label_of(change.row.kind, change.field), change.pieces)
            for change in self._changes
        ]
