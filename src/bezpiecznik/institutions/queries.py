"""What the pages about institutions read."""

import json
from collections.abc import Callable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from bezpiecznik.core import clock
from bezpiecznik.core.frozen import digest
from bezpiecznik.core.search import matching
from bezpiecznik.institutions.models import Holding, Institution, InstitutionQuerySet, Reporting
from bezpiecznik.institutions.panels import FIGURES
from bezpiecznik.institutions.rights import Role

SUPPOSED = "supposed"
"""In the filter by kind: those whose kind nobody has confirmed."""
EXISTING: dict[str, Callable[[], Q]] = {
    "active": lambda: Q(dissolved_on=None) | Q(dissolved_on__gt=clock.today()),
    "dissolved": lambda: Q(dissolved_on__lte=clock.today()),
}
EDITED = ("abbr", "name", "kind", "own", "parent_id", "collective", "reporting", "reports_through_id")


def institutions(wanted: dict[str, Any]) -> QuerySet[Institution]:
    """Those that fit the filter's cleaned values (see `InstitutionFilter`), with all figures."""
    found = Institution.objects.living().select_related("reports_through", "parent", "successor")
    if existing := EXISTING.get(wanted.get("existing", "active")):
        found = found.filter(existing())
    if wanted.get("kind") == SUPPOSED:
        found = found.filter(supposed=True)
    elif kind := wanted.get("kind"):
        found = found.filter(kind=kind)
    if own := wanted.get("own"):
        found = found.filter(own=own == "own")
    if shape := wanted.get("shape"):
        found = found.filter(collective=shape == "collective")
    if parent := wanted.get("parent"):
        found = found.filter(parent=parent)
    if reporting := wanted.get("reporting"):
        found = found.filter(reporting=reporting)
    if wanted.get("reporter") == "none":
        found = found.filter(pk__in=without_reporter())
    figures = {figure.name: figure.expression() for figure in FIGURES}
    return matching(found, wanted.get("q", "")).annotate(**figures)


def without_reporter() -> InstitutionQuerySet:
    """Institutions that report themselves, and nobody in them may write a report today."""
    reporters = Holding.objects.current().filter(post__role=Role.REPORTER, post__institution=OuterRef("pk"))
    return Institution.objects.active().filter(~Exists(reporters), reporting=Reporting.ITSELF)


def people_of(institution: Institution) -> list[Holding]:
    """Posts of the institution held today, by the name of the person."""
    held = Holding.objects.current().filter(post__institution=institution).select_related("user", "post")
    return list(held.order_by("user__last_name", "user__first_name", "pk"))


def fingerprint(institution: Institution) -> str:
    """Changes with any value that the edit form shows; 16 hexadecimal digits."""
    values = [getattr(institution, name) for name in EDITED]
    return digest(json.dumps(values, ensure_ascii=False))[:16]
