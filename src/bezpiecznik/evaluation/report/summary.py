"""Chapter 3: how many actions have each mark, area by area, always with n."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.documents.content import Block, Heading, Paragraph, State, StateChart, StateCounts
from bezpiecznik.evaluation.report.wording import counted


def chapter(evidence: dict[str, Any]) -> Iterator[Block]:
    yield Heading(1, "3. Podsumowanie")
    yield Paragraph(_sentence(evidence))
    yield StateChart(
        f"Działania według oceny w\u00a0obszarach, rok {evidence['year']} (liczby działań)",
        tuple(_row(area) for area in evidence["areas"]),
    )
    yield Paragraph(
        "Obszary mają różną liczbę działań o\u00a0różnym ciężarze, dlatego nie podaje się udziałów procentowych "
        "i\u00a0nie porównuje się obszarów ani podmiotów ze sobą."
    )


def _sentence(evidence: dict[str, Any]) -> str:
    labels, counts = evidence["labels"]["mark"], evidence["counts"]
    told = "; ".join(f"{labels[state]} – {counts[state]}" for state in State if counts[state])
    return f"Oceniono {counted(evidence['n'], 'działanie,działania,działań')}: {told}."


def _row(area: dict[str, Any]) -> StateCounts:
    counts = {State(value): number for value, number in area["counts"].items()}
    return StateCounts(f"{area['no']}. {area['name']}", counts)
