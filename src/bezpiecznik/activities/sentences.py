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
        Event.JOINED: _("Wpis „%(object)s” połączono z wpisem „%(main)s” (%(institution)s), bo mówią o tym samym"),
        Event.SPLIT: _("Rozłączono wpis „%(object)s” i wpis „%(main)s” (%(institution)s)"),
        Event.TOLD_APART: _("Stwierdzono, że „%(object)s” i „%(main)s” (%(institution)s) to różne wydarzenia"),
        Event.IMPORTED: _("Wczytano działalność z pliku „%(object)s”: nowych %(new)s, zmienionych %(changed)s"),
        Event.IMPORT_UNDONE: _("Cofnięto wczytanie pliku „%(object)s”; wpisów: %(rows)s"),
    },
    labels={
        "kind": _("rodzaj"),
        "state": _("stan"),
        "day": _("dzień"),
        "institution": _("podmiot"),
        "file": _("plik"),
        "main": _("drugi wpis"),
        "new": _("nowych"),
        "changed": _("zmienionych"),
        "rows": _("wpisów"),
        "shows_people": _("widać osoby"),
    },
    values={"kind": dict(ActivityKind.choices), "state": dict(ActivityState.choices)},
)
