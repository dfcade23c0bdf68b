"""Kinds of faults of a document in words, by the codes of the reader."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

KINDS: dict[str, str | Promise] = {
    "ABBR_UNDEFINED": gettext_lazy("skrót bez wyjaśnienia"),
    "ABBR_DUPLICATE": gettext_lazy("skrót wyjaśniony dwa razy"),
    "ABBR_UNUSED": gettext_lazy("skrót nieużyty"),
    "ACTION_DUPLICATE": gettext_lazy("powtórzone działanie"),
    "LEAD_IS_PARTNER": gettext_lazy("odpowiedzialny jest też partnerem"),
    "EMPTY_CELL": gettext_lazy("puste pole"),
    "COUNT_MISMATCH": gettext_lazy("liczba w tekście się nie zgadza"),
    "TERM_OUTSIDE": gettext_lazy("termin poza latami programu"),
}


def kind_of(code: str) -> str:
    """The kind in words; a code that nobody named yet as it is."""
    return str(KINDS.get(code, _("inny rodzaj (%(code)s)") % {"code": code}))


def choices(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Codes with their words, in the order of the words."""
    return sorted(((code, kind_of(code)) for code in set(codes)), key=lambda pair: pair[1])
