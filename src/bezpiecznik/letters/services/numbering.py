"""A letter gets its number, its sign and its files; or is cancelled."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs, journal
from bezpiecznik.core.frozen import as_text
from bezpiecznik.core.models import Job
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.kinds import Material
from bezpiecznik.letters.content import frozen
from bezpiecznik.letters.documents import KIND
from bezpiecznik.letters.events import Event
from bezpiecznik.letters.models import Case, Letter, Series
from bezpiecznik.letters.refusals import Refused
from bezpiecznik.letters.services.cases import open_case
from bezpiecznik.letters.services.holding import hold, hold_draft
from bezpiecznik.letters.states import LetterState

RENDER = "letters.render"


@transaction.atomic
def number_letters(
    letters: Sequence[Letter],
    *,
    dated_on: date,
    by: User,
    case: Case | None = None,
    sign: str = "",
    series: Series | None = None,
) -> Job:
    """Give each draft the next number in the register and have the files made in the background.

    All belong to one case: to `case`, else to a new one under `sign` (given by another system), else under the next
    sign of our own. Raises Refused where there is no draft, one is no draft any more, or the sign is already in use.
    """
    held = [hold_draft(letter) for letter in letters]
    if not held:
        raise Refused(_("Nie ma tu projektu, któremu można nadać numer."))
    matter = case or open_case(held[0].subject, sign=sign, day=dated_on, by=by)
    for letter in held:
        _number(letter, matter, dated_on, by=by)
    title = series.title if series else str(held[0])
    job = jobs.start(
        RENDER, title=title[:300], by=by, letters=[letter.pk for letter in held], series=series.pk if series else None
    )
    if series:
        Series.objects.filter(pk=series.pk).update(job=job)
    return job


def _number(letter: Letter, case: Case, day: date, *, by: User) -> None:
    material = Material(day.year, as_text(frozen(letter, sign=case.sign)), letter.subject, case_sign=case.sign)
    letter.document = documents.enter_document(KIND, material, issued_on=day, by=by)
    letter.case, letter.dated_on, letter.state = case, day, LetterState.NUMBERED
    letter.save()
    journal.record(Event.NUMBERED, letter, by=by, number=letter.document.number, case=case.sign)


def keep_files(letter: Letter) -> None:
    """Make and store the letter's files, unless it has them already. Computes first, then writes."""
    document = letter.document
    if document is None or document.files.exists():
        return
    documents.keep_files(document, documents.render_again(document), by=document.made_by)


@transaction.atomic
def cancel_letter(letter: Letter, *, reason: str, by: User) -> None:
    """The number stays in the register, marked as cancelled. Raises Refused without a reason, and once it was sent."""
    current = hold(letter, towards=LetterState.CANCELLED)
    if not reason.strip():
        raise Refused(_("Napisz, dlaczego pismo jest anulowane."))
    current.state, current.cancelled_because = LetterState.CANCELLED, reason.strip()
    current.cancelled_at, current.cancelled_by = clock.now(), by
    current.save()
    journal.record(Event.CANCELLED, current, by=by, note=current.cancelled_because)
