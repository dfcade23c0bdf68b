"""What a brought file would change now, row by row. Reads only; computed anew each time, for others write meanwhile."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.reporting import queries
from bezpiecznik.reporting.models import BroughtFile, Entry, Packet
from bezpiecznik.reporting.roundtrip.content import fields_now
from bezpiecznik.reporting.roundtrip.fields import MONEY, NUMBER, OUTCOME, Value
from bezpiecznik.reporting.roundtrip.filled import Filled, Problem
from bezpiecznik.reporting.roundtrip.merge import Course, Merged, course_of, merge
from bezpiecznik.reporting.roundtrip.shape import EVERY, OUTCOMES
from bezpiecznik.reporting.wording import figure, whose

WRONG = "wrong"
"""The course of a row with something to mend: nothing of it is taken."""
TITLES = {column.field: column.title for column in EVERY}


@dataclass(frozen=True)
class FieldRow:
    """One field as the page shows it."""

    entry: int
    merged: Merged
    ours_hidden: bool
    """Whether words not sent yet are only named. What both sides began with the reader has seen in the file."""

    @property
    def key(self) -> str:
        """What names it in the form of choices."""
        return f"{self.entry}:{self.merged.name}"

    @property
    def course(self) -> Course:
        return self.merged.course

    @property
    def title(self) -> str:
        if not self.merged.name.startswith(NUMBER):
            return TITLES.get(self.merged.name, self.merged.name)
        known = next(one for one in (self.merged.theirs, self.merged.ours, self.merged.base) if one)
        return _("Liczba: %(measure)s") % {"measure": known[0]}

    @property
    def theirs(self) -> str:
        return told(self.merged.name, self.merged.theirs)

    @property
    def ours(self) -> str:
        if self.ours_hidden and self.merged.ours and self.course == Course.DISPUTE:
            return _("treść wpisana przez podmiot, jeszcze niezłożona")
        return told(self.merged.name, self.merged.ours)


def told(name: str, value: Value) -> str:
    """A value in words; "" for nothing."""
    if isinstance(value, tuple):
        _measure, number, share, coverage = value
        words = whose(share, coverage)
        return figure(number) + (f" ({words})" if words else "")
    if name in MONEY and value:
        return f"{figure(value)}\u00a0zł"
    return OUTCOMES.get(value, value) if name == OUTCOME else value


@dataclass(frozen=True)
class PlanRow:
    """One action of the file."""

    entry: Entry
    label: str
    wording: str
    fields: tuple[FieldRow, ...]
    problems: tuple[Problem, ...]

    @property
    def course(self) -> str:
        return WRONG if self.problems else course_of([one.merged for one in self.fields]).value

    @property
    def changing(self) -> list[FieldRow]:
        """Fields that the file would change, or that both sides changed."""
        return [one for one in self.fields if one.course in {Course.TAKEN, Course.DISPUTE}]


@dataclass(frozen=True)
class Plan:
    """All rows of the file, with what is told of it as a whole."""

    rows: tuple[PlanRow, ...]
    stray: tuple[Problem, ...]
    notes: tuple[str, ...]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows take each course; rows that belong to no action count as wrong."""
        counted = Counter(row.course for row in self.rows)
        return {
            course: counted[course] + (len(self.stray) if course == WRONG else 0)
            for course in (Course.SAME.value, Course.TAKEN.value, Course.DISPUTE.value, WRONG)
        }

    def of(self, course: str) -> list[PlanRow]:
        return [row for row in self.rows if row.course == course]

    @property
    def problems(self) -> list[Problem]:
        return [*(problem for row in self.rows for problem in row.problems), *self.stray]

    @property
    def writes(self) -> bool:
        """Whether applying it could change anything."""
        return bool(self.counts[Course.TAKEN] or self.counts[Course.DISPUTE])

    @cached_property
    def digest(self) -> str:
        """Over everything that a person decides upon: another digest, another decision."""
        content = [
            [row.entry.pk, row.course, [[one.merged.name, one.merged.theirs, one.merged.ours] for one in row.changing]]
            for row in self.rows
        ]
        return digest(as_text(content))


def plan_of(brought: BroughtFile, *, reader: User, own: bool) -> Plan:
    """What the file would do to the packet as it stands. `own`: whether the reader sees words that were not sent."""
    return plan(Filled.from_json(brought.reading), brought.packet, reader=reader, own=own)


def plan(filled: Filled, packet: Packet, *, reader: User, own: bool) -> Plan:
    entries = queries.entries_of(packet)
    rows = []
    for entry in entries:
        sealed = filled.seal.entries.get(entry.pk)
        if sealed is None:
            continue
        merged = merge(sealed.fields, filled.theirs.get(entry.pk, {}), fields_now(entry))
        hidden = not own and bool(entry.version) and entry.updated_by_id != reader.pk and packet.is_with_institution
        fields = tuple(FieldRow(entry.pk, one, hidden) for one in merged)
        problems = tuple(one for one in filled.problems if one.entry == entry.pk)
        rows.append(PlanRow(entry, sealed.label, sealed.wording, fields, problems))
    here = {row.entry.pk for row in rows}
    stray = tuple(one for one in filled.problems if one.entry not in here)
    return Plan(tuple(rows), stray, (*filled.notes, *_gone(filled, here), *_new(filled, entries)))


def _gone(filled: Filled, here: set[int]) -> list[str]:
    gone = [one.label for pk, one in filled.seal.entries.items() if pk not in here]
    told = _("Tych działań nie trzeba już opisywać, więc ich wiersze pominięto: %(labels)s.")
    return [told % {"labels": ", ".join(gone)}] if gone else []


def _new(filled: Filled, entries: list[Entry]) -> list[str]:
    new = [one.obligation.responsibility.undertaking.code for one in entries if one.pk not in filled.seal.entries]
    told = _("Od przygotowania pliku doszły działania, których w nim nie ma: %(codes)s. Prosimy opisać je w systemie.")
    return [told % {"codes": ", ".join(new)}] if new else []
