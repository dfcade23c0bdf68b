from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    CREATED = "institutions.created", _("Dodano podmiot")
    ALIAS_ADDED = "institutions.alias_added", _("Dodano inną pisownię nazwy podmiotu")
    REPORTING_SET = "institutions.reporting_set", _("Ustalono, przez kogo sprawozdaje podmiot")
    EDITED = "institutions.edited", _("Zmieniono dane podmiotu")
    ROLE_GRANTED = "institutions.role_granted", _("Nadano rolę")
    ROLE_CHANGED = "institutions.role_changed", _("Zmieniono okres lub zakres roli")
