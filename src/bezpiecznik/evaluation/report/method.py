"""Chapter 2: how the report came about and how actions were graded."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.core.polish import forms
from bezpiecznik.documents.content import Block, BulletList, Callout, Heading, Link, Paragraph, Run
from bezpiecznik.evaluation.report.annexes import DATA
from bezpiecznik.evaluation.report.open_matters import CHANGED
from bezpiecznik.evaluation.report.wording import counted, day, every_action


def chapter(evidence: dict[str, Any]) -> Iterator[Block]:
    yield Heading(1, "2. Jak powstało sprawozdanie i\u00a0jak oceniano działania")
    yield Paragraph(
        "Podmioty wskazane w\u00a0programie – odpowiedzialne i\u00a0partnerskie – złożyły sprawozdania z\u00a0działań, "
        "w\u00a0których uczestniczą. Po zamknięciu okresu sprawozdawczego ich treść utrwalono. Niniejsze sprawozdanie "
        "sporządzono wyłącznie z\u00a0tak utrwalonych danych; późniejsze zmiany nazw i\u00a0osób go nie zmieniają."
    )
    yield Paragraph(
        (
            Run("Słowa podmiotów przytoczono bez zmian. Pod każdym cytatem podano podmiot, jego rolę, sprawozdanie, "
                "datę złożenia i\u00a0osobę, która je podpisała. Skróty danych zawiera "),
            Link("załącznik nr 2", DATA),
            Run("."),
        )
    )  # fmt: skip
    yield Heading(2, "Jak liczymy")
    yield BulletList(tuple(evidence["rule"]))
    yield Callout(
        "Brak sprawozdania",
        "Brak sprawozdania oznacza tylko tyle, że o\u00a0działaniu nic nie wiadomo. Nie jest oceną podmiotu.",
    )
    yield _decided(evidence)


def _decided(evidence: dict[str, Any]) -> Paragraph:
    finished = evidence["finished"]
    who = ", ".join(filter(None, (finished["by"], finished["function"])))
    closed = f"Ocenę zakończono {day(finished['at'])} ({who})."
    changed = sum(action["given"] != action["proposed"] for action in every_action(evidence))
    if not changed:
        return Paragraph(f"{closed} Wszystkie oceny są zgodne z\u00a0propozycjami reguły.")
    differs = forms(changed, "różni,różnią,różni")
    grades = counted(changed, "ocena,oceny,ocen")
    return Paragraph(
        (
            Run(
                f"{closed} {grades} {differs} się od propozycji reguły – wykaz z\u00a0uzasadnieniami zawiera rozdział "
            ),
            Link("Oceny inne niż proponowane", CHANGED),
            Run("."),
        )
    )
