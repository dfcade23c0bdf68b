"""Parts that the papers of this room share. Pure, plain Polish."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bezpiecznik.core.polish import long_date
from bezpiecznik.documents.content import Block, BulletList, Heading, NumberedList, Paragraph

Text = dict[str, Any]

PASSAGES = (
    ("goals", "Cele szczegółowe"), ("forms", "Formy realizacji programu"), ("participants", "Uczestnicy programu"),
    ("commission_tasks", "Zadania Komisji Bezpieczeństwa i\u00a0Porządku"),
)  # fmt: skip


def day(iso: str) -> str:
    return f"{long_date(date.fromisoformat(iso))}\u00a0r."


def act(text: Text) -> str:
    """„uchwała nr X/1/2021 z dnia 18 marca 2021 r.”; blank where neither is known."""
    number = f"uchwała nr\u00a0{text['act_no']}" if text["act_no"] else ""
    return f"{number} z\u00a0dnia {day(text['act_date'])}" if number and text.get("act_date") else number


def legal_basis(text: Text) -> Iterator[Block]:
    if text["legal_basis"]:
        yield Heading(2, "Podstawa prawna")
        yield BulletList(tuple(text["legal_basis"]))


def main_goal(text: Text) -> Iterator[Block]:
    if text["main_goal"]:
        yield Heading(2, "Cel główny")
        yield Paragraph(text["main_goal"])


def numbered(title: str, lines: list[str]) -> Iterator[Block]:
    if lines:
        yield Heading(2, title)
        yield NumberedList(tuple(lines))


def bodies(names: list[str]) -> str:
    return ", ".join(names) or "–"


def facts(entry: Text) -> list[str]:
    """Of an initiative: what it is for, for whom, when, how, for what money."""
    said = (
        ("Cel", entry["aim"]), ("Kogo obejmuje", entry["audience"]), ("Termin", entry["term_raw"]),
        ("Sposób realizacji", entry["method"]), ("Finansowanie", entry["funding"]),
        ("Mierniki", "; ".join(entry["measures"])),
    )  # fmt: skip
    return [f"{name}: {text}" for name, text in said if text]


def whole(entry: Text) -> str:
    """The wording with the facts under it, one a line."""
    return "\n".join((entry["wording"], *facts(entry)))
