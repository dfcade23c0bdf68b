"""Chapter 2: how the report came about and how actions were graded."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.core.polish import forms
from bezpiecznik.documents.content import Block, BulletList, Callout, Heading, Link, Paragraph, Run
from bezpiecznik.evaluation.report.annexes import DATA, INSTITUTIONS
from bezpiecznik.evaluation.report.completeness import REPORTS
from bezpiecznik.evaluation.report.open_matters import CHANGED
from bezpiecznik.evaluation.report.sources import SOURCES
from bezpiecznik.evaluation.report.wording import counted, day, every_action

HASHES = (Run(", a\u00a0skróty danych źródłowych – "), Link("załącznik nr 2", DATA))


def chapter(evidence: dict[str, Any]) -> Iterator[Block]:
    yield Heading(1, "2. Jak powstało sprawozdanie i\u00a0jak oceniano działania")
    yield Paragraph(_material(evidence))
    yield Heading(2, "Jak czytać cytaty i\u00a0liczby")
    yield from _sources(evidence)
    yield Heading(2, "Jak liczymy")
    yield BulletList(tuple(evidence["rule"]))
    yield Callout(
        "Brak sprawozdania",
        "Brak sprawozdania oznacza tylko tyle, że o\u00a0działaniu nic nie wiadomo. Nie jest oceną podmiotu.",
    )
    yield _decided(evidence)


def _material(evidence: dict[str, Any]) -> str:
    made = (
        "Podmioty wskazane w\u00a0programie – odpowiedzialne i\u00a0partnerskie – składają sprawozdania "
        "z\u00a0działań, w\u00a0których uczestniczą. "
    )
    if evidence.get("draft"):
        return f"{made}Projekt uwzględnia sprawozdania złożone do {day(evidence['finished']['at'])}"
    return (
        f"{made}Po zamknięciu okresu sprawozdawczego ich treść utrwalono. Niniejsze sprawozdanie sporządzono wyłącznie "
        "z\u00a0tak utrwalonych danych; późniejsze zmiany nazw i\u00a0osób go nie zmieniają."
    )


def _sources(evidence: dict[str, Any]) -> Iterator[Block]:
    if evidence.get("sources"):
        yield from _numbered()
        return
    yield Paragraph(
        (
            Run("Słowa podmiotów przytoczono bez zmian. Pod cytatem podano, kto je napisał i\u00a0w\u00a0jakiej roli, "
                "zgłoszony stan realizacji, liczby oraz okres i\u00a0dzień złożenia sprawozdania; te same słowa kilku "
                "podmiotów przytoczono raz. Kto podpisał sprawozdanie, podaje rozdział "),
            Link("Kompletność sprawozdań", REPORTS),
            Run(". Skróty nazw podmiotów objaśnia "),
            Link("załącznik nr 1", INSTITUTIONS),
            *(() if evidence.get("draft") else HASHES),
            Run("."),
        )
    )  # fmt: skip
    yield Paragraph(NUMBERS)


def _numbered() -> Iterator[Block]:
    """How to read a paragraph whose sentences carry their sources."""
    yield Paragraph(
        (
            Run("Opis działania składa się ze zdań wyjętych bez zmian ze sprawozdań; stoją w\u00a0cudzysłowie, po "
                "nazwie podmiotu. Numer w\u00a0nawiasie kwadratowym wskazuje sprawozdanie, z\u00a0którego zdanie "
                "pochodzi – "),
            Link("wykaz źródeł", SOURCES),
            Run(" podaje podmiot, okres, dzień złożenia, osobę podpisaną i\u00a0skrót treści. Zdania, które dopisał "
                "urząd, oznaczono słowami „dopisek urzędu”; numer przy takim zdaniu mówi, na czym je oparto. Pełne "
                "brzmienie sprawozdań zawierają karty oceny działań. Skróty nazw podmiotów objaśnia "),
            Link("załącznik nr 1", INSTITUTIONS),
            Run("."),
        )
    )  # fmt: skip
    yield Paragraph(NUMBERS_JOINTLY)


NUMBERS_JOINTLY = (
    "Liczba własna dotyczy tylko podmiotu, który ją podał. Liczba wspólna obejmuje to, co zrobiono razem "
    "z\u00a0innymi, dlatego takich liczb się nie sumuje. Gdy ten sam miernik podało kilka podmiotów, w\u00a0zdaniu "
    "o\u00a0liczbie razem liczby własne dodano, a\u00a0wspólną policzono raz; jeżeli podmioty podały różne liczby "
    "wspólne, podano przedział. Jeżeli nie zaznaczono inaczej, liczby dotyczą obszaru objętego programem."
)
NUMBERS = (
    "Liczba własna dotyczy tylko podmiotu, który ją podał. Liczba wspólna obejmuje to, co zrobiono razem "
    "z\u00a0innymi, dlatego takich liczb się nie sumuje. Gdy ten sam miernik podało kilka podmiotów, "
    "w\u00a0wierszu „Liczby razem” liczby własne dodano, a\u00a0wspólną policzono raz; jeżeli podmioty podały "
    "różne liczby wspólne, podano przedział. Jeżeli nie zaznaczono inaczej, liczby dotyczą obszaru "
    "objętego programem."
)


def _decided(evidence: dict[str, Any]) -> Paragraph:
    closed = _closed(evidence)
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


def _closed(evidence: dict[str, Any]) -> str:
    if evidence.get("draft"):
        return "Ocena nie jest jeszcze zakończona."
    finished = evidence["finished"]
    who = ", ".join(filter(None, (finished["by"], finished["function"])))
    return f"Ocenę zakończono {day(finished['at'])} ({who})."
