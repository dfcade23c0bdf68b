"""What this room prints, out of one evidence: the yearly report to the council and its annex of cards."""

from dataclasses import replace
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.documents import kinds
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.access import LIMITS
from bezpiecznik.documents.kinds import Kind, Material, NotReady, Wanted
from bezpiecznik.documents.models import Document, DocumentKind, DocumentQuerySet
from bezpiecznik.documents.queries import of_snapshot
from bezpiecznik.evaluation.models import Evaluation, Evidence
from bezpiecznik.evaluation.preview import draft_of_year
from bezpiecznik.evaluation.report import annual_report, evaluation_annex
from bezpiecznik.institutions.access import Visitor
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.scopes import scope_of
from bezpiecznik.reporting.refusals import Refused

KIND, CARDS = DocumentKind.ANNUAL_REPORT, DocumentKind.EVALUATION_ANNEX
TITLES = {
    KIND: "Sprawozdanie roczne z realizacji programu za rok {year}",
    CARDS: "Karty oceny działań za rok {year}",
}


def within_programmes(user: Visitor, right: Right, documents: DocumentQuerySet) -> DocumentQuerySet:
    """Without the yearly reports and cards of programmes over which the person does not hold the right."""
    scope = scope_of(user, right)
    if scope.everything:
        return documents
    own = Evidence.objects.filter(evaluation__programme__in=scope.keys).values("sha256")
    return documents.exclude(~Q(snapshot_sha256__in=own), kind__in=(KIND, CARDS))


def register() -> None:
    LIMITS.append(within_programmes)
    kinds.register(
        KIND, Kind("SR", build=annual_report, find=find_material, draft=draft_of_year, tabular=True, public=True)
    )
    kinds.register(
        CARDS, Kind("KO", build=evaluation_annex, find=find_cards, draft=draft_of_cards, tabular=True, public=True)
    )


def find_cards(wanted: Wanted) -> Material:
    """The same evidence, to be printed as cards. Raises NotReady."""
    return _as_cards(find_material(wanted))


def draft_of_cards(wanted: Wanted) -> Material:
    """Cards of a year that is not finished. Raises NotReady."""
    found = _as_cards(draft_of_year(wanted))
    return replace(found, title=f"Projekt: {found.title[0].lower()}{found.title[1:]}")


def _as_cards(material: Material) -> Material:
    return replace(material, title=TITLES[CARDS].format(year=material.year))


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


def material_of(evidence: Evidence, kind: DocumentKind = KIND) -> Material:
    year = evidence.evaluation.year
    return Material(year, evidence.content, TITLES[kind].format(year=year))


def reports_of(evaluation: Evaluation, kind: DocumentKind = KIND) -> list[Document]:
    """Documents made of this evaluation's evidence, the latest first; none, and no query, while it is a draft."""
    if evaluation.is_draft:
        return []
    evidence = Evidence.objects.filter(evaluation=evaluation).only("sha256").first()
    return list(of_snapshot(kind, evidence.sha256).without_snapshot()) if evidence else []


@transaction.atomic
def request_annual_report(evaluation: Evaluation, *, issued_on: date, by: User) -> Document:
    """Have the yearly report made in the background. Raises Refused before the end, and for a second report."""
    return _request(evaluation, KIND, issued_on=issued_on, by=by)


@transaction.atomic
def request_cards(evaluation: Evaluation, *, issued_on: date, by: User) -> Document:
    """Have the cards of actions made in the background. Raises Refused before the end, and for second cards."""
    return _request(evaluation, CARDS, issued_on=issued_on, by=by)


def _request(evaluation: Evaluation, kind: DocumentKind, *, issued_on: date, by: User) -> Document:
    held = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    if held.is_draft:
        raise Refused(_("Ten dokument powstaje z zakończonej oceny. Najpierw zakończ ocenę."))
    if reports_of(held, kind):
        raise Refused(_("Ten dokument z tej oceny już sporządzono."))
    if issued_on.year <= held.year:
        raise Refused(_("Ten dokument ma datę po końcu roku %(year)s, którego dotyczy.") % {"year": held.year})
    if issued_on > clock.today():
        raise Refused(_("Tego dnia jeszcze nie było."))
    material = material_of(held.evidence, kind)
    return documents.request_document(kind, material, issued_on=issued_on, by=by)
