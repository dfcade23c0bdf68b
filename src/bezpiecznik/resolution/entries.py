"""Items of running text: numbered, lettered or bulleted lines and task cards, with the fields told of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from bezpiecznik.resolution.area_outline import Place
from bezpiecznik.resolution.document import Paragraph
from bezpiecznik.resolution.headers import FIELDS, Role
from bezpiecznik.resolution.labels import Field, divide
from bezpiecznik.resolution.marks import Mark
from bezpiecznik.resolution.model import Source


@dataclass
class Entry:
    """One item with its fields; `subs` are the items inside it, `listing` a field whose values go on below.

    `certainty` is below 1 where its fields are only inferred.
    """

    mark: Mark
    source: Source
    place: Place
    at: int
    text: list[str] = field(default_factory=list)
    cells: dict[Role, list[str]] = field(default_factory=dict)
    subs: list[Entry] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    role: Role = Role.TASK
    inline: bool = False
    listing: bool = False
    certainty: float = 1.0

    @classmethod
    def of(cls, mark: Mark, paragraph: Paragraph, place: Place, at: int) -> Entry:
        """An item out of its first line, with the fields written into it."""
        head, fields = divide(mark.text)
        entry = cls(mark, paragraph.source, place, at, [head] if head else [], lines=[paragraph.source.line or 0])
        entry.take(fields)
        entry.inline = bool(fields) and bool(head)
        return entry

    def take(self, fields: list[Field]) -> None:
        """Keep the fields; the last one goes on in the lines below."""
        for found in fields:
            self.cells.setdefault(found.role, []).extend([found.value] if found.value else [])
            self.role, self.listing = found.role, not found.value

    def append(self, text: str) -> None:
        """One more line of the text or of the last field."""
        target = self.text if self.role is Role.TASK else self.cells.setdefault(self.role, [])
        target.append(text)

    @property
    def is_card(self) -> bool:
        """Does it say of itself that it is a task?"""
        return self.mark.shape in ("card", "label", "title")

    @property
    def has_fields(self) -> bool:
        """Is anybody or any time told for it?"""
        return any(self.cells[role] for role in FIELDS & self.cells.keys())

    @property
    def all_lines(self) -> list[int]:
        """Numbers of the lines that it and its inner items take."""
        return self.lines + [line for sub in self.subs for line in sub.all_lines]


@dataclass
class Group:
    """Items of one shape in a row, the line that introduces them, and the institution that this line names."""

    place: Place
    intro: Paragraph | None = None
    lead: str | None = None
    said: bool = False
    entries: list[Entry] = field(default_factory=list)
    defaults: list[Field] = field(default_factory=list)
    default_lines: list[int] = field(default_factory=list)
    trailing: bool = False
    shapes: set[str] = field(default_factory=set)
    has_fields: bool = False

    def add(self, entry: Entry) -> None:
        """One more item of the list."""
        self.entries.append(entry)
        self.shapes.add(entry.mark.shape)
        self.has_fields = self.has_fields or entry.has_fields
