"""Chapter on recommendations: what became of former ones, and those of this year. Only where there are any."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bezpiecznik.documents.content import Block, Column, Heading, Inline, Paragraph, Table
from bezpiecznik.evaluation.report.wording import short_day

RECOMMENDATIONS = "zalecenia"

One = Mapping[str, Any]


def chapter(evidence: Mapping[str, Any]) -> Iterator[Block]:
    every = evidence.get("recommendations") or []
    if not every:
        return
    year = evidence["year"]
    former, own = [one for one in every if one["year"] < year], [one for one in every if one["year"] == year]
    yield Heading(1, "8. Zalecenia", RECOMMENDATIONS)
    if former:
        yield Heading(2, "Co stało się z\u00a0wcześniejszymi zaleceniami")
        yield Paragraph("Stan w\u00a0dniu zakończenia oceny.")
        yield _former(former)
    yield Heading(2, f"Zalecenia z\u00a0oceny za rok {year}")
    if own:
        yield _own(own)
    else:
        yield Paragraph("Z oceny tego roku nie wynikają nowe zalecenia.")


def _former(found: Sequence[One]) -> Table:
    return Table(
        "Wcześniejsze zalecenia",
        (Column("Nr", 0.8), Column("Zalecenie", 3.2), Column("Do kogo", 1.7), Column("Co się stało", 3.3)),
        tuple((_no(one), _what(one), one["whom"], _became(one)) for one in found),
    )


def _own(found: Sequence[One]) -> Table:
    return Table(
        "Zalecenia",
        (Column("Nr", 0.8), Column("Zalecenie", 4.4), Column("Do kogo", 2.2), Column("Termin", 1.1)),
        tuple((_no(one), _what(one), one["whom"], _due(one) or "–") for one in found),
    )


def _no(one: One) -> str:
    return f"{one['no']}/{one['year']}"


def _what(one: One) -> Inline:
    return f"{one['text']} ({one['subject']})" if one["subject"] else str(one["text"])


def _due(one: One) -> str:
    return short_day(one["due_on"]) if one["due_on"] else ""


def _became(one: One) -> str:
    """„wykonano 12.05.2023: …; ustalono 01.03.2023: …”, or that it is still to be done, and by when."""
    if one["closed_on"]:
        told = f"{one['state_label']} {short_day(one['closed_on'])}: {one['outcome']}"
    else:
        told = f"{one['state_label']}, termin {_due(one)}" if _due(one) else f"{one['state_label']}, bez terminu"
    notes = [f"{short_day(note['on'])} – {note['text'].rstrip('.')}" for note in one["notes"]]
    return f"{told.rstrip('.')}. Ustalenia: {'; '.join(notes)}." if notes else f"{told.rstrip('.')}."
