from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    DRAFTED = "letters.drafted", _("Przygotowano projekt pisma")
    CHANGED = "letters.changed", _("Zmieniono projekt pisma")
    DELETED = "letters.deleted", _("Usunięto projekt pisma")
    NUMBERED = "letters.numbered", _("Nadano pismu numer")
    CANCELLED = "letters.cancelled", _("Anulowano pismo")
    SENT = "letters.sent", _("Odnotowano wysłanie pisma")
    SENT_CORRECTED = "letters.sent_corrected", _("Poprawiono adnotację o wysłaniu pisma")
    SENT_UNDONE = "letters.sent_undone", _("Cofnięto adnotację o wysłaniu pisma")
    SERIES_STARTED = "letters.series_started", _("Przygotowano pisma do wielu podmiotów")
    SERIES_DELETED = "letters.series_deleted", _("Usunięto projekty pism do wielu podmiotów")
    CASE_OPENED = "letters.case_opened", _("Założono sprawę")
