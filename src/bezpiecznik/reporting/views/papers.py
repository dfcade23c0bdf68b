"""The report as a file: for the head's signature before it is sent, and as it was sent."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from bezpiecznik.documents import rendering
from bezpiecznik.documents.kinds import NotReady, Paper
from bezpiecznik.documents.models import MEDIA_TYPES, FileFormat
from bezpiecznik.documents.rendering import FileKey
from bezpiecznik.documents.services import paper_document
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting import access
from bezpiecznik.reporting.documents import KIND, paper_of, paper_of_version


@require_safe
def paper(request: Request, pk: int, file_format: str) -> HttpResponse:
    """To people of the institution what stands there now, to others what was submitted last."""
    packet = access.get_packet(request.user, pk)
    try:
        found = paper_of(packet, draft=access.is_own(request.user, packet))
    except NotReady as reason:
        raise Http404(str(reason)) from reason
    return _file(found, FileFormat(file_format))


@require_safe
def paper_of_sent(request: Request, pk: int, no: int, file_format: str) -> HttpResponse:
    """One submitted version, as it was."""
    return _file(paper_of_version(access.get_version(request.user, pk, no)), FileFormat(file_format))


def _file(found: Paper, file_format: FileFormat) -> HttpResponse:
    """Made while the person waits: a report of twenty actions takes a fraction of a second."""
    document = paper_document(KIND, found)
    data = rendering.RENDERERS[file_format](rendering.content_of(document))
    name = rendering.file_name(document, FileKey(file_format))
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(data, content_type=MEDIA_TYPES[file_format], headers=headers)
