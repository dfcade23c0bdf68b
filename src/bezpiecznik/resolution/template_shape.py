"""Sheets, columns and fields of our own workbook for a programme."""

from __future__ import annotations

from dataclasses import dataclass

MARKER = "Bezpiecznik_szablon_1"
"""A defined name by which the workbook is recognised, whatever the file is called."""

EXAMPLE = "przykład"
"""In the first column it marks a row that is only an example."""

MAX_CELL = 32_000
"""Excel keeps no longer texts in a cell."""


@dataclass(frozen=True)
class Column:
    """A column of a table: its name, width in signs, what to write in it, and an example.

    `choices` are all it may hold, `bodies` offers the list of abbreviations and allows anything else.
    """

    name: str
    width: int
    hint: str
    example: str
    required: bool = False
    choices: tuple[str, ...] = ()
    whole: bool = False
    bodies: bool = False


@dataclass(frozen=True)
class Field:
    """A line of the sheet about the document as a whole."""

    name: str
    hint: str
    example: str
    choices: tuple[str, ...] = ()


PROGRAM, BODIES, LISTS, ACTIONS, INITIATIVES = "Program", "Skróty", "Cele", "Działania", "Programy jednostek"
HELP = "Instrukcja"
_NAMES = "Skróty z arkusza Skróty, każdy w osobnym wierszu lub po przecinku."
NUMBER = Column("Lp.", 10, "Numer wiersza. Może zostać pusty.", EXAMPLE)

FIELDS = {
    "act_no": Field("Numer uchwały", "Tak jak w nagłówku uchwały.", "XII/34/2025"),
    "date": Field("Data uchwały", "Dzień podjęcia uchwały: dzień.miesiąc.rok.", "27.03.2025"),
    "council": Field("Rada", "Kto podjął uchwałę.", "Rada Powiatu Przykładowego"),
    "title": Field("Tytuł programu", "Pełny tytuł.", "Powiatowy Program Bezpieczeństwa na lata 2025–2027"),
    "years_from": Field("Program od roku", "Pierwszy rok, cztery cyfry.", "2025"),
    "years_to": Field("Program do roku", "Ostatni rok, cztery cyfry.", "2027"),
    "unit": Field("Jednostka samorządu", "Nazwa powiatu lub miasta.", "Powiat Przykładowy"),
    "unit_kind": Field(
        "Rodzaj jednostki", "Wybierz z listy.", "powiat", ("powiat", "miasto na prawach powiatu", "gmina")
    ),
    "legal_basis": Field(
        "Podstawa prawna",
        "Każdy przepis w osobnym wierszu komórki (Alt+Enter).",
        "art. 12 pkt 9b ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym",
    ),
    "main_goal": Field("Cel główny", "Całe zdanie z programu.", "Poprawa bezpieczeństwa mieszkańców powiatu."),
}

KINDS = {
    "goals": "cel",
    "forms": "forma realizacji",
    "participants": "uczestnik programu",
    "commission_tasks": "zadanie komisji",
}

TABLES: dict[str, dict[str, Column]] = {
    BODIES: {
        "no": NUMBER,
        "abbr": Column("Skrót", 16, "Krótka nazwa używana w programie.", "KPP", required=True),
        "name": Column("Pełna nazwa", 60, "Nazwa bez skrótów.", "Komenda Powiatowa Policji w Przykładowie"),
        "aliases": Column("Inne zapisy", 34, "Inne formy z dokumentu, każda w osobnym wierszu.", "Policja"),
    },
    LISTS: {
        "no": NUMBER,
        "kind": Column("Rodzaj", 22, "Wybierz z listy.", "cel", required=True, choices=tuple(KINDS.values())),
        "text": Column(
            "Treść", 90, "Cel lub inny punkt, słowo w słowo.", "Zmniejszenie liczby kradzieży.", required=True
        ),
    },
    ACTIONS: {
        "area_no": Column(
            "Nr obszaru", 10, "Liczba. Pusta komórka: obszar z wiersza wyżej.", EXAMPLE, required=True, whole=True
        ),
        "area": Column("Obszar", 30, "Nazwa. Wystarczy w pierwszym wierszu.", "Bezpieczne ulice", required=True),
        "no": Column("Nr działania", 10, "Liczba, od 1 w każdym obszarze.", "1", whole=True),
        "text": Column(
            "Treść działania", 60, "Brzmienie z programu, słowo w słowo.", "Wspólne patrole w parkach.", required=True
        ),
        "responsible": Column(
            "Podmioty odpowiedzialne",
            24,
            _NAMES,
            "KPP",
            bodies=True,
        ),
        "partners": Column("Partnerzy", 24, _NAMES, "straż gminna, rady sołeckie", bodies=True),
        "deadline": Column("Termin", 18, "Data, rok albo „na bieżąco”.", "na bieżąco"),
        "indicators": Column("Mierniki", 30, "Każdy w osobnym wierszu lub po średniku.", "liczba patroli"),
        "funding": Column("Finansowanie", 24, "Źródło pieniędzy.", "środki własne"),
        "method": Column("Sposób realizacji", 30, "Jak działanie będzie prowadzone.", "patrole piesze wieczorem"),
        "audience": Column("Adresaci", 20, "Dla kogo jest działanie.", "mieszkańcy"),
        "goal": Column("Cel działania", 24, "Cel z programu, któremu służy.", "mniej kradzieży"),
        "diagnosis": Column("Diagnoza obszaru", 30, "Stan obszaru. Wystarczy raz.", "Przybywa kradzieży."),
    },
    INITIATIVES: {
        "no": Column("Nr", 10, "Liczba. Może zostać pusta.", EXAMPLE, whole=True),
        "name": Column("Nazwa programu", 34, "Nazwa własna.", "Rowerem bez ryzyka", required=True),
        "goal": Column("Cel", 44, "Po co jest ten program.", "Mniej wypadków rowerzystów."),
        "executors": Column("Realizatorzy", 24, _NAMES, "KPP", bodies=True),
        "audience": Column("Adresaci", 24, "Do kogo jest skierowany.", "uczniowie klas IV"),
        "term_raw": Column("Termin realizacji", 20, "Lata, daty albo „bezterminowo”.", "2025–2027"),
        "method": Column("Sposób realizacji", 50, "Co będzie robione.", "Zajęcia w szkołach wiosną."),
        "funding": Column("Finansowanie", 24, "Źródło pieniędzy.", "środki własne"),
    },
}

INSTRUCTIONS = (
    "Ten skoroszyt służy do wpisania programu bezpieczeństwa, gdy nie ma dokumentu, który dałoby się odczytać,"
    " albo do poprawienia odczytu bez dostępu do sieci.",
    "Wypełnij arkusze po kolei: Program, Skróty, Cele, Działania, Programy jednostek. Potem zapisz plik jako XLSX"
    " i wczytaj go tak samo jak uchwałę.",
    "Nie zmieniaj nazw arkuszy ani nagłówków kolumn. Kolejność kolumn jest dowolna, puste wiersze są pomijane.",
    f"Wiersze ze słowem „{EXAMPLE}” w pierwszej kolumnie pokazują, jak wypełniać. Nie są wczytywane, możesz je usunąć.",
    "Kilka podmiotów w jednej komórce wpisz każdy w osobnym wierszu (Alt+Enter) albo po przecinku."
    " Używaj skrótów z arkusza Skróty.",
    "Przepisuj słowo w słowo. Program po wczytaniu pokaże wszystko do sprawdzenia; nic nie zostanie przyjęte samo.",
)
