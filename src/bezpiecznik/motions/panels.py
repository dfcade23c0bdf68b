"""Motions on the pages of an institution and of an undertaking, for those who may read them."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.panels import Panel
from bezpiecznik.motions import access, queries
from bezpiecznik.plans.models import Undertaking

SHOWN = 5


def of_institution(user: User, institution: Institution) -> Panel | None:
    if not access.may_enter(user):
        return None
    found = access.motions_of(user).filter(institution=institution).select_related("institution")
    shown = queries.cards(found.order_by("-pk")[:SHOWN])
    if not shown:
        return None
    return Panel(_("Wnioski do prezydenta"), "motions/panel.html", {"cards": shown}, weight=55)


def of_undertaking(user: User, undertaking: Undertaking) -> Panel | None:
    if not access.may_enter(user):
        return None
    about = queries.of_undertaking(undertaking).filter(pk__in=access.motions_of(user).values("pk"))
    shown = queries.cards(about[:SHOWN])
    if not shown:
        return None
    return Panel(_("Wnioski o tym działaniu"), "motions/panel.html", {"cards": shown}, weight=60)
