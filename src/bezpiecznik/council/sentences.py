"""How events of matters for the council read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.council.events import Event
from bezpiecznik.council.states import MatterState

register(
    {
        Event.OPENED: _("Założono sprawę dla rady: %(object)s"),
        Event.WORDED: _("Zmieniono uzasadnienie sprawy dla rady: %(object)s"),
        Event.PREPARED: _("Sporządzono papiery dla rady (%(numbers)s): %(object)s"),
        Event.INFORMED: _("Sporządzono informację do raportu o stanie samorządu (%(number)s): %(object)s"),
        Event.SUBMITTED: _("Przekazano radzie dnia %(day)s: %(object)s"),
        Event.DECIDED: _("Zapisano rozstrzygnięcie rady z dnia %(day)s (%(outcome)s %(number)s): %(object)s"),
        Event.ANNOUNCED: _("Zapisano ogłoszenie w dzienniku urzędowym (%(position)s): %(object)s"),
        Event.STEPPED_BACK: _("Cofnięto zapis sprawy dla rady (%(object)s), bo: „%(note)s”"),
        Event.WITHDRAWN: _("Wycofano sprawę dla rady (%(object)s), bo: „%(note)s”"),
    },
    labels={
        "numbers": _("numery"), "number": _("numer"), "day": _("dzień"), "outcome": _("rozstrzygnięcie"),
        "position": _("pozycja"),
    },
    values={"outcome": dict(MatterState.choices)},
)  # fmt: skip
