"""The log of what a round did, and what it sends: inside the transaction of the service that calls."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters import services as letters
from bezpiecznik.letters import templates
from bezpiecznik.letters.forms import signed_by_default
from bezpiecznik.letters.models import Series
from bezpiecznik.letters.templates import Wording
from bezpiecznik.notices import services as notices
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.ladder.composing import Draft, compose
from bezpiecznik.reporting.ladder.due import Due
from bezpiecznik.reporting.models import Period, Reminder, ReminderTo
from bezpiecznik.reporting.models.reminders import Outcome, Reached
from bezpiecznik.reporting.services.links import address_of, new_secret, note_address


def send(due: Sequence[Due], *, by: User | None, note: str = "") -> tuple[int, int]:
    """One message to each person; how many packets were written about, and how many nobody picks up."""
    composed = compose(due, note=note)
    lost = {one.packet.pk for one in composed.nobody}
    for draft in composed.drafts:
        _arm(draft)
    notices.post([draft.message for draft in composed.drafts])
    outcomes = {one.packet.pk: Outcome.NOBODY if one.packet.pk in lost else Outcome.SENT for one in due}
    rows = _log(due, outcomes, by=by, note=note)
    for draft in composed.drafts:
        _note_link(draft, by=by)
    ReminderTo.objects.bulk_create(
        ReminderTo(
            reminder=rows[one.packet.pk], reached=reached, user=draft.recipient.user, address=draft.message.address,
            message=draft.message,
        )
        for draft in composed.drafts
        for one, reached in draft.items
        if one.packet.pk in rows
    )  # fmt: skip
    _tell_journal(rows, composed.drafts, by=by)
    return len(due) - len(lost), len(lost)


def _arm(draft: Draft) -> None:
    """Give the message of an invited person a fresh address of their link, known to nobody before."""
    if draft.recipient.link:
        draft.secret = new_secret()
        draft.message.url, draft.message.secret = address_of(draft.secret), True
        draft.message.act = _("Otwórz sprawozdanie")


def _note_link(draft: Draft, *, by: User | None) -> None:
    if draft.recipient.link:
        note_address(draft.recipient.link, draft.secret, draft.message, by=by)


def _log(due: Sequence[Due], outcomes: dict[int, Outcome], *, by: User | None, note: str = "") -> dict[int, Reminder]:
    """A row for each packet, by its key; a step that nobody could pick up before gets its row written anew."""
    tried = _tried(due)
    rows = {}
    for one in due:
        outcome = outcomes[one.packet.pk]
        known = tried.get((one.packet.pk, one.step.pk)) if one.step else None
        if known and outcome == Outcome.NOBODY:
            continue
        row = known or Reminder(packet=one.packet, step=one.step, due_on=one.day)
        row.outcome, row.at, row.by, row.note = outcome, clock.now(), by, note
        row.save()
        rows[one.packet.pk] = row
    return rows


def _tried(due: Sequence[Due]) -> dict[tuple[int, int | None], Reminder]:
    wanted = Q(pk__in=())
    for one in due:
        wanted |= Q(packet=one.packet, step=one.step, due_on=one.day)
    return {(row.packet_id, row.step_id): row for row in Reminder.objects.filter(wanted, outcome=Outcome.NOBODY)}


def _tell_journal(rows: dict[int, Reminder], drafts: list[Draft], *, by: User | None) -> None:
    roles: dict[int, list[str]] = defaultdict(list)
    for draft in drafts:
        for one, reached in draft.items:
            roles[one.packet.pk].append(str(Reached(reached).label))
    for key, row in rows.items():
        event = Event.NOBODY_TO_REMIND if row.outcome == Outcome.NOBODY else Event.REMINDED
        step = str(row.step) if row.step else _("ręcznie")
        journal.record(event, row.packet, by=by, note=row.note, step=step, to=", ".join(sorted(set(roles[key]))))


def summon(due: Sequence[Due], *, by: User | None) -> list[Series]:
    """A series of drafts for each period, logged. By itself the house writes for the person who opened the period."""
    by_period: dict[Period, list[Due]] = defaultdict(list)
    for one in due:
        by_period[one.packet.period].append(one)
    return [_series(period, those, by=by) for period, those in by_period.items()]


def _series(period: Period, due: list[Due], *, by: User | None) -> Series:
    series = _drafts(period, [one.packet.institution for one in due], by=by)
    made = {letter.institution_id: letter for letter in series.letters.all()}
    rows = _log(due, {one.packet.pk: Outcome.LETTER for one in due}, by=by)
    for row in rows.values():
        row.letter = made[row.packet.institution_id]
        row.save(update_fields=("letter",))
    _tell_journal(rows, [], by=by)
    return series


def _drafts(period: Period, institutions: list[Institution], *, by: User | None) -> Series:
    template, signed = templates.find(f"reporting.again.{period.pk}"), signed_by_default()
    if by:
        return letters.draft_series(institutions, template=template, wording=Wording(), by=by, **signed)
    assert template is not None  # noqa: S101 (every open period offers it)
    assert period.opened_by is not None  # noqa: S101 (somebody opened it)
    return letters.prepare_series(institutions, template=template, on_behalf=period.opened_by, **signed)
