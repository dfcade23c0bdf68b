from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    REQUESTED = "documents.requested", _("Zlecono sporządzenie dokumentu")
    ISSUED = "documents.issued", _("Sporządzono dokument")
    RETRIED = "documents.retried", _("Ponowiono sporządzenie dokumentu")
    CHECKED = "documents.checked", _("Sprawdzono, czy dokument daje się odtworzyć co do bajta")
    TEXT_CHANGED = "documents.text_changed", _("Zmieniono stały tekst dokumentów")
    TEXT_RESTORED = "documents.text_restored", _("Przywrócono domyślny stały tekst dokumentów")
    LOOK_CHANGED = "documents.look_changed", _("Zmieniono wygląd dokumentów")
    SIGNED = "documents.signed", _("Odnotowano podpisanie dokumentu")
    SIGNING_UNDONE = "documents.signing_undone", _("Cofnięto adnotację o podpisaniu dokumentu")
    CASE_NOTED = "documents.case_noted", _("Wpisano dokument do sprawy")
