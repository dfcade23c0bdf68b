from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    CREATED = "accounts.created", _("Utworzono konto")
    CHANGED = "accounts.changed", _("Zmieniono dane konta")
    PASSWORD_CHANGED = "accounts.password_changed", _("Zmieniono hasło")
    PASSWORD_SET = "accounts.password_set", _("Ustawiono pierwsze hasło")
    SWITCHED_OFF = "accounts.switched_off", _("Wyłączono konto")
    SWITCHED_ON = "accounts.switched_on", _("Włączono konto")
