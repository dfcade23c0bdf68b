"""What the plan says about an institution: columns of its list and a part of its page."""

from itertools import groupby

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions import panels
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.access import may_divide
from bezpiecznik.plans.models import ProgrammeState, Responsibility, ResponsibilityRole


def count(role: ResponsibilityRole) -> Coalesce:
    """Duties of this role in programmes in force; a subquery, so that nothing is grouped."""
    duties = Responsibility.objects.in_force().filter(
        institution=OuterRef("pk"), role=role, undertaking__programme__state=ProgrammeState.IN_FORCE
    )
    counted = duties.order_by().values("institution").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


FIGURES = (
    panels.Figure(gettext_lazy("Odpowiada za"), "lead_duties", lambda: count(ResponsibilityRole.LEAD)),
    panels.Figure(gettext_lazy("Partner w"), "partner_duties", lambda: count(ResponsibilityRole.PARTNER)),
)


def duties_of(user: User, institution: Institution) -> panels.Panel | None:
    """Duties in programmes in force by area (initiatives come last), in the document's order."""
    duties = (
        Responsibility.objects.in_force()
        .filter(institution=institution, undertaking__programme__state=ProgrammeState.IN_FORCE)
        .select_related("undertaking__area", "undertaking__programme", "post")
        .order_by("-undertaking__programme__year_from", "undertaking__kind", "undertaking__area__no", "undertaking__no")
    )
    several = len({duty.undertaking.programme_id for duty in duties}) > 1
    groups = [(title, list(held)) for title, held in groupby(duties, key=lambda duty: _title(duty, several))]
    context = {"groups": groups, "divides": institution if may_divide(user, institution) else None}
    return panels.Panel(_("Zadania w programie"), "plans/_duties.html", context)


def _title(duty: Responsibility, several: bool) -> str:
    """The area, or the word for initiatives; with the years where several programmes are in force at once."""
    area, programme = duty.undertaking.area, duty.undertaking.programme
    title = str(area) if area else _("Programy realizowane przez jednostki")
    return f"{title} ({programme.year_from}–{programme.year_to})" if several else title
