"""The document itself: its text, its pages as pictures, the file as it came."""

from pathlib import PurePath

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bezpiecznik.core.lists import XLSX
from bezpiecznik.core.polish import slug
from bezpiecznik.files.http import download
from bezpiecznik.institutions.http import Request
from bezpiecznik.intake import pages
from bezpiecznik.intake.access import get_intake, require_intake
from bezpiecznik.intake.answers import only_in_review
from bezpiecznik.intake.draft import draft_of, reading_of
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.originals import name_of
from bezpiecznik.intake.source import window
from bezpiecznik.resolution import UnreadableDocument
from bezpiecznik.resolution.template import write_template


@require_safe
def source(request: Request, pk: int) -> HttpResponse:
    """The whole document with numbers of its lines: `#w123` is line 123."""
    intake = get_intake(request.user, pk)
    try:
        lines = window(intake, (), whole=True)
    except UnreadableDocument:
        messages.info(request, _("Tekst dokumentu zobaczysz tu, gdy zostanie odczytany."))
        return redirect(intake)
    return render(request, "intake/source.html", {"intake": intake, "window": lines})


@require_safe
def original(request: Request, pk: int) -> HttpResponseBase:
    intake = get_intake(request.user, pk)
    return download(intake.file, name=name_of(intake))


@require_safe
def template(request: Request) -> HttpResponse:
    """Our own workbook, empty: for a county that has no document that can be read."""
    require_intake(request.user)
    return _workbook(write_template(), "szablon-programu.xlsx")


@require_safe
@only_in_review
def as_template(request: Request, intake: Intake) -> HttpResponse:
    """The reading as it stands now, in the same workbook; filled in, it can be uploaded again."""
    stem = PurePath(intake.file_name).stem
    return _workbook(write_template(reading_of(draft_of(intake))), f"{slug(stem)}-odczyt.xlsx")


def _workbook(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def page(request: Request, pk: int, no: int) -> HttpResponseBase:
    """A page of a PDF as a picture, for whoever may open the document."""
    intake = get_intake(request.user, pk)
    if not pages.has_pages(intake):
        raise Http404
    tag = pages.tag(intake.file, no)
    if unchanged := get_conditional_response(request, etag=tag):
        return unchanged
    try:
        response = HttpResponse(pages.picture(intake.file, no), content_type="image/png")
    except UnreadableDocument as reason:
        raise Http404 from reason
    response["ETag"] = tag
    return response
