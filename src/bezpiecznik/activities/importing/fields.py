"""Columns that a file may have: the titles of our own lists, and what others call them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.polish import fold


@dataclass(frozen=True)
class Field:
    """`names` are other titles, folded; `hidden` ones are filled by calendars and never asked about."""

    name: str
    title: str | Promise
    names: str = ""
    example: str = ""
    hidden: bool = False

    @property
    def keys(self) -> list[str]:
        return [key_of(str(self.title)), *(part for part in self.names.split("|") if part)]


FIELDS = (
    Field("starts_on", _("Dzień"), "data|kiedy|termin|data od|data rozpoczecia|poczatek|data wydarzenia|dzien od",
          "12.10.2022"),
    Field("ends_on", _("Ostatni dzień"), "data do|do dnia|data zakonczenia|koniec|dzien do"),
    Field("starts_at", _("Godzina"), "godz|godzina rozpoczecia|o ktorej", "17:00"),
    Field("kind", _("Rodzaj"), "typ|forma|rodzaj dzialania|rodzaj wydarzenia|kategoria", "spotkanie"),
    Field("title", _("Co"), "tytul|nazwa|temat|wydarzenie|nazwa dzialania|dzialanie|nazwa wydarzenia|przedmiot",
          "Spotkanie z seniorami o oszustwach"),
    Field("place", _("Gdzie"), "miejsce|lokalizacja|adres|miejsce wydarzenia", "Dom Kultury"),
    Field("audience", _("Dla kogo"), "odbiorcy|adresaci|grupa|uczestnicy kto|grupa docelowa", "seniorzy"),
    Field("state", _("Stan"), "status|realizacja|czy sie odbyla"),
    Field("times", _("Ile razy"), "liczba spotkan|liczba wydarzen|krotnosc|liczba godzin lekcyjnych|ile spotkan", "1"),
    Field("participants", _("Ile osób"), "liczba osob|liczba uczestnikow|uczestnicy|osoby|frekwencja|ilosc osob", "48"),
    Field("found", _("Stwierdzone nieprawidłowości"), "nieprawidlowosci|liczba nieprawidlowosci|uchybienia"),
    Field("sanctioned", _("Zastosowane sankcje"), "sankcje|mandaty|liczba sankcji"),
    Field("institution", _("Podmiot"), "instytucja|jednostka|organizator|realizator"),
    Field("others", _("Razem z"), "wspolorganizatorzy|partnerzy|z kim|wspolnie z|partner"),
    Field("undertakings", _("Działania programu"), "nr dzialania|numer dzialania|zadanie|zadania|kod dzialania", "1.1"),
    Field("description", _("Opis"), "uwagi|szczegoly|przebieg|notatka|opis dzialania"),
    Field("uid", _("Identyfikator"), hidden=True),
    Field("problem", _("Co poprawić"), hidden=True),
)  # fmt: skip
BY_NAME = {field.name: field for field in FIELDS}
ASKED = tuple(field for field in FIELDS if not field.hidden)


def key_of(title: str) -> str:
    """A title folded, without marks: `key_of("Liczba osób:") == "liczba osob"`."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(title)).split())


def guessed(titles: Sequence[str]) -> dict[str, int]:
    """For each field the place of its column: titles that are the same first, then those that begin so."""
    keys = [key_of(title) for title in titles]
    found: dict[str, int] = {}
    for is_same in (True, False):
        for field in ASKED:
            if field.name in found:
                continue
            for place, key in enumerate(keys):
                free = place not in found.values() and key
                if free and any(key == name if is_same else key.startswith(f"{name} ") for name in field.keys):
                    found[field.name] = place
                    break
    return found
