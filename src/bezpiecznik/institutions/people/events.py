from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    INVITED = "people.invited", _("Wysłano zaproszenie")
    REVOKED = "people.invitation_revoked", _("Cofnięto zaproszenie")
    ACCEPTED = "people.invitation_accepted", _("Przyjęto zaproszenie")
    EDITED = "people.edited", _("Zmieniono dane osoby")
