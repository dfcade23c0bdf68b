"""Words that several chapters share: names, days, numbers, marks."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from babel.numbers import format_decimal

from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.documents.content import State, StateMark

WARSAW = ZoneInfo("Europe/Warsaw")
NOBODY = "nie wskazano"
ROLES = {"lead": "odpowiada", "partner": "partner"}


def full(body: Mapping[str, str]) -> str:
    """„Komenda Miejska Policji (KMP)”"""
    known_by_abbr = body["abbr"] and body["abbr"] != body["name"]
    return f"{body['name']} ({body['abbr']})" if known_by_abbr else body["name"]


def short_names(bodies: Iterable[Mapping[str, str]]) -> str:
    return ", ".join(body["short"] for body in bodies) or "–"


def day(iso: str) -> str:
    """`18 marca 2021 r.` out of an ISO day or moment; a moment is told by the clock of Warsaw."""
    moment = date.fromisoformat(iso) if len(iso) == 10 else datetime.fromisoformat(iso).astimezone(WARSAW).date()
    return f"{long_date(moment)}\u00a0r."


def short_day(iso: str) -> str:
    """`18.03.2021`"""
    moment = datetime.fromisoformat(iso)
    return (moment.astimezone(WARSAW) if moment.tzinfo else moment).strftime("%d.%m.%Y")


def number(value: str) -> str:
    """`1 234,5` out of decimal text."""
    return format_decimal(Decimal(value), locale="pl")


def counted(count: int, words: str) -> str:
    """`3 działania`: the number with the right form of the noun."""
    return f"{number(str(count))}\u00a0{forms(count, words)}"


def of_period(label: str) -> str:
    """„za 2022 r.”, „za I półrocze 2022 r.”"""
    return f"za {label}\u00a0r."


def mark(value: str) -> StateMark:
    return StateMark(State(value))


def every_action(evidence: Mapping[str, Any]) -> list[dict[str, Any]]:
    """All actions in the document's order."""
    return [action for area in evidence["areas"] for action in area["actions"]]
