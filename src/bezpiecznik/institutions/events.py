from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    CREATED = "institutions.created", _("Dodano podmiot")
    ALIAS_ADDED = "institutions.alias_added", _("Dodano inną pisownię nazwy podmiotu")
