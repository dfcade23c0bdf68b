"""Chapter on circumstances and signals of the year, as their room froze them. Only where there are any."""

from collections.abc import Iterator, Mapping
from typing import Any

from bezpiecznik.documents.content import Block, Column, Heading, Inline, Paragraph, Table
from bezpiecznik.evaluation.report.wording import short_day

One = Mapping[str, Any]


def chapter(evidence: Mapping[str, Any]) -> Iterator[Block]:
    found = evidence.get("observations") or []
    if not found:
        return
    number = 9 if evidence.get("recommendations") else 8
    yield Heading(1, f"{number}. Sygnały i\u00a0okoliczności")
    yield Paragraph(
        "Okoliczności, doniesienia i\u00a0głosy mieszkańców, które zarejestrowano w\u00a0ciągu roku, i\u00a0to, co "
        "z\u00a0nich wynikło. Nie są częścią sprawozdań podmiotów i\u00a0same nie zmieniają ocen."
    )
    yield Table(
        "Zarejestrowane sygnały i\u00a0okoliczności",
        (Column("Dzień", 1.1), Column("Czego dotyczy", 3), Column("Źródło", 1.7), Column("Co z tego wynikło", 3)),
        tuple(_row(one) for one in found),
    )


def _row(one: One) -> tuple[Inline, ...]:
    areas = [f"obszar {area}" for area in one.get("areas") or ()]
    actions = [f"działanie {code}" for code in one.get("actions") or ()]
    tied = ", ".join((*areas, *actions))
    what = f"{one['kind_label']}: {one['title']}"
    day = one.get("happened_on")
    return (
        short_day(day) if day else "–",
        f"{what} ({tied})" if tied else what,
        str(one.get("source") or "–"),
        _outcome(one),
    )


def _outcome(one: One) -> str:
    told = str(one.get("outcome_label") or "bez rozstrzygnięcia")
    return f"{told}: {one['answer']}" if one.get("answer") else told
