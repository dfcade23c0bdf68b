"""Chapter 1: on what basis the report is made and what it covers."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.documents.content import Block, Column, Heading, Inline, KeyValues, NumberedList, Paragraph, Table
from bezpiecznik.evaluation.report.wording import counted, day, short_day


def chapter(evidence: dict[str, Any]) -> Iterator[Block]:
    programme = evidence["programme"]
    yield Heading(1, "1. Podstawa i zakres sprawozdania")
    yield KeyValues(tuple(_facts(evidence)))
    yield Paragraph(_scope(evidence))
    if programme["goals"]:
        yield Heading(2, "Cele programu")
        if programme["main_goal"]:
            yield Paragraph(programme["main_goal"])
        yield NumberedList(tuple(programme["goals"]))
    yield Heading(2, "Okresy sprawozdawcze")
    yield _periods(evidence["periods"], closed=not evidence.get("draft"))


def _facts(evidence: dict[str, Any]) -> Iterator[tuple[str, Inline]]:
    programme = evidence["programme"]
    if programme["council"]:
        yield "Adresat", programme["council"]
    yield "Program", programme["title"]
    yield "Lata programu", f"{programme['year_from']}–{programme['year_to']}"
    if programme["act_no"]:
        adopted = f" z dnia {day(programme['act_date'])}" if programme["act_date"] else ""
        yield "Uchwała", f"nr {programme['act_no']}{adopted}"
    if programme["legal_basis"]:
        yield "Podstawa prawna programu", "; ".join(programme["legal_basis"])
    yield "Rok sprawozdawczy", str(evidence["year"])


def _scope(evidence: dict[str, Any]) -> str:
    actions = counted(evidence["n"], "działanie,działania,działań")
    areas = len(evidence["areas"])
    within = f"{areas}\u00a0{'obszarze' if areas == 1 else 'obszarach'}"
    told = f"Sprawozdanie obejmuje rok {evidence['year']}: {actions} w\u00a0{within}"
    if not evidence["initiatives"]:
        return f"{told}."
    initiatives = counted(
        len(evidence["initiatives"]),
        "program realizowany,programy realizowane,programów realizowanych",
    )
    return f"{told} oraz {initiatives} przez jednostki."


def _periods(periods: list[dict[str, Any]], *, closed: bool) -> Table:
    """`closed` is false for a draft, which may come before the periods are closed."""
    columns = (
        (Column("Okres"), "label", str),
        (Column("Początek"), "starts_on", short_day),
        (Column("Koniec"), "ends_on", short_day),
        (Column("Termin składania"), "due_on", short_day),
        *(((Column("Zamknięto"), "closed_at", short_day),) if closed else ()),
    )
    return Table(
        "Okresy, z których pochodzą sprawozdania podmiotów",
        tuple(column for column, _key, _told in columns),
        tuple(tuple(told(period[key]) for _column, key, told in columns) for period in periods),
    )
