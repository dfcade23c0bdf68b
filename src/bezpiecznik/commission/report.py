"""The yearly report of the Commission's work, out of the frozen year alone (`queries.yearly` gives its shape).

Pure: plain Polish, no database, no clock.
"""

from datetime import date, timedelta
from typing import Any

from bezpiecznik.commission.report_work import day, errands, meetings, opinions, requests, short
from bezpiecznik.core.polish import long_date
from bezpiecznik.documents.content import (
    Block,
    BulletList,
    Callout,
    Column,
    DocumentContent,
    Heading,
    KeyValues,
    NumberedList,
    Paragraph,
    Signatory,
    Signatures,
    Table,
    Tone,
)
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.prose import prose

Year = dict[str, Any]


def commission_report(year: Year, meta: Meta) -> DocumentContent:
    """The whole report: basis, composition, tasks, meetings, opinions, requests, tasks set, assessment, signature."""
    commission = year["commission"]
    chapters = (basis, composition, tasks, meetings, opinions, requests, errands, cooperation, assessment, plans)
    return DocumentContent(
        kind="Sprawozdanie z działalności Komisji",
        title=meta.title,
        subtitle=commission["name"],
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=year["head"],
        author=year["chair"],
        snapshot_sha256=meta.snapshot_sha256,
        made_up=year["made_up"],
        cover=False,
        blocks=(*_mark_of_draft(year), *(block for chapter in chapters for block in chapter(year)), *_signed(year)),
    )


def _mark_of_draft(year: Year) -> tuple[Block, ...]:
    if not year["draft"]:
        return ()
    sentence = "Sprawozdania jeszcze nie zatwierdzono. Projektu nie wpisano do rejestru dokumentów."
    return (Callout("Projekt", sentence, Tone.WARNING),)


def basis(year: Year) -> tuple[Block, ...]:
    commission = year["commission"]
    created = f"{day(commission['created_on'])}, {commission['created_by_act']}"
    joint = (("Wspólna z", commission["joint_with"]),) if commission["joint_with"] else ()
    terms = tuple(
        (
            "Kadencja",
            f"{day(term['starts_on'])} – {day(term['ends_on'])}" + (f"; {term['act']}" if term["act"] else ""),
        )
        for term in year["terms"]
    )
    facts = (("Komisja", commission["name"]), *joint, ("Utworzona", created), *terms)
    return (
        Heading(1, "Podstawa i okres sprawozdania"),
        *prose(year["texts"]["basis"]),
        KeyValues(facts),
        *_gap(year),
        *prose(year["texts"]["administration"]),
    )


def _gap(year: Year) -> tuple[Block, ...]:
    """A year without a term, or with days between two."""
    number = year["year"]
    if not year["terms"]:
        return (Callout("Bez kadencji", f"W roku {number} nie trwała żadna kadencja Komisji.", Tone.WARNING),)
    told = " ".join(f"Od {long_date(first)} do {long_date(last)}." for first, last in gaps(year))
    if not told:
        return ()
    return (Callout("Dni bez kadencji", f"Między kadencjami Komisja nie działała. {told}", Tone.WARNING),)


def gaps(year: Year) -> list[tuple[date, date]]:
    """Days of the year, from when the Commission was created, on which no term ran: first and last of each gap."""
    created, one = date.fromisoformat(year["commission"]["created_on"]), timedelta(days=1)
    expected, found = max(date(year["year"], 1, 1), created), []
    for term in year["terms"]:
        starts, ends = date.fromisoformat(term["starts_on"]), date.fromisoformat(term["ends_on"])
        if starts > expected:
            found.append((expected, starts - one))
        expected = max(expected, ends + one)
    last = date(year["year"], 12, 31)
    return [*found, (expected, last)] if expected <= last else found


def composition(year: Year) -> tuple[Block, ...]:
    rows = year["composition"]
    changed = [row for row in rows if row["in_year"]]
    return (
        Heading(1, "Skład Komisji"),
        *prose(year["texts"]["composition"]),
        *(table for term in dict.fromkeys(row["term"] for row in rows) for table in _of_term(term, rows)),
        Heading(2, "Zmiany składu w ciągu kadencji"),
        BulletList(tuple(map(_change, changed)))
        if changed
        else Paragraph("W roku sprawozdawczym skład się nie zmienił."),
        *_faults(year),
    )


def _of_term(term: str, rows: list[dict[str, Any]]) -> tuple[Table, ...]:
    here = [row for row in rows if row["term"] == term]
    beside = [row for row in here if not row["votes"]]
    members = _people(f"Członkowie Komisji w kadencji {term}", [row for row in here if row["votes"]])
    others = _people(f"Prokurator i osoby z głosem doradczym w kadencji {term}", beside)
    return (members, others) if beside else (members,)


def _people(caption: str, rows: list[dict[str, Any]]) -> Table:
    columns = (
        Column("Imię i nazwisko", 3),
        Column("Funkcja", 4),
        Column("Miejsce w składzie", 4),
        Column("Zasiada", 3),
    )
    return Table(caption, columns, tuple((row["name"], _function(row), row["seat_label"], _span(row)) for row in rows))


def _function(row: dict[str, Any]) -> str:
    unit = row["unit"] if row["unit"] and row["unit"] not in row["function"] else ""
    return ", ".join(part for part in (row["function"], unit) if part) or "–"


def _span(row: dict[str, Any]) -> str:
    return f"{short(row['since'])} – {short(row['until'])}" if row["until"] else f"od {short(row['since'])}"


def _change(row: dict[str, Any]) -> str:
    came = f"{row['name']} ({row['seat_label']}): od {day(row['since'])}"
    instead = f", w miejsce: {row['follows']}" if row["follows"] else ""
    left = f", do {day(row['until'])}" if row["until"] else ""
    why = f" ({row['ended_label']})" if row["ended_label"] else ""
    return f"{came}{instead}{left}{why}"


def _faults(year: Year) -> tuple[Block, ...]:
    if not year["faults"]:
        return ()
    return (
        Paragraph(f"Na koniec roku {year['year']} skład wymagał uzupełnienia:", leads_on=True),
        BulletList(tuple(year["faults"])),
    )


def tasks(year: Year) -> tuple[Block, ...]:
    source = "programu" if year["tasks_source"] == "program" else "ustawy"
    return (
        Heading(1, "Zadania Komisji"),
        Paragraph(f"Komisja wykonuje zadania wymienione w treści {source}:", leads_on=True),
        NumberedList(tuple(year["tasks"])),
    )


def cooperation(year: Year) -> tuple[Block, ...]:
    return _written("Współdziałanie z innymi", year["texts"]["cooperation"])


def assessment(year: Year) -> tuple[Block, ...]:
    return _written("Ocena ogólna", year["texts"]["assessment"], missing="Oceny ogólnej jeszcze nie wpisano.")


def plans(year: Year) -> tuple[Block, ...]:
    return _written(f"Zamierzenia na rok {year['year'] + 1}", year["texts"]["plans"])


def _written(title: str, text: str, *, missing: str = "") -> tuple[Block, ...]:
    if not text.strip() and not missing:
        return ()
    return (Heading(1, title), *(prose(text) or (Paragraph(missing),)))


def _signed(year: Year) -> tuple[Block, ...]:
    """Nobody signs a draft."""
    if year["draft"]:
        return ()
    return (Signatures((Signatory(f"{year['head']}\nprzewodniczący Komisji", year["chair"]),)),)
