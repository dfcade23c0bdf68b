"""Chapter 3: how many actions have each mark, area by area, always with n, and which ones."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.documents.content import (
    Block,
    Column,
    Heading,
    Inline,
    Paragraph,
    State,
    StateChart,
    StateCounts,
    StateMark,
    Table,
)
from bezpiecznik.evaluation.report.comparisons import comparisons
from bezpiecznik.evaluation.report.wording import counted

NAME_WIDTH, CODES_WIDTH = 2.4, 1.6


def chapter(evidence: dict[str, Any]) -> Iterator[Block]:
    yield Heading(1, "3. Podsumowanie")
    yield Paragraph(_sentence(evidence))
    yield _codes(evidence)
    yield StateChart(
        f"Działania według oceny w\u00a0obszarach, rok {evidence['year']} (liczby działań)",
        tuple(_row(area) for area in evidence["areas"]),
    )
    yield Paragraph(
        "Obszary mają różną liczbę działań o\u00a0różnym ciężarze, dlatego nie podaje się udziałów procentowych "
        "i\u00a0nie porównuje się obszarów ani podmiotów ze sobą."
    )
    yield from comparisons(evidence)


def _sentence(evidence: dict[str, Any]) -> str:
    labels, counts = evidence["labels"]["mark"], evidence["counts"]
    told = "; ".join(f"{labels[state]}\u00a0({counts[state]})" for state in State if counts[state])
    return f"Oceniono {counted(evidence['n'], 'działanie,działania,działań')}: {told}."


def _row(area: dict[str, Any]) -> StateCounts:
    counts = {State(value): number for value, number in area["counts"].items()}
    return StateCounts(f"{area['no']}. {area['name']}", counts)


def _codes(evidence: dict[str, Any]) -> Table:
    """Numbers of actions under their marks: the whole programme at a glance, marks nobody was given left out."""
    given = [state for state in State if evidence["counts"][state]]
    return Table(
        "Numery działań według oceny",
        (Column("Obszar", NAME_WIDTH), *(Column(StateMark(state), CODES_WIDTH) for state in given)),
        tuple(
            (f"{area['no']}. {area['name']}", *(_with(area, state) for state in given)) for area in evidence["areas"]
        ),
    )


def _with(area: dict[str, Any], state: State) -> Inline:
    return ", ".join(action["code"] for action in area["actions"] if action["given"] == state) or "–"
