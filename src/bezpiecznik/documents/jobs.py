"""The work of making a document's files. It computes first and writes in one short transaction at the end."""

from django.utils.translation import gettext as _

from bezpiecznik.core.jobs import advance, kind
from bezpiecznik.core.models import Job
from bezpiecznik.documents import rendering, services
from bezpiecznik.documents.models import Document
from bezpiecznik.documents.rendering import FileKey


@kind(services.RENDER)
def render(job: Job) -> str:
    """Make the files of the document named in the job; safe to run again from the beginning."""
    document = Document.objects.select_related("made_by").get(pk=job.argument("document"))
    advance(job, _("Czytam dane dokumentu"), 5)
    contents = rendering.contents_of(document)
    files: dict[FileKey, bytes] = {}
    for done, (key, content) in enumerate(contents.items()):
        advance(job, _("Składam plik %(format)s") % {"format": key.label}, 20 + 70 * done // len(contents))
        files[key] = rendering.made(key, content)
    advance(job, _("Zapisuję pliki"), 95)
    services.keep_files(document, files, by=document.made_by)
    return document.get_absolute_url()
