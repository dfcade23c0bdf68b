"""Kinds of institutions, and what a name alone lets one suppose; marked as a supposition until a person looks."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.polish import fold


class Kind(models.TextChoices):
    POLICE = "police", _("policja")
    FIRE = "fire", _("straż pożarna")
    GUARD = "guard", _("straż miejska lub gminna")
    INSPECTION = "inspection", _("inspekcja lub nadzór")
    COURT = "court", _("prokuratura lub sąd")
    UNIFORMED = "uniformed", _("inna służba mundurowa")
    OFFICE = "office", _("urząd lub jego wydział")
    UNIT = "unit", _("jednostka organizacyjna lub spółka")
    SCHOOL = "school", _("szkoła lub placówka oświatowa")
    HEALTH = "health", _("ochrona zdrowia")
    WELFARE = "welfare", _("pomoc społeczna")
    ASSOCIATION = "association", _("organizacja pozarządowa lub kościół")
    NEIGHBOURHOOD = "neighbourhood", _("rada osiedla lub sołectwo")
    MEDIA = "media", _("media")
    OTHER = "other", _("inny")


OWN_KINDS = frozenset({Kind.GUARD, Kind.OFFICE, Kind.UNIT, Kind.WELFARE, Kind.SCHOOL})
"""Usually made and run by the unit of self-government itself."""

SIGNS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.FIRE, ("strazy pozarnej", "straz pozarna", "strazy pozarne")),
    (Kind.GUARD, ("straz miejska", "strazy miejskiej", "straz gminna", "strazy gminnej")),
    (Kind.UNIFORMED, ("strazy granicznej", "straz graniczna", "sluzba wiezienna", "zandarmeri", "zaklad karny",
                      "areszt sledczy", "sluzba ochrony kolei", "wojsk", "sluzba celn", "izba administracji skarb")),
    (Kind.NEIGHBOURHOOD, ("rada osiedl", "rady osiedl", "rada dzielnic", "rady dzielnic", "solect", "soltys")),
    (Kind.COURT, ("prokuratur", "sad rejonowy", "sad okregowy", "kurator sad", "kuratorsk")),
    (Kind.INSPECTION, ("inspekcj", "inspektorat", "inspektor", "kuratorium", "sanepid", "sanitarno", "nadzor")),
    (Kind.SCHOOL, ("szkol", "przedszkol", "oswiat", "liceum", "uczelni", "uniwersytet", "politechnik", "akademi",
                   "poradnia psychologiczno", "edukacj")),
    (Kind.WELFARE, ("pomocy spolecznej", "pomocy rodzinie", "pomocy w rodzinie", "opiekunczo wychowawcz",
                    "pomoc spoleczna", "opieki spolecznej", "dom dziecka",
                    "interwencji kryzysowej", "swietlic")),
    (Kind.HEALTH, ("szpital", "przychodni", "ratunkow", "zdrowia", "terapii", "uzalezn", "lecznic")),
    (Kind.POLICE, ("policj", "komisariat")),
    (Kind.ASSOCIATION, ("stowarzyszeni", "fundacj", "pozarzadow", "zwiazek", "kosciol", "parafi", "czerwon",
                        "ochotnicz", "caritas", "harcer")),
    (Kind.MEDIA, ("media", "redakcj", "telewizj", "radio", "prasa")),
    (Kind.OFFICE, ("wydzial", "urzad", "urzedu", "biuro", "referat", "departament", "prezydent", "starost",
                   "burmistrz")),
    (Kind.UNIT, ("zarzad", "zaklad", "spolka", "spolki", "jednostki organizacyjne", "przedsiebiorstw", "osrodek",
                 "centrum", "wodociag", "kanalizacj", "dom kultury", "biblioteka", "schronisko", "muzeum", "teatr")),
)  # fmt: skip
"""Folded beginnings of words that speak of a kind; the first kind that fits is taken, so the narrow ones come first."""


OFFICE_BEGINNINGS = (" wydzial", " urzad", " referat", " departament", " biuro")
NOT_OFFICES = frozenset({Kind.POLICE, Kind.FIRE, Kind.GUARD, Kind.UNIFORMED, Kind.COURT})
"""Their departments belong to them."""


@dataclass(frozen=True)
class Supposition:
    """What a name lets one suppose of a body: its kind, and whether it belongs to the unit."""

    kind: Kind
    own: bool


def supposed(name: str) -> Supposition:
    """What the name alone says; `other` and independent where it says nothing."""
    words = f" {' '.join(fold(name).replace('-', ' ').split())}"
    kind = next((kind for kind, signs in SIGNS if any(f" {sign}" in words for sign in signs)), Kind.OTHER)
    if words.startswith(OFFICE_BEGINNINGS) and kind not in NOT_OFFICES:
        kind = Kind.OFFICE  # „Wydział Edukacji” is an office, though it speaks of schools
    return Supposition(kind, kind in OWN_KINDS and not _belongs_elsewhere(words))


def _belongs_elsewhere(words: str) -> bool:
    """State and provincial bodies are not the unit's own, whatever their kind."""
    return any(
        f" {sign}" in words for sign in ("wojewodzk", "okregow", "panstwow", "krajow", "uniwersytet", "politech")
    )
