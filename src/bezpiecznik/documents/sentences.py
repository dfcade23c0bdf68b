"""How events of documents read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.documents.events import Event

register(
    {
        Event.REQUESTED: _("Zlecono sporządzenie dokumentu: %(object)s"),
        Event.ISSUED: _("Sporządzono dokument: %(object)s"),
        Event.RETRIED: _("Ponowiono sporządzenie dokumentu: %(object)s"),
        Event.CHECKED: _("Sprawdzono, czy dokument daje się odtworzyć co do bajta: %(object)s"),
        Event.TEXT_CHANGED: _("Zmieniono stały tekst „%(title)s” (%(kind)s)"),
        Event.TEXT_RESTORED: _("Przywrócono domyślny stały tekst „%(title)s” (%(kind)s)"),
        Event.LOOK_CHANGED: _("Zmieniono wygląd dokumentów"),
        Event.SIGNED: _("Odnotowano podpisanie dokumentu: %(object)s"),
        Event.SIGNING_UNDONE: _("Cofnięto adnotację o podpisaniu dokumentu: %(object)s"),
        Event.CASE_NOTED: _("Wpisano dokument do sprawy %(case)s: %(object)s"),
    },
    labels={
        "signed_on": _("podpisano dnia"),
        "signed_by": _("kto podpisał"),
        "same": _("odtworzono"),
        "docx": "DOCX",
        "pdf": "PDF",
    },
)
