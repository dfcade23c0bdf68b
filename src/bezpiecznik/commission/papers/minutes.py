"""The minutes of a meeting, out of frozen data alone. Pure: no database, no clock."""

from itertools import chain
from typing import Any

from bezpiecznik.commission.papers import wording
from bezpiecznik.documents.content import (
    Block,
    Callout,
    Column,
    DocumentContent,
    Heading,
    Paragraph,
    Signatory,
    Signatures,
    Table,
    Tone,
)
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.prose import paragraphs

DRAFT = "Protokół nie jest jeszcze przyjęty. Przyjmuje go Komisja na następnym posiedzeniu."


def minutes(facts: dict[str, Any], meta: Meta) -> DocumentContent:
    """The whole minutes."""
    return wording.framed("Protokół", facts, meta, blocks(facts))


def blocks(facts: dict[str, Any]) -> tuple[Block, ...]:
    """What the minutes say; the meeting pack carries the same."""
    return (
        *((Callout("Projekt protokołu", DRAFT, Tone.WARNING),) if facts["draft"] else ()),
        wording.where_and_when(facts),
        Heading(1, "Obecność i kworum"),
        Paragraph(wording.quorum(facts["quorum"])),
        _attendance(facts["attendance"]),
        Heading(1, "Porządek obrad"),
        wording.agenda(facts["items"]),
        Heading(1, "Przebieg posiedzenia"),
        *chain.from_iterable(map(_item, facts["items"])),
        *_summary(facts["items"]),
        *_adoption(facts["adoption"]),
        Signatures((Signatory("Przewodniczący Komisji", facts["chair"]), Signatory("Sporządził(a)"))),
    )


def _attendance(rows: list[dict[str, Any]]) -> Table:
    columns = (Column("Imię i nazwisko", 3), Column("Miejsce w składzie", 3), Column("Obecność", 3))
    return Table("Lista obecności", columns, tuple((_who(row), row["seat"], _presence(row)) for row in rows))


def _who(row: dict[str, Any]) -> str:
    return f"{row['name']}, {row['function']}" if row["function"] else str(row["name"])


def _presence(row: dict[str, Any]) -> str:
    told = f"{row['presence']}: {row['substitute']}" if row["substitute"] else str(row["presence"])
    return f"{told}, wyjście o {row['left']}" if row["left"] else told


def _item(item: dict[str, Any]) -> tuple[Block, ...]:
    said = (
        *map(Paragraph, paragraphs(item["discussion"])),
        *wording.labelled("Ustalenia", item["decision"]),
        *chain.from_iterable(map(wording.vote, item["votes"])),
        *(Paragraph(f"Przyjęto protokół posiedzenia nr {number}.") for number in item["adopted"]),
        *chain.from_iterable(map(_opinion, item["opinions"])),
    )
    head = Heading(2, f"{item['no']}. {item['title']}")
    spoke = (Paragraph(f"Referuje: {item['referent']}."),) if item["referent"] else ()
    return (head, *spoke, *(said or (Paragraph("Bez uwag."),)))


def _opinion(opinion: dict[str, Any]) -> tuple[Block, ...]:
    number = f" nr {opinion['number']}" if opinion["number"] else ""
    title = f"Opinia{number}: {opinion['position']}"
    return (Callout(title, f"{opinion['subject']}\n{opinion['text']}\nPodstawa: {opinion['source']}."),)


def _summary(items: list[dict[str, Any]]) -> tuple[Block, ...]:
    """All tasks of the meeting together, so that nobody has to look for their own."""
    tasks = [task for item in items for task in item["tasks"]]
    if not tasks:
        return ()
    columns = (Column("Zadanie", 5), Column("Kto", 3), Column("Termin", 2))
    rows = tuple((task["text"], task["owner"], wording.day(task["due_on"])) for task in tasks)
    return (Heading(1, "Zadania"), Table("Zadania ustalone na posiedzeniu", columns, rows))


def _adoption(adoption: dict[str, Any] | None) -> tuple[Block, ...]:
    if adoption is None:
        return ()
    told = (
        f"Protokół przyjęto {wording.day(adoption['on'])} na posiedzeniu nr {adoption['meeting']}, "
        f"w punkcie {adoption['item']} porządku obrad."
    )
    corrections = wording.labelled("Poprawki wniesione przy przyjęciu", adoption["corrections"])
    none = () if corrections else (Paragraph("Poprawek nie wniesiono."),)
    return (Heading(1, "Przyjęcie protokołu"), Paragraph(told), *corrections, *none)
