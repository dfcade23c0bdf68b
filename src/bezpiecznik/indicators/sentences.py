"""How events of indicators read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.indicators.events import Event

register(
    {
        Event.ADDED: _("Dodano wskaźnik „%(object)s”"),
        Event.CHANGED: _("Zmieniono wskaźnik „%(object)s”: %(fields)s"),
        Event.SHELVED: _("Przestano prowadzić wskaźnik „%(object)s”"),
        Event.RESUMED: _("Wznowiono prowadzenie wskaźnika „%(object)s”"),
        Event.VALUE_ENTERED: _("Wpisano wartość wskaźnika „%(object)s” za %(period)s: %(value)s"),
        Event.VALUE_CORRECTED: _(
            "Poprawiono wartość wskaźnika „%(object)s” za %(period)s: %(value)s zamiast %(before)s, bo: „%(note)s”"
        ),
        Event.TARGET_SET: _("Ustalono cel wskaźnika „%(object)s” na %(year)s: %(value)s (%(basis)s)"),
        Event.BROKEN: _("Zapisano zmianę sposobu liczenia wskaźnika „%(object)s” od %(period)s: „%(note)s”"),
        Event.COMMENTED: _("Zapisano komentarz do wskaźnika „%(object)s” za %(period)s"),
    },
    labels={
        "fields": _("pola"), "period": _("okres"), "value": _("wartość"), "before": _("poprzednia wartość"),
        "basis": _("skąd cel"), "year": _("rok"),
    },
)  # fmt: skip
