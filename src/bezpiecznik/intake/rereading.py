"""Reading a document again while it is looked through: a newer reader, or the text of a scan; decisions stay."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs, journal
from bezpiecznik.core.frozen import stamp_of
from bezpiecznik.core.models import Job
from bezpiecznik.files.services import store
from bezpiecznik.intake.carrying import Carrying, seen_still
from bezpiecznik.intake.draft import Draft, draft_of
from bezpiecznik.intake.events import Event
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.names import names_in
from bezpiecznik.intake.parts import NAMES, Part, parts_of
from bezpiecznik.intake.refusals import NotInReview
from bezpiecznik.intake.undoing import WHOLE, Sections, lock_in_review, push, put, sections_of, write
from bezpiecznik.resolution import Reading

REREAD = "intake.reread"


def running_job(intake: Intake) -> Job | None:
    """The new reading that goes on beside the review."""
    job = intake.job
    return job if job and job.kind == REREAD and not job.is_over else None


@transaction.atomic
def start(intake: Intake, *, ocr: bool = False, by: User) -> Job:
    """Queue another reading of a document in review; one that goes on already is the answer. Raises NotInReview."""
    locked = lock_in_review(intake)
    if running := running_job(locked):
        return running
    title = _("Ponowne odczytywanie dokumentu „%(name)s”") % {"name": locked.file_name}
    about = locked.get_absolute_url()
    locked.job = jobs.start(REREAD, title=title, by=by, about=about, intake=locked.pk, ocr=ocr, by_key=by.pk)
    locked.save(update_fields=("job",))
    journal.record(Event.READ_AGAIN, locked, by=by)
    return locked.job


@transaction.atomic
def finish(intake: Intake, reading: Reading, text: str, *, ocr: bool = False, by: User) -> int:
    """Put the new reading in place of the old one, with the decisions carried over; how many were not.

    Nothing happens when the document is not in review any more. Taking the act back gives the old reading again.
    """
    try:
        locked = lock_in_review(intake)
    except NotInReview:
        return 0
    old, was = draft_of(locked), sections_of(locked)
    now = Carrying(old, was, reading).carry()
    whole = {"reading": locked.reading, "text": locked.text_id, "ocr": locked.ocr, "sections": was}
    locked.reading, locked.ocr = reading.to_json(), locked.ocr or ocr
    locked.text = store(text.encode(), media_type="text/plain")
    locked.save(update_fields=("reading", "text", "ocr", "search_text"))
    put(locked, now)
    _see_again(locked, old, now, was["seen"])
    left = len(now["left"])
    push(locked, Event.CARRIED_OVER, {WHOLE: whole}, by=by)
    journal.record(Event.CARRIED_OVER, locked, by=by, left=left)
    return left


def _see_again(intake: Intake, old: Draft, sections: Sections, seen: Mapping[str, bool]) -> None:
    """Parts that say what they said when a person looked through them need not be looked through again."""
    still = seen_still(_prints(old), _prints(draft_of(intake)), seen)
    put(intake, {**sections, "seen": still})


def _prints(draft: Draft) -> dict[str, str]:
    """What each part says, whatever the keys of its rows; and which bodies are named."""
    prints = {part.key: _print(part) for part in parts_of(draft, ())}
    return prints | {NAMES: stamp_of([draft.names_stamp, sorted({name for name, _leads in names_in(draft)})])}


def _print(part: Part) -> str:
    return stamp_of([[row.values, row.read, row.deleted] for row in part.every])


@transaction.atomic
def settle_left(intake: Intake, key: str, *, by: User) -> None:
    """A decision that was not carried over has been dealt with by hand, or is not needed."""
    locked = lock_in_review(intake)
    left = sections_of(locked)["left"]
    if key not in left:
        return
    about = left.pop(key)["about"]
    write(locked, Event.LEFT_SETTLED, by=by, about=about, left=left)
    journal.record(Event.LEFT_SETTLED, locked, by=by)
