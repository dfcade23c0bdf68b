"""The annex of sources: under each number the report it stands for, so that any sentence can be followed to it."""

from collections.abc import Iterator, Mapping
from typing import Any

from bezpiecznik.documents.content import Align, Annex, Block, Column, Inline, Paragraph, Table, Target
from bezpiecznik.evaluation.report.paragraphs import anchor_of
from bezpiecznik.evaluation.report.wording import short_day

SOURCES = "zrodla"


def annex(evidence: Mapping[str, Any], label: str) -> Iterator[Block]:
    sources = evidence.get("sources")
    if not sources:
        return
    yield Annex(label, "Źródła", SOURCES)
    yield Paragraph(
        "Numer w\u00a0nawiasie kwadratowym przy zdaniu wskazuje sprawozdanie, z\u00a0którego zdanie pochodzi. Każde "
        "sprawozdanie jest przechowywane w\u00a0postaci, w\u00a0jakiej je złożono; w\u00a0systemie otwiera je wykaz "
        "źródeł oceny. Skrót (sha256) potwierdza, że go od tego dnia nie zmieniono."
    )
    yield Table(
        "Sprawozdania, na których opiera się ocena",
        (
            Column("Nr", 0.5, Align.CENTRE),
            Column("Podmiot", 2.3),
            Column("Okres", 0.9),
            Column("Złożono", 1.1),
            Column("Podpis", 1.9),
            Column("Skrót (sha256)", 3.5),
        ),
        tuple(_row(source) for source in sources),
    )


def _row(source: Mapping[str, Any]) -> tuple[Inline, ...]:
    version = f", wersja\u00a0{source['version']}" if source["version"] > 1 else ""
    signed = ", ".join(filter(None, (source["signatory"], source["signatory_function"])))
    return (
        Target(str(source["no"]), anchor_of(source["no"])),
        source["institution"],
        source["period"],
        f"{short_day(source['submitted_at'])}{version}",
        signed or "–",
        source["sha256"] or "–",
    )
