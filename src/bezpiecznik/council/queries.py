"""Reads of matters for the council: the list, the document that goes, the year before, days that press."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from bezpiecznik.commission.models import CommissionReport
from bezpiecznik.commission.states import ReportState
from bezpiecznik.core.search import matching
from bezpiecznik.council.models import Matter, MatterQuerySet
from bezpiecznik.council.states import MatterKind
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.editions.documents import subject_of
from bezpiecznik.editions.models import Edition
from bezpiecznik.editions.states import EditionState
from bezpiecznik.evaluation.models import Evidence
from bezpiecznik.plans.models import StatutoryDate

DOCUMENTS = {
    MatterKind.PROGRAMME_REPORT: DocumentKind.ANNUAL_REPORT,
    MatterKind.COMMISSION_REPORT: DocumentKind.COMMISSION_REPORT,
    MatterKind.STATE_REPORT: DocumentKind.STATE_REPORT,
    MatterKind.PROGRAMME: DocumentKind.DRAFT_PROGRAMME,
}
"""Which document goes to the council in a matter of each kind."""
DUE = {
    MatterKind.COMMISSION_REPORT: "commission-report",
    MatterKind.STATE_REPORT: "report-on-state",
}
"""Which statutory date (its slug) presses."""


def listed(matters: MatterQuerySet, wanted: dict[str, Any]) -> MatterQuerySet:
    """Those that fit the filter's cleaned values (`q`, `kind`, `state`, `year`)."""
    for name in ("kind", "state", "year"):
        if value := wanted.get(name):
            matters = matters.filter(**{name: value})
    papers = ("report", "draft", "letter")
    found = matters.select_related("programme", *papers).defer(*(f"{paper}__snapshot" for paper in papers))
    return matching(found, wanted.get("q") or "")


def years() -> list[int]:
    return list(Matter.objects.order_by("-year").values_list("year", flat=True).distinct())


def former_of(matters: MatterQuerySet, kind: str, year: int) -> Matter | None:
    """Of these, the same matter of the latest year before; also of an earlier edition of the programme."""
    found = matters.standing().filter(kind=kind, year__lt=year).select_related("report", "draft")
    return found.order_by("-year", "-pk").first()


def report_for(matter: Matter) -> Document | None:
    """The latest document of the year that goes to the council in this matter."""
    found = Document.objects.filter(kind=DOCUMENTS[MatterKind(matter.kind)], year=matter.year)
    if matter.kind == MatterKind.PROGRAMME_REPORT:
        own = Evidence.objects.filter(evaluation__programme=matter.programme_id, evaluation__year=matter.year)
        found = found.filter(snapshot_sha256__in=own.values("sha256"))
    if matter.kind == MatterKind.COMMISSION_REPORT:
        approved = CommissionReport.objects.exclude(state=ReportState.DRAFT)  # an approval may be taken back
        found = found.filter(pk__in=approved.values("document"))
    if matter.kind == MatterKind.PROGRAMME:
        going_on = Edition.objects.filter(former=matter.programme_id).exclude(state=EditionState.ABANDONED)
        found = found.filter(subject__in=[subject_of(edition) for edition in going_on])
    if matter.kind == MatterKind.STATE_REPORT:
        found = found.filter(subject=f"matter:{matter.pk}")
    return found.without_snapshot().order_by("-pk").first()


def what_is_missing(matter: Matter) -> str:
    """What has to be made first, and where."""
    return {
        MatterKind.PROGRAMME_REPORT: _("Najpierw zakończ ocenę roku i sporządź sprawozdanie roczne (strona „Ocena”)."),
        MatterKind.COMMISSION_REPORT: _("Najpierw zatwierdź sprawozdanie Komisji (strona „Komisja”)."),
        MatterKind.STATE_REPORT: _("Najpierw sporządź informację z zakończonej oceny roku."),
        MatterKind.PROGRAMME: _("Najpierw sporządź dokument z projektem programu (strona „Edycje”)."),
    }[MatterKind(matter.kind)]


def due_on(kind: str, year: int) -> date | None:
    """The statutory day for a matter about this year, as the table of statutory dates has it; None: there is none."""
    slug = DUE.get(MatterKind(kind))
    row = StatutoryDate.objects.active().filter(slug=slug).first() if slug else None
    if row is None or row.month is None or row.day is None:
        return None
    return date(year + 1, row.month, row.day)
