"""The background job that reads a document again. Safe to run again: it computes first, then writes once."""

from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.core.models import Job
from bezpiecznik.intake import rereading
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.intake.reading import READ_AT, read_in_bounds


@jobs.kind(rereading.REREAD)
def read_document_again(job: Job) -> str:
    """Read the document named by the job; the result is the page of its review."""
    intake = Intake.objects.select_related("file").get(pk=job.argument("intake"))
    if intake.state != IntakeState.REVIEW or intake.job_id != job.pk:
        return intake.get_absolute_url()
    ocr = intake.ocr or bool(job.argument("ocr"))
    jobs.advance(job, _("Otwieranie dokumentu"), 1)
    came = read_in_bounds(intake, job, ocr=ocr)
    jobs.advance(job, _("Przenoszenie decyzji"), READ_AT)
    by = User.objects.get(pk=job.argument("by_key"))
    rereading.finish(intake, came.reading, came.text, ocr=ocr, by=by)
    return intake.get_absolute_url()
