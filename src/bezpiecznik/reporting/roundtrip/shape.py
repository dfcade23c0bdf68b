"""How the workbook is laid out: sheets, columns, lists to choose from. Writing and reading both know it from here."""

from dataclasses import dataclass
from typing import Literal

from bezpiecznik.reporting.roundtrip.fields import AUDIENCE, GRANTED, OUTCOME, PLANNED, REASON, SOURCE, SPENT, TEXT
from bezpiecznik.reporting.states import WITH_FACT, WITH_REASON, Coverage, Outcome, Share

HELP_SHEET = "Jak wypełnić"
ANSWERS_SHEET = "Sprawozdanie"
NUMBERS_SHEET = "Liczby"
DATA_SHEET = "dane systemu"
KEY = "Klucz"
LABEL = "Nr działania"
MEASURE, VALUE, SHARE, COVERAGE = "Czego dotyczy liczba", "Ile", "Czyja to liczba", "Teren"
MAX_TEXT, MAX_REASON, MAX_MEASURE = 20_000, 4_000, 200
MAX_CELL = 32_000
"""UTF-16 units of one cell, a little below what Excel holds."""
TOO_LONG = "(Ten tekst nie mieści się w arkuszu. Zmienić go można tylko w systemie.)"
SPARE_NUMBERS = 30
"""Rows without an action at the end of the sheet of numbers, to be used by choosing one."""
BLANK_NUMBERS = 2
"""Rows left blank for each action."""


Kind = Literal["list", "words", "people", "money"]


@dataclass(frozen=True)
class AnswerColumn:
    """A column that the clerk fills in; `field` is that of the entry. A new kind of answer is one more of these."""

    field: str
    title: str
    width: int
    most: int
    hint: str
    kind: Kind = "words"


ANSWERS = (
    AnswerColumn(OUTCOME, "Stan realizacji", 15, 0, "Prosimy wybrać z listy.", "list"),
    AnswerColumn(
        TEXT, "Co zrobiono", 40, MAX_TEXT,
        "Kilka zdań: co, kiedy i dla kogo. Nowy wiersz w komórce: Alt+Enter (LibreOffice: Ctrl+Enter).",
    ),
    AnswerColumn(
        REASON, "Powód", 21, MAX_REASON, "Wypełnia się tylko wtedy, gdy nic nie zrobiono, pominięto albo nie dotyczy."
    ),
)  # fmt: skip
MONEY_HINT = "Kwota w złotych, na przykład 1500,50. Pusta komórka: nie podajemy."
INITIATIVE = (
    AnswerColumn(AUDIENCE, "Do ilu osób dotarto", 12, 0, "Liczba, na przykład 120. Pusta: nie podajemy.", "people"),
    AnswerColumn(PLANNED, "Środki zaplanowane (zł)", 14, 0, MONEY_HINT, "money"),
    AnswerColumn(GRANTED, "Środki przyznane (zł)", 14, 0, MONEY_HINT, "money"),
    AnswerColumn(SPENT, "Środki wydane (zł)", 14, 0, MONEY_HINT, "money"),
    AnswerColumn(SOURCE, "Źródło finansowania", 22, 200, "Na przykład: budżet miasta, dotacja wojewody."),
)
"""Asked of initiatives only; a packet without any has no such columns."""
EVERY = (*ANSWERS, *INITIATIVE)
ASIDE = (
    (LABEL, 9), ("Działanie (treść z programu)", 31), ("Rola", 14), ("Uwagi biura", 18),
    ("Poprzednio: stan", 13), ("Poprzednio: co zrobiono", 26), ("Poprzednio: liczby", 15),
)  # fmt: skip
STATUS = ("Do uzupełnienia", 14)
SHORTEST_ROW = 64.0
"""Points: four lines to write in; no row grows by itself in every office program."""
NUMBER_COLUMNS = (
    (LABEL, 16), ("Działanie (treść z programu)", 44), ("Poprzednio", 14), (MEASURE, 40), (VALUE, 12), (SHARE, 26),
    (COVERAGE, 30),
)  # fmt: skip

OUTCOMES = {value: str(label) for value, label in Outcome.choices}
SHARES = {value: str(label) for value, label in Share.choices}
COVERAGES = {value: str(label) for value, label in Coverage.choices}
FACT_LABELS = tuple(OUTCOMES[one] for one in Outcome if one in WITH_FACT)
REASON_LABELS = tuple(OUTCOMES[one] for one in Outcome if one in WITH_REASON)
CHOOSE, WRITE, EXPLAIN, READY = "wybierz stan", "napisz, co zrobiono", "podaj powód", "gotowe"


def what_lacks(outcome: str, text: str, reason: str) -> str:
    """The words of the status column, as its formula gives them."""
    if not outcome:
        return CHOOSE
    if outcome in WITH_FACT:
        return READY if text.strip() else WRITE
    return READY if reason.strip() else EXPLAIN
