"""The same letter to many institutions: chosen, numbered at once, printed at once."""

import io
import zipfile

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.core.polish import slug
from bezpiecznik.documents.bundle import as_one
from bezpiecznik.documents.models import DocumentFile
from bezpiecznik.institutions.http import Request
from bezpiecznik.letters import access, queries, services
from bezpiecznik.letters.forms import NumberForm, SendingForm, SeriesForm, TemplateForm, signed_by_default
from bezpiecznik.letters.models import Letter, Series
from bezpiecznik.letters.refusals import Refused
from bezpiecznik.letters.states import LetterState
from bezpiecznik.letters.templates import Wording, find
from bezpiecznik.letters.views.answers import pdf, saying

READ_OR_ACT = ["GET", "HEAD", "POST"]


@require_http_methods(READ_OR_ACT)
def new(request: Request) -> HttpResponse:
    """`?template=` words the letters and marks the institutions that the template is meant for now."""
    access.letters_of(request.user)
    template = find(request.GET.get("template", ""))
    marked = list(template.institutions()) if template else []
    initial = {"institutions": marked, **signed_by_default()}
    form = SeriesForm(request.POST or None, initial=initial, worded=template is not None)
    if form.is_valid():
        return redirect(_drafted(request, form))
    choose = TemplateForm(initial={"template": template.key if template else ""})
    return render(request, "letters/series_new.html", {"form": form, "choose": choose, "template": template})


def _drafted(request: Request, form: SeriesForm) -> Series:
    words = form.cleaned_data
    wording = Wording(
        words.get("subject", ""), words.get("body", ""), words.get("request", ""),
        tuple(words.get("annexes", "").splitlines()),
    )  # fmt: skip
    series = services.draft_series(
        words["institutions"], template=find(request.GET.get("template", "")), wording=wording, by=request.user,
        **form.signed(),
    )  # fmt: skip
    messages.success(request, _("Przygotowano projekty. Przejrzyj je, zanim dostaną numery."))
    return series


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    series = access.get_series(request.user, pk)
    context = {
        "series": series,
        "letters": queries.letters_of_series(series),
        "counts": queries.counts_of_series(series),
    }
    return render(request, "letters/series.html", context)


@require_http_methods(READ_OR_ACT)
def number(request: Request, pk: int) -> HttpResponse:
    """All drafts of the series get numbers in one case."""
    series = access.get_series(request.user, pk)
    drafts = _in_state(series, LetterState.DRAFT)
    form = NumberForm(request.POST or None)
    if form.is_valid():
        try:
            return redirect(services.number_letters(drafts, series=series, by=request.user, **form.cleaned_data))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "letters/series_number.html", {"form": form, "series": series, "drafts": drafts})


def _in_state(series: Series, state: LetterState) -> list[Letter]:
    return [letter for letter in queries.letters_of_series(series) if letter.state == state]


@require_http_methods(READ_OR_ACT)
def note(request: Request, pk: int) -> HttpResponse:
    """The same note of sending for all letters of the series that have none yet."""
    series = access.get_series(request.user, pk)
    waiting = _in_state(series, LetterState.NUMBERED)
    form = SendingForm(request.POST or None)
    if form.is_valid():
        with saying(request, _("Odnotowano wysłanie pism.")):
            services.note_series(waiting, by=request.user, **form.cleaned_data)
        return redirect(series)
    return render(request, "letters/series_sending.html", {"form": form, "series": series, "waiting": waiting})


@require_http_methods(READ_OR_ACT)
def delete(request: Request, pk: int) -> HttpResponse:
    series = access.get_series(request.user, pk)
    if request.method != "POST":
        return render(request, "letters/series_delete.html", {"series": series, "letters": series.letters.count()})
    try:
        services.delete_series(series, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(series)
    messages.success(request, _("Usunięto projekty."))
    return redirect("letters:list")


@require_safe
def printout(request: Request, pk: int) -> HttpResponse:
    """All letters of the series in one PDF, for the printer."""
    series = access.get_series(request.user, pk)
    return pdf(as_one([kept.file.read() for kept in _pdfs(series)]), f"{slug(series.title)[:60]}.pdf")


@require_safe
def archive(request: Request, pk: int) -> HttpResponse:
    """The PDF files of the series as they are kept, in a ZIP."""
    series = access.get_series(request.user, pk)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as target:
        for kept in _pdfs(series):
            target.writestr(kept.name, kept.file.read())
    response = HttpResponse(packed.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{slug(series.title)[:60]}.zip"'
    return response


def _pdfs(series: Series) -> list[DocumentFile]:
    """Raises Http404 where no file is made yet."""
    found = queries.pdfs_of_series(series)
    if not found:
        raise Http404
    return found
