"""What this half of the room prints: the yearly report and requests for information."""

from django.utils.translation import gettext as _

from bezpiecznik.commission.models import CommissionReport, InformationRequest
from bezpiecznik.commission.queries.composition import the_commission
from bezpiecznik.commission.queries.yearly import year_of
from bezpiecznik.commission.report import commission_report
from bezpiecznik.commission.request_letter import frozen, request_letter
from bezpiecznik.commission.states import ReportState
from bezpiecznik.core import clock
from bezpiecznik.core.frozen import as_text
from bezpiecznik.documents import kinds
from bezpiecznik.documents.kinds import Kind, Material, NotReady, Wanted, kept_material
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.institutions.rights import Right

REPORT = DocumentKind.COMMISSION_REPORT
REQUEST = DocumentKind.INFORMATION_REQUEST


def register() -> None:
    kinds.register(
        REPORT,
        Kind("SK", commission_report, find=find_report, draft=draft_of_report, public=True, standing=standing),
    )
    kinds.register(
        REQUEST,
        Kind(
            "ZI", request_letter, find=find_request, draft=draft_of_request, right=Right.READ_COMMISSION, own_list=True
        ),
    )


def standing(document: Document) -> str:
    """Why a report of the Commission no longer holds: its approval was taken back, and another may have been made."""
    if CommissionReport.objects.filter(document=document).exclude(state=ReportState.DRAFT).exists():
        return ""
    return _("Zatwierdzenie tego sprawozdania cofnięto.")


def find_report(wanted: Wanted) -> Material:
    """The approved report of the year. Raises NotReady, with a sentence, before that."""
    found = CommissionReport.objects.filter(year=wanted.year).exclude(document=None).exclude(state=ReportState.DRAFT)
    report = found.select_related("document").order_by("-pk").first()
    if report is None or report.document is None:
        words = {"year": wanted.year}
        raise NotReady(_("Sprawozdania z działalności Komisji za rok %(year)s nie zatwierdzono.") % words)
    return kept_material(report.document)


def draft_of_report(wanted: Wanted) -> Material:
    """The year as it is known today. Raises NotReady where there is no Commission."""
    commission = the_commission()
    if commission is None:
        raise NotReady(_("Nie wpisano jeszcze Komisji."))
    report = CommissionReport.objects.filter(commission=commission, year=wanted.year).first()
    today = clock.today()
    return material_of_report(year_of(commission, wanted.year, report=report, chair_on=today) | {"draft": True})


def material_of_report(year: dict[str, object]) -> Material:
    number = int(str(year["year"]))
    return Material(number, as_text(year), title_of(number))


def title_of(year: int) -> str:
    return f"Sprawozdanie z działalności Komisji Bezpieczeństwa i Porządku za rok {year}"


def find_request(wanted: Wanted) -> Material:
    """The request named by its subject, else the last one numbered in the year. Raises NotReady."""
    found = InformationRequest.objects.filter(document__year=wanted.year).select_related("document")
    if wanted.subject:
        found = found.filter(document__subject=wanted.subject)
    request = found.order_by("-document").first()
    if request is None or request.document is None:
        raise NotReady(_("W roku %(year)s nie ma takiego żądania informacji.") % {"year": wanted.year})
    return kept_material(request.document)


def draft_of_request(wanted: Wanted) -> Material:
    """The last draft, as it would be sent today. Raises NotReady where there is none."""
    request = InformationRequest.objects.filter(document=None).select_related("commission").order_by("-pk").first()
    if request is None:
        raise NotReady(_("Nie ma też projektu żądania informacji."))
    today = clock.today()
    data = frozen(request, asked_on=today, due_on=request.due_on or today, case_sign="")
    return Material(wanted.year, as_text(data), f"Żądanie informacji – {request.subject}")
