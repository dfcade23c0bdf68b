"""What the pages of the plan read."""

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q
from django.utils.translation import gettext as _

from bezpiecznik.core import clock, fieldhistory
from bezpiecznik.core.fieldhistory import Change
from bezpiecznik.core.polish import search_text
from bezpiecznik.core.search import holds, matching
from bezpiecznik.institutions.models import Institution, InstitutionQuerySet
from bezpiecznik.plans.models import (
    Area,
    Goal,
    Programme,
    Provision,
    ProvisionKind,
    Responsibility,
    ResponsibilityRole,
    Supplement,
    Undertaking,
    UndertakingQuerySet,
)
from bezpiecznik.resolution import UnreadableDocument, open_document

OPEN_ENDED = "open"
CODE = re.compile(r"\s*(\d{1,3})\.(\d{1,4})\.?\s*")


@dataclass(frozen=True)
class Contents:
    """All that the programme says besides its actions."""

    goals: list[Goal]
    forms: list[Provision]
    participants: list[Provision]
    commission_tasks: list[Provision]
    areas: list[Area]
    initiative_count: int


def contents(programme: Programme) -> Contents:
    """The programme's own text, in four queries; each area carries `action_count`."""
    provisions = list(programme.provisions.all())

    def of(kind: ProvisionKind) -> list[Provision]:
        return [provision for provision in provisions if provision.kind == kind]

    return Contents(
        goals=list(programme.goals.all()),
        forms=of(ProvisionKind.FORM),
        participants=of(ProvisionKind.PARTICIPANT),
        commission_tasks=of(ProvisionKind.COMMISSION_TASK),
        areas=list(programme.areas.annotate(action_count=Count("actions", filter=in_force_through("actions__")))),
        initiative_count=Undertaking.objects.initiatives().in_force().filter(programme=programme).count(),
    )


def in_force_through(through: str) -> Q:
    """Undertakings in the programme today, as a condition on rows that reach them."""
    withdrawn, added = f"{through}withdrawn_on", f"{through}added_by"
    today = clock.today()
    stands = Q(**{withdrawn: None}) | Q(**{f"{withdrawn}__gt": today})
    return stands & (Q(**{added: None}) | Q(**{f"{added}__effective_on__lte": today}))


def changes_of(programme: Programme) -> list[Change]:
    """Changes of the programme's title and main goal, and of headings of its areas, newest first."""
    own = fieldhistory.changes(programme, "title", "main_goal")
    headings = fieldhistory.changes_among(
        Area, "official_name", named=lambda area: _("obszar %(no)s") % {"no": area.no}, programme_id=programme.pk
    )
    return sorted([*own, *headings], key=lambda change: change.at, reverse=True)


def with_duties(undertakings: UndertakingQuerySet) -> UndertakingQuerySet:
    """Each with its area, and with lists `leads` and `partners` of duties in force, in the document's order."""
    return undertakings.select_related("area", "added_by").prefetch_related(
        _duties(ResponsibilityRole.LEAD, "leads"), _duties(ResponsibilityRole.PARTNER, "partners")
    )


def with_leads(undertakings: UndertakingQuerySet) -> UndertakingQuerySet:
    """Each with its area, its list `leads` of duties in force, and what the office says beside the resolution."""
    return undertakings.select_related("area").prefetch_related(
        _duties(ResponsibilityRole.LEAD, "leads"), Prefetch("supplements", Supplement.objects.select_related("goal"))
    )


def _duties(role: ResponsibilityRole, name: str) -> Prefetch:  # type: ignore[type-arg]
    """Duties in force of this role, with their institutions, as a list of this name."""
    found = Responsibility.objects.filter(shown_duties(), role=role).select_related("institution")
    return Prefetch("responsibilities", found, to_attr=name)


def shown_duties() -> Q:
    """Duties in force, those that begin later, and those that ended only because their undertaking was withdrawn."""
    return Q(until=None) | Q(until__gt=clock.today()) | Q(ended_by=F("undertaking__withdrawn_by"))


def duties_of(undertaking: Undertaking) -> dict[str, list[Responsibility]]:
    """Duties in force, in the document's order: `leads` and `partners`; of what was withdrawn, the last ones."""
    duties = list(undertaking.responsibilities.filter(shown_duties()).select_related("institution"))
    return {
        "leads": [duty for duty in duties if duty.role == ResponsibilityRole.LEAD],
        "partners": [duty for duty in duties if duty.role == ResponsibilityRole.PARTNER],
    }


def actions(programme: Programme, wanted: dict[str, Any]) -> UndertakingQuerySet:
    """Actions of the programme that fit the filter's cleaned values (`q`, `area`, `institution`, `role`)."""
    found = with_duties(Undertaking.objects.actions().filter(programme=programme))
    if area := wanted.get("area"):
        found = found.filter(area=area)
    return _searched(_with_duty(found, wanted), wanted.get("q", ""))


def initiatives(programme: Programme, wanted: dict[str, Any]) -> UndertakingQuerySet:
    """Initiatives that fit the filter's cleaned values (`q`, `institution`, `term`, `audience`)."""
    found = with_duties(Undertaking.objects.initiatives().filter(programme=programme))
    if term := wanted.get("term"):
        found = found.filter(open_ended=True) if term == OPEN_ENDED else _lasting_in(found, term)
    if audience := wanted.get("audience"):
        found = found.filter(pk__in=_for_audience(found, audience))
    return _searched(_with_duty(found, wanted), wanted.get("q", ""))


def _with_duty(found: UndertakingQuerySet, wanted: dict[str, Any]) -> UndertakingQuerySet:
    institution, role = wanted.get("institution"), wanted.get("role")
    if not (institution or role):
        return found
    duties = Responsibility.objects.filter(shown_duties(), undertaking=OuterRef("pk"))
    duties = duties.filter(institution=institution) if institution else duties
    return found.filter(Exists(duties.filter(role=role) if role else duties))


def _searched(found: UndertakingQuerySet, query: str) -> UndertakingQuerySet:
    """By words, or by the number that people write on the margin: `3.13`."""
    if code := CODE.fullmatch(query):
        return found.filter(area__no=int(code[1]), no=int(code[2]))
    return matching(found, query)


def _lasting_in(found: UndertakingQuerySet, year: str) -> UndertakingQuerySet:
    """Terms are kept as `2021`, `2021-03` or `2021-03-18`: their order as text is their order in time."""
    begun = Q(term_from="") | Q(term_from__lte=f"{year}-12-31")
    return found.filter(begun, Q(open_ended=True) | Q(term_to="") | Q(term_to__gte=year))


def _for_audience(found: UndertakingQuerySet, words: str) -> list[int]:
    audiences = found.values_list("pk", "audience")
    return [pk for pk, audience in audiences if holds(search_text(audience), words)]


def institutions_of(programme: Programme) -> InstitutionQuerySet:
    """Institutions with a duty in this programme, in Polish order."""
    duties = Responsibility.objects.filter(shown_duties(), undertaking__programme=programme)
    return Institution.objects.filter(pk__in=duties.values("institution")).in_polish_order()


def neighbours(undertaking: Undertaking) -> tuple[Undertaking | None, Undertaking | None]:
    """The one before and the one after it in the same area, or among the initiatives."""
    same = Undertaking.objects.select_related("area").filter(
        programme=undertaking.programme_id, kind=undertaking.kind, area=undertaking.area_id
    )
    before = same.filter(no__lt=undertaking.no).order_by("-no").first()
    return before, same.filter(no__gt=undertaking.no).order_by("no").first()


@dataclass(frozen=True)
class Line:
    no: int
    text: str


def source_lines(programme: Programme) -> list[Line]:
    """Lines of the resolution's document, numbered as the places of its parts are; empty where there is no text."""
    try:
        text = _source_text(programme)
    except (UnreadableDocument, FileNotFoundError):
        return []
    return [Line(no, line.strip()) for no, line in enumerate(text.split("\n"), start=1)] if text else []


def _source_text(programme: Programme) -> str:
    if programme.source_text:
        return programme.source_text.read().decode()
    return open_document(programme.source.read()).text if programme.source else ""


def kind_of_unit() -> str:
    """What the latest programme says of the kind of its local government; blank where it says nothing."""
    return Programme.objects.exclude(unit_kind="").order_by("-pk").values_list("unit_kind", flat=True).first() or ""


def names_of_units() -> list[str]:
    """Local governments whose programmes are here: what a guesser tries first as a password."""
    return list(Programme.objects.order_by().values_list("unit", flat=True).distinct())
