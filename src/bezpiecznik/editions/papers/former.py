"""What became of the former programme: every undertaking, how it was graded, and what it is in the next one."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.core.polish import forms
from bezpiecznik.documents.content import (
    Block,
    Callout,
    Column,
    DocumentContent,
    Heading,
    Inline,
    Paragraph,
    Piece,
    Run,
    Source,
    State,
    StateMark,
    Table,
    TableOfContents,
    Tone,
)
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.editions.papers import parts
from bezpiecznik.editions.papers.draft import FATES

Text = dict[str, Any]

COLUMNS = (
    Column("Nr", 0.6), Column("Treść", 4), Column("Oceny", 2.2), Column("Co dalej", 2), Column("Nr w\u00a0nowym", 0.9),
)  # fmt: skip


def former_programme(snapshot: Text, meta: Meta) -> DocumentContent:
    """Snapshot: `editions.outcome.outcome_of`."""
    return DocumentContent(
        kind="Rozliczenie programu",
        title=meta.title,
        subtitle=snapshot["title"],
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=snapshot["unit"],
        author="",
        snapshot_sha256=meta.snapshot_sha256,
        made_up=snapshot["made_up"],
        blocks=(*_mark(snapshot), TableOfContents(), *_summary(snapshot), *_tables(snapshot)),
    )


def _mark(snapshot: Text) -> Iterator[Block]:
    if snapshot["draft"]:
        sentence = "Następnego programu jeszcze nie przyjęto, więc rozstrzygnięcia mogą się zmienić."
        yield Callout("Projekt", sentence, Tone.WARNING)


def _summary(snapshot: Text) -> Iterator[Block]:
    n, counts = snapshot["n"], snapshot["counts"]
    yield Heading(1, "1. Podsumowanie")
    following = snapshot["next"]
    act = f" ({parts.act(following)})" if following["act_no"] else ""
    yield Paragraph(
        f"Program obejmował lata {snapshot['year_from']}–{snapshot['year_to']} i\u00a0zawierał {n} "
        f"{forms(n, 'pozycję,pozycje,pozycji')}. Następny program, na lata {following['year_from']}–"
        f"{following['year_to']}{act}: „{following['title']}”.",
        leads_on=True,
    )
    rows = [(label, str(counts[kind])) for kind, label in FATES]
    rows += [("nierozstrzygnięte", str(counts["undecided"]))] if counts["undecided"] else []
    columns = (Column("Rozstrzygnięcie", 4), Column("Liczba", 1))
    yield Table("Co się stało z\u00a0pozycjami programu", columns, (*rows, ("razem", str(n))))


def _tables(snapshot: Text) -> Iterator[Block]:
    yield Heading(1, "2. Pozycje programu")
    for area in snapshot["areas"]:
        yield Heading(2, f"Obszar {area['no']}. {area['name']}")
        yield Table(f"Działania obszaru {area['no']}", COLUMNS, tuple(_row(row) for row in area["rows"]))
    if snapshot["initiatives"]:
        yield Heading(2, "Programy realizowane przez jednostki")
        rows = tuple(_row(row) for row in snapshot["initiatives"])
        yield Table("Programy realizowane przez jednostki", COLUMNS, rows)


def _row(row: Text) -> tuple[Inline, ...]:
    fate: list[Piece] = [Run(row["label"])]
    fate += [Source(f"\n{row['reason']}")] if row["reason"] else []
    wording: list[Piece] = [Run(row["wording"])]
    wording += [Source(f"\nNowe brzmienie: {row['new_wording']}")] if row["new_wording"] else []
    return row["code"], tuple(wording), _grades(row), tuple(fate), row["becomes"] or "–"


def _grades(row: Text) -> Inline:
    if not row["grades"]:
        return "nie oceniano"
    found: list[Piece] = []
    for grade in row["grades"]:
        found += [Run(f"{chr(10) if found else ''}{grade['year']}: "), StateMark(State(grade["given"]), grade["label"])]
    return tuple(found)
