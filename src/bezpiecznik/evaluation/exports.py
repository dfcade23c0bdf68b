"""Columns of the evaluation as a file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.evaluation import rollup
from bezpiecznik.evaluation.models import Grade, GradeValue, Recommendation
from bezpiecznik.evaluation.queries_of_year import SourceRow
from bezpiecznik.evaluation.rollup import Group, Row


def _said(grade: Grade) -> str:
    return "\n".join(
        f"{said.short}: {said.word} – {said.text or said.reason}" for said in grade.statements if said.speaks
    )


GRADES: tuple[Column[Grade], ...] = (
    Column(_("Nr"), lambda grade: grade.undertaking.code),
    Column(_("Obszar"), lambda grade: str(grade.undertaking.area or "")),
    Column(_("Działanie w brzmieniu uchwały"), lambda grade: grade.undertaking.wording),
    Column(_("Co zgłoszono"), _said),
    Column(_("Propozycja"), lambda grade: str(grade.get_proposed_display())),
    Column(_("Dlaczego"), lambda grade: grade.rule),
    Column(_("Ocena"), lambda grade: str(grade.get_given_display()) if grade.is_decided else ""),
    Column(_("Uzasadnienie zmiany"), lambda grade: grade.reason),
    Column(_("Rozstrzygnął(a)"), lambda grade: str(grade.decided_by or "")),
    Column(_("Dnia"), lambda grade: grade.decided_at),
)


# --- a year rolled up -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    """One group of one roll-up, as a row of a file."""

    table: str
    group: Group


def tables_of(rows: Sequence[Row]) -> list[tuple[str | Promise, list[Group]]]:
    """The roll-ups under their titles; one without groups is left out."""
    tables = [
        (_("Według obszarów"), rollup.by_area(rows)),
        (_("Według celów programu"), rollup.by_goal(rows)),
        (_("Według podmiotów odpowiedzialnych"), rollup.by_institution(rows)),
    ]
    return [(title, groups) for title, groups in tables if groups]


def lines_of(rows: Sequence[Row]) -> Iterator[Line]:
    for title, groups in tables_of(rows):
        for group in groups:
            yield Line(str(title), group)


def _now(mark: str) -> Callable[[Line], int]:
    return lambda line: line.group.counts.get(mark, 0)


def _before(mark: str) -> Callable[[Line], int]:
    return lambda line: line.group.former.get(mark, 0)


ROLL_UPS: tuple[Column[Line], ...] = (
    Column(_("Zestawienie"), lambda line: line.table),
    Column(_("Pozycja"), lambda line: line.group.name),
    Column(_("n"), lambda line: line.group.n),
    *(Column(mark.label, _now(mark.value)) for mark in GradeValue),
    Column(_("rok wcześniej: n"), lambda line: line.group.former_n),
    *(Column(format_lazy("{}{}", _("rok wcześniej: "), mark.label), _before(mark.value)) for mark in GradeValue),
)


def _label(mark: str) -> str:
    return str(GradeValue(mark).label)


CHANGED: tuple[Column[Row], ...] = (
    Column(_("Nr"), lambda row: row.code),
    Column(_("Działanie"), lambda row: row.wording),
    Column(_("Rok wcześniej"), lambda row: _label(row.former.given) if row.former else ""),
    Column(_("Dlaczego rok wcześniej"), lambda row: row.former.why if row.former else ""),
    Column(_("Ocena"), lambda row: _label(row.given)),
    Column(_("Dlaczego"), lambda row: row.why),
)
SOURCES: tuple[Column[SourceRow], ...] = (
    Column(_("Nr"), lambda row: row.no),
    Column(_("Podmiot"), lambda row: row.institution),
    Column(_("Okres"), lambda row: row.period),
    Column(_("Złożono"), lambda row: row.submitted_at[:10]),
    Column(_("Podpis"), lambda row: row.signatory),
    Column(_("Wersja"), lambda row: row.version),
    Column(_("Zdań w opisach"), lambda row: row.sentences),
    Column(_("Skrót (sha256)"), lambda row: row.sha256),
)
RECOMMENDATIONS: tuple[Column[Recommendation], ...] = (
    Column(_("Nr"), str),
    Column(_("Zalecenie"), lambda one: one.text),
    Column(_("Czego dotyczy"), lambda one: one.subject),
    Column(_("Do kogo"), lambda one: one.whom),
    Column(_("Termin"), lambda one: one.due_on),
    Column(_("Stan"), lambda one: str(one.get_state_display())),
    Column(_("Co się stało"), lambda one: one.outcome),
    Column(_("Zakończono"), lambda one: one.closed_on),
)
