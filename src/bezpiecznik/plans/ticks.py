"""What the plan does by itself at night."""

from datetime import time

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core import ticks
from bezpiecznik.plans import rewording


@ticks.daily("plans.rewordings", title=gettext_lazy("Nowe brzmienia, które dziś zaczynają obowiązywać"), at=time(0))
def follow_rewordings() -> str:
    return _("wpisano: %(n)s") % {"n": rewording.follow()}
