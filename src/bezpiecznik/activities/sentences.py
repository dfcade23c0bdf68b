"""How events of activities read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.activities.events import Event
from bezpiecznik.activities.states import ActivityKind, ActivityState
from bezpiecznik.core.sentences import register

register(
    {
        Event.ENTERED: _("Wpisano działalność „%(object)s”: %(kind)s, %(day)s; podmiot: %(institution)s"),
        Event.CHANGED: _("Zmieniono wpis działalności „%(object)s”"),
        Event.HELD: _("Potwierdzono, że odbyła się działalność „%(object)s”"),
        Event.CANCELLED: _("Odwołano działalność „%(object)s”: „%(note)s”"),
        Event.REINSTATED: _("Cofnięto odwołanie działalności „%(object)s”"),
        Event.SHOWN: _("Pokazano mieszkańcom działalność „%(object)s”"),
        Event.HIDDEN: _("Przestano pokazywać mieszkańcom działalność „%(object)s”"),
        Event.WITHHELD: _("Biuro ukryło przed mieszkańcami działalność „%(object)s”: „%(note)s”"),
        Event.RELEASED: _("Biuro pozwoliło znów pokazać mieszkańcom działalność „%(object)s”"),
        Event.CLEARED: _("Stwierdzono, że wpis „%(object)s” nie zawiera danych osoby"),
        Event.FILE_ADDED: _("Dołączono plik „%(file)s” do działalności „%(object)s”"),
        Event.FILE_CHANGED: _("Zmieniono opis pliku „%(file)s” przy działalności „%(object)s”"),
        Event.FILE_REMOVED: _("Usunięto plik „%(file)s” z działalności „%(object)s”"),
    },
    labels={
        "kind": _("rodzaj"),
        "state": _("stan"),
        "day": _("dzień"),
        "institution": _("podmiot"),
        "file": _("plik"),
        "shows_people": _("widać osoby"),
    },
    values={"kind": dict(ActivityKind.choices), "state": dict(ActivityState.choices)},
)
