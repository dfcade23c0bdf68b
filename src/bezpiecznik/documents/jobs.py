"""The work of making a document's files. It computes first and writes in one short transaction at the end."""

from django.utils.translation import gettext as _

from bezpiecznik.core.jobs import advance, kind
from bezpiecznik.core.models import Job
from bezpiecznik.documents import rendering, services
from bezpiecznik.documents.models import Document, FileFormat


@kind(services.RENDER)
def render(job: Job) -> str:
    """Make DOCX and PDF of the document named in the job; safe to run again from the beginning."""
    document = Document.objects.select_related("made_by").get(pk=job.argument("document"))
    advance(job, _("Składanie treści dokumentu"), 10)
    content = rendering.content_of(document)
    files: dict[FileFormat, bytes] = {}
    for percent, file_format in ((30, FileFormat.DOCX), (60, FileFormat.PDF)):
        advance(job, _("Tworzenie pliku %(format)s") % {"format": file_format.label}, percent)
        files[file_format] = rendering.RENDERERS[file_format](content)
    advance(job, _("Zapisywanie plików"), 90)
    services.keep_files(document, files, by=document.made_by)
    return document.get_absolute_url()
