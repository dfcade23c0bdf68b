"""What the pages about institutions read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from bezpiecznik.core import clock
from bezpiecznik.core.collation import polish
from bezpiecznik.core.frozen import stamp_of
from bezpiecznik.core.search import matching
from bezpiecznik.institutions.models import (
    Alias,
    CollectiveMember,
    Contact,
    Holding,
    Institution,
    InstitutionQuerySet,
    Reporting,
)
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


@dataclass(frozen=True)
class Around:
    """What stands around an institution in the register, each in Polish order; all of it may be empty."""

    ancestors: list[Institution]
    children: list[Institution]
    reports_for: list[Institution]
    predecessors: list[Institution]
    merged: list[Institution]
    aliases: list[Alias]
    members: list[CollectiveMember]
    collectives: list[CollectiveMember]
    contact: Contact | None


def around(institution: Institution) -> Around:
    """Eight queries, and one for each step above the first parent."""
    related = Institution.objects.filter(
        Q(parent=institution) | Q(reports_through=institution) | Q(successor=institution) | Q(merged_into=institution)
    )
    rows = list(related.in_polish_order())
    days = (polish("institution__name"), "since", "pk")
    return Around(
        ancestors=institution.ancestors()[::-1],
        children=[row for row in rows if row.parent_id == institution.pk],
        reports_for=[row for row in rows if row.reports_through_id == institution.pk],
        predecessors=[row for row in rows if row.successor_id == institution.pk],
        merged=[row for row in rows if row.merged_into_id == institution.pk],
        aliases=list(institution.aliases.select_related("added_by").order_by(polish("text"))),
        members=list(institution.members.select_related("institution").order_by(*days)),
        collectives=list(institution.collectives.select_related("collective").order_by(polish("collective__name"))),
        contact=Contact.objects.filter(institution=institution).first(),
    )


@dataclass
class Branch:
    """A body with those below it."""

    institution: Institution
    below: list["Branch"] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(1 + branch.size for branch in self.below)


def tree() -> list[Branch]:
    """The whole register as a tree, in Polish order on each level; one query. A circle hangs below nobody."""
    rows = list(Institution.objects.active().in_polish_order())
    branches = {row.pk: Branch(row) for row in rows}
    roots: list[Branch] = []
    for row in rows:
        above = branches.get(row.parent_id) if row.parent_id else None
        (above.below if above else roots).append(branches[row.pk])
    return roots


def contacts(wanted: dict[str, Any]) -> QuerySet[Institution]:
    """Existing institutions with their contacts, by the cleaned values of `ContactFilter`."""
    found = Institution.objects.active().select_related("contact")
    if kind := wanted.get("kind"):
        found = found.filter(kind=kind)
    if lacks := wanted.get("lacks"):
        found = found.filter(Q(contact=None) | (Q(contact__e_delivery="") if lacks == "e_delivery" else Q(pk=None)))
    return matching(found, wanted.get("q", ""))


def people_of(institution: Institution) -> list[Holding]:
    """Posts of the institution held today, by the name of the person."""
    held = Holding.objects.current().filter(post__institution=institution).select_related("user", "post")
    return list(held.order_by("user__last_name", "user__first_name", "pk"))


def fingerprint(institution: Institution) -> str:
    """Changes with any value that the edit form shows; 16 hexadecimal digits."""
    values = [getattr(institution, name) for name in EDITED]
    return stamp_of(values)
