"""Annexes: who takes part in the programme, with abbreviations, and the hashes by which the data can be checked."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from bezpiecznik.core.collation import sort_key
from bezpiecznik.documents.content import Align, Annex, Block, Column, Paragraph, Table
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.evaluation.report import sources
from bezpiecznik.evaluation.report.comparisons import changes_annex
from bezpiecznik.evaluation.report.wording import every_action, of_period

INSTITUTIONS, DATA = "wykaz-podmiotow", "dane-zrodlowe"
PARTS = ("lead", "partner", "initiative")


def annexes(evidence: dict[str, Any], meta: Meta) -> Iterator[Block]:
    """Numbered as they come: a draft has no hashes, a year without a former one no changes."""
    yield Annex("Załącznik nr 1", "Wykaz podmiotów", INSTITUTIONS)
    yield _institutions(evidence)
    number = 2
    parts: tuple[Callable[[str], Iterator[Block]], ...] = (
        lambda label: _data(evidence, meta, label),
        lambda label: sources.annex(evidence, label),
        lambda label: changes_annex(evidence, label),
    )
    for part in parts:
        if blocks := list(part(f"Załącznik nr {number}")):
            yield from blocks
            number += 1


def _data(evidence: dict[str, Any], meta: Meta, label: str) -> Iterator[Block]:
    if evidence.get("draft"):
        return
    yield Annex(label, "Dane źródłowe i\u00a0ich skróty", DATA)
    yield Paragraph(
        "Skrót (sha256) pozwala sprawdzić, że dane nie zmieniły się od dnia utrwalenia. Z\u00a0tych samych danych "
        "dokument powstaje zawsze w\u00a0tej samej postaci."
    )
    yield Table(
        "Skróty danych źródłowych",
        (Column("Dane", 1), Column("Skrót (sha256)", 2.9)),
        (
            ("Materiał dowodowy oceny", meta.snapshot_sha256),
            *((f"Sprawozdania {of_period(period['label'])}", period["sha256"]) for period in evidence["periods"]),
            *_former(evidence.get("former")),
        ),
    )


def _former(former: dict[str, Any] | None) -> Iterator[tuple[str, str]]:
    if former:
        yield f"Materiał dowodowy oceny za rok {former['year']}", former["sha256"]


def _institutions(evidence: dict[str, Any]) -> Table:
    counts: dict[tuple[str, str], Counter[str]] = {}
    for part, body in _parts(evidence):
        counts.setdefault((body["name"], body["abbr"]), Counter())[part] += 1
    return Table(
        "Podmioty w\u00a0porządku alfabetycznym",
        (
            Column("Skrót", 1.1),
            Column("Nazwa", 6),
            Column("Działania: odpowiada", 1.4, Align.CENTRE),
            Column("Działania: partner", 1.4, Align.CENTRE),
            Column("Programy jednostek", 1.4, Align.CENTRE),
        ),
        tuple(
            (abbr or "–", name, *(str(number[part]) for part in PARTS))
            for (name, abbr), number in sorted(counts.items(), key=lambda item: sort_key(item[0][0]))
        ),
    )


def _parts(evidence: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """(part, institution) once for each action or initiative in which the institution has that part."""
    for action in every_action(evidence):
        yield from (("lead", body) for body in action["leads"])
        yield from (("partner", body) for body in action["partners"])
    for initiative in evidence["initiatives"]:
        yield from (("initiative", body) for body in (*initiative["executors"], *initiative["partners"]))
