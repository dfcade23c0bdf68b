"""Kinds of faults of a document in words, by the codes of the reader."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

KINDS: dict[str, str | Promise] = {
    "ABBR_DUPLICATE": gettext_lazy("skrót wyjaśniony dwa razy"),
    "ABBR_UNDEFINED": gettext_lazy("skrót bez wyjaśnienia"),
    "ABBR_UNUSED": gettext_lazy("skrót nieużyty"),
    "ABBR_VARIANT": gettext_lazy("skrót w kilku odmianach"),
    "ABBR_WRONG_NAME": gettext_lazy("skrót z niewłaściwą nazwą"),
    "ACTION_CONTAINED": gettext_lazy("działanie zawarte w innym"),
    "ACTION_DUPLICATE": gettext_lazy("powtórzone działanie"),
    "ACTION_SIMILAR": gettext_lazy("podobne działania"),
    "ANNEX_MISSING": gettext_lazy("brak załącznika"),
    "AREA_EMPTY": gettext_lazy("obszar bez działań"),
    "AREA_MISSING": gettext_lazy("brak obszaru"),
    "COLUMN_MISSING": gettext_lazy("brak kolumny w całym programie"),
    "COMMISSION_NAME": gettext_lazy("nazwa komisji"),
    "CONTENTS_MISMATCH": gettext_lazy("spis treści się nie zgadza"),
    "COUNT_MISMATCH": gettext_lazy("liczba w tekście się nie zgadza"),
    "DATE_IMPOSSIBLE": gettext_lazy("niemożliwa data"),
    "EMPTY_CELL": gettext_lazy("puste pole"),
    "EXAMINED_PARTLY": gettext_lazy("sprawdzono tylko część"),
    "FOREIGN_LETTERS": gettext_lazy("litery innego alfabetu"),
    "FUNDING_MISSING": gettext_lazy("brak finansowania"),
    "GOAL_MISSING": gettext_lazy("brak celu"),
    "INITIATIVE_NAME_REPEATED": gettext_lazy("powtórzona nazwa programu jednostki"),
    "INITIATIVE_TEXT_COPIED": gettext_lazy("skopiowany tekst programów jednostek"),
    "LAW_WORDING": gettext_lazy("zapis prawny"),
    "LEAD_IS_PARTNER": gettext_lazy("odpowiedzialny jest też partnerem"),
    "LEGAL_CITATION": gettext_lazy("zapis adresu publikacyjnego"),
    "LEGAL_REFERENCE_CONFLICT": gettext_lazy("sprzeczne powołania prawne"),
    "LEGAL_REFERENCE_WRONG": gettext_lazy("błędne powołanie prawne"),
    "MARKUP_LEFT": gettext_lazy("pozostałość po edycji"),
    "MISPRINT": gettext_lazy("literówka"),
    "NAME_CONFLICT": gettext_lazy("sprzeczne nazwy"),
    "NAME_VARIANT": gettext_lazy("nazwa w kilku odmianach"),
    "NUMBERING_GAP": gettext_lazy("luka w numeracji"),
    "NUMBER_REPEATED": gettext_lazy("powtórzony numer"),
    "PARTICIPANT_MISSING": gettext_lazy("brak na liście uczestników"),
    "PARTNER_REPEATED": gettext_lazy("powtórzony partner"),
    "PUNCTUATION": gettext_lazy("interpunkcja"),
    "SENTENCE_CUT": gettext_lazy("ucięte zdanie"),
    "SENTENCE_REPEATED": gettext_lazy("powtórzone zdanie"),
    "STRAY_TEXT": gettext_lazy("zbędny tekst"),
    "TEMPLATE_CELL": gettext_lazy("komórka szablonu do poprawienia"),
    "TERM_ENDS_EARLY": gettext_lazy("termin kończy się przed programem"),
    "TERM_INCONSISTENT": gettext_lazy("niejednolite określenia"),
    "TERM_OPEN_ENDED": gettext_lazy("termin bez końca"),
    "TERM_OUTSIDE_YEARS": gettext_lazy("termin poza latami programu"),
    "TITLE_CONFLICT": gettext_lazy("sprzeczne tytuły"),
    "TITLE_VARIANT": gettext_lazy("tytuł w kilku odmianach"),
    "WORD_REPEATED": gettext_lazy("powtórzone słowo"),
    "YEARS_REVERSED": gettext_lazy("lata w złej kolejności"),
}


def kind_of(code: str) -> str:
    """The kind in words; a code that nobody named yet as it is."""
    return str(KINDS.get(code, _("inny rodzaj (%(code)s)") % {"code": code}))


def choices(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Codes with their words, in the order of the words."""
    return sorted(((code, kind_of(code)) for code in set(codes)), key=lambda pair: pair[1])
