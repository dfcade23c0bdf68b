"""What the register does by itself: new names begin on their day."""

from datetime import time

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import ticks
from bezpiecznik.institutions.naming import apply_due_names


@ticks.daily("institutions.names", title=_("Nowe nazwy podmiotów, które dziś zaczynają obowiązywać"), at=time(0))
def names() -> str:
    return str(_("nowych nazw: %s")) % apply_due_names()
