"""Tasks that a meeting sets: made, done, taken back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.events import Event
from bezpiecznik.commission.meeting_states import WRITTEN
from bezpiecznik.commission.models import AgendaItem, Membership, Task
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.services.holding import hold_item
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.models import Institution


@transaction.atomic
def set_task(
    item: AgendaItem, *, text: str, due_on: date, by: User,
    institution: Institution | None = None, membership: Membership | None = None,
) -> Task:  # fmt: skip
    """For an institution, a member, or (neither) the office. Raises Refused for a day before the meeting."""
    held = hold_item(item, among=WRITTEN)
    if due_on < clock.day_of(held.meeting.starts_at):
        raise Refused(_("Termin zadania nie może być wcześniejszy niż posiedzenie."))
    if institution and membership:
        raise Refused(_("Wybierz jednego wykonawcę: podmiot albo członka Komisji."))
    task = Task.objects.create(
        commission=held.meeting.commission, item=held, text=text.strip(), due_on=due_on, institution=institution,
        membership=membership, made_by=by,
    )  # fmt: skip
    journal.record(Event.TASK_SET, task, by=by, owner=task.owner, due=due_on.isoformat())
    return task


@transaction.atomic
def close_task(task: Task, *, done_on: date, note: str, by: User) -> Task:
    """Done, and how. Raises Refused without a note, for a future day, and for a task that is closed already."""
    held = _hold(task)
    if held.done_on:
        raise Refused(_("To zadanie jest już zamknięte."))
    if not note.strip():
        raise Refused(_("Napisz w jednym zdaniu, jak zadanie wykonano."))
    if done_on > clock.today():
        raise Refused(_("Ten dzień jest w przyszłości."))
    held.done_on, held.done_note, held.closed_by = done_on, note.strip(), by
    held.save()
    journal.record(Event.TASK_DONE, held, by=by, note=held.done_note)
    return held


@transaction.atomic
def reopen_task(task: Task, *, by: User) -> Task:
    """It was not done after all. What was noted is in the journal. An open one is left alone."""
    held = _hold(task)
    if held.done_on is None:
        return held
    held.done_on, held.done_note, held.closed_by = None, "", None
    held.save()
    journal.record(Event.TASK_REOPENED, held, by=by)
    return held


@transaction.atomic
def remove_task(task: Task, *, by: User) -> None:
    """One written by mistake, until the minutes are adopted. Raises Refused after."""
    hold_item(task.item, among=WRITTEN)
    journal.record(Event.TASK_REMOVED, task, by=by)
    task.delete()


def _hold(task: Task) -> Task:
    found = Task.objects.select_for_update(of=("self",)).select_related("institution", "membership")
    return found.get(pk=task.pk)
