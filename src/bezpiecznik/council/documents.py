"""What this room prints: draft resolutions, letters to the council, the chapter of the report on the state."""

from django.db.models import Q
from django.utils.translation import gettext as _

from bezpiecznik.council.models import Matter
from bezpiecznik.council.papers import texts
from bezpiecznik.council.papers.material import resolution_material, state_material, subject_of, submission_material
from bezpiecznik.council.papers.resolution import resolution_content
from bezpiecznik.council.papers.state_report import state_report
from bezpiecznik.council.papers.submission import submission_content
from bezpiecznik.council.papers.threats import threat_assessment
from bezpiecznik.council.papers.threats_material import draft_of_threats, find_threats
from bezpiecznik.council.states import WITHOUT_RESOLUTION
from bezpiecznik.documents import kinds
from bezpiecznik.documents.access import LIMITS
from bezpiecznik.documents.kinds import KINDS, Kind, Material, NotReady, Wanted, kept_material
from bezpiecznik.documents.models import Document, DocumentKind, DocumentQuerySet
from bezpiecznik.institutions.access import Visitor
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.scopes import scope_of

RESOLUTION, SUBMISSION, STATE = texts.RESOLUTION, texts.SUBMISSION, texts.STATE


def within_programmes(user: Visitor, right: Right, documents: DocumentQuerySet) -> DocumentQuerySet:
    """Without papers and assessments of programmes over which the person does not hold the right."""
    scope = scope_of(user, right)
    if scope.everything:
        return documents
    matters = [subject_of(matter) for matter in scope.narrow(Matter.objects.all())]
    programmes = [f"programme:{key}" for key in scope.keys]
    documents = documents.exclude(~Q(subject__in=matters), kind__in=(RESOLUTION, SUBMISSION, STATE))
    return documents.exclude(~Q(subject__in=programmes), kind=texts.THREATS)


def register() -> None:
    LIMITS.append(within_programmes)
    texts.declare()
    kinds.register(
        RESOLUTION, Kind("PU", resolution_content, find=find_resolution, draft=draft_of_resolution, public=True)
    )
    kinds.register(
        SUBMISSION, Kind("PR", submission_content, find=find_submission, draft=draft_of_submission, public=True)
    )
    kinds.register(STATE, Kind("IS", state_report, find=find_state, draft=draft_of_state, public=True))
    kinds.register(texts.THREATS, Kind("OZ", threat_assessment, find=find_threats, draft=draft_of_threats, public=True))


def find_resolution(wanted: Wanted) -> Material:
    """The draft resolution that was made. Raises NotReady, with a sentence, where there is not one."""
    return _made(_matter(wanted).draft, _("Projektu uchwały jeszcze nie sporządzono."))


def draft_of_resolution(wanted: Wanted) -> Material:
    """The draft resolution as it would be made today. Raises NotReady for what the council only hears."""
    matter = _matter(wanted)
    if not matter.needs_resolution:
        raise NotReady(_("Tę informację rada tylko wysłuchuje: uchwały się nie projektuje."))
    return resolution_material(matter, draft=True)


def find_submission(wanted: Wanted) -> Material:
    return _made(_matter(wanted).letter, _("Pisma do rady jeszcze nie sporządzono."))


def draft_of_submission(wanted: Wanted) -> Material:
    return submission_material(_matter(wanted), [_("dokument, który idzie do rady")])


def find_state(wanted: Wanted) -> Material:
    """Out of the year's finished evidence, as the yearly report is. Raises NotReady before that."""
    return state_material(KINDS[DocumentKind.ANNUAL_REPORT].find(wanted).snapshot)


def draft_of_state(wanted: Wanted) -> Material:
    return state_material(KINDS[DocumentKind.ANNUAL_REPORT].draft(wanted).snapshot)


def _matter(wanted: Wanted) -> Matter:
    """The matter named by its subject, else the last one of the year that has a resolution. Raises NotReady."""
    found = Matter.objects.standing().filter(year=wanted.year).select_related("programme", "report", "draft", "letter")
    if wanted.programme:
        found = found.filter(programme=wanted.programme)
    if wanted.subject:
        key = wanted.subject.removeprefix("matter:")
        found = found.filter(pk=int(key)) if key.isdecimal() else found.none()
    else:
        found = found.exclude(kind__in=WITHOUT_RESOLUTION)
    chosen = found.order_by("-pk").first()
    if chosen is None:
        raise NotReady(_("Za rok %(year)s nie założono takiej sprawy dla rady.") % {"year": wanted.year})
    return chosen


def _made(document: Document | None, why_not: str) -> Material:
    if document is None:
        raise NotReady(why_not)
    return kept_material(document)
