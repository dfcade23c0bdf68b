"""The programme's chapter of the report on the state of the county or city: two pages out of frozen evidence. Pure."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.core.polish import forms
from bezpiecznik.documents.content import (
    Block,
    BulletList,
    Callout,
    Column,
    DocumentContent,
    Heading,
    KeyValues,
    Paragraph,
    State,
    StateChart,
    StateCounts,
    Table,
    Tone,
)
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.prose import prose

TROUBLE = ("not_done", "no_report")
MOST_NAMED = 15


def state_report(snapshot: dict[str, Any], meta: Meta) -> DocumentContent:
    """Counts of grades by area, what is in trouble, recommendations open, how complete the reports were."""
    evidence = snapshot["evidence"]
    return DocumentContent(
        kind="Informacja do raportu o stanie samorządu",
        title=meta.title,
        subtitle=evidence["programme"]["title"],
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=evidence["programme"]["unit"],
        author=evidence["finished"]["by"],
        snapshot_sha256=meta.snapshot_sha256,
        made_up=evidence["made_up"],
        cover=False,
        blocks=(*_draft(snapshot), *_programme(snapshot), *_grades(evidence), *_trouble(evidence), *_reports(evidence)),
    )


def _draft(snapshot: dict[str, Any]) -> Iterator[Block]:
    if snapshot["draft"]:
        yield Callout("Projekt", "Ocena tego roku nie jest zakończona; oceny są propozycjami reguły.", Tone.WARNING)


def _programme(snapshot: dict[str, Any]) -> Iterator[Block]:
    programme = snapshot["evidence"]["programme"]
    yield Heading(1, "1. Program")
    yield KeyValues(
        (
            ("Program", programme["title"]),
            ("Uchwała", programme["act_no"] or "nie podano"),
            ("Lata", f"{programme['year_from']}–{programme['year_to']}"),
            ("Cel główny", programme["main_goal"] or "nie podano"),
        )
    )
    yield from prose(snapshot["texts"]["opening"])


def _grades(evidence: dict[str, Any]) -> Iterator[Block]:
    labels, counts = evidence["labels"]["mark"], evidence["counts"]
    told = "; ".join(f"{labels[state]} ({counts[state]})" for state in State if counts[state])
    yield Heading(1, f"2. Realizacja działań w {evidence['year']} roku")
    yield Paragraph(f"Oceniono {evidence['n']} {forms(evidence['n'], 'działanie,działania,działań')}: {told}.")
    yield StateChart(
        "Działania według oceny w\u00a0obszarach (liczby działań)",
        tuple(
            StateCounts(f"{area['no']}. {area['name']}", {State(key): n for key, n in area["counts"].items()})
            for area in evidence["areas"]
        ),
    )


def _trouble(evidence: dict[str, Any]) -> Iterator[Block]:
    labels = evidence["labels"]["mark"]
    found = [
        (action["code"], action["wording"], labels[action["given"]])
        for area in evidence["areas"]
        for action in area["actions"]
        if action["given"] in TROUBLE
    ]
    yield Heading(1, "3. Działania niezrealizowane i bez sprawozdania")
    if not found:
        yield Paragraph("Nie ma takich działań.")
        return
    yield Table(
        "Działania", (Column("Nr", 0.5), Column("Działanie", 4), Column("Ocena", 1.2)), tuple(found[:MOST_NAMED])
    )
    if (rest := len(found) - MOST_NAMED) > 0:
        yield Paragraph(f"Pozostałe ({rest}) wymienia sprawozdanie roczne.")


def _reports(evidence: dict[str, Any]) -> Iterator[Block]:
    expected = sum(line["expected"] for line in evidence["completeness"])
    received = sum(line["received"] for line in evidence["completeness"])
    yield Heading(1, "4. Sprawozdania i zalecenia")
    yield Paragraph(
        f"Oczekiwano {expected} {forms(expected, 'odpowiedzi,odpowiedzi,odpowiedzi')} podmiotów na pytania "
        f"o\u00a0działania, otrzymano {received}. Brak sprawozdania nie oznacza, że działania nie zrealizowano."
    )
    if texts := tuple(_recommendation(one) for one in evidence.get("recommendations") or ()):
        yield Paragraph("Zalecenia z oceny:", leads_on=True)
        yield BulletList(texts)


def _recommendation(one: dict[str, Any]) -> str:
    state = one.get("state_label") or one.get("state") or ""
    return f"{one['text']} ({state})" if state else str(one["text"])
