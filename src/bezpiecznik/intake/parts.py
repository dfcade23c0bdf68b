"""The parts in which a person sees a draft, each with its doubts; the last asks who stands behind the names."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bezpiecznik.core.frozen import stamp_of
from bezpiecznik.intake.draft import PASSAGES, Draft, Kind, Row
from bezpiecznik.intake.faults import Mark, mark_of
from bezpiecznik.intake.places import places_of
from bezpiecznik.resolution.model import Finding

FRONT, ENTRIES, INITIATIVES, UNPLACED, NAMES = "dane", "skroty", "programy", "nieprzypisane", "podmioty"
PASSAGE_PARTS = {Kind.GOAL: "cele", Kind.FORM: "formy", Kind.PARTICIPANT: "uczestnicy", Kind.TASK: "zadania"}


@dataclass(frozen=True)
class Note:
    """A fault of the document, the rows of this part that it speaks of, and what was decided of it."""

    finding: Finding
    rows: tuple[Row, ...]
    mark: Mark | None = None

    @property
    def is_open(self) -> bool:
        return self.mark is None


@dataclass(frozen=True)
class Part:
    """`rows` are what one looks through (removed ones too); `adds` is the kind that a person may add here."""

    key: str
    title: str
    rows: tuple[Row, ...] = ()
    adds: Kind | None = None
    heading: Row | None = None
    notes: tuple[Note, ...] = ()
    is_seen: bool = False

    @property
    def count(self) -> int:
        return sum(not row.deleted for row in self.rows)

    @property
    def doubts(self) -> int:
        """Faults found here, values read without certainty, and undertakings with nobody responsible."""
        unsure = sum(row.confidence < 1 or row.lacks_lead for row in self.rows if not row.deleted)
        return unsure + sum(note.is_open and note.finding.severity != "info" for note in self.notes)

    @property
    def stamp(self) -> str:
        """Changes with any of the rows: a person confirms what was on the page, nothing else."""
        return stamp_of([row.stamp for row in self.every])

    @property
    def parent(self) -> str:
        return self.heading.key if self.heading else ""

    @property
    def every(self) -> tuple[Row, ...]:
        """All rows, the heading first."""
        return (self.heading, *self.rows) if self.heading else self.rows

    @property
    def lines(self) -> tuple[int, ...]:
        return tuple(row.line for row in self.every if row.line)


def parts_of(draft: Draft, seen: Iterable[str]) -> tuple[Part, ...]:
    """All parts of the draft but the names, in the order in which they are gone through."""
    from_draft = [
        Part(FRONT, _("Dane uchwały i cel główny"), draft.of(Kind.META) + draft.of(Kind.MAIN_GOAL)),
        *(Part(PASSAGE_PARTS[kind], _passage_title(kind), draft.of(kind), kind) for kind in PASSAGES),
        Part(ENTRIES, _("Wykaz skrótów"), draft.of(Kind.ENTRY), Kind.ENTRY),
        *(_area_part(draft, area) for area in draft.of(Kind.AREA)),
        Part(INITIATIVES, _("Programy jednostek"), draft.of(Kind.INITIATIVE), Kind.INITIATIVE),
    ]
    if unplaced := draft.of(Kind.UNPLACED):
        from_draft.append(Part(UNPLACED, _("Nieprzypisane"), unplaced))
    notes, known = _notes(draft, from_draft), frozenset(seen)
    return tuple(
        Part(p.key, p.title, p.rows, p.adds, p.heading, tuple(notes.get(p.key, ())), p.key in known) for p in from_draft
    )


def _passage_title(kind: Kind) -> str:
    return {
        Kind.GOAL: _("Cele szczegółowe"),
        Kind.FORM: _("Formy realizacji"),
        Kind.PARTICIPANT: _("Uczestnicy programu"),
        Kind.TASK: _("Zadania komisji"),
    }[kind]


def area_key(area: Row) -> str:
    """`area-3` for the third area that was read, `area-n1` for the first that a person added."""
    suffix = area.key.rpartition(":")[2]
    return f"area-{int(suffix) + 1}" if suffix.isdigit() else f"area-{suffix}"


def _area_part(draft: Draft, area: Row) -> Part:
    title = _("Obszar %(no)s") % {"no": area.values["no"]}
    return Part(area_key(area), title, draft.of(Kind.ACTION, area.key), Kind.ACTION, area)


def part_of(row: Row, draft: Draft) -> str:
    """The key of the part where the row is seen."""
    if row.kind in {Kind.ACTION, Kind.AREA}:
        area = draft.row(row.parent) if row.parent else row
        return area_key(area) if area else FRONT
    others = {Kind.ENTRY: ENTRIES, Kind.INITIATIVE: INITIATIVES, Kind.UNPLACED: UNPLACED}
    return {**PASSAGE_PARTS, **others}.get(row.kind, FRONT)


def _notes(draft: Draft, parts: list[Part]) -> dict[str, list[Note]]:
    """For each part the faults that speak of it; those that speak of no row stand with the data of the act."""
    places = places_of(draft)
    notes: dict[str, list[Note]] = {part.key: [] for part in parts}
    for finding in draft.reading.findings:
        rows = [places[place] for place in finding.places if place in places]
        concerned: dict[str, list[Row]] = {}
        for row in rows:
            concerned.setdefault(part_of(row, draft), []).append(row)
        for key, of_part in (concerned or {FRONT: []}).items():
            notes[key].append(Note(finding, tuple(of_part), mark_of(finding, draft)))
    return notes
