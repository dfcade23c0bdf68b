"""The register of documents: the list, one document with its files, and the proof that it can be made again."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bezpiecznik.core import journal
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer, away, wants_part
from bezpiecznik.documents import access, exports, panels, queries, services
from bezpiecznik.documents.forms.register import DocumentFilter
from bezpiecznik.documents.models import Document
from bezpiecznik.documents.pages import page_count, page_picture
from bezpiecznik.documents.rendering import FileKey
from bezpiecznik.documents.verify_address import shown
from bezpiecznik.documents.verify_code import data_uri
from bezpiecznik.files.http import download
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right

ORDERS = {
    "issued": ("issued_on", "pk"),
    "number": ("kind", "year", "pk"),
    "year": ("year", "pk"),
    "kind": ("kind", "year", "pk"),
    "case": ("case_sign", "pk"),
}


@require_safe
def index(request: Request) -> HttpResponse:
    documents = access.documents_of(request.user)
    form = DocumentFilter(request.GET)
    found = queries.listed(documents, form.wanted())
    if file_format := asked_format(request):
        return export(found.order_by("pk"), exports.DOCUMENTS, name=_("dokumenty"), file_format=file_format)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="-issued"),
        "form": form,
        "wanted": form.wanted(),
        "may_make": rights_of(request.user).has(Right.MAKE_DOCUMENTS),
        "may_edit": access.may_edit_templates(request.user),
    }
    return answer(request, "documents/list.html", context, part="rows")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    """The document; HTMX asks for the part that follows its making, and is sent to the whole page once it is made."""
    document = access.get_document(request.user, pk)
    if wants_part(request) and (document.job is None or document.job.is_over):
        return away(request, document.get_absolute_url())
    return answer(request, "documents/detail.html", _shown(request, document), part="progress")


def _shown(request: Request, document: Document) -> dict[str, Any]:
    files = list(document.files.select_related("file").order_by("format", "volume"))
    pdf = queries.pdf_to_look_at(document)
    pages = page_count(pdf.file.read()) if pdf else 0
    asked = request.GET.get("strona", "")
    number = min(max(int(asked) if asked.isdecimal() else 1, 1), max(pages, 1))
    return {
        "document": document,
        "files": files,
        "pages": pages,
        "volume": pdf.volume if pdf else 0,
        "number": number,
        "code": verify_code(document),
        "signings": document.signings.select_related("noted_by", "undone_by").order_by("-pk"),
        "panels": panels.of_document.panels(document, request.user),
        "may_make": rights_of(request.user).has(Right.MAKE_DOCUMENTS),
        "history": journal.about(document)[:50],
    }


def verify_code(document: Document) -> dict[str, str]:
    """The address and picture by which anybody verifies the paper; empty for those made before there were any."""
    if not document.verify_url:
        return {}
    return {"url": document.verify_url, "shown": shown(document.verify_code), "picture": data_uri(document.verify_url)}


@require_safe
def page(request: Request, pk: int, number: int) -> HttpResponse:
    """One page of the PDF as a picture."""
    pdf = queries.pdf_to_look_at(access.get_document(request.user, pk))
    if pdf is None:
        raise Http404
    try:
        picture = page_picture(pdf.file.read(), number)
    except IndexError as unknown:
        raise Http404 from unknown
    return HttpResponse(picture, content_type="image/png", headers={"Cache-Control": "private, max-age=3600"})


@require_safe
def file(request: Request, pk: int) -> HttpResponseBase:
    kept = access.get_file(request.user, pk)
    return download(kept.file, name=kept.name)


@require_POST
def check(request: Request, pk: int) -> HttpResponse:
    """Make the files anew and compare them with the stored ones, byte for byte."""
    document = access.get_document_to_make(request.user, pk)
    same = services.check_rendering(document, by=request.user)
    if not same:
        messages.error(request, _("Dokument nie ma jeszcze plików."))
    elif not queries.snapshot_holds(document):
        messages.error(request, _("Dane dokumentu nie zgadzają się ze skrótem. Zgłoś to administratorowi."))
    elif all(same.values()):
        messages.success(request, _("Dokument powstał ponownie co do bajta taki sam."))
    else:
        messages.warning(
            request,
            _("Dane są niezmienione, lecz program składa je dziś inaczej: %(files)s. Wiążący jest plik zachowany.")
            % {"files": _differing(same)},
        )
    return redirect(document)


def _differing(same: dict[FileKey, bool]) -> str:
    return ", ".join(key.label for key, equal in same.items() if not equal)


@require_POST
def retry(request: Request, pk: int) -> HttpResponse:
    document = access.get_document_to_make(request.user, pk)
    services.retry_rendering(document, by=request.user)
    document.refresh_from_db()
    return redirect(document.job or document)
