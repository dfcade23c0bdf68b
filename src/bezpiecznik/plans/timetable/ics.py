"""Dates as a calendar that other programs read (RFC 5545). All of them last whole days, so there is no time zone to go
wrong; folding of lines and escaping of text are the library's.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDatetime, vDuration

from bezpiecznik.notices.links import whole
from bezpiecznik.plans.timetable.marks import Mark

PRODUCT = "-//Bezpiecznik//Harmonogram programu//PL"
REFRESH = timedelta(hours=12)
A_DAY = timedelta(days=1)


def calendar(marks: Iterable[Mark], *, name: str, domain: str, made_at: datetime) -> bytes:
    """The calendar's text: UTF-8, CRLF, lines of 75 octets at most. `made_at` stamps dates of unknown age."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", name)
    made.add("x-wr-calname", name)
    made.add("x-wr-timezone", "Europe/Warsaw")
    made.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", vDuration(REFRESH))
    for mark in marks:
        made.add_component(_event(mark, domain=domain, made_at=made_at))
    return bytes(made.to_ical())


def _event(mark: Mark, *, domain: str, made_at: datetime) -> Event:
    changed = (mark.changed_at or made_at).astimezone(UTC).replace(microsecond=0)
    event = Event()
    event.add("uid", f"{mark.key}@{domain}")
    event.add("dtstamp", vDatetime(changed))
    event.add("last-modified", vDatetime(changed))
    event.add("sequence", mark.revision)
    event.add("summary", mark.title)
    event.add("dtstart", mark.day)
    event.add("dtend", mark.day + A_DAY)
    event.add("transp", "TRANSPARENT")
    event.add("categories", [mark.label])
    if said := _description(mark):
        event.add("description", said)
    if mark.url:
        event.add("url", whole(mark.url))
    return event


def _description(mark: Mark) -> str:
    words = (
        _("Termin: %(day)s") % {"day": mark.words} if mark.is_coarse else "",
        _("Zakończono.") if mark.is_done else "",
        mark.detail,
    )
    return "\n".join(word for word in words if word)
