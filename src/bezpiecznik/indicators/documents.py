"""What this room prints: the half-yearly report. Registered with the documents room."""

from datetime import date

from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.documents import kinds
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.kinds import Kind, Wanted
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.indicators.material import draft_material, find_material
from bezpiecznik.indicators.report import half_year_report

KIND = DocumentKind.HALF_YEAR_REPORT


def register() -> None:
    kinds.register(KIND, Kind("SP", half_year_report, find=find_material, draft=draft_material, tabular=True))


def request_half_year_report(year: int, half: int, *, issued_on: date, by: User) -> Document:
    """Have the report made in the background. Raises Refused before all figures are final, and for the same twice."""
    already = _("Sprawozdanie z tych samych danych już sporządzono.")
    return documents.request_once(KIND, Wanted(year, half), already=already, issued_on=issued_on, by=by)


def reports_of(year: int, half: int) -> list[Document]:
    """Reports of the half-year, the latest first."""
    found = Document.objects.filter(kind=KIND, subject=f"half:{year}-{half}").without_snapshot()
    return list(found.order_by("-pk"))
