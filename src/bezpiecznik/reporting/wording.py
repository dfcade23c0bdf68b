"""Words that several pages of the room share. Pure."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from babel.numbers import format_decimal

from bezpiecznik.core.polish import forms, remaining
from bezpiecznik.reporting.states import Coverage, Share
from bezpiecznik.reporting.versions import FiguresContent, NumberContent


def deadline(due_on: date, today: date) -> str:
    """`zostało 12 dni`, `termin mija dziś`, `termin minął 3 dni temu`."""
    days = (due_on - today).days
    if days == 0:
        return "termin mija dziś"
    if days < 0:
        return f"termin minął {-days}\u00a0{forms(-days, 'dzień,dni,dni')} temu"
    return remaining(days, "dzień,dni,dni")


def working_days(offset: int) -> str:
    """`5 dni roboczych przed terminem`, `w dniu terminu`, `1 dzień roboczy po terminie`."""
    if offset == 0:
        return "w dniu terminu"
    days = f"{abs(offset)}\u00a0{forms(abs(offset), 'dzień roboczy,dni robocze,dni roboczych')}"
    return f"{days} {'po terminie' if offset > 0 else 'przed terminem'}"


LARGEST = 10**13
"""With two decimals these are the fifteen figures that every database and spreadsheet keeps exactly."""


def parse_decimal(typed: str) -> Decimal:
    """`1 234,5` as people write it; a point will do too. Raises ValueError for what is not a number of this kind."""
    plain = "".join(typed.split()).replace(",", ".")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        raise ValueError(typed) from None
    if not value.is_finite() or value < 0 or value >= LARGEST or value != round(value, 2):
        raise ValueError(typed)
    return value


def figure(value: Decimal | str) -> str:
    """`1 234,5`: decimal comma, thousands apart, no needless zeros."""
    return str(format_decimal(Decimal(value), "#,##0.##", locale="pl"))


def amount(value: Decimal | str) -> str:
    """`1 234,50 zł`: always two places."""
    return f"{format_decimal(Decimal(value), '#,##0.00', locale='pl')}\u00a0zł"


def titled(code: str) -> str:
    """`Działanie 3.13`, `Program P9`: an undertaking by its code."""
    return f"Program {code}" if code.startswith("P") else f"Działanie {code}"


FIGURE_WORDS = (
    ("audience", "dotarto do osób"), ("planned", "zaplanowano"), ("granted", "przyznano"), ("spent", "wydano"),
)  # fmt: skip


def figures(said: FiguresContent | dict[str, Any] | None) -> str:
    """„dotarto do osób: 120; wydano: 1 500,00 zł; źródło: budżet miasta”; what was not said is left out."""
    given = dict(said or {})
    told = [
        f"{words}: {figure(str(value)) if key == 'audience' else amount(str(value))}"
        for key, words in FIGURE_WORDS
        if (value := given.get(key)) is not None
    ]
    return "; ".join([*told, f"źródło: {given['source']}"] if given.get("source") else told)


def numbers(given: Iterable[NumberContent]) -> str:
    """„liczba patroli: 12; liczba kontroli: 3,5 (wspólna z innymi podmiotami)”."""
    told = ((one, whose(one["share"], one["coverage"])) for one in given)
    return "; ".join(f"{one['measure']}: {figure(one['value'])}{f' ({words})' if words else ''}" for one, words in told)


def whose(share: str, coverage: str) -> str:
    """„wspólna z innymi podmiotami, obszar większy niż jednostka”; nothing for an own number of the unit itself."""
    words = []
    if share == Share.JOINT:
        words.append(str(Share.JOINT.label))
    if coverage == Coverage.WIDER:
        words.append(str(Coverage.WIDER.label))
    return ", ".join(words)
