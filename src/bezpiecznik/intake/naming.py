"""The table of names as a form: from what was typed to decisions, and back to words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from bezpiecznik.core.forms import free_text
from bezpiecznik.institutions.matching import Register, key_of
from bezpiecznik.institutions.models import Reporting
from bezpiecznik.intake.names import NEW, UNDECIDED, Decision, NameRow

SAME = "same"


@dataclass(frozen=True)
class Pointers:
    """Bodies that a person may point to by typing: names of the document and institutions of the register."""

    rows: tuple[NameRow, ...]
    register: Register

    @property
    def suggestions(self) -> list[str]:
        """What the fields offer while one types."""
        own = [row.entry.values["name"] if row.entry else row.written for row in self.rows]
        return list(dict.fromkeys([*own, *(body.name for body in self.register.institutions.values())]))

    def target(self, typed: str) -> str | None:
        """`n:…` or `i:…` for what was typed, empty for nothing, None for what nobody is called."""
        key = key_of(typed)
        for row in self.rows:
            if key in {row.key, key_of(row.entry.values["name"]) if row.entry else row.key}:
                return f"n:{row.key}"
        match = self.register.find(typed) if key else None
        if match and match.is_exact:
            return f"i:{match.institution.pk}"
        return None if key else ""

    def words(self, target: str) -> str:
        """How the target is called; empty for a body of its own."""
        if target.startswith("i:"):
            body = self.register.institutions.get(int(target[2:]))
            return body.name if body else ""
        return next((row.written for row in self.rows if target == f"n:{row.key}"), "")


@dataclass(frozen=True)
class NameField:
    """One row of the table as the page shows it."""

    number: int
    row: NameRow
    choice: str
    same: str
    through: str
    hint: str

    @property
    def is_asked(self) -> bool:
        return self.choice == UNDECIDED

    @property
    def decision(self) -> Decision:
        return self.row.decision


def fields_of(pointers: Pointers) -> list[NameField]:
    return [_field(number, row, pointers) for number, row in enumerate(pointers.rows)]


def _field(number: int, row: NameRow, pointers: Pointers) -> NameField:
    target = row.decision.target
    alike, score = _alike(row, pointers)
    hint = _("Podobna nazwa: „%(name)s” (zgodność %(score)s%%).") % {"name": alike, "score": score} if alike else ""
    choice = target if target in {NEW, UNDECIDED} else SAME
    same = pointers.words(target) or (alike if choice == UNDECIDED else "")
    return NameField(number, row, choice, same, pointers.words(row.decision.through), hint)


def _alike(row: NameRow, pointers: Pointers) -> tuple[str, int]:
    if row.match and not row.match.is_exact:
        return row.match.institution.name, row.match.score
    return (pointers.words(f"n:{row.alike[0]}"), row.alike[1]) if row.alike else ("", 0)


@dataclass(frozen=True)
class Typed:
    """Decisions that came from the page, and sentences on what could not be understood."""

    decisions: dict[str, Decision]
    complaints: list[str]


def typed(data: Mapping[str, str], pointers: Pointers) -> Typed:
    """Read the table: fields of row number n are called `choice-n`, `same-n`, `abbr-n` and so on, its key `key-n`."""
    known = {row.key: row for row in pointers.rows}
    decisions: dict[str, Decision] = {}
    complaints: list[str] = []
    number = 0
    while (key := data.get(f"key-{number}")) is not None:
        if row := known.get(key):
            decisions[key] = _decision(data, number, row, pointers, complaints)
        number += 1
    return Typed(decisions, complaints)


def _decision(
    data: Mapping[str, str], number: int, row: NameRow, pointers: Pointers, complaints: list[str]
) -> Decision:
    def one_line(field: str) -> str:
        return " ".join(free_text(data, f"{field}-{number}").split())

    def pointed(field: str) -> str:
        text = one_line(field)
        target = pointers.target(text)
        if target is None:
            complaints.append(
                _("Nie ma podmiotu „%(typed)s”, wskazanego przy „%(name)s”: wybierz nazwę z listy.")
                % {"typed": text, "name": row.written}
            )
        return target or ""

    choice = data.get(f"choice-{number}", UNDECIDED)
    reporting = data.get(f"reporting-{number}", Reporting.ITSELF)
    return Decision(
        target=pointed("same") if choice == SAME else choice if choice == NEW else UNDECIDED,
        abbr=one_line("abbr")[:40],
        name=one_line("name")[:300],
        collective=f"collective-{number}" in data,
        reporting=reporting if reporting in Reporting.values else Reporting.ITSELF,
        through=pointed("through") if reporting == Reporting.THROUGH else "",
    )


def as_typed(pointers: Pointers, decisions: Mapping[str, Decision]) -> Pointers:
    """The same table holding what a person typed and could not yet save."""
    rows: Sequence[NameRow] = [replace(r, decision=decisions.get(r.key, r.decision)) for r in pointers.rows]
    return Pointers(tuple(rows), pointers.register)
