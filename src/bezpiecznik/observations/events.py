"""What the journal says of signals."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    ENTERED = "observations.entered", _("Wpisano sygnał")
    ARRIVED = "observations.arrived", _("Wpłynął sygnał")
    CHANGED = "observations.changed", _("Zmieniono sygnał")
    CONSIDERED = "observations.considered", _("Przyjęto sygnał do rozpatrzenia")
    ANSWERED = "observations.answered", _("Rozstrzygnięto sygnał")
    REOPENED = "observations.reopened", _("Wrócono do sygnału")
    SET_ASIDE = "observations.set_aside", _("Pominięto sygnał")
    MERGED = "observations.merged", _("Połączono sygnał z innym")
    CHANNEL_ADDED = "observations.channel_added", _("Dodano kanał RSS")
    CHANNEL_CHANGED = "observations.channel_changed", _("Zmieniono kanał RSS")
    LETTER_ACCEPTED = "observations.letter_accepted", _("Przyjęto wiadomość od nierozpoznanego nadawcy")
    LETTER_REJECTED = "observations.letter_rejected", _("Odrzucono wiadomość od nierozpoznanego nadawcy")
