"""Background jobs with progress, which survive the death of the worker.

A room registers the work with `@jobs.kind("documents.render")` and starts it with `jobs.start`. The work must be safe
to run again from the beginning: it computes first and writes its result in one short transaction at the end.
"""

import logging
import os
import socket
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from bezpiecznik.core import clock, journal
from bezpiecznik.core.events import Event
from bezpiecznik.core.journal import Person
from bezpiecznik.core.limits import TooMany
from bezpiecznik.core.models import Job, JobState
from bezpiecznik.core.models.work import WITHOUT_RESULT

log = logging.getLogger(__name__)

Work = Callable[[Job], str]
KINDS: dict[str, Work] = {}
SILENCE = timedelta(seconds=90)
ATTEMPTS = 3
MOST_AT_ONCE = 100
"""Jobs of one person that wait or run: a letter to each institution is fine, a loop is not."""


class JobRefused(Exception):
    """The work cannot be done; the message is a sentence for the person who asked for it."""


class Stopped(Exception):
    """The job is not this worker's any more: it was cancelled, or another worker has taken it up."""


def kind(name: str) -> Callable[[Work], Work]:
    """Register work under a name. The function returns the address of its result."""

    def register(work: Work) -> Work:
        KINDS[name] = work
        return work

    return register


def start(name: str, *, title: str, by: Person | None, about: str = "", **arguments: Any) -> Job:
    """Queue the work; it begins after the present transaction is committed. `about` is the page of what it works on.

    Raises KeyError for an unknown kind, TooMany for a person whose work already fills the queue.
    """
    KINDS[name]
    _refuse_a_crowd(by)
    owner = str(by.pk) if by else ""
    job = Job.objects.create(kind=name, title=title, arguments=arguments, owner_key=owner, about_url=about)
    transaction.on_commit(partial(_enqueue, job))
    return job


def _refuse_a_crowd(by: Person | None) -> None:
    waiting = Job.objects.filter(owner_key=str(by.pk), state__in=(JobState.QUEUED, JobState.RUNNING)) if by else None
    if waiting is not None and waiting.count() >= MOST_AT_ONCE:
        raise TooMany(seconds=60)


def _enqueue(job: Job) -> None:
    from bezpiecznik.core.tasks import run_job  # noqa: PLC0415 (tasks need the app registry)

    run_job.enqueue(str(job.pk))


@transaction.atomic
def retry(job: Job) -> None:
    """Queue a failed or cancelled job again, from its beginning. Any other is left alone."""
    again = Job.objects.filter(pk=job.pk, state__in=WITHOUT_RESULT).update(
        state=JobState.QUEUED, stage="", percent=0, attempts=0, error="", finished_at=None
    )
    if again:
        transaction.on_commit(partial(_enqueue, job))


@transaction.atomic
def cancel(job: Job, *, by: Person | None) -> bool:
    """End a job that waits or runs, at once; whether there was anything to end.

    Whoever does it learns of it from `advance` or `is_wanted`, and cannot give it a result any more.
    """
    error = _("Przerwano na życzenie. To, czego jeszcze nie zapisano, przepadło.")
    ended = Job.objects.filter(pk=job.pk, state__in=(JobState.QUEUED, JobState.RUNNING)).update(
        state=JobState.CANCELLED, error=error, finished_at=clock.now()
    )
    if ended:
        job.refresh_from_db()
        journal.record(Event.JOB_CANCELLED, job, by=by, stage=job.stage, percent=job.percent)
    return bool(ended)


def advance(job: Job, stage: str, percent: int) -> None:
    """Tell how far the work is, never less than before. Also the sign of life that tells a running job from a dead one.

    Raises Stopped, which the work lets pass, when the job was cancelled or given to another worker meanwhile.
    """
    job.stage, job.percent, job.beat_at = stage, max(job.percent, percent), clock.now()
    if not _held(job).update(stage=job.stage, percent=job.percent, beat_at=job.beat_at):
        raise Stopped


def is_wanted(job: Job) -> bool:
    """Whether the job is still this worker's to do; asked by work that has no stages to tell of for a while."""
    return _held(job).exists()


def me() -> str:
    """The name of this process, told from a later one with the same number by its birth."""
    return f"{socket.gethostname()}:{os.getpid()}:{_birth(os.getpid())}"


def _birth(pid: int | str) -> str:
    """When a process of this machine began, in the system's ticks; empty for one that is over.

    The number of a process is soon given to another one, a number with its birth is not. A process that was killed
    and not yet waited for still has its entry, in the state Z.
    """
    try:
        state, *rest = Path("/proc", str(pid), "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if state == "Z" else rest[18]


def run(pk: str) -> None:
    """Do a queued job. A job that another worker has taken, or that is over, is left alone."""
    taken = Job.objects.filter(pk=pk, state=JobState.QUEUED).update(
        state=JobState.RUNNING, worker=me(), beat_at=clock.now(), attempts=F("attempts") + 1
    )
    if not taken:
        return
    job = Job.objects.get(pk=pk)
    try:
        job.result_url = KINDS[job.kind](job)
    except Stopped:
        log.info("Job %s (%s) was stopped", job.pk, job.kind)
    except JobRefused as refusal:
        _finish(job, JobState.FAILED, error=str(refusal))
    except Exception:
        log.exception("Job %s (%s) failed", job.pk, job.kind)
        _finish(job, JobState.FAILED, error=_("Wystąpił nieoczekiwany błąd. Zapisano go w dzienniku serwera."))
    else:
        _finish(job, JobState.DONE)


def _held(job: Job) -> QuerySet[Job]:
    """The job as long as the same worker has it for the same attempt: another one may have taken it up since."""
    return Job.objects.filter(pk=job.pk, state=JobState.RUNNING, worker=job.worker, attempts=job.attempts)


def _finish(job: Job, state: JobState, *, error: str = "") -> bool:
    percent = 100 if state == JobState.DONE else job.percent
    ended = {"state": state, "error": error, "finished_at": clock.now(), "percent": percent}
    return bool(_held(job).update(**ended, result_url=job.result_url))


def is_over(process: str) -> bool | None:
    """Whether the process of this name (as `me()` gives it) has ended; None where nobody can tell from here."""
    host, _colon, number = process.partition(":")
    if host != socket.gethostname() or not Path("/proc/self/stat").exists():
        return None
    pid, _colon, birth = number.partition(":")
    return _birth(pid) != birth


def _is_dead(job: Job) -> bool:
    over = is_over(job.worker)
    return over if over is not None else job.beat_at is None or job.beat_at < clock.now() - SILENCE


def rescue() -> int:
    """Queue again the jobs whose worker died, and those queued but forgotten; give up after three attempts.

    Returns how many were rescued. Called by every worker when it starts and then once in a while.
    """
    lost = [job for job in Job.objects.filter(state=JobState.RUNNING) if _is_dead(job)]
    rescued = sum(_take_up(job) for job in lost)
    forgotten = Job.objects.filter(
        Q(beat_at=None) | Q(beat_at__lt=clock.now() - SILENCE),
        state=JobState.QUEUED,
        created_at__lt=clock.now() - SILENCE,
    )
    for job in forgotten:
        job.beat_at = clock.now()
        job.save(update_fields=("beat_at",))
        _enqueue(job)
    return rescued


def _take_up(job: Job) -> bool:
    """Whether the lost job was ours to queue or to give up: another rescuer may have been quicker."""
    if job.attempts >= ATTEMPTS:
        error = _("Praca przerywała się trzykrotnie. Zgłoś to administratorowi.")
        return _finish(job, JobState.FAILED, error=error)
    queued = bool(_held(job).update(state=JobState.QUEUED))
    if queued:
        _enqueue(job)
    return queued


def look_after() -> None:
    """What a worker does beside its work: a sign of life of what it is doing, however long it takes, and `rescue`.

    A database that does not answer now is asked again the next time.
    """
    try:
        Job.objects.filter(state=JobState.RUNNING, worker=me()).update(beat_at=clock.now())
        rescue()
    except DatabaseError:
        log.exception("Jobs could not be looked after")
