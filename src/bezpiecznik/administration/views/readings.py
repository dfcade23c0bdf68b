"""Who opened pages with sensitive content."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bezpiecznik.administration.journal_forms import ReadingFilter
from bezpiecznik.administration.journal_lines import READING_COLUMNS, readings
from bezpiecznik.core import reading
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.core.retention import ACCESS_DAYS
from bezpiecznik.institutions.access import require_journal
from bezpiecznik.institutions.http import Request

ORDERS = {"at": ("pk",)}
MOST_IN_A_TABLE = 10_000


@require_safe
def index(request: Request) -> HttpResponse:
    require_journal(request.user)
    form = ReadingFilter(request.GET)
    found = readings(form.wanted())
    if file_format := asked_format(request):
        reading.note(request, _("Odczyty jako plik"))
        rows = found.order_by("-pk")[:MOST_IN_A_TABLE]
        return export(rows, READING_COLUMNS, name=_("odczyty"), file_format=file_format)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="-at"),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
        "days": ACCESS_DAYS.value(),
        "most": MOST_IN_A_TABLE,
    }
    return answer(request, "administration/readings.html", context, part="rows")
