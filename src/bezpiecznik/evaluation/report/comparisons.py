"""Roll-ups beside the one by area: the former year, goals, institutions. Counts with n, never percentages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bezpiecznik.documents.content import (
    Align,
    Annex,
    Block,
    Column,
    Heading,
    Inline,
    Link,
    Paragraph,
    Run,
    State,
    StateMark,
    Table,
)
from bezpiecznik.evaluation import rollup
from bezpiecznik.evaluation.report.wording import counted, mark
from bezpiecznik.evaluation.rollup import Group, Row

CHANGES = "zmiany-ocen"


def comparisons(evidence: Mapping[str, Any]) -> Iterator[Block]:
    """Only for evidence that has them: older one tells areas alone."""
    if "former" not in evidence:
        return
    rows = rollup.rows_of(evidence)
    former = evidence["former"]
    yield from _former(evidence, former, rows)
    if goals := rollup.by_goal(rows):
        yield Heading(2, "Według celów programu")
        yield Paragraph("Działania przypisał do celów urząd; uchwała tego nie czyni.")
        yield _table("Działania według celów", "Cel", goals, former)
    yield Heading(2, "Według podmiotów odpowiedzialnych")
    yield Paragraph(
        "Podmioty w\u00a0porządku alfabetycznym, z\u00a0liczbą działań (n), za które odpowiadają. Działanie dwóch "
        "podmiotów policzono przy każdym z\u00a0nich. Podmioty mają różne zadania, dlatego nie jest to "
        "porównanie ich pracy."
    )
    yield _table("Działania według podmiotów odpowiedzialnych", "Podmiot", rollup.by_institution(rows), former)


def _former(evidence: Mapping[str, Any], former: Mapping[str, Any] | None, rows: Sequence[Row]) -> Iterator[Block]:
    yield Heading(2, "Rok do roku")
    if not former:
        yield Paragraph(f"Nie ma zakończonej oceny za rok {evidence['year'] - 1}, z\u00a0którą można by porównać.")
        return
    yield Paragraph(
        f"W każdej komórce liczba działań w\u00a0roku {evidence['year']}, a\u00a0w\u00a0nawiasie w\u00a0roku "
        f"{former['year']} (tylko działania, które oceniano w\u00a0obu latach)."
        f"{_same_rule(evidence, former)}"
    )
    yield _table("Działania według obszarów, rok do roku", "Obszar", rollup.by_area(rows), former)
    changed = rollup.changed(rows)
    if not changed:
        yield Paragraph("Żadne działanie nie ma innej oceny niż rok wcześniej.")
        return
    yield Paragraph(
        (
            Run(f"Inną ocenę niż rok wcześniej {_has(len(changed))}; uzasadnienia z\u00a0obu lat zawiera "),
            Link("załącznik", CHANGES),
            Run("."),
        ),
        leads_on=True,
    )
    yield _turns(changed)


def _turns(changed: Sequence[Row]) -> Table:
    """Actions by what became of their mark: „w toku” to „zrealizowano”, in the order of the marks."""
    groups: dict[tuple[str, str], list[str]] = {}
    for row in changed:
        if row.former:
            groups.setdefault((row.former.given, row.given), []).append(row.code)
    order = list(State)
    turns = sorted(groups, key=lambda turn: (order.index(State(turn[0])), order.index(State(turn[1]))))
    return Table(
        "Zmiany ocen",
        (Column("Rok wcześniej", 1.4), Column("Teraz", 1.4), Column("n", 0.4, Align.CENTRE), Column("Działania", 4)),
        tuple((mark(was), mark(now), str(len(groups[was, now])), ", ".join(groups[was, now])) for was, now in turns),
    )


def changes_annex(evidence: Mapping[str, Any], label: str) -> Iterator[Block]:
    """Changed grades with what each year's rested on. Nothing without a year before."""
    former = evidence.get("former")
    changed = rollup.changed(rollup.rows_of(evidence)) if former else []
    if not former or not changed:
        return
    yield Annex(label, "Oceny inne niż rok wcześniej", CHANGES)
    yield Table(
        "Zmienione oceny i\u00a0ich uzasadnienia",
        (
            Column("Nr", 0.6),
            Column(f"Rok {former['year']}", 1.5),
            Column("Dlaczego", 2.7),
            Column(f"Rok {evidence['year']}", 1.5),
            Column("Dlaczego", 2.7),
        ),
        tuple(
            (row.code, mark(row.former.given), row.former.why, mark(row.given), row.why)
            for row in changed
            if row.former
        ),
    )


def _has(number: int) -> str:
    return f"{'ma' if number == 1 or number > 4 else 'mają'} {counted(number, 'działanie,działania,działań')}"


def _same_rule(evidence: Mapping[str, Any], former: Mapping[str, Any]) -> str:
    if list(former["rule"]) == list(evidence["rule"]):
        return " Oba lata oceniano według tej samej reguły."
    return " Reguła w\u00a0tych latach się różniła: zmianę oceny należy czytać razem z\u00a0jej uzasadnieniem."


def _table(caption: str, name: str, groups: Sequence[Group], former: Mapping[str, Any] | None) -> Table:
    """Marks that nobody has in either year are left out."""
    used = [state for state in State if any(g.counts.get(state) or g.former.get(state) for g in groups)]
    return Table(
        caption,
        (
            Column(name, 3),
            *(Column(StateMark(state), 1.25, Align.CENTRE) for state in used),
            Column("n", 0.9, Align.CENTRE),
        ),
        tuple(
            (group.name, *(_cell(group, state, former) for state in used), _pair(group.n, group.former_n, former))
            for group in groups
        ),
    )


def _cell(group: Group, state: State, former: Mapping[str, Any] | None) -> Inline:
    return _pair(group.counts.get(state, 0), group.former.get(state, 0), former)


def _pair(now: int, before: int, former: Mapping[str, Any] | None) -> str:
    return f"{now} ({before})" if former else str(now)
