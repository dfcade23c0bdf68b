"""Columns of the register as a file: the same titles go out and come in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.institutions.contacts import FIELDS
from bezpiecznik.institutions.kinds import Kind
from bezpiecznik.institutions.matching import key_of
from bezpiecznik.institutions.models import Contact, Institution, Reporting

BETWEEN_SPELLINGS = " | "
OWN, INDEPENDENT = gettext_lazy("własna"), gettext_lazy("niezależny")
YES, NO = gettext_lazy("tak"), gettext_lazy("nie")


@dataclass(frozen=True)
class FileColumn:
    """A column that can be read back. `clean` makes a value of a text; it raises ValidationError with a sentence."""

    name: str
    title: str | Promise
    shown: Callable[[Institution], str]
    clean: Callable[[str], Any] = str
    example: str = ""


def _one_of(*choices: tuple[Any, str | Promise]) -> Callable[[str], Any]:
    def clean(text: str) -> Any:
        for value, label in choices:
            if key_of(text) == key_of(str(label)):
                return value
        known = ", ".join(f"„{label}”" for _value, label in choices)
        raise ValidationError(_("nieznana wartość „%(text)s”, możliwe: %(known)s") % {"text": text, "known": known})

    return clean


def _spellings(text: str) -> list[str]:
    return [part.strip() for part in text.split(BETWEEN_SPELLINGS.strip()) if part.strip()]


def _of_contact(name: str) -> Callable[[Institution], str]:
    return lambda institution: str(getattr(institution.contact, name)) if hasattr(institution, "contact") else ""


def _name_of(name: str) -> Callable[[Institution], str]:
    return lambda institution: other.name if (other := getattr(institution, name)) else ""


def _aliases(institution: Institution) -> str:
    return BETWEEN_SPELLINGS.join(sorted(alias.text for alias in institution.aliases.all()))


def _title(name: str) -> str:
    field: Any = Contact._meta.get_field(name)
    return str(field.verbose_name).capitalize()


REGISTER = (
    FileColumn("abbr", gettext_lazy("Skrót"), lambda row: row.abbr, example="SP1"),
    FileColumn("name", gettext_lazy("Nazwa"), lambda row: row.name, example="Szkoła Podstawowa nr 1"),
    FileColumn("kind", gettext_lazy("Rodzaj"), lambda row: row.get_kind_display(), _one_of(*Kind.choices),
               "szkoła lub placówka oświatowa"),
    FileColumn("own", gettext_lazy("Podległość"), lambda row: str(OWN if row.own else INDEPENDENT),
               _one_of((True, OWN), (False, INDEPENDENT)), "własna"),
    FileColumn("parent", gettext_lazy("Jednostka nadrzędna"), _name_of("parent"), example="Wydział Edukacji"),
    FileColumn("collective", gettext_lazy("Nazwa zbiorowa"), lambda row: str(YES if row.collective else NO),
               _one_of((True, YES), (False, NO)), "nie"),
    FileColumn("reporting", gettext_lazy("Sposób sprawozdawania"), lambda row: row.get_reporting_display(),
               _one_of(*Reporting.choices), "sprawozdaje przez inny podmiot"),
    FileColumn("reports_through", gettext_lazy("Sprawozdaje przez"), _name_of("reports_through"),
               example="Wydział Edukacji"),
    FileColumn("aliases", gettext_lazy("Inne pisownie"), _aliases, _spellings, "SP nr 1 | Szkoła nr 1"),
)  # fmt: skip
EXAMPLES = {
    "phone": "41 000 00 01", "email": "sekretariat@sp1.example", "address": "ul. Szkolna 1, 00-000 Zatorzyn",
    "e_delivery": "AE:PL-00000-00000-ABCDE-00", "inbox": "/sp1/SkrytkaESP", "website": "https://sp1.example",
}  # fmt: skip
CONTACT = tuple(FileColumn(name, _title(name), _of_contact(name), example=EXAMPLES[name]) for name in FIELDS)
COLUMNS = REGISTER + CONTACT
REFERENCES = ("parent", "reports_through")


def recognised(titles: list[str]) -> dict[str, int]:
    """Places of known columns. Raises ValidationError for a title met twice, or with neither name nor abbreviation."""
    known = {key_of(str(column.title)): column.name for column in COLUMNS}
    places: dict[str, int] = {}
    for place, title in enumerate(titles):
        name = known.get(key_of(title))
        if name in places:
            raise ValidationError(_("Kolumna „%(title)s” występuje dwa razy.") % {"title": title})
        if name:
            places[name] = place
    if not {"name", "abbr"} & set(places):
        raise ValidationError(
            _("W pierwszym wierszu pliku musi być tytuł kolumny „Nazwa” albo „Skrót”. Skorzystaj ze wzoru.")
        )
    return places
