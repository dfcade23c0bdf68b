"""What the journal says of matters for the council."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    OPENED = "council.opened", _("Założono sprawę dla rady")
    WORDED = "council.worded", _("Zmieniono uzasadnienie sprawy dla rady")
    PREPARED = "council.prepared", _("Sporządzono projekt uchwały i pismo do rady")
    INFORMED = "council.informed", _("Sporządzono informację do raportu o stanie samorządu")
    SUBMITTED = "council.submitted", _("Przekazano sprawę radzie")
    DECIDED = "council.decided", _("Zapisano rozstrzygnięcie rady")
    ANNOUNCED = "council.announced", _("Zapisano ogłoszenie w dzienniku urzędowym")
    STEPPED_BACK = "council.stepped_back", _("Cofnięto zapis sprawy dla rady")
    WITHDRAWN = "council.withdrawn", _("Wycofano sprawę dla rady")
