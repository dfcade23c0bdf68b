"""A meeting is held while it changes, and goes only where the table of states lets it."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.meeting_states import NEXT, MeetingState
from bezpiecznik.commission.models import AgendaItem, Meeting
from bezpiecznik.commission.refusals import Refused

_S = MeetingState
WHY_NOT = {
    _S.PLANNED: _("Posiedzenie jest dopiero planowane. Najpierw wyślij zaproszenia."),
    _S.INVITED: _("Posiedzenie jeszcze się nie zaczęło."),
    _S.IN_SESSION: _("Posiedzenie już trwa."),
    _S.HELD: _("Posiedzenie już się odbyło."),
    _S.ADOPTED: _("Protokół tego posiedzenia jest przyjęty i niczego się już w nim nie zmienia."),
    _S.CANCELLED: _("Posiedzenie jest odwołane."),
}


def hold(meeting: Meeting, *, among: Collection[MeetingState] = ()) -> Meeting:
    """The row, locked to the end of the transaction. Raises Refused unless its state is one of `among`, if any."""
    held = Meeting.objects.select_for_update(of=("self",)).select_related("commission", "term").get(pk=meeting.pk)
    if among and held.state not in among:
        raise Refused(str(WHY_NOT[MeetingState(held.state)]))
    return held


def advance(meeting: Meeting, to: MeetingState) -> None:
    """To the next state; not saved yet. Raises Refused where the table does not lead there."""
    if to not in NEXT[MeetingState(meeting.state)]:
        raise Refused(str(WHY_NOT[MeetingState(meeting.state)]))
    meeting.state = to


def hold_item(item: AgendaItem, *, among: Collection[MeetingState]) -> AgendaItem:
    """A point of the agenda, locked together with its meeting. Raises Refused as `hold`."""
    meeting = hold(item.meeting, among=among)
    held = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    held.meeting = meeting
    return held
