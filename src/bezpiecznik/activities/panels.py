"""What higher rooms show on the page of an activity (which reports it feeds), and what this room shows elsewhere."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import access, queries
from bezpiecznik.activities.models import Activity, ActivityQuerySet
from bezpiecznik.activities.states import ActivityKind
from bezpiecznik.core.panels import Panel, Registry
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking

__all__ = ["Panel", "of_institution", "of_undertaking", "panels", "register"]

_of_activity: Registry[User, Activity] = Registry()
register = _of_activity.register
panels = _of_activity.panels

SHOWN = 8


def of_undertaking(user: User, undertaking: Undertaking) -> Panel | None:
    """On the page of an action or initiative: sums, the newest ones, and months of a service."""
    if not access.may_enter(user):
        return None
    found = queries.of_undertaking(access.activities_of(user), undertaking)
    services = queries.by_month(found.filter(kind=ActivityKind.SERVICE))
    return _panel(found, {"undertaking": undertaking, "months": services[:12]})


def of_institution(user: User, institution: Institution) -> Panel | None:
    """On an institution's page."""
    if not access.may_enter(user):
        return None
    found = queries.of_institution(access.activities_of(user), institution)
    return _panel(found, {"institution": institution})


def _panel(found: ActivityQuerySet, context: dict[str, object]) -> Panel | None:
    newest = list(queries.with_links(found.standing()).order_by("-starts_on", "-pk")[:SHOWN])
    if not newest:
        return None
    figures = queries.figures(found)
    return Panel(
        _("Działalność"), "activities/panel.html", {**context, "activities": newest, "figures": figures}, weight=20
    )
