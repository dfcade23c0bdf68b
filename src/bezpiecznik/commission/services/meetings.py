"""A meeting is planned, moved, cancelled."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission import meeting_notices
from bezpiecznik.commission.events import Event
from bezpiecznik.commission.meeting_states import COMING, MeetingMode, MeetingState
from bezpiecznik.commission.models import Commission, Meeting, Term
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.services.holding import advance, hold
from bezpiecznik.commission.services.inviting import tell_of_move
from bezpiecznik.core import clock, journal


@transaction.atomic
def plan_meeting(
    commission: Commission, *, starts_at: datetime, place: str, by: User,
    mode: str = MeetingMode.ON_SITE, link: str = "",
) -> Meeting:  # fmt: skip
    """The next meeting of the year. Raises Refused for a moment that has passed or lies in no term."""
    held = Commission.objects.select_for_update().get(pk=commission.pk)
    _refuse_past(starts_at)
    term, year = _term_at(held, starts_at), clock.day_of(starts_at).year
    meeting = Meeting.objects.create(
        commission=held, term=term, year=year, no=_next_no(held, year), starts_at=starts_at, place=place.strip(),
        mode=mode, link=link, made_by=by,
    )  # fmt: skip
    journal.record(Event.MEETING_PLANNED, meeting, by=by, **_told(meeting))
    return meeting


@transaction.atomic
def move_meeting(
    meeting: Meeting, *, starts_at: datetime, place: str, mode: str, link: str, by: User, reason: str = ""
) -> Meeting:
    """Another day, hour, place or mode. Once people were invited it needs a reason, and they are told.

    Another day or hour asks them anew: what they answered is forgotten. Saving the same changes nothing. Raises
    Refused without the reason, and once the meeting has begun.
    """
    held = hold(meeting, among=COMING)
    wanted = (starts_at, place.strip(), mode, link)
    if wanted == (held.starts_at, held.place, held.mode, held.link):
        return held
    invited = held.state == MeetingState.INVITED
    if invited and not reason.strip():
        raise Refused(_("Zaproszenia są już wysłane: napisz, dlaczego posiedzenie jest zmieniane."))
    another_time = starts_at != held.starts_at
    if another_time:
        _refuse_past(starts_at)
        _renumber(held, starts_at)
    before = _told(held)
    held.starts_at, held.place, held.mode, held.link = wanted
    held.moved_because, held.revision = reason.strip(), held.revision + 1
    held.save()
    journal.record(Event.MEETING_MOVED, held, by=by, note=held.moved_because, before=before, **_told(held))
    if invited:
        tell_of_move(held, another_time=another_time, by=by)
    return held


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: str, by: User) -> Meeting:
    """It will not be held; the number stays. Whoever was invited is told. Raises Refused without a reason."""
    held = hold(meeting)
    if not reason.strip():
        raise Refused(_("Napisz, dlaczego posiedzenie jest odwołane."))
    invited = held.state == MeetingState.INVITED
    advance(held, MeetingState.CANCELLED)
    held.cancelled_because, held.revision = reason.strip(), held.revision + 1
    held.save()
    journal.record(Event.MEETING_CANCELLED, held, by=by, note=held.cancelled_because)
    if invited:
        meeting_notices.cancelled(held)
    return held


def _renumber(meeting: Meeting, starts_at: datetime) -> None:
    """A meeting moved to another year takes the next number there."""
    meeting.term, year = _term_at(meeting.commission, starts_at), clock.day_of(starts_at).year
    if year != meeting.year:
        meeting.year, meeting.no = year, _next_no(meeting.commission, year)


def _next_no(commission: Commission, year: int) -> int:
    return (commission.meetings.filter(year=year).aggregate(last=Max("no"))["last"] or 0) + 1


def _term_at(commission: Commission, moment: datetime) -> Term:
    day = clock.day_of(moment)
    term = commission.terms.filter(starts_on__lte=day, ends_on__gte=day).last()
    if term is None:
        told = {"day": f"{day:%d.%m.%Y}"}
        raise Refused(_("Dnia %(day)s nie trwa żadna kadencja Komisji. Najpierw wpisz kadencję.") % told)
    return term


def _refuse_past(moment: datetime) -> None:
    if moment < clock.now():
        raise Refused(_("Ten termin już minął. Wybierz przyszły."))


def _told(meeting: Meeting) -> dict[str, str]:
    return {"when": f"{meeting.local:%d.%m.%Y %H:%M}", "place": meeting.place, "mode": meeting.mode}
