"""Indicators and their figures are what reports rest on: never removed."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import Ending, Kept, register
from bezpiecznik.indicators.models import Commentary, Indicator, SeriesBreak, Target, Value

BASIS = _("ustawa o narodowym zasobie archiwalnym i archiwach; art. 6 ust. 1 lit. c i e RODO")


def register_kept() -> None:
    for name, title, holds, model in (
        ("indicators", _("Wskaźniki"), _("Nazwa, definicja i źródło; bez danych osób."), Indicator),
        ("values", _("Wartości wskaźników"), _("Liczby, ich poprawki z powodem; kto i kiedy wpisał."), Value),
        ("targets", _("Cele wskaźników"), _("Liczby i skąd pochodzą."), Target),
        ("breaks", _("Zmiany sposobu liczenia wskaźników"), _("Od kiedy i dlaczego."), SeriesBreak),
        ("comments", _("Komentarze do wskaźników"), _("Słowa urzędu o liczbach, z historią zmian."), Commentary),
    ):
        register(
            Kept(
                name=f"indicators.{name}", title=title, holds=holds, basis=BASIS, ending=Ending.KEPT,
                why=_("Na tych liczbach opierają się sprawozdania, czyli akta sprawy."), count=model.objects.count,
            )
        )  # fmt: skip
