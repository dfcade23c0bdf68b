"""One card of „Moje sprawozdanie”: what stands in its fields, what was said before, and what is wrong."""

from dataclasses import dataclass, field

from bezpiecznik.reporting import queries
from bezpiecznik.reporting.card_parts import Parts
from bezpiecznik.reporting.entry_form import NumberRow, Problem, Typed
from bezpiecznik.reporting.models import Doubt, Entry
from bezpiecznik.reporting.states import Outcome

ROW_PLACES = {"measure": "miernik", "value": "wartosc", "share": "czyja", "coverage": "obszar"}
"""Beginnings of identifiers of the fields in a row of numbers."""


@dataclass(frozen=True)
class Row:
    """A row of numbers on the page: ending of its identifiers, its number, and what was given for it before."""

    id: str
    no: str
    row: NumberRow
    before: str
    wrong: dict[str, str]

    @property
    def measure_wrong(self) -> bool:
        return f"measure-{self.no}" in self.wrong

    @property
    def value_wrong(self) -> bool:
        return f"value-{self.no}" in self.wrong


@dataclass(frozen=True)
class Card:
    """One action to report on. `conflict` is what somebody else stored in the meantime."""

    entry: Entry
    typed: Typed
    before: queries.Words | None
    leads: list[str]
    partners: list[str]
    on_behalf_of: str
    former: queries.Words | None = None
    """The same half of the year before, where periods are halves."""
    measures: list[str] = field(default_factory=list)
    """Names to pick from: what was counted before, and what the programme names."""
    conflict: Entry | None = None
    next_anchor: str = "wysylka"
    """Where the next card begins; after the last one, where the report is sent."""
    to_edit: bool = False
    """Whether the card was just filled in for the person, who goes on in the field of words."""
    parts: Parts = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def outcomes(self) -> list[tuple[str, str, bool]]:
        """Value, label and whether chosen."""
        return [(value, str(label), value == self.typed.outcome) for value, label in Outcome.choices]

    @property
    def can_reuse(self) -> bool:
        """Whether there is something to take over and an empty place for it."""
        if not self.before or self.typed.text.strip():
            return False
        return bool(self.before.text or (self.before.reason and not self.typed.reason.strip()))

    @property
    def has_numbers(self) -> bool:
        return any(row.measure or row.value for row in self.typed.rows)

    @property
    def key(self) -> str:
        """The entry's key as text: what names the fields of the card."""
        return str(self.entry.pk)

    @property
    def rows(self) -> list["Row"]:
        former = {n["measure"].casefold(): n["value"] for n in self.before.numbers} if self.before else {}
        wrong = {problem.field: problem.sentence for problem in self.typed.errors}
        return [
            Row(f"{self.key}-{no}", str(no), row, former.get(row.measure.casefold(), ""), wrong)
            for no, row in enumerate(self.typed.rows)
        ]

    @property
    def next_row(self) -> int:
        return len(self.typed.rows)

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Sentence of what is wrong, and the identifier of the field."""
        return [(problem.sentence, self.place(problem)) for problem in self.typed.errors]

    def place(self, problem: Problem) -> str:
        """Identifier of the field of a problem: of a row of numbers, of another field, or of the card."""
        name, _dash, no = problem.field.partition("-")
        if name in ROW_PLACES:
            return f"{ROW_PLACES[name]}-{self.key}-{no}"
        return queries.anchor(self.entry, name)

    @property
    def asked(self) -> str:
        """Which questions stand on the card: where they changed, the page is given them anew after a save."""
        return ",".join(f"{doubt.pk}.{bool(doubt.answered_at):d}" for doubt in self.doubts)

    @property
    def anchor(self) -> str:
        return queries.anchor(self.entry)
