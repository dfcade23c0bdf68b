"""Who is asked to a meeting, how, and what they answered."""

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission import meeting_letters, meeting_notices
from bezpiecznik.commission.events import Event
from bezpiecznik.commission.meeting_options import INVITE_DAYS
from bezpiecznik.commission.meeting_states import COMING, Answer, Channel, MeetingState
from bezpiecznik.commission.models import Attendance, Meeting, Membership
from bezpiecznik.commission.queries.meetings import by_letter
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.services.holding import advance, hold
from bezpiecznik.commission.terms import DAYS
from bezpiecznik.core import clock, journal
from bezpiecznik.core.polish import counted, remaining
from bezpiecznik.letters import services as letters


@transaction.atomic
def invite(meeting: Meeting, *, by: User, late_because: str = "") -> Meeting:
    """Ask all members, the prosecutor, advisers and guests: by e-mail, else by a letter to their institution.

    Raises Refused without an agenda, and later than the by-laws allow unless `late_because` says why.
    """
    held = hold(meeting)
    advance(held, MeetingState.INVITED)
    _refuse_unready(held, late_because.strip())
    list_members(held)
    held.invited_at = clock.now()
    held.save()
    for row in held.attendance.select_related("membership__institution", "membership__user"):
        _ask(held, row, by=by)
    asked = held.attendance.count()
    journal.record(Event.INVITED, held, by=by, persons=asked, note=late_because.strip())
    return held


def _refuse_unready(meeting: Meeting, late_because: str) -> None:
    if not meeting.items.exists():
        raise Refused(_("Porządek obrad jest pusty. Najpierw dodaj co najmniej jeden punkt."))
    if meeting.starts_at < clock.now():
        raise Refused(_("Termin posiedzenia już minął. Najpierw go zmień."))
    least = INVITE_DAYS.value()
    left = (clock.day_of(meeting.starts_at) - clock.today()).days
    if left < least and not late_because:
        told = {"stands": _stands(left), "least": counted(least, DAYS)}
        raise Refused(_("%(stands)s, a zaprasza się najpóźniej %(least)s przed nim. Napisz, dlaczego później.") % told)


def _stands(left: int) -> str:
    return _("Do posiedzenia %(left)s") % {"left": remaining(left, DAYS)} if left else _("Posiedzenie jest dziś")


def list_members(meeting: Meeting) -> None:
    """Put who sits in the Commission on the day on the list; who no longer does goes off, unless they came."""
    day = clock.day_of(meeting.starts_at)
    sitting = Membership.objects.filter(term=meeting.term).on(day)
    meeting.attendance.exclude(membership=None).exclude(membership__in=sitting).filter(presence="unknown").delete()
    known = set(meeting.attendance.values_list("membership", flat=True))
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting, membership=one, seat=one.kind, name=one.name, function=one.function, email=_address(one)
        )
        for one in sitting.select_related("user")
        if one.pk not in known
    )


def _address(membership: Membership) -> str:
    return membership.user.email if membership.user else membership.email


def _ask(meeting: Meeting, row: Attendance, *, by: User) -> None:
    row.asked_at = clock.now()
    if row.email:
        row.asked_by_channel = Channel.MAIL
        meeting_notices.invited(meeting, row)
    elif row.membership and row.membership.institution:
        row.asked_by_channel = Channel.LETTER
        row.letter = meeting_letters.draft(meeting, row, by=by)
    else:
        row.asked_by_channel = Channel.HAND
    row.save(update_fields=("asked_at", "asked_by_channel", "letter"))


def tell_of_move(meeting: Meeting, *, another_time: bool, by: User) -> None:
    """All who were asked, by e-mail or by letter; what they answered about another day or hour holds no more.

    Within the caller's transaction.
    """
    if another_time:
        meeting.attendance.update(answer=Answer.NONE, answered_at=None, answer_note="")
    meeting_notices.moved(meeting)
    for row in by_letter(meeting):
        _write_again(meeting, row, by=by)


def _write_again(meeting: Meeting, row: Attendance, *, by: User) -> None:
    """An invitation that nobody numbered yet is made anew; one that has a number is followed by another letter."""
    former, again = row.letter, row.letter is not None and not row.letter.is_draft
    write = meeting_letters.draft_of_move if again else meeting_letters.draft
    row.letter = write(meeting, row, by=by)
    row.save(update_fields=("letter",))
    if former and not again:
        letters.delete_draft(former, by=by)


@transaction.atomic
def add_guest(meeting: Meeting, *, name: str, by: User, function: str = "", email: str = "") -> Attendance:
    """Somebody from outside the Commission; asked at once where the others were asked already."""
    held = hold(meeting, among=(*COMING, MeetingState.IN_SESSION))
    if held.attendance.filter(membership=None, name__iexact=name.strip()).exists():
        raise Refused(_("%(name)s jest już na liście.") % {"name": name.strip()})
    row = Attendance.objects.create(meeting=held, name=name.strip(), function=function.strip(), email=email.strip())
    journal.record(Event.GUEST_ADDED, held, by=by, name=row.name)
    if held.state == MeetingState.INVITED:
        _ask(held, row, by=by)
    return row


@transaction.atomic
def remove_guest(row: Attendance, *, by: User) -> None:
    """Raises Refused for a member of the Commission, and once the meeting has begun."""
    held = hold(row.meeting, among=COMING)
    if row.membership_id:
        raise Refused(_("Członków Komisji zaprasza się zawsze."))
    journal.record(Event.GUEST_REMOVED, held, by=by, name=row.name)
    row.delete()


@transaction.atomic
def note_answer(row: Attendance, *, answer: str, by: User, note: str = "") -> Attendance:
    """What the person said: they themselves on the page, or the office for them. Raises Refused once it has begun."""
    held = hold(row.meeting, among=(MeetingState.INVITED,))
    current = Attendance.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if (current.answer, current.answer_note) == (answer, note.strip()):
        return current
    current.answer, current.answer_note = answer, note.strip()
    current.answered_at = None if answer == Answer.NONE else clock.now()
    current.save(update_fields=("answer", "answer_note", "answered_at"))
    journal.record(Event.ANSWERED, held, by=by, name=current.name, answer=answer, note=note.strip())
    return current
