"""What the journal says of indicators."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    ADDED = "indicators.added", _("Dodano wskaźnik")
    CHANGED = "indicators.changed", _("Zmieniono wskaźnik")
    SHELVED = "indicators.shelved", _("Przestano prowadzić wskaźnik")
    RESUMED = "indicators.resumed", _("Wznowiono prowadzenie wskaźnika")
    VALUE_ENTERED = "indicators.value_entered", _("Wpisano wartość wskaźnika")
    VALUE_CORRECTED = "indicators.value_corrected", _("Poprawiono wartość wskaźnika")
    TARGET_SET = "indicators.target_set", _("Ustalono cel wskaźnika")
    BROKEN = "indicators.broken", _("Zapisano zmianę sposobu liczenia wskaźnika")
    COMMENTED = "indicators.commented", _("Zapisano komentarz do wskaźnika")
