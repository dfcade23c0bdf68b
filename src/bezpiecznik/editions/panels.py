"""On the page of an action: what it was in the former programme and what became of it in the next one."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.editions.queries import beside, line_of
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans import panels
from bezpiecznik.plans.models import Undertaking
from bezpiecznik.plans.panels import Panel


def register() -> None:
    panels.register(line_of_programmes)


def line_of_programmes(user: User, undertaking: Undertaking) -> Panel | None:
    """None where no adopted edition speaks of it; grades only for those who may read them."""
    line = line_of(undertaking)
    if not (line.ancestors or line.successors or line.gone):
        return None
    grades = beside(line.ancestors) if rights_of(user).has(Right.READ_GRADES) else {}
    context = {
        "ancestors": [(fate, grades[fate.undertaking_id].grades if grades else ()) for fate in line.ancestors],
        "successors": line.successors,
        "gone": line.gone,
    }
    return Panel(_("W innych programach"), "editions/_line.html", context, weight=45)
