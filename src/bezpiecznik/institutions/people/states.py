"""In what state a person's account is, in words."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User


class State(models.TextChoices):
    ACTIVE = "active", _("czynne")
    INVITED = "invited", _("zaproszenie bez odpowiedzi")
    NEVER = "never", _("nigdy nie zalogowano")
    OFF = "off", _("wyłączone")
    NO_POST = "no_post", _("bez stanowiska")


def state_of(user: User) -> State:
    """For a user that carries `invited_until` (the end of a pending invitation, or None)."""
    if not user.is_active:
        return State.OFF
    if user.last_login:
        return State.ACTIVE
    return State.INVITED if getattr(user, "invited_until", None) else State.NEVER
