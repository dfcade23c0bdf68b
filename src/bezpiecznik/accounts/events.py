from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    CREATED = "accounts.created", _("Utworzono konto")
    CHANGED = "accounts.changed", _("Zmieniono dane konta")
    PASSWORD_CHANGED = "accounts.password_changed", _("Zmieniono hasło")
