"""How the organs of a unit are called: a city on county rights has a president, a county a starost. Pure."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Unit(StrEnum):
    CITY = "city"
    COUNTY = "county"


WORDS: Mapping[Unit, Mapping[str, str]] = MappingProxyType(
    {
        Unit.CITY: {
            "organ": "Prezydent Miasta", "organu": "Prezydenta Miasta", "organowi": "Prezydentowi Miasta",
            "organem": "Prezydentem Miasta",
            "rada": "Rada Miasta", "rady": "Rady Miasta", "radzie": "Radzie Miasta",
            "jednostka": "miasto", "jednostki": "miasta", "urzad": "Urząd Miasta", "urzedu": "Urzędu Miasta",
        },
        Unit.COUNTY: {
            "organ": "Starosta", "organu": "Starosty", "organowi": "Staroście", "organem": "Starostą",
            "rada": "Rada Powiatu", "rady": "Rady Powiatu", "radzie": "Radzie Powiatu",
            "jednostka": "powiat", "jednostki": "powiatu", "urzad": "Starostwo Powiatowe",
            "urzedu": "Starostwa Powiatowego",
        },
    }
)  # fmt: skip


def unit_of(kind: str) -> Unit:
    """What a programme says of its unit („miasto na prawach powiatu”, „powiat”); a city where it says nothing."""
    told = kind.casefold().strip()
    return Unit.COUNTY if told.startswith("powiat") or "starost" in told else Unit.CITY
