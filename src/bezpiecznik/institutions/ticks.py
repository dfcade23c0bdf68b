"""What the room does by itself, once a day."""

from datetime import time

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import ticks
from bezpiecznik.institutions.naming import apply_due_names


@ticks.daily("institutions.names", title=_("Nowe nazwy podmiotów, których dzień nadszedł"), at=time(0))
def names() -> str:
    return str(apply_due_names())
