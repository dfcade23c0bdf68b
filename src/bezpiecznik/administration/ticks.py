"""Every night: what is kept too long is ended."""

from datetime import time

from django.utils.translation import gettext_lazy as _

from bezpiecznik.administration.clearing import clear_due
from bezpiecznik.core import ticks
from bezpiecznik.core.polish import forms


@ticks.daily("administration.retention", title=_("Porządkowanie danych"), at=time(3))
def clear_every_night() -> str:
    total = clear_due(by=None).total
    return f"{total} {forms(total, 'wiersz,wiersze,wierszy')}"
