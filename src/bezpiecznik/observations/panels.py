"""What this room shows on the page of an action or initiative."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.panels import Panel
from bezpiecznik.observations import access
from bezpiecznik.plans.models import Undertaking

SHOWN = 6


def of_undertaking(user: User, undertaking: Undertaking) -> Panel | None:
    """Signals tied to it, and how many more to its whole area."""
    if not access.may_manage(user):
        return None
    readable = access.observations_of(user).on_record()
    own = readable.filter(undertakings=undertaking)
    of_area = readable.filter(areas=undertaking.area).exclude(undertakings=undertaking) if undertaking.area else None
    rows, more = list(own.order_by("-happened_on", "-pk")[:SHOWN]), of_area.count() if of_area is not None else 0
    if not rows and not more:
        return None
    context = {"undertaking": undertaking, "observations": rows, "of_area": more}
    return Panel(_("Sygnały"), "observations/panel.html", context, weight=40)
