"""Chapters of the yearly report that tell of work: meetings, opinions, requests for information, tasks set. Pure."""

from collections import Counter
from datetime import date
from typing import Any

from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.documents.content import Block, Column, Heading, Paragraph, Table

Year = dict[str, Any]
HELD = "Odbyło,Odbyły,Odbyło"
MEETINGS = "posiedzenie,posiedzenia,posiedzeń"
OPINIONS = "opinię,opinie,opinii"
REQUESTS = "żądanie informacji,żądania informacji,żądań informacji"


def meetings(year: Year) -> tuple[Block, ...]:
    rows = year["work"]["meetings"]
    if not rows:
        return (Heading(1, "Posiedzenia"), Paragraph("W systemie nie odnotowano posiedzeń w roku sprawozdawczym."))
    without = sum(not row["quorum"] for row in rows)
    told = f"{forms(len(rows), HELD)} się {len(rows)} {forms(len(rows), MEETINGS)}."
    if without:
        told += f" Bez kworum: {without}."
    columns = (Column("Nr", 1), Column("Data", 2), Column("Tematy", 7), Column("Obecni (z prawem głosu)", 2))
    table = Table(
        "Posiedzenia Komisji",
        columns,
        tuple(
            (
                str(row["no"]),
                short(row["held_on"]),
                "\n".join(row["topics"]) or "–",
                f"{row['present']} ({row['voting_present']})",
            )
            for row in rows
        ),
    )
    return (Heading(1, "Posiedzenia"), Paragraph(told), table)


def opinions(year: Year) -> tuple[Block, ...]:
    rows = year["work"]["opinions"]
    if not rows:
        return (Heading(1, "Opinie"), Paragraph("W systemie nie odnotowano opinii z roku sprawozdawczego."))
    counted = Counter(row["kind_label"] for row in rows)
    kinds = dict.fromkeys((*year.get("opinion_kinds", ()), *counted))  # all of the statute, also those without any
    return (
        Heading(1, "Opinie"),
        Paragraph(f"Komisja wydała {len(rows)} {forms(len(rows), OPINIONS)}."),
        Table(
            "Opinie według rodzajów",
            (Column("Rodzaj", 5), Column("Liczba", 1)),
            tuple((kind, str(counted[kind])) for kind in kinds),
        ),
        Table(
            "Wydane opinie",
            (Column("Data", 2), Column("Czego dotyczy", 5), Column("Rodzaj", 4), Column("Stanowisko", 3)),
            tuple((short(row["given_on"]), row["subject"], row["kind_label"], row["position"]) for row in rows),
        ),
    )


def requests(year: Year) -> tuple[Block, ...]:
    rows = year["requests"]
    title = Heading(1, "Żądania informacji (art. 38b ust. 1)")
    if not rows:
        return (title, Paragraph("Przewodniczący nie występował o informacje w tym trybie."))
    late = sum(row["late"] for row in rows)
    told = f"Przewodniczący skierował {len(rows)} {forms(len(rows), REQUESTS)}."
    columns = (Column("Numer i data", 2), Column("Do kogo", 4), Column("Czego dotyczy", 5), Column("Wynik", 3))
    return (
        title,
        Paragraph(f"{told} Po terminie odpowiedziano na {late}." if late else told),
        Table("Żądania informacji", columns, tuple(map(_request, rows))),
    )


def _request(row: dict[str, Any]) -> tuple[str, str, str, str]:
    result = f"{row['state_label']}, {short(row['answered_on'])}" if row["answered_on"] else row["state_label"]
    return f"{row['number']}\n{short(row['asked_on'])}", row["whom"], row["subject"], result


def errands(year: Year) -> tuple[Block, ...]:
    rows = year["work"]["tasks"]
    if not rows:
        return ()
    columns = (Column("Zadanie", 6), Column("Odpowiada", 3), Column("Termin", 2), Column("Wykonano", 2))
    return (
        Heading(1, "Ustalenia do wykonania"),
        Table(
            "Ustalenia Komisji",
            columns,
            tuple((row["text"], row["owner"] or "–", short(row["due_on"]), short(row["done_on"])) for row in rows),
        ),
    )


def day(text: str | None) -> str:
    """An ISO day as people write it; a dash where there is none."""
    return long_date(date.fromisoformat(text)) if text else "–"


def short(text: str | None) -> str:
    """The same in figures, for narrow columns."""
    return f"{date.fromisoformat(text):%d.%m.%Y}" if text else "–"
