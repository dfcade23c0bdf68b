"""What the plan says about an institution: columns of its list and a part of its page."""

from itertools import groupby

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions import panels
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Responsibility, ResponsibilityRole


def count(role: ResponsibilityRole) -> Coalesce:
    """Duties in force of this role, in all editions that the house keeps; a subquery, so that nothing is grouped."""
    duties = Responsibility.objects.in_force().filter(institution=OuterRef("pk"), role=role)
    counted = duties.order_by().values("institution").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


FIGURES = (
    panels.Figure(gettext_lazy("Odpowiada za"), "lead_duties", lambda: count(ResponsibilityRole.LEAD)),
    panels.Figure(gettext_lazy("Partner w"), "partner_duties", lambda: count(ResponsibilityRole.PARTNER)),
)


def duties_of(_user: User, institution: Institution) -> panels.Panel | None:
    """Duties of the institution by area (initiatives come last), in the document's order."""
    duties = (
        Responsibility.objects.in_force()
        .filter(institution=institution)
        .select_related("undertaking__area", "undertaking__programme")
        .order_by("-undertaking__programme__year_from", "undertaking__area__no", "undertaking__no", "role")
    )
    initiatives = [duty for duty in duties if duty.undertaking.area is None]
    in_areas = (duty for duty in duties if duty.undertaking.area is not None)
    groups = [(str(area), list(held)) for area, held in groupby(in_areas, key=lambda duty: duty.undertaking.area)]
    if initiatives:
        groups.append((_("Programy realizowane przez jednostki"), initiatives))
    return panels.Panel(_("Zadania w programie"), "plans/_duties.html", {"groups": groups, "total": len(duties)})
