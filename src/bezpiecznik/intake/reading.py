"""The background job that reads an uploaded document. Safe to run again: it computes first, then writes once.

What strangers sent is opened in a process of its own with bounds (`resolution.bounded`), never in this one.
"""

from time import monotonic

from django.utils.translation import gettext as _

from bezpiecznik.core import jobs
from bezpiecznik.core.models import Job
from bezpiecznik.intake import services
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.resolution import UnreadableDocument
from bezpiecznik.resolution.bounded import NOTHING_FOUND, BoundedReading, Interrupted, read_bounded

READ_AT = 95
"""Percent of the whole that is over when the document has been read; the rest is writing it down."""
EVERY_SECONDS = 0.4
LEAP = 10


@jobs.kind(services.READ)
def read_document(job: Job) -> str:
    """Read the document named by the job; the result is the page of its review."""
    intake = Intake.objects.select_related("file").get(pk=job.argument("intake"))
    if intake.state != IntakeState.READING:
        return intake.get_absolute_url()
    jobs.advance(job, _("Otwieranie dokumentu"), 1)
    came = read_in_bounds(intake, job, ocr=intake.ocr)
    jobs.advance(job, _("Zapisywanie odczytu"), READ_AT)
    services.finish_reading(intake, came.reading, came.text)
    return intake.get_absolute_url()


def read_in_bounds(intake: Intake, job: Job, *, ocr: bool) -> BoundedReading:
    """The document read in a process of its own, told as progress of the job. Raises JobRefused or Stopped."""
    try:
        came = read_bounded(intake.file.read(), ocr=ocr, progress=_Told(job), stop=lambda: not jobs.is_wanted(job))
    except UnreadableDocument as reason:
        raise jobs.JobRefused(str(reason)) from reason
    except Interrupted:
        raise jobs.Stopped from None
    if came.reading.is_empty:
        raise jobs.JobRefused(NOTHING_FOUND)
    return came


class _Told:
    """Progress of the reading as progress of the job: a few times a second, or when it leaps; each costs a write."""

    def __init__(self, job: Job) -> None:
        self.job, self.next, self.leap = job, 0.0, 0

    def __call__(self, stage: str, done: float) -> None:
        percent = int(done * READ_AT)
        if monotonic() >= self.next or percent >= self.leap:
            self.next, self.leap = monotonic() + EVERY_SECONDS, percent + LEAP
            jobs.advance(self.job, stage, percent)
