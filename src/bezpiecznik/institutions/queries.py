"""What the pages about institutions read."""

import json
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from bezpiecznik.core.frozen import digest
from bezpiecznik.core.search import matching
from bezpiecznik.institutions.models import Holding, Institution, InstitutionQuerySet, Reporting
from bezpiecznik.institutions.panels import FIGURES
from bezpiecznik.institutions.rights import Role

EDITED = ("abbr", "name", "collective", "reporting", "reports_through_id")


def institutions(wanted: dict[str, Any]) -> QuerySet[Institution]:
    """Those that fit the filter's cleaned values (`q`, `kind`, `reporting`, `reporter`), with all figures."""
    found = Institution.objects.select_related("reports_through")
    if kind := wanted.get("kind"):
        found = found.filter(collective=kind == "collective")
    if reporting := wanted.get("reporting"):
        found = found.filter(reporting=reporting)
    if wanted.get("reporter") == "none":
        found = found.filter(pk__in=without_reporter())
    figures = {figure.name: figure.expression() for figure in FIGURES}
    return matching(found, wanted.get("q", "")).annotate(**figures)


def without_reporter() -> InstitutionQuerySet:
    """Institutions that report themselves, and nobody in them may write a report today."""
    reporters = Holding.objects.current().filter(post__role=Role.REPORTER, post__institution=OuterRef("pk"))
    return Institution.objects.filter(~Exists(reporters), reporting=Reporting.ITSELF)


def people_of(institution: Institution) -> list[Holding]:
    """Posts of the institution held today, by the name of the person."""
    held = Holding.objects.current().filter(post__institution=institution).select_related("user", "post")
    return list(held.order_by("user__last_name", "user__first_name", "pk"))


def fingerprint(institution: Institution) -> str:
    """Changes with any value that the edit form shows; 16 hexadecimal digits."""
    values = [getattr(institution, name) for name in EDITED]
    return digest(json.dumps(values, ensure_ascii=False))[:16]
