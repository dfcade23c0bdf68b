"""Chapter 5: programmes carried out by institutions: the resolution's words, the executors' own, people and money."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal

from bezpiecznik.documents.content import Align, Block, Column, Heading, Inline, KeyValues, Paragraph, Source, Table
from bezpiecznik.evaluation.report.quotations import quotations
from bezpiecznik.evaluation.report.wording import mark, number, short_names
from bezpiecznik.evaluation.statements import from_json

MONEY = ("planned", "granted", "spent")

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
    yield Paragraph(_introduced(initiatives), leads_on=True)
    if any(initiative.get("statements") for initiative in initiatives):
        yield Paragraph("Pod opisem są słowa realizatora z\u00a0jego sprawozdania.", leads_on=True)
    yield Heading(2, "Programy w\u00a0brzmieniu uchwały")
    for initiative in initiatives:
        yield Heading(3, f"{initiative['code']}. {initiative['name']}")
        if initiative["aim"]:
            yield Paragraph(initiative["aim"], leads_on=True)
        yield KeyValues(tuple(_facts(initiative)))
        yield from _said(initiative, evidence)
    yield from _audience(initiatives)
    yield from _money(initiatives)


def _introduced(initiatives: list[Initiative]) -> str:
    told = "Programy jednostek podano tak, jak opisuje je uchwała. Przy każdym zaznaczono, czego uchwała nie podaje. "
    if not any(initiative.get("state") for initiative in initiatives):
        return f"{told}Nie ocenia się ich w\u00a0skali przyjętej dla działań."
    return (
        f"{told}Stan wynika z\u00a0tej samej reguły co propozycje ocen działań. Nie jest oceną: uchwała nie czyni tych "
        "programów zadaniami z\u00a0podmiotem odpowiedzialnym, dlatego nikt o\u00a0nim nie rozstrzyga."
    )


def _said(initiative: Initiative, evidence: dict[str, Any]) -> Iterator[Block]:
    """What the executors reported, word for word with the source; older evidence has nothing of it."""
    statements = [from_json(kept) for kept in initiative.get("statements", ())]
    asked = [said for said in statements if said.in_force and said.asked]
    spoken = [said for said in asked if said.speaks]
    names = {body["name"]: body["short"] for body in (*initiative["executors"], *initiative["partners"])}
    yield from quotations(spoken, names, evidence["labels"])
    if asked and not spoken:
        yield Paragraph("Realizator nie złożył sprawozdania z\u00a0tego programu.")


def _audience(initiatives: list[Initiative]) -> Iterator[Block]:
    """People promised and reached. Nothing where nobody said a number."""
    rows = [row for one in initiatives if (row := _audience_row(one))]
    if not rows:
        return
    yield Heading(2, "Odbiorcy programów")
    yield Paragraph(
        "Zapowiedziana liczba pochodzi z\u00a0planu, liczba osób, do których dotarto, ze sprawozdań realizatorów. "
        "Ta sama osoba mogła skorzystać z\u00a0kilku programów, dlatego liczb nie sumuje się między programami. "
        "Kreska oznacza, że liczby nie podano."
    )
    columns = (
        Column("Program", 3.5),
        Column("Zapowiedziano osób", 1.2, Align.RIGHT),
        Column("Dotarto do osób (według sprawozdań)", 3),
    )
    yield Table("Odbiorcy programów jednostek", columns, tuple(rows))


def _audience_row(initiative: Initiative) -> tuple[Inline, ...] | None:
    promised = initiative.get("promised")
    reached = [figures for figures in initiative.get("figures", ()) if figures["audience"] is not None]
    if promised is None and not reached:
        return None
    told = "; ".join(f"{one['short']}, {one['period']}: {number(str(one['audience']))}" for one in reached)
    return (
        f"{initiative['code']}. {initiative['name']}",
        "–" if promised is None else number(str(promised)),
        told or "–",
    )


def _money(initiatives: list[Initiative]) -> Iterator[Block]:
    """Money by programme, report and source; sums only of what was said, with n."""
    rows = [(one, figures) for one in initiatives for figures in one.get("figures", ()) if _names_money(figures)]
    if not rows:
        return
    yield Heading(2, "Pieniądze na programy")
    yield Paragraph(
        "Kwoty w\u00a0złotych podali realizatorzy w\u00a0sprawozdaniach. Kreska oznacza, że kwoty nie podano; "
        "w\u00a0sumie uwzględniono tylko kwoty podane, a\u00a0w\u00a0nawiasie jest ich liczba."
    )
    columns = (
        Column("Program", 2.6), Column("Realizator i\u00a0okres", 1.8), Column("Źródło", 1.6),
        *(Column(title, 1.2, Align.RIGHT) for title in ("Zaplanowano", "Przyznano", "Wydano")),
    )  # fmt: skip
    body = tuple(
        (
            f"{one['code']}. {one['name']}",
            f"{figures['short']}, {figures['period']}",
            figures["source"] or "–",
            *(_amount(figures[key]) for key in MONEY),
        )
        for one, figures in rows
    )
    sums = tuple(_sum([figures[key] for _one, figures in rows]) for key in MONEY)
    yield Table("Pieniądze na programy jednostek", columns, (*body, ("Razem", "", "", *sums)))


def _names_money(figures: dict[str, Any]) -> bool:
    return any(figures[key] is not None for key in MONEY)


def _amount(value: str | None) -> str:
    return "–" if value is None else format_decimal(Decimal(value), "#,##0.00", locale="pl")


def _sum(values: list[str | None]) -> str:
    given = [Decimal(value) for value in values if value is not None]
    return f"{_amount(str(sum(given)))} ({len(given)})" if given else "–"


def _facts(initiative: Initiative) -> Iterator[tuple[str, Inline]]:
    executors = initiative["executors"]
    yield "Realizator", short_names(executors) if executors else initiative["executors_raw"] or "nie wskazano"
    if initiative.get("state"):
        yield "Stan", (mark(initiative["state"]), Source(f". {initiative['rule']}"))
    if initiative["partners"]:
        yield "Współpraca", short_names(initiative["partners"])
    for name, key, _genitive in FACTS:
        if initiative[key]:
            yield name, initiative[key]
    missing = [genitive for _name, key, genitive in (AIM, *FACTS) if not initiative[key]]
    if missing:
        yield "Nie podano", ", ".join(missing)
