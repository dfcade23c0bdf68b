"""The office's template as the other rooms read it: who signs, how organs are called, how papers look.

Words are read while a snapshot is frozen, and printed out of the snapshot only. The look (logo, header, footer) and
those who sign are not in the snapshot: the row of the document points to the version in force when it was made.

    snapshot["words"] = office.words()                                   # {"organ": "Prezydent Miasta", …}
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from bezpiecznik.documents import texts
from bezpiecznik.documents.blocks import Signatory
from bezpiecznik.documents.look import Logo, Look
from bezpiecznik.documents.models import DocumentKind, OfficeLook
from bezpiecznik.documents.vocabulary import WORDS, Unit, unit_of

UNIT_KINDS: list[Callable[[], str]] = []
"""Higher rooms tell what the programme says of its unit; the first that says something is believed."""
ALL_OTHERS = ""
NAME_THEIR_OWN = (DocumentKind.LETTER, DocumentKind.PACKET)
"""Kinds whose signatory is named with each document."""

MEANINGS = {
    "organ": _("kto kieruje jednostką: Prezydent Miasta albo Starosta"),
    "organu": _("kogo? Prezydenta Miasta albo Starosty"),
    "organowi": _("komu? Prezydentowi Miasta albo Staroście"),
    "organem": _("kim? Prezydentem Miasta albo Starostą"),
    "rada": _("Rada Miasta albo Rada Powiatu"),
    "rady": _("czego? Rady Miasta albo Rady Powiatu"),
    "radzie": _("czemu? Radzie Miasta albo Radzie Powiatu"),
    "jednostka": _("miasto albo powiat"),
    "jednostki": _("czego? miasta albo powiatu"),
    "urzad": _("Urząd Miasta albo Starostwo Powiatowe"),
    "urzedu": _("czego? Urzędu Miasta albo Starostwa Powiatowego"),
}


def in_force() -> OfficeLook | None:
    """The version in force; none while the office chose nothing."""
    return OfficeLook.objects.select_related("logo", "made_by").first()


def look_of(row: OfficeLook | None) -> Look:
    """What the version puts around a document. Reads the file of the logo."""
    if row is None:
        return Look()
    logo = Logo(row.logo.read(), row.logo_alt, row.logo_width, row.logo_height) if row.logo else None
    return Look(logo, tuple(row.header_lines), row.footer)


def unit() -> Unit:
    """What kind of unit the office serves: as it chose itself, else as the programme says."""
    row = OfficeLook.objects.only("unit").first()
    if row and row.unit:
        return Unit(row.unit)
    return unit_of(next(filter(None, (told() for told in UNIT_KINDS)), ""))


def words() -> dict[str, str]:
    """How organs are called here: `organ`, `organu`, `organowi`, `organem`, `rada`, `rady`, `radzie`, `jednostka`…"""
    return dict(WORDS[unit()])


def signatories(row: OfficeLook | None, kind: DocumentKind) -> tuple[Signatory, ...]:
    """Who signs documents of the kind by this version; nobody where the office left that to the document itself."""
    given: dict[str, Any] = row.signatories if row and kind not in NAME_THEIR_OWN else {}
    listed = given.get(kind.value) or given.get(ALL_OTHERS) or []
    return tuple(Signatory(one["post"], one["name"]) for one in listed)


def _word(name: str) -> str:
    return words()[name]


def register() -> None:
    """The words of the unit may stand in every fixed text."""
    for name, meaning in MEANINGS.items():
        texts.common(name, meaning, partial(_word, name))
