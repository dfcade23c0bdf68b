"""What is kept how long, and what would be removed now."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from bezpiecznik.administration import queries
from bezpiecznik.administration.clearing import clear_due
from bezpiecznik.administration.models import ClearingRun
from bezpiecznik.core.keeping import KEPT
from bezpiecznik.core.lists import Column, asked_format, export
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.access import require_administrator
from bezpiecznik.institutions.http import Request

COLUMNS: tuple[Column[queries.KeptRow], ...] = (
    Column(gettext_lazy("Dane"), lambda row: str(row.kept.title)),
    Column(gettext_lazy("Co zawierają"), lambda row: str(row.kept.holds)),
    Column(gettext_lazy("Podstawa"), lambda row: str(row.kept.basis)),
    Column(gettext_lazy("Ile dni"), lambda row: row.days),
    Column(gettext_lazy("Potem"), lambda row: str(row.kept.ending.label)),
    Column(gettext_lazy("Dlaczego"), lambda row: str(row.kept.why)),
    Column(gettext_lazy("Teraz"), lambda row: row.count),
    Column(gettext_lazy("Po okresie"), lambda row: row.due),
)


@require_http_methods(["GET", "HEAD", "POST"])
def retention(request: Request) -> HttpResponse:
    """The table; its button does at once what the night would do."""
    require_administrator(request.user)
    if request.method == "POST":
        return _cleared(request)
    rows = queries.kept_rows()
    if file_format := asked_format(request):
        return export(rows, COLUMNS, name=_("przechowywanie danych"), file_format=file_format)
    runs = [(run, [(KEPT[name].title, n) for name, n in run.counts.items() if name in KEPT]) for run in _runs()]
    removable = sum(row.due or 0 for row in rows if row.kept.remove)
    return render(request, "administration/retention.html", {"rows": rows, "runs": runs, "removable": removable})


def _runs() -> list[ClearingRun]:
    return list(ClearingRun.objects.select_related("by")[:10])


def _cleared(request: Request) -> HttpResponse:
    total = clear_due(by=request.user).total
    words = forms(total, _("wiersz,wiersze,wierszy"))
    messages.success(request, _("Uporządkowano dane: %(total)d %(words)s.") % {"total": total, "words": words})
    return redirect("administration:retention")
