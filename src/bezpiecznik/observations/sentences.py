"""How events of signals read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.observations.events import Event
from bezpiecznik.observations.states import ObservationKind, Outcome, Received

register(
    {
        Event.ENTERED: _("Wpisano sygnał „%(object)s”: %(kind)s, %(day)s"),
        Event.ARRIVED: _("Wpłynął sygnał „%(object)s”: %(kind)s, %(received)s"),
        Event.CHANGED: _("Zmieniono sygnał „%(object)s”"),
        Event.CONSIDERED: _("Przyjęto do rozpatrzenia sygnał „%(object)s”"),
        Event.ANSWERED: _("Rozstrzygnięto sygnał „%(object)s”: %(outcome)s"),
        Event.REOPENED: _("Wrócono do sygnału „%(object)s”: „%(note)s”"),
        Event.SET_ASIDE: _("Pominięto sygnał „%(object)s”: „%(note)s”"),
        Event.MERGED: _("Sygnał „%(object)s” połączono z sygnałem „%(main)s”, bo mówią o tym samym"),
        Event.CHANNEL_ADDED: _("Dodano kanał RSS „%(object)s”"),
        Event.CHANNEL_CHANGED: _("Zmieniono kanał RSS „%(object)s”"),
        Event.LETTER_ACCEPTED: _("Wiadomość nierozpoznanego nadawcy przyjęto jako sygnał „%(signal)s”"),
        Event.LETTER_REJECTED: _("Odrzucono wiadomość nierozpoznanego nadawcy"),
    },
    labels={
        "kind": _("rodzaj"),
        "day": _("dzień"),
        "received": _("jak wpłynął"),
        "outcome": _("rozstrzygnięcie"),
        "main": _("drugi sygnał"),
        "signal": _("sygnał"),
    },
    values={
        "kind": dict(ObservationKind.choices),
        "received": dict(Received.choices),
        "outcome": dict(Outcome.choices),
    },
)
