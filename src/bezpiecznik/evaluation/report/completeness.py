"""Chapter 6: who was asked and who answered. In alphabetical order: this is no ranking."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.core.collation import sort_key
from bezpiecznik.core.polish import forms
from bezpiecznik.documents.content import Align, Block, Column, Heading, Inline, Paragraph, State, StateMark, Table
from bezpiecznik.evaluation.report.wording import counted, full, of_period, short_day

REPORTS = "sprawozdania-podmiotow"

Line = dict[str, Any]


def chapter(evidence: dict[str, Any]) -> Iterator[Block]:
    yield Heading(1, "6. Kompletność sprawozdań", REPORTS)
    yield Paragraph(
        "Obowiązek to jedno działanie albo jeden program jednostki i\u00a0jedna rola podmiotu. "
        "Opis pełny zawiera to, co zrobiono, albo powód, dla "
        "którego nic nie zrobiono. O\u00a0terminie rozstrzyga pierwsze złożenie. Podmioty wymieniono alfabetycznie, "
        "przy każdym podano dzień złożenia sprawozdania i\u00a0osobę, która je podpisała."
    )
    for period in evidence["periods"]:
        lines = [line for line in evidence["completeness"] if line["period"] == period["label"]]
        yield Heading(2, f"Sprawozdania {of_period(period['label'])}")
        yield Paragraph(_sentence(lines))
        yield _table(period["label"], lines)
    yield from _without_reporter(evidence["without_reporter"])


def _sentence(lines: list[Line]) -> str:
    sent = sum(line["submitted_at"] is not None for line in lines)
    on_time = sum(line["on_time"] for line in lines)
    expected, received, complete = (sum(line[key] for line in lines) for key in ("expected", "received", "complete"))
    return (
        f"Sprawozdania złożyło {sent} z\u00a0{counted(len(lines), 'podmiotu,podmiotów,podmiotów')}, "
        f"w\u00a0tym {on_time} w\u00a0terminie. "
        f"Z\u00a0{counted(expected, 'obowiązku,obowiązków,obowiązków')} opisano {received}, "
        f"w\u00a0tym {complete} w\u00a0pełni."
    )


def _table(label: str, lines: list[Line]) -> Table:
    return Table(
        f"Kompletność sprawozdań {of_period(label)}",
        (
            Column("Podmiot", 3.5),
            Column("Opisane obowiązki", 1.3, Align.CENTRE),
            Column("Pełne opisy", 0.9, Align.CENTRE),
            Column("Złożono", 1.6),
            Column("Podpis", 3.5),
        ),
        tuple(_row(line) for line in sorted(lines, key=lambda line: sort_key(line["institution"]["name"]))),
    )


def _row(line: Line) -> tuple[Inline, ...]:
    described = f"{line['received']} z\u00a0{line['expected']}"
    return (full(line["institution"]), described, str(line["complete"]), _submitted(line), _signed(line) or "–")


def _submitted(line: Line) -> Inline:
    if line["submitted_at"] is None:
        return StateMark(State.NO_REPORT)
    day = short_day(line["submitted_at"])
    return day if line["on_time"] else f"{day}, po\u00a0terminie"


def _signed(line: Line) -> str:
    return ", ".join(filter(None, (line["signatory"], line["signatory_function"])))


def _without_reporter(counts: list[dict[str, Any]]) -> Iterator[Block]:
    for each in counts:
        if each["obligations"]:
            duties = counted(each["obligations"], "obowiązek,obowiązki,obowiązków")
            have = forms(each["obligations"], "dotyczy,dotyczą,dotyczy")
            yield Paragraph(
                f"Ponadto {of_period(each['period'])} {duties} {have} podmiotów, które program wymienia, "
                "lecz które nie składają sprawozdań."
            )
