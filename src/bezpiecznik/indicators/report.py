"""The half-yearly report of indicators, out of its frozen snapshot alone. Pure."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.documents.content import (
    Align,
    Block,
    BulletList,
    Callout,
    Column,
    DocumentContent,
    Heading,
    Inline,
    KeyValues,
    Paragraph,
    Table,
    Tone,
)
from bezpiecznik.documents.kinds import Meta

METHOD = (
    "Liczby porównuje się z tym samym okresem poprzedniego roku. Dla liczby zdarzeń podaje się 95-procentowy przedział "
    "zmiany (metoda warunkowa Przyborowskiego i Wileńskiego, przedział Wilsona). Jeżeli przedział obejmuje zero, "
    "różnica mieści się w tym, co robi przypadek.",
    "Przedział zakłada, że zdarzenia są od siebie niezależne i że w obu okresach liczono je tak samo. Zdarzenia, które "
    "występują seriami, mają szerszy przedział, niż podano.",
    "Przy mniej niż 20 zdarzeniach w obu okresach razem nie podaje się procentów. Liczb z różnych obszarów ani "
    "sprzed i po zmianie sposobu liczenia nie porównuje się.",
    "Zmiana liczby nie dowodzi, że wywołały ją działania z programu.",
)
UNKNOWN = "brak danych"


def half_year_report(snapshot: dict[str, Any], meta: Meta) -> DocumentContent:
    """Figures of the half-year beside those of the year before, each with its definition and source."""
    return DocumentContent(
        kind="Sprawozdanie półroczne",
        title=meta.title,
        subtitle=snapshot["programme"],
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=snapshot["unit"],
        author="",
        snapshot_sha256=meta.snapshot_sha256,
        made_up=snapshot["made_up"],
        cover=False,
        blocks=(*_draft(snapshot), *_summary(snapshot), *_each(snapshot), *_method()),
    )


def _draft(snapshot: dict[str, Any]) -> Iterator[Block]:
    if snapshot["draft"]:
        text = "Nie wszystkie wartości są znane albo ostateczne. Projektu nie wpisano do rejestru dokumentów."
        yield Callout("Projekt", text, Tone.WARNING)


def _summary(snapshot: dict[str, Any]) -> Iterator[Block]:
    yield Heading(1, "1. Zestawienie")
    yield _table(f"Wskaźniki za {snapshot['period']}", snapshot["lines"])
    if snapshot["whole_year"]:
        yield _table(f"Wskaźniki za cały rok {snapshot['year']}", snapshot["whole_year"])


def _table(caption: str, lines: list[dict[str, Any]]) -> Table:
    period, former = (lines[0][key] for key in ("period", "former_period"))
    columns = (
        Column("Wskaźnik", 3),
        Column(former, 1, Align.RIGHT),
        Column(period, 1, Align.RIGHT),
        Column("Porównanie", 3),
    )
    rows = tuple(
        (line["name"], _amount(line["before"]), _amount(line["now"]), line["compared"]["sentence"]) for line in lines
    )
    return Table(caption, columns, rows)


def _amount(value: dict[str, str] | None) -> str:
    """„5 067”, „5 067 (wstępna)”"""
    if value is None:
        return UNKNOWN
    return value["amount"] if value["state"] == "ostateczna" else f"{value['amount']} ({value['state']})"


def _each(snapshot: dict[str, Any]) -> Iterator[Block]:
    yield Heading(1, "2. Wskaźniki")
    for no, line in enumerate(snapshot["lines"], start=1):
        yield Heading(2, f"2.{no}. {line['name']}")
        yield Paragraph(line["compared"]["sentence"], leads_on=True)
        yield KeyValues(tuple(_facts(line)))
        if line["comment"]:
            yield Paragraph(f"Komentarz urzędu: {line['comment']}")


def _facts(line: dict[str, Any]) -> Iterator[tuple[str, Inline]]:
    yield "Definicja", line["definition"]
    yield "Źródło", line["source"]
    yield "Jednostka", line["unit_name"]
    for label, value in ((line["period"], line["now"]), (line["former_period"], line["before"])):
        yield label, _value(value)
    if line["target"]:
        yield "Cel na rok", f"{line['target']['amount']} ({line['target']['basis']})"
    for told in line["breaks"]:
        yield "Zmiana liczenia", told


def _value(value: dict[str, str] | None) -> str:
    if value is None:
        return UNKNOWN
    note = f"; {value['note']}" if value["note"] else ""
    return f"{value['amount']} – wartość {value['state']}, {value['coverage']}{note}"


def _method() -> Iterator[Block]:
    yield Heading(1, "3. Jak porównujemy")
    yield BulletList(METHOD)
