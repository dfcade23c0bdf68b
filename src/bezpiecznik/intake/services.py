"""Writes of the intake: a document comes in, is read, looked through, and enters the plan whole.

What a person changes in the reading on the way stands in `corrections.py`.
"""

from django.db import transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs, journal
from bezpiecznik.files.services import store
from bezpiecznik.institutions.matching import Register
from bezpiecznik.intake import problems
from bezpiecznik.intake.arriving import READ, bring_back, start_reading, upload
from bezpiecznik.intake.corrections import accept_all_parts
from bezpiecznik.intake.draft import draft_of, reading_of
from bezpiecznik.intake.establishing import establish
from bezpiecznik.intake.events import Event
from bezpiecznik.intake.handing_on import to_hand_on
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.intake.names import keys_for, names_in, rows_of_names
from bezpiecznik.intake.parts import parts_of
from bezpiecznik.intake.refusals import NotInReview, NotReady, Outdated
from bezpiecznik.intake.undoing import lock_in_review
from bezpiecznik.plans.findings import keep_findings
from bezpiecznik.plans.models import Programme
from bezpiecznik.plans.services import create_programme
from bezpiecznik.resolution import Reading, open_document, read_opened

__all__ = [
    "READ",
    "abandon",
    "accept",
    "accept_all_parts",
    "bring_back",
    "finish_reading",
    "read_again",
    "read_now",
    "upload",
]


@transaction.atomic
def read_again(intake: Intake, *, by: User, ocr: bool = False) -> None:
    """Start the reading anew when its job ended without a result; otherwise nothing happens.

    With `ocr` the text of a scan is recognised, this time and from now on.
    """
    intake = Intake.objects.select_for_update(of=("self",)).select_related("job").get(pk=intake.pk)
    if intake.state != IntakeState.READING or not intake.job or not intake.job.is_over:
        return
    if ocr:
        intake.ocr = True
        intake.save(update_fields=("ocr",))
    start_reading(intake, by=by)
    journal.record(Event.READ_AGAIN, intake, by=by)


def read_now(intake: Intake) -> Intake:
    """Read a document of our own here and now, and give it over for review. Done once, however often it is called.

    For what a stranger brought there is the job: it reads in a process of its own.
    """
    opened = open_document(intake.file.read())
    finish_reading(intake, read_opened(opened), opened.text)
    intake.refresh_from_db()
    return intake


@transaction.atomic
def finish_reading(intake: Intake, reading: Reading, text: str) -> None:
    """Keep the reading of a document that still waits for one; a second reading of it changes nothing."""
    waiting = Intake.objects.select_for_update().filter(pk=intake.pk, state=IntakeState.READING).first()
    if not waiting:
        return
    waiting.reading, waiting.corrected, waiting.state = reading.to_json(), {}, IntakeState.REVIEW
    waiting.text = store(text.encode(), media_type="text/plain")
    waiting.save(update_fields=("reading", "text", "corrected", "state", "search_text"))
    journal.record(Event.READ, waiting, by=None, areas=len(reading.areas), findings=len(reading.findings))


@transaction.atomic
def abandon(intake: Intake, *, by: User) -> None:
    """Put the document aside; its bytes and its journal stay. A reading that goes on is cancelled.

    Raises NotInReview when it was accepted.
    """
    locked = Intake.objects.select_for_update(of=("self",)).select_related("job").get(pk=intake.pk)
    if locked.state in {IntakeState.ACCEPTED, IntakeState.ABANDONED}:
        raise NotInReview(locked)
    if locked.job:
        jobs.cancel(locked.job, by=by)
    locked.state = IntakeState.ABANDONED
    locked.save(update_fields=("state",))
    journal.record(Event.ABANDONED, locked, by=by)


@transaction.atomic
def accept(intake: Intake, *, by: User, version: int | None = None, made_up: bool = False) -> Programme:
    """Put the draft into the plan, all or nothing: the programme, its institutions, duties and their journal.

    `version` is what the person saw on the page of acceptance. Raises NotInReview when it was accepted before,
    Outdated when the draft changed since, NotReady when something is missing.
    """
    locked = lock_in_review(intake)
    if version is not None and version != locked.version:
        raise Outdated
    draft, register = draft_of(locked), Register()
    names = rows_of_names(draft, register)
    parts = parts_of(draft, locked.accepted_areas)
    if missing := problems.of_everything(draft, parts, names, register):
        raise NotReady(missing)
    bodies = establish(names, by=by)
    keys = keys_for(draft, {name for name, _leads in names_in(draft)})
    programme = create_programme(
        reading_of(draft),
        institutions={name: bodies[key] for name, key in keys.items()},
        source=locked.file,
        source_name=locked.file_name,
        source_text=locked.text,
        made_up=made_up,
        by=by,
    )
    keep_findings(programme, to_hand_on(locked, draft))
    _close(locked, programme, by=by)
    return programme


def _close(intake: Intake, programme: Programme, *, by: User) -> None:
    intake.state, intake.programme = IntakeState.ACCEPTED, programme
    intake.accepted_at, intake.accepted_by = clock.now(), by
    intake.save(update_fields=("state", "programme", "accepted_at", "accepted_by"))
    journal.record(Event.ACCEPTED, intake, by=by, programme=programme.pk)
