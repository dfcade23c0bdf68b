from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    INVITED = "people.invited", _("Wysłano zaproszenie")
    REVOKED = "people.invitation_revoked", _("Cofnięto zaproszenie")
    LINK_SHOWN = "people.invitation_link_shown", _("Pokazano łącze z zaproszenia do przekazania")
    ACCEPTED = "people.invitation_accepted", _("Przyjęto zaproszenie")
    EDITED = "people.edited", _("Zmieniono dane osoby")
