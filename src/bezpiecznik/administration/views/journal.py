"""The journal as sentences, one line of it, the receipt of its end, and the check of everything."""

from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bezpiecznik.administration.journal_forms import JournalFilter
from bezpiecznik.administration.journal_lines import JOURNAL_COLUMNS, in_words, journal_lines
from bezpiecznik.core import clock, journal, reading, verification
from bezpiecznik.core.identity import OFFICE_NAME, UNIT_NAME
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.models import JournalEntry, Verification
from bezpiecznik.core.parts import answer
from bezpiecznik.core.retention import JOURNAL_DAYS, as_json_line
from bezpiecznik.institutions.access import require_journal
from bezpiecznik.institutions.http import Request

ORDERS = {"at": ("pk",)}
MOST_IN_A_TABLE = 10_000
"""Lines of the journal in one CSV or XLSX; as JSON lines the whole of it is given."""
CHUNK = 2_000


@require_safe
def index(request: Request) -> HttpResponseBase:
    require_journal(request.user)
    form = JournalFilter(request.GET)
    found = journal_lines(form.wanted())
    if request.GET.get("export") == "jsonl":
        return _json_lines(request, found)
    if file_format := asked_format(request):
        reading.note(request, _("Dziennik jako plik"))
        rows = found.order_by("-pk")[:MOST_IN_A_TABLE]
        return export(rows, JOURNAL_COLUMNS, name=_("dziennik"), file_format=file_format)
    rows_here = listing(request, found, orders=ORDERS, default="-at")
    context = {
        "listing": rows_here,
        "lines": in_words(request.user, rows_here.page),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
        "most": MOST_IN_A_TABLE,
        "head": journal.head(),
        "last_check": Verification.objects.first(),
    }
    return answer(request, "administration/journal.html", context, part="rows")


def _json_lines(request: Request, found: Any) -> StreamingHttpResponse:
    reading.note(request, _("Dziennik jako plik"))
    lines = (as_json_line(entry) for entry in found.order_by("pk").iterator(CHUNK))
    response = StreamingHttpResponse(lines, content_type="application/x-ndjson; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="dziennik.jsonl"'
    return response


@require_safe
def line(request: Request, pk: int) -> HttpResponse:
    """Everything about one line: its details, its seal, and the lines beside it."""
    require_journal(request.user)
    entry = get_object_or_404(JournalEntry, pk=pk)
    [shown] = in_words(request.user, [entry])
    beside = JournalEntry.objects.filter(pk__in=(pk - 1, pk + 1)).in_bulk()
    context = {
        "line": shown,
        "entry": entry,
        "sealed": journal.seal(entry) == entry.hash,
        "before": beside.get(pk - 1),
        "after": beside.get(pk + 1),
    }
    return render(request, "administration/journal_line.html", context)


@require_safe
def receipt(request: Request) -> HttpResponse:
    """The end of the journal to be printed or copied, so that somebody outside holds it."""
    require_journal(request.user)
    context = {
        "head": journal.head(),
        "at": clock.now(),
        "unit": UNIT_NAME.value(),
        "office": OFFICE_NAME.value(),
        "days": JOURNAL_DAYS.value(),
    }
    return render(request, "administration/journal_receipt.html", context)


@require_POST
def check(request: Request) -> HttpResponse:
    """„Sprawdź teraz”: in the background, the result is kept."""
    require_journal(request.user)
    return redirect(verification.request(by=request.user))


@require_safe
def checks(request: Request) -> HttpResponse:
    """All checks so far, newest first."""
    require_journal(request.user)
    rows = listing(request, Verification.objects.defer("faults", "notes"), orders=ORDERS, default="-at")
    return render(request, "administration/verifications.html", {"listing": rows})


@require_safe
def checked(request: Request, pk: int) -> HttpResponse:
    """The result of one check, with every sentence."""
    require_journal(request.user)
    kept = get_object_or_404(Verification, pk=pk)
    return render(request, "administration/verification.html", {"kept": kept})
