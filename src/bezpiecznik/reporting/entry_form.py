"""What stands in the fields of one entry, and how it is read: right or wrong, nothing typed is thrown away."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import QueryDict
from django.utils.translation import gettext as _

from bezpiecznik.core.forms import free_text
from bezpiecznik.reporting import figure_fields
from bezpiecznik.reporting.figure_fields import FigureRow
from bezpiecznik.reporting.models import Entry
from bezpiecznik.reporting.queries import Words
from bezpiecznik.reporting.services import Attempt, Figures, Number
from bezpiecznik.reporting.services.receipts import keys
from bezpiecznik.reporting.states import Coverage, Outcome, Share
from bezpiecznik.reporting.versions import NumberContent
from bezpiecznik.reporting.wording import figure, parse_decimal

BLANK_ROWS = 1
LONGEST_MEASURE = 200
ROW = ("measure", "value", "share", "coverage", "proposed")


@dataclass(frozen=True)
class NumberRow:
    """A row of numbers as it stands on the page, right or wrong."""

    measure: str = ""
    value: str = ""
    share: str = Share.OWN.value
    coverage: str = Coverage.UNIT.value
    proposed: str = ""
    """The measure that the page put here by itself; left without a value it says nothing."""

    @property
    def is_blank(self) -> bool:
        return not self.value and self.measure == self.proposed


@dataclass(frozen=True)
class Problem:
    """What is wrong with a field: a sentence, and the name of the field (`value-0`); blank: the whole entry."""

    sentence: str
    field: str = ""


@dataclass(frozen=True)
class Typed:
    """What stands in the fields of one entry: stored, or typed and not stored."""

    version: int
    outcome: str
    text: str
    reason: str
    rows: list[NumberRow]
    errors: list[Problem] = field(default_factory=list)
    figures: FigureRow = field(default_factory=FigureRow)
    """Only of initiatives."""


def stored(entry: Entry, before: Words | None = None) -> Typed:
    """As stored; measures of the period before and of the programme stand ready, without values."""
    rows = [NumberRow(n.measure, figure(n.value), n.share, n.coverage) for n in entry.numbers.all()]
    proposed = proposals(entry, before.numbers if before else (), taken={row.measure.casefold() for row in rows})
    shown = [*rows, *proposed, *blank()]
    said = figure_fields.stored(entry)
    return Typed(entry.version, entry.outcome, entry.text, entry.reason, shown, figures=said)


def proposals(entry: Entry, before: Iterable[NumberContent], *, taken: set[str]) -> Iterator[NumberRow]:
    """Rows for what was counted before or is named in the programme; each measure once, none that is `taken`."""
    known = [NumberRow(n["measure"], "", n["share"], n["coverage"], n["measure"]) for n in before]
    named = [name for name in entry.obligation.responsibility.undertaking.measures if len(name) <= LONGEST_MEASURE]
    for row in [*known, *(NumberRow(name, proposed=name) for name in named)]:
        if row.measure.casefold() not in taken:
            taken.add(row.measure.casefold())
            yield row


def blank(rows: int = BLANK_ROWS) -> list[NumberRow]:
    return [NumberRow()] * rows


class EntryForm(forms.Form):
    """One entry with its rows of numbers (`measure-0`, `value-0`, `share-0`, `coverage-0`, `measure-1` …).

    Of an initiative also `audience`, `planned`, `granted`, `spent`, `source`; without `audience` they are left alone.
    """

    version = forms.IntegerField(min_value=0)
    outcome = forms.ChoiceField(choices=[("", ""), *Outcome.choices], required=False)
    text = forms.CharField(required=False, max_length=20_000)
    reason = forms.CharField(required=False, max_length=4_000)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.rows = list(number_rows(data))
        self._of_rows: list[Problem] = []
        self.figures = figure_fields.typed(data)

    @property
    def attempt(self) -> Attempt | None:
        """The key of this sending, and of earlier ones without an answer; none where the page gave none."""
        key = keys([self.data.get("key", "")])
        return Attempt(key[0], keys(self.data.get("after", "").split())) if key else None

    def clean(self) -> dict[str, Any]:
        numbers, self._of_rows = read_rows(self.rows)
        figures = self._figures()
        for problem in self._of_rows:
            self.add_error(None, problem.sentence)
        cleaned = super().clean() or {}
        for name in ("text", "reason"):  # browsers send line ends of their own
            cleaned[name] = cleaned.get(name, "").replace("\r\n", "\n")
        return {**cleaned, "numbers": numbers, **figures}

    def _figures(self) -> dict[str, Figures]:
        """Nothing where the entry is not of an initiative."""
        if self.figures is None:
            return {}
        said, problems = figure_fields.cleaned(self.figures)
        self._of_rows += [Problem(sentence, name) for name, sentence in problems]
        return {"figures": said}

    @property
    def problems(self) -> list[Problem]:
        """Everything that keeps the entry from being stored, in the order of the fields."""
        own = [
            Problem(str(sentence), name)
            for name, sentences in self.errors.items()
            if name != NON_FIELD_ERRORS
            for sentence in sentences
        ]
        return [*own, *self._of_rows]

    def typed(self, *, version: int, errors: Sequence[str] = (), more_rows: int = BLANK_ROWS) -> Typed:
        """What was typed, to be shown again in the same rows; `version` is the one to save over."""
        rows = list(self.rows)
        while rows and not (rows[-1].measure or rows[-1].value):
            rows.pop()
        return Typed(
            version=version,
            outcome=self.data.get("outcome", ""),
            text=self.data.get("text", ""),
            reason=self.data.get("reason", ""),
            rows=[*rows, *blank(more_rows)],
            errors=[*self.problems, *map(Problem, errors)],
            figures=self.figures or FigureRow(),
        )


def filled_from(data: QueryDict, before: Words | None) -> QueryDict:
    """The form with its blank fields filled in from the period before; never its numbers."""
    filled = data.copy()
    for name in ("outcome", "text", "reason"):
        if before and not filled.get(name, "").strip():
            filled[name] = getattr(before, name)
    return filled


def number_rows(data: QueryDict) -> Iterator[NumberRow]:
    """Rows of a form as they were typed."""
    for no in count():
        if f"measure-{no}" not in data:
            return
        measure, value, share, coverage, proposed = (free_text(data, f"{name}-{no}") for name in ROW)
        yield NumberRow(" ".join(measure.split()), value, share, coverage, " ".join(proposed.split()))


def read_rows(rows: Sequence[NumberRow]) -> tuple[list[Number], list[Problem]]:
    """The numbers given, and what is wrong with the other rows."""
    numbers, problems, seen = [], [], set()
    for no, row in enumerate(rows):
        if row.is_blank:
            continue
        problem = _problem(row, no)
        if not problem and row.measure.casefold() in seen:
            problem = Problem(_("Każdy miernik podaj tylko raz."), f"measure-{no}")
        seen.add(row.measure.casefold())
        if problem:
            problems.append(problem)
        else:
            numbers.append(Number(row.measure, parse_decimal(row.value), row.share, row.coverage))
    return numbers, problems


def _problem(row: NumberRow, no: int) -> Problem | None:
    if not row.measure:
        return Problem(_("Przy liczbie %(value)s napisz, czego dotyczy.") % {"value": row.value}, f"measure-{no}")
    if len(row.measure) > LONGEST_MEASURE:
        return Problem(_("Nazwa miernika może mieć najwyżej 200 znaków."), f"measure-{no}")
    if not row.value:
        return Problem(_("Przy mierniku „%(measure)s” podaj liczbę.") % {"measure": row.measure}, f"value-{no}")
    if row.share not in Share.values or row.coverage not in Coverage.values:
        return Problem(_("Wybierz z listy, czyja jest liczba i jakiego obszaru dotyczy."), f"share-{no}")
    try:
        parse_decimal(row.value)
    except ValueError:
        sentence = _("„%(value)s” to nie jest liczba. Wpisz na przykład 12 albo 12,5.")
        return Problem(sentence % {"value": row.value}, f"value-{no}")
    return None
