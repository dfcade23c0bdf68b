"""Every night: what is kept too long is ended, and then everything is checked."""

from datetime import time

from django.utils.translation import gettext_lazy as _

from bezpiecznik.administration.clearing import clear_due
from bezpiecznik.core import ticks, verification
from bezpiecznik.core.polish import forms


@ticks.daily("administration.retention", title=_("Porządkowanie danych"), at=time(3))
def clear_every_night() -> str:
    total = clear_due(by=None).total
    return f"{total} {forms(total, 'wiersz,wiersze,wierszy')}"


@ticks.daily("administration.verify", title=_("Sprawdzenie dziennika, migawek i plików"), at=time(4))
def check_every_night() -> str:
    """The result is kept as one asked for by hand is; the desk of administrators tells of what does not hold."""
    return verification.keep(verification.run(), by=None).summary
