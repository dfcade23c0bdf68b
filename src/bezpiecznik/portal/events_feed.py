"""Coming events as a calendar (iCalendar) that a phone or an office calendar subscribes to."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from bezpiecznik.activities.models import Activity
from bezpiecznik.activities.states import ActivityState
from bezpiecznik.core import clock

WARSAW = ZoneInfo("Europe/Warsaw")
HOURS = timedelta(hours=1)
"""How long an event with an hour lasts in the calendar: we know only when it begins."""
STATUS = {
    ActivityState.PLANNED: "CONFIRMED",
    ActivityState.HELD: "CONFIRMED",
    ActivityState.CANCELLED: "CANCELLED",
}


def calendar(events: Iterable[Activity], *, name: str, site: str) -> bytes:
    """The feed; `site` is the address of the portal without the slash at its end, and part of each event's identity."""
    made = Calendar()
    made.add("prodid", "-//Bezpiecznik//Wydarzenia//PL")
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    made.add("x-wr-timezone", WARSAW.key)
    for event in events:
        made.add_component(_event(event, site))
    return bytes(made.to_ical())


def _event(event: Activity, site: str) -> Event:
    entry = Event()
    entry.add("uid", f"wydarzenie-{event.pk}@{site.partition('://')[2] or site}")
    entry.add("dtstamp", clock.now())
    entry.add("last-modified", event.updated_at)
    entry.add("sequence", event.version)
    called_off = event.state == ActivityState.CANCELLED
    entry.add("summary", _("Odwołane: %(title)s") % {"title": event.title} if called_off else event.title)
    if event.starts_at and event.last_day == event.starts_on:
        begins = datetime.combine(event.starts_on, event.starts_at, WARSAW)
        entry.add("dtstart", begins)
        entry.add("dtend", begins + HOURS)
    else:
        entry.add("dtstart", event.starts_on)
        entry.add("dtend", event.last_day + timedelta(days=1))
    if event.place:
        entry.add("location", event.place)
    if event.description:
        entry.add("description", event.description)
    entry.add("categories", [event.get_kind_display()])
    entry.add("status", STATUS[ActivityState(event.state)])
    entry.add("url", f"{site}/wydarzenia/{event.pk}/")
    return entry
