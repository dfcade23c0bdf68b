"""Chapter 5: programmes carried out by institutions, as the resolution describes them."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.documents.content import Block, Heading, KeyValues, Paragraph
from bezpiecznik.evaluation.report.wording import short_names

AIM = ("", "aim", "celu")
FACTS = (
    ("Kogo obejmuje", "audience", "odbiorców"),
    ("Termin", "term", "terminu"),
    ("Sposób", "method", "sposobu realizacji"),
    ("Finansowanie", "funding", "źródła finansowania"),
)
"""Name, key in the evidence, and the name in the genitive for what the resolution leaves unsaid."""

Initiative = dict[str, Any]


def chapter(evidence: dict[str, Any]) -> Iterator[Block]:
    initiatives = evidence["initiatives"]
    yield Heading(1, "5. Programy realizowane przez jednostki")
    if not initiatives:
        yield Paragraph("Uchwała nie wymienia programów realizowanych przez jednostki.")
        return
    yield Paragraph(
        "Programy jednostek podano tak, jak opisuje je uchwała. Nie ocenia się ich w\u00a0skali przyjętej dla działań. "
        "Przy każdym zaznaczono, czego uchwała nie podaje.",
        leads_on=True,
    )
    yield Heading(2, "Programy w\u00a0brzmieniu uchwały")
    for initiative in initiatives:
        yield Heading(3, f"{initiative['code']}. {initiative['name']}")
        if initiative["aim"]:
            yield Paragraph(initiative["aim"], leads_on=True)
        yield KeyValues(tuple(_facts(initiative)))


def _facts(initiative: Initiative) -> Iterator[tuple[str, str]]:
    executors = initiative["executors"]
    yield "Realizator", short_names(executors) if executors else initiative["executors_raw"] or "nie wskazano"
    if initiative["partners"]:
        yield "Współpraca", short_names(initiative["partners"])
    for name, key, _genitive in FACTS:
        if initiative[key]:
            yield name, initiative[key]
    missing = [genitive for _name, key, genitive in (AIM, *FACTS) if not initiative[key]]
    if missing:
        yield "Nie podano", ", ".join(missing)
