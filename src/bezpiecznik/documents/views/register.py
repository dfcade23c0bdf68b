"""The register of documents: the list, one document with its files, and the proof that it can be made again."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bezpiecznik.core import journal
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.documents import access, exports, queries, services
from bezpiecznik.documents.forms import DocumentFilter
from bezpiecznik.documents.models import FileFormat
from bezpiecznik.files.http import download
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right

ORDERS = {"issued": ("issued_on", "pk"), "number": ("kind", "year", "pk"), "year": ("year", "pk")}


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
    }
    return answer(request, "documents/list.html", context, part="rows")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    document = access.get_document(request.user, pk)
    context = {
        "document": document,
        "files": document.files.select_related("file").order_by("format"),
        "may_make": rights_of(request.user).has(Right.MAKE_DOCUMENTS),
        "history": journal.about(document)[:50],
    }
    return render(request, "documents/detail.html", context)


@require_safe
def file(request: Request, pk: int) -> HttpResponseBase:
    kept = access.get_file(request.user, pk)
    return download(kept.file, name=kept.name)


@require_POST
def check(request: Request, pk: int) -> HttpResponse:
    """Make the files anew and compare them with the stored ones, byte for byte."""
    document = access.get_document_to_make(request.user, pk)
    same = services.check_rendering(document, by=request.user)
    if not queries.snapshot_holds(document):
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


def _differing(same: dict[FileFormat, bool]) -> str:
    return ", ".join(file_format.label for file_format, equal in same.items() if not equal)


@require_POST
def retry(request: Request, pk: int) -> HttpResponse:
    document = access.get_document_to_make(request.user, pk)
    services.retry_rendering(document, by=request.user)
    document.refresh_from_db()
    return redirect(document.job or document)
