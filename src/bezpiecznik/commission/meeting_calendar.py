"""A meeting as an entry of a member's own calendar (RFC 5545): the newer one replaces the older by its sequence."""

from datetime import UTC, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDatetime

from bezpiecznik.commission.meeting_states import MeetingState
from bezpiecznik.commission.models import Meeting
from bezpiecznik.core import clock
from bezpiecznik.notices.links import whole
from bezpiecznik.notices.mail import domain

PRODUCT = "-//Bezpiecznik//Posiedzenia Komisji//PL"
USUAL_LENGTH = timedelta(hours=2)
FILE_NAME = "posiedzenie-komisji.ics"
MEDIA_TYPE = "text/calendar"


def entry(meeting: Meeting) -> bytes:
    """The meeting alone, in UTC so that no time zone can go wrong; a cancelled one says so."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "CANCEL" if meeting.state == MeetingState.CANCELLED else "PUBLISH")
    made.add_component(_event(meeting))
    return bytes(made.to_ical())


def _event(meeting: Meeting) -> Event:
    starts = meeting.starts_at.astimezone(UTC).replace(microsecond=0)
    event = Event()
    event.add("uid", f"commission-meeting-{meeting.pk}@{domain()}")
    event.add("dtstamp", vDatetime(clock.now().astimezone(UTC).replace(microsecond=0)))
    event.add("sequence", meeting.revision)
    event.add("summary", str(meeting))
    event.add("dtstart", vDatetime(starts))
    event.add("dtend", vDatetime(starts + USUAL_LENGTH))
    event.add("location", meeting.place)
    event.add("status", "CANCELLED" if meeting.state == MeetingState.CANCELLED else "CONFIRMED")
    event.add("description", _description(meeting))
    event.add("url", whole(meeting.get_absolute_url()))
    return event


def _description(meeting: Meeting) -> str:
    agenda = "\n".join(str(item) for item in meeting.items.all())
    remote = _("Połączenie: %(link)s") % {"link": meeting.link} if meeting.link else ""
    return "\n\n".join(part for part in (remote, agenda) if part)
