from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    CLEARED = "administration.cleared", _("Uporządkowano dane po upływie okresu przechowywania")
    EXPORT_ASKED = "administration.export_asked", _("Zlecono eksport danych osoby")
    EXPORT_TAKEN = "administration.export_taken", _("Pobrano eksport danych osoby")
    PERSON_REMOVED = "administration.person_removed", _("Zanonimizowano dane osoby")
