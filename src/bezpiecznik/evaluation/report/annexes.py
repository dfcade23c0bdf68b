"""Annexes: who takes part in the programme, and the hashes by which the data can be checked."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.core.collation import sort_key
from bezpiecznik.documents.content import Align, Annex, Block, Column, KeyValues, Paragraph, Table
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.evaluation.report.wording import every_action

DATA = "dane-zrodlowe"


def annexes(evidence: dict[str, Any], meta: Meta) -> Iterator[Block]:
    yield Annex("Załącznik nr 1", "Wykaz podmiotów")
    yield _institutions(evidence)
    yield Annex("Załącznik nr 2", "Dane źródłowe i\u00a0ich skróty", DATA)
    yield Paragraph(
        "Skrót (sha256) pozwala sprawdzić, że dane nie zmieniły się od dnia utrwalenia. Z\u00a0tych samych danych "
        "dokument o\u00a0tym numerze powstaje zawsze w\u00a0tej samej postaci."
    )
    yield KeyValues(
        (
            ("Materiał dowodowy oceny", meta.snapshot_sha256),
            *((f"Sprawozdania, okres {period['label']}", period["sha256"]) for period in evidence["periods"]),
        )
    )


def _institutions(evidence: dict[str, Any]) -> Table:
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for action in every_action(evidence):
        for role, bodies in (("lead", action["leads"]), ("partner", action["partners"])):
            for body in bodies:
                counts.setdefault((body["name"], body["abbr"]), {"lead": 0, "partner": 0})[role] += 1
    return Table(
        "Podmioty wymienione przy działaniach, w\u00a0porządku alfabetycznym",
        (
            Column("Skrót", 1),
            Column("Nazwa", 4),
            Column("Odpowiada za (działania)", 1.5, Align.RIGHT),
            Column("Partner (działania)", 1.5, Align.RIGHT),
        ),
        tuple(
            (abbr or "–", name, str(number["lead"]), str(number["partner"]))
            for (name, abbr), number in sorted(counts.items(), key=lambda item: sort_key(item[0][0]))
        ),
    )
