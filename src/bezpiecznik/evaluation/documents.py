"""What this room prints: the yearly report to the council. Registered with the documents room."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.documents import kinds
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.access import LIMITS
from bezpiecznik.documents.kinds import Kind, Material, NotReady, Wanted
from bezpiecznik.documents.models import Document, DocumentKind, DocumentQuerySet
from bezpiecznik.documents.queries import of_snapshot
from bezpiecznik.evaluation.models import Evaluation, Evidence
from bezpiecznik.evaluation.preview import draft_of_year
from bezpiecznik.evaluation.report import annual_report
from bezpiecznik.institutions.access import Visitor
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.scopes import scope_of
from bezpiecznik.reporting.refusals import Refused

KIND = DocumentKind.ANNUAL_REPORT


def within_programmes(user: Visitor, right: Right, documents: DocumentQuerySet) -> DocumentQuerySet:
    """Without the yearly reports of programmes over which the person does not hold the right."""
    scope = scope_of(user, right)
    if scope.everything:
        return documents
    own = Evidence.objects.filter(evaluation__programme__in=scope.keys).values("sha256")
    return documents.exclude(~Q(snapshot_sha256__in=own), kind=KIND)


def register() -> None:
    LIMITS.append(within_programmes)
    kinds.register(KIND, Kind(prefix="SR", build=annual_report, find=find_material, draft=draft_of_year))


def find_material(wanted: Wanted) -> Material:
    """The evidence of the finished evaluation of a year. Raises NotReady, with a sentence, where there is not one."""
    year = wanted.year
    finished = Evidence.objects.filter(evaluation__year=year).select_related("evaluation")
    if wanted.programme is not None:
        finished = finished.filter(evaluation__programme=wanted.programme)
    found = list(finished)
    if not found:
        raise NotReady(_("Ocena za rok %(year)s nie jest zakończona.") % {"year": year})
    if len(found) > 1:
        raise NotReady(_("Rok %(year)s oceniono w kilku programach; wskaż program.") % {"year": year})
    return material_of(found[0])


def material_of(evidence: Evidence) -> Material:
    year = evidence.evaluation.year
    title = f"Sprawozdanie roczne z realizacji programu za rok {year}"
    return Material(year, evidence.content, title)


def reports_of(evaluation: Evaluation) -> list[Document]:
    """Reports made of this evaluation's evidence, the latest first; none while it is not finished."""
    evidence = Evidence.objects.filter(evaluation=evaluation).only("sha256").first()
    return list(of_snapshot(KIND, evidence.sha256).without_snapshot()) if evidence else []


@transaction.atomic
def request_annual_report(evaluation: Evaluation, *, issued_on: date, by: User) -> Document:
    """Have the yearly report made in the background. Raises Refused before the end, and for a second report."""
    held = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    if held.is_draft:
        raise Refused(_("Sprawozdanie powstaje z zakończonej oceny. Najpierw zakończ ocenę."))
    if reports_of(held):
        raise Refused(_("Sprawozdanie z tej oceny już sporządzono."))
    material = material_of(held.evidence)
    return documents.request_document(KIND, material, issued_on=issued_on, by=by)
