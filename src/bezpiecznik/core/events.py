"""What the journal says of itself, of settings and of checks."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    JOURNAL_TRIMMED = "core.journal_trimmed", _("Przeniesiono najstarsze wpisy dziennika do archiwum")
    ACCESS_TRIMMED = "core.access_trimmed", _("Usunięto najstarsze odczyty")
    OPTION_CHANGED = "core.option_changed", _("Zmieniono ustawienie")
    OPTION_RESET = "core.option_reset", _("Przywrócono domyślną wartość ustawienia")
    JOB_CANCELLED = "core.job_cancelled", _("Przerwano zadanie w tle")
    VERIFIED = "core.verified", _("Sprawdzono dziennik, migawki i pliki")
