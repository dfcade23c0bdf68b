"""Indicators and their figures are what reports rest on: never removed."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import keep_on_file
from bezpiecznik.indicators.models import Commentary, Indicator, SeriesBreak, Target, Value


def register_kept() -> None:
    for name, title, holds, model in (
        ("indicators", _("Wskaźniki"), _("Nazwa, definicja i źródło; bez danych osób."), Indicator),
        ("values", _("Wartości wskaźników"), _("Liczby, ich poprawki z powodem; kto i kiedy wpisał."), Value),
        ("targets", _("Cele wskaźników"), _("Liczby i skąd pochodzą."), Target),
        ("breaks", _("Zmiany sposobu liczenia wskaźników"), _("Od kiedy i dlaczego."), SeriesBreak),
        ("comments", _("Komentarze do wskaźników"), _("Słowa urzędu o liczbach, z historią zmian."), Commentary),
    ):
        why = _("Na tych liczbach opierają się sprawozdania, czyli akta sprawy.")
        keep_on_file(f"indicators.{name}", title=title, holds=holds, why=why, count=model.objects.count)
