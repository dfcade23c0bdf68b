"""The review of a document as its page shows it: the rail of parts, rows as cards, notes, counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.core import journal
from bezpiecznik.institutions.matching import Register
from bezpiecznik.intake import codes, problems
from bezpiecznik.intake.codes import cell_in_words
from bezpiecznik.intake.draft import DUTIES, PASSAGES, Draft, Kind, Row, draft_of
from bezpiecznik.intake.fault_view import FaultView
from bezpiecznik.intake.forms import labelled
from bezpiecznik.intake.merging import MOST_NAMED
from bezpiecznik.intake.models import Intake, ReviewAct
from bezpiecznik.intake.names import Doubt, NameRow, doubts_of, rows_of_names
from bezpiecznik.intake.pages import mark_anchor
from bezpiecznik.intake.parts import NAMES, Part, parts_of
from bezpiecznik.intake.problems import Problem
from bezpiecznik.intake.undoing import last_act


@dataclass(frozen=True)
class RailItem:
    """A part in the rail beside the review."""

    key: str
    title: str
    detail: str
    url: str
    count: int
    doubts: int
    is_seen: bool


@dataclass(frozen=True)
class RowView:
    """A row as a card: its number, its main words, the rest by name, and what had been read before a correction."""

    row: Row
    code: str
    details: list[tuple[str, str]]
    was: list[tuple[str, str]]
    faults: list[FaultView]
    joined: str = ""
    """What the row that took this one in is called."""

    @property
    def label(self) -> str:
        """What a link to the card says."""
        return self.code or codes.first_words(self.row)

    @property
    def page_mark(self) -> str:
        """The identifier of its place on the picture of the page; empty where there is none."""
        return mark_anchor(self.row)

    @property
    def place(self) -> str:
        """Where the row stands: page, line, cell, as far as the format knows."""
        source = self.row.source
        words = [
            _("strona %(no)s") % {"no": source.page} if source.page else "",
            _("wiersz %(no)s") % {"no": source.line} if source.line else "",
            cell_in_words(source.cell or ""),
        ]
        return ", ".join(word for word in words if word)

    @property
    def can_be_joined(self) -> bool:
        return self.row.kind in DUTIES and not self.row.deleted

    @property
    def can_be_removed(self) -> bool:
        return self.row.kind not in {Kind.META, Kind.MAIN_GOAL, Kind.UNPLACED}

    @property
    def anchor(self) -> str:
        return anchor(self.row)


@dataclass(frozen=True)
class NoteView:
    fault: FaultView
    rows: tuple[RowView, ...]

    @property
    def to_join(self) -> RowView | None:
        """The row to which the others of the fault may be joined, where they are all of one kind and one part."""
        living = [card for card in self.rows if card.can_be_joined]
        few = 1 < len(living) <= MOST_NAMED
        return living[0] if few and self.fault.speaks_of_likeness else None


@dataclass(frozen=True)
class Review:
    """Everything that a page of the review stands on."""

    intake: Intake
    draft: Draft
    parts: tuple[Part, ...]
    names: tuple[NameRow, ...]
    register: Register

    @property
    def rail(self) -> list[RailItem]:
        items = [_rail_item(self.intake, part) for part in self.parts]
        open_names = sum(name.is_asked for name in self.names) + sum(doubt.is_open for doubt in self.doubts)
        return [
            *items,
            RailItem(
                NAMES,
                _("Podmioty"),
                _("kto stoi za nazwami"),
                reverse("intake:names", args=(self.intake.pk,)),
                len(self.names),
                open_names,
                NAMES in self.intake.accepted_areas and not open_names,
            ),
        ]

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """Names of which the reader was not sure."""
        return doubts_of(self.draft)

    @cached_property
    def last_act(self) -> ReviewAct | None:
        """What „Cofnij” takes back."""
        return last_act(self.intake)

    @property
    def missing(self) -> list[Problem]:
        """What stands between the draft and the plan, as sentences."""
        return problems.of_everything(self.draft, self.parts, self.names, self.register)

    def part(self, key: str) -> Part | None:
        """The part of this key; the first that nobody has seen when no key is given."""
        if key:
            return next((part for part in self.parts if part.key == key), None)
        return next((part for part in self.parts if not part.is_seen), self.parts[0])

    def after(self, key: str) -> RailItem | None:
        """The next thing to look through after this part: unseen, further on first; None when all is seen."""
        rail = self.rail
        here = next(number for number, item in enumerate(rail) if item.key == key)
        return next((item for item in [*rail[here + 1 :], *rail[:here]] if not item.is_seen), None)


def review_of(intake: Intake) -> Review:
    """The review of a document that has been read (two queries)."""
    draft, register = draft_of(intake), Register()
    names = rows_of_names(draft, register)
    return Review(intake, draft, parts_of(draft, intake.accepted_areas), names, register)


def _rail_item(intake: Intake, part: Part) -> RailItem:
    url = f"{intake.get_absolute_url()}?part={part.key}"
    name = part.heading.wording if part.heading else ""
    detail = name.capitalize() if name.isupper() else name
    return RailItem(part.key, part.title, detail, url, part.count, part.doubts, part.is_seen)


def cards(part: Part, draft: Draft) -> list[RowView]:
    """The rows of the part as the page shows them; each with the faults that speak of it alone."""
    faults = _faults_of_rows(part, draft)
    return [_card(row, place, part, faults, draft) for place, row in enumerate(part.rows, start=1)]


def heading_card(part: Part, draft: Draft) -> RowView | None:
    return _card(part.heading, 0, part, _faults_of_rows(part, draft), draft) if part.heading else None


def notes(part: Part, shown: Iterable[RowView], draft: Draft) -> list[NoteView]:
    """Faults that speak of several rows of the part, or of none, each with the cards concerned."""
    every = {card.row.key: card for card in shown}
    return [
        NoteView(FaultView(note, draft), tuple(every[row.key] for row in note.rows if row.key in every))
        for note in part.notes
        if len(note.rows) != 1
    ]


def _faults_of_rows(part: Part, draft: Draft) -> dict[str, list[FaultView]]:
    found: dict[str, list[FaultView]] = defaultdict(list)
    for note in part.notes:
        if len(note.rows) == 1:
            found[note.rows[0].key].append(FaultView(note, draft))
    return found


def _card(row: Row, place: int, part: Part, faults: Mapping[str, list[FaultView]], draft: Draft) -> RowView:
    main = {"no", "name" if "name" in row.values else "text"} if row.kind is not Kind.META else frozenset[str]()
    rest = {name: value for name, value in row.values.items() if name not in main}
    was = {name: value for name, value in (row.read or {}).items() if value != row.values[name]}
    taken_in = draft.row(row.merged) if row.merged else None
    return RowView(
        row,
        _code(row, place, part),
        labelled(row, rest),
        labelled(row, was),
        faults.get(row.key, []),
        codes.name(taken_in, draft) if taken_in else "",
    )


def _code(row: Row, place: int, part: Part) -> str:
    if row.kind is Kind.ACTION and part.heading:
        return f"{part.heading.values['no']}.{row.values['no']}"
    if row.kind is Kind.INITIATIVE:
        return f"P{row.values['no']}"
    return f"{place}." if row.kind in {*PASSAGES, Kind.ENTRY} else ""


def anchor(row: Row) -> str:
    """Where the row stands on the page of its part."""
    return f"poz-{row.key.replace(':', '-')}"


def who_changed(intake: Intake, row_key: str) -> str:
    """Who wrote the last line of the journal about this row; empty when nobody did."""
    lines = journal.about(intake).filter(data__row=row_key)
    return lines.values_list("actor_name", flat=True).first() or ""
