"""The work of making a document's files. It computes first and writes in one short transaction at the end."""

from django.utils.translation import gettext as _

from bezpiecznik.core.jobs import advance, kind
from bezpiecznik.core.models import Job
from bezpiecznik.documents import rendering, services
from bezpiecznik.documents.models import Document, DocumentKind, FileFormat


@kind(services.RENDER)
def render(job: Job) -> str:
    """Make the files of the document named in the job; safe to run again from the beginning."""
    document = Document.objects.select_related("made_by").get(pk=job.argument("document"))
    advance(job, _("Czytam dane dokumentu"), 5)
    content = rendering.content_of(document)
    files: dict[FileFormat, bytes] = {}
    formats = rendering.formats_of(DocumentKind(document.kind))
    for done, file_format in enumerate(formats):
        advance(job, _("Składam plik %(format)s") % {"format": file_format.label}, 20 + 70 * done // len(formats))
        files[file_format] = rendering.RENDERERS[file_format](content)
    advance(job, _("Zapisuję pliki"), 95)
    services.keep_files(document, files, by=document.made_by)
    return document.get_absolute_url()
