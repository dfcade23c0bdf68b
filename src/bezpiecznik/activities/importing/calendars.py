"""Events of a calendar (RFC 5545) as rows. Pure; days and hours become those of Europe/Warsaw.

Series are unfolded within bounds: so many events, and no further than a year ahead. What a rule could never end with
(each second, an interval of nothing) is refused for that event alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from icalendar import Calendar

from bezpiecznik.activities.importing.fields import BY_NAME
from bezpiecznik.activities.importing.values import EARLIEST, LATEST
from bezpiecznik.activities.states import ActivityState
from bezpiecznik.institutions.importing.reading import MAX_BYTES, UnreadableFile

WARSAW = ZoneInfo("Europe/Warsaw")
MOST_OF_SERIES = 200
MOST_WORDS = 1_000
"""Invitations carry pages of instructions: their beginning is enough."""
AHEAD = timedelta(days=365)
SLOW = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
COLUMNS = ("uid", "starts_on", "ends_on", "starts_at", "title", "place", "description", "state", "problem")
MAPPING = {name: place for place, name in enumerate(COLUMNS)}
_COUNTED = re.compile(r"COUNT=(\d{1,6})\b", re.IGNORECASE)
A_DAY = timedelta(days=1)

Moment = date | datetime


@dataclass(frozen=True)
class _Event:
    uid: str
    starts: Moment
    length: timedelta
    title: str
    place: str
    description: str
    cancelled: bool
    rule: str
    skipped: tuple[Moment, ...]
    added: tuple[Moment, ...]
    instead_of: Moment | None


def is_calendar(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].upper() == b"BEGIN:VCALENDAR"


def titles() -> list[str]:
    return [str(BY_NAME[name].title) for name in COLUMNS]


def read(data: bytes, *, today: date, most_rows: int) -> list[tuple[int, list[str]]]:
    """Rows of `COLUMNS`, numbered in the order of the file. Raises UnreadableFile."""
    if len(data) > MAX_BYTES:
        raise UnreadableFile(_("Plik jest za duży: przyjmujemy najwyżej 2 MB."))
    try:
        events = list(Calendar.from_ical(data).walk("VEVENT"))
    except Exception as fault:  # the library raises whatever a broken file makes it raise
        raise UnreadableFile(_("Kalendarza nie da się odczytać: wyeksportuj go jeszcze raz do pliku ICS.")) from fault
    if not events:
        raise UnreadableFile(_("W kalendarzu nie ma żadnego wydarzenia."))
    rows = list(islice(_rows(events, today + AHEAD), most_rows + 1))
    if len(rows) > most_rows:
        raise UnreadableFile(
            _("W kalendarzu jest więcej niż %(n)d wydarzeń: wyeksportuj krótszy okres.") % {"n": most_rows}
        )
    return list(enumerate(rows, start=1))


def _rows(events: list[Any], horizon: date) -> Iterator[list[str]]:
    read_events = [_understood(event) for event in events]
    replaced: dict[str, set[Moment]] = {}
    for event in read_events:
        if isinstance(event, _Event) and event.instead_of is not None:
            replaced.setdefault(event.uid, set()).add(_key_moment(event.instead_of))
    for event in read_events:
        if not isinstance(event, _Event):
            yield event
            continue
        try:
            yield from _occurrences(event, replaced.get(event.uid, set()), horizon)
        except (ValueError, OverflowError, TypeError):
            yield _broken(event.title, _("zasady powtarzania tego wydarzenia nie da się odczytać"))


def _understood(event: Any) -> "_Event | list[str]":
    title = " ".join(str(event.get("SUMMARY", "")).split())
    try:
        starts = event.decoded("DTSTART")
        if not isinstance(starts, date):
            return _broken(title, _("dnia tego wydarzenia nie da się odczytać"))
        return _Event(
            uid=str(event.get("UID", "")),
            starts=starts,
            length=_length(event, starts),
            title=title,
            place=" ".join(str(event.get("LOCATION", "")).split()),
            description=Truncator(str(event.get("DESCRIPTION", "")).strip()).chars(MOST_WORDS),
            cancelled=str(event.get("STATUS", "")).upper() == "CANCELLED",
            rule=event["RRULE"].to_ical().decode() if event.get("RRULE") else "",
            skipped=_moments(event.get("EXDATE")),
            added=_moments(event.get("RDATE")),
            instead_of=event.decoded("RECURRENCE-ID") if event.get("RECURRENCE-ID") else None,
        )
    except Exception:  # as above: one broken event does not spoil the rest
        return _broken(title, _("dnia tego wydarzenia nie da się odczytać"))


def _broken(title: str, sentence: str) -> list[str]:
    said = {"title": title, "problem": sentence}
    return [said.get(name, "") for name in COLUMNS]


def _length(event: Any, starts: Moment) -> timedelta:
    if event.get("DTEND"):
        ends = event.decoded("DTEND")
        if (
            isinstance(ends, datetime)
            and isinstance(starts, datetime)
            and (ends.tzinfo is None) != (starts.tzinfo is None)
        ):
            ends, starts = ends.replace(tzinfo=None), starts.replace(tzinfo=None)
        lasts: timedelta = ends - starts
        return max(lasts, timedelta())
    if event.get("DURATION"):
        lasts = event.decoded("DURATION")
        return max(lasts, timedelta())
    return timedelta() if isinstance(starts, datetime) else A_DAY


def _moments(given: Any) -> tuple[Moment, ...]:
    lists = given if isinstance(given, list) else [given] if given else []
    return tuple(one.dt for several in lists for one in several.dts if isinstance(one.dt, date))


def _occurrences(event: _Event, replaced: set[Moment], horizon: date) -> Iterator[list[str]]:
    if not event.rule:
        if not EARLIEST <= event.starts.year <= LATEST:
            yield _broken(event.title, _("sprawdź rok"))
            return
        key = f"{event.uid}/{_key_moment(event.instead_of).isoformat()}" if event.instead_of else event.uid
        yield _row(event, event.starts, key)
        return
    parts = dict(part.split("=", 1) for part in event.rule.upper().split(";") if "=" in part)
    if parts.get("FREQ") in SLOW or parts.get("INTERVAL") == "0" or event.starts.year < EARLIEST:
        yield _broken(event.title, _("takiego powtarzania nie rozwijamy: usuń je albo wyeksportuj krótszy okres"))
        return
    left_out = replaced | {_key_moment(moment) for moment in event.skipped}
    for moment in islice(_series(event, horizon), MOST_OF_SERIES):
        if _key_moment(moment) not in left_out:
            yield _row(event, moment, f"{event.uid}/{_key_moment(moment).isoformat()}")


def _series(event: _Event, horizon: date) -> Iterator[Moment]:
    """Moments of the series on the clock of its own time zone, so that 17:00 stays 17:00 when the clocks change."""
    timed = isinstance(event.starts, datetime)
    zone = event.starts.tzinfo if isinstance(event.starts, datetime) else None
    begins = (
        event.starts.replace(tzinfo=None)
        if isinstance(event.starts, datetime)
        else datetime.combine(event.starts, time())
    )
    rule: Any = rrulestr(_for_clock(event.rule, zone), dtstart=begins)
    last = datetime.combine(horizon, time.max)
    until = getattr(rule, "_until", None)
    counted = _COUNTED.search(event.rule)
    for naive in islice(rule.replace(until=min(until, last) if until else last), int(counted[1]) if counted else None):
        yield naive.replace(tzinfo=zone) if timed else naive.date()
    yield from event.added


def _for_clock(rule: str, zone: Any) -> str:
    """UNTIL is told in UTC where the beginning has a zone; the series is unfolded without any. COUNT is ours to do:
    a rule that never comes true would be followed to the end of time for its first event.
    """
    parts = []
    for part in rule.split(";"):
        name, _sign, value = part.partition("=")
        if name.upper() == "COUNT":
            continue
        if name.upper() == "UNTIL" and value.endswith("Z"):
            moment = datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=ZoneInfo("UTC"))
            value = f"{(moment.astimezone(zone) if zone else moment):%Y%m%dT%H%M%S}"
        parts.append(f"{name}={value}")
    return ";".join(parts)


def _key_moment(moment: Moment) -> Moment:
    """Comparable: the moment on the clock of Warsaw, without its zone."""
    return _warsaw(moment).replace(tzinfo=None) if isinstance(moment, datetime) else moment


def _warsaw(moment: datetime) -> datetime:
    return moment.astimezone(WARSAW) if moment.tzinfo else moment


def _row(event: _Event, moment: Moment, key: str) -> list[str]:
    if isinstance(moment, datetime):
        starts, hour = _warsaw(moment), f"{_warsaw(moment):%H:%M}"
        ends = starts.replace(tzinfo=None) + event.length
        first, last = starts.date(), (ends - timedelta(microseconds=1) if event.length else ends).date()
    else:
        first, hour = moment, ""
        last = moment + event.length - A_DAY
    said = {
        "uid": key,
        "starts_on": first.isoformat(),
        "ends_on": last.isoformat() if last > first else "",
        "starts_at": hour,
        "title": event.title,
        "place": event.place,
        "description": event.description,
        "state": ActivityState.CANCELLED.label if event.cancelled else "",
    }
    return [str(said.get(name, "")) for name in COLUMNS]
