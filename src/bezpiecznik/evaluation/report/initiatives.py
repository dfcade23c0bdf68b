"""Chapter 5: programmes carried out by institutions, as the resolution describes them."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.documents.content import Block, Column, Heading, Inline, KeyValues, Paragraph, Table
from bezpiecznik.evaluation.report.wording import full_names, short_names


def chapter(evidence: dict[str, Any]) -> Iterator[Block]:
    initiatives = evidence["initiatives"]
    yield Heading(1, "5. Programy realizowane przez jednostki")
    if not initiatives:
        yield Paragraph("Uchwała nie wymienia programów realizowanych przez jednostki.")
        return
    yield Paragraph(
        "Programy jednostek podano tak, jak opisuje je uchwała. Nie ocenia się ich w\u00a0skali przyjętej dla działań."
    )
    yield Heading(2, "Wykaz programów")
    yield _overview(initiatives)
    yield Heading(2, "Opisy programów")
    for initiative in initiatives:
        yield Heading(3, f"{initiative['code']}. {initiative['name']}")
        yield KeyValues(tuple(_facts(initiative)))
        yield Paragraph(initiative["aim"] or "Uchwała nie podaje celu programu.")


def _overview(initiatives: list[dict[str, Any]]) -> Table:
    return Table(
        "Programy realizowane przez jednostki",
        (
            Column("Nr", 0.6),
            Column("Nazwa", 3.6),
            Column("Realizator", 1.6),
            Column("Kogo obejmuje", 1.8),
            Column("Termin", 1.5),
        ),
        tuple(
            (each["code"], each["name"], _executors(each), each["audience"] or "–", each["term"] or "–")
            for each in initiatives
        ),
    )


def _executors(initiative: dict[str, Any]) -> str:
    return short_names(initiative["executors"]) if initiative["executors"] else initiative["executors_raw"] or "–"


def _facts(initiative: dict[str, Any]) -> Iterator[tuple[str, Inline]]:
    executors = initiative["executors"]
    yield "Realizator", full_names(executors) if executors else initiative["executors_raw"] or "nie wskazano"
    if initiative["partners"]:
        yield "Współpraca", full_names(initiative["partners"])
    for label, key in (
        ("Kogo obejmuje", "audience"),
        ("Termin", "term"),
        ("Sposób realizacji", "method"),
        ("Finansowanie", "funding"),
    ):
        yield label, initiative[key] or "uchwała nie podaje"
