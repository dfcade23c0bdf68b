"""The background job that reads an uploaded document. Safe to run again: it computes first, then writes once."""

from django.utils.translation import gettext as _

from bezpiecznik.core import jobs
from bezpiecznik.core.models import Job
from bezpiecznik.intake import services
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.resolution import UnreadableDocument, open_document, read_opened


@jobs.kind(services.READ)
def read_document(job: Job) -> str:
    """Read the document named by the job; the result is the page of its review."""
    intake = Intake.objects.select_related("file").get(pk=job.argument("intake"))
    if intake.state != IntakeState.READING:
        return intake.get_absolute_url()
    jobs.advance(job, _("Otwieranie dokumentu"), 5)
    data = intake.file.read()
    jobs.advance(job, _("Rozpoznawanie obszarów, działań i podmiotów"), 20)
    try:
        opened = open_document(data)
        reading = read_opened(opened)
    except UnreadableDocument as reason:
        raise jobs.JobRefused(str(reason)) from reason
    jobs.advance(job, _("Zapisywanie odczytu"), 90)
    services.finish_reading(intake, reading, opened.text)
    return intake.get_absolute_url()
