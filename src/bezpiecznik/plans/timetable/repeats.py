"""Recurrence as people say it: „co kwartał, w pierwszy poniedziałek miesiąca, 8 razy”; into a rule and back. Pure."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.plans.timetable import recurrence

LAST = -1
"""The last day of the month, or its last Monday, Tuesday…"""
SAFE_DAYS = range(1, 29)
"""Days that every month has."""
COMMON_YEAR = 2001
ORDINALS = (1, 2, 3, 4, LAST)


class Every(StrEnum):
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    TWO_MONTHS = "two_months"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


EVERY: dict[Every, str | Promise] = {
    Every.WEEK: gettext_lazy("co tydzień"),
    Every.FORTNIGHT: gettext_lazy("co dwa tygodnie"),
    Every.MONTH: gettext_lazy("co miesiąc"),
    Every.TWO_MONTHS: gettext_lazy("co dwa miesiące"),
    Every.QUARTER: gettext_lazy("co kwartał"),
    Every.HALF: gettext_lazy("co pół roku"),
    Every.YEAR: gettext_lazy("co rok"),
}
STEPS = {
    Every.WEEK: ("WEEKLY", 1),
    Every.FORTNIGHT: ("WEEKLY", 2),
    Every.MONTH: ("MONTHLY", 1),
    Every.TWO_MONTHS: ("MONTHLY", 2),
    Every.QUARTER: ("MONTHLY", 3),
    Every.HALF: ("MONTHLY", 6),
    Every.YEAR: ("YEARLY", 1),
}
BY_STEP = {step: every for every, step in STEPS.items()}

WEEKDAYS: dict[str, str | Promise] = {
    "MO": gettext_lazy("poniedziałek"),
    "TU": gettext_lazy("wtorek"),
    "WE": gettext_lazy("środa"),
    "TH": gettext_lazy("czwartek"),
    "FR": gettext_lazy("piątek"),
    "SA": gettext_lazy("sobota"),
    "SU": gettext_lazy("niedziela"),
}
ON_WEEKDAY: dict[str, str | Promise] = {
    "MO": gettext_lazy("w poniedziałek"),
    "TU": gettext_lazy("we wtorek"),
    "WE": gettext_lazy("w środę"),
    "TH": gettext_lazy("w czwartek"),
    "FR": gettext_lazy("w piątek"),
    "SA": gettext_lazy("w sobotę"),
    "SU": gettext_lazy("w niedzielę"),
}
FEMININE = ("WE", "SA", "SU")
ORDINAL_WORDS: dict[int, tuple[str | Promise, str | Promise]] = {
    1: (gettext_lazy("pierwszy"), gettext_lazy("pierwszą")),
    2: (gettext_lazy("drugi"), gettext_lazy("drugą")),
    3: (gettext_lazy("trzeci"), gettext_lazy("trzecią")),
    4: (gettext_lazy("czwarty"), gettext_lazy("czwartą")),
    LAST: (gettext_lazy("ostatni"), gettext_lazy("ostatnią")),
}


@dataclass(frozen=True)
class Repeat:
    """How often; on which day; how many times or until when (neither: to the end of the programme).

    For weeks `weekdays` (none: that of the start). For longer steps either `month_day` (1-31, LAST), or `nth` with one
    weekday, or nothing: the day of the start. For years also `month` (none: that of the start).
    """

    every: Every
    weekdays: tuple[str, ...] = ()
    month_day: int | None = None
    nth: int | None = None
    month: int | None = None
    times: int | None = None
    until: date | None = None


def to_rule(repeat: Repeat, starts_on: date) -> str:
    """The rule, which says the day in full: days 29-31 of the start mean the last day of shorter months."""
    frequency, interval = STEPS[repeat.every]
    pieces = [f"FREQ={frequency}"]
    if interval > 1:
        pieces.append(f"INTERVAL={interval}")
    if repeat.times:
        pieces.append(f"COUNT={repeat.times}")
    elif repeat.until:
        pieces.append(f"UNTIL={repeat.until:%Y%m%d}")
    if frequency == "YEARLY":
        pieces.append(f"BYMONTH={repeat.month or starts_on.month}")
    return recurrence.normal(";".join([*pieces, *_on(repeat, starts_on)]))


def _on(repeat: Repeat, starts_on: date) -> list[str]:
    if STEPS[repeat.every][0] == "WEEKLY":
        return [f"BYDAY={','.join(repeat.weekdays or (list(WEEKDAYS)[starts_on.weekday()],))}"]
    if repeat.nth and repeat.weekdays:
        return [f"BYDAY={repeat.nth}{repeat.weekdays[0]}"]
    day = repeat.month_day or starts_on.day
    if _is_plain(day, repeat.month or starts_on.month if repeat.every == Every.YEAR else None):
        return [f"BYMONTHDAY={day}"]
    return [f"BYMONTHDAY={_late(day)}", f"BYSETPOS={LAST}"]


def _is_plain(day: int, month: int | None) -> bool:
    """Whether every month (or this one in every year) has the day; LAST too."""
    return day in SAFE_DAYS or day == LAST or (month is not None and 0 < day <= monthrange(COMMON_YEAR, month)[1])


def _late(day: int) -> str:
    """The day or, in months that have no such day, the last one of them: the last of `28,29,30`."""
    return ",".join(map(str, range(SAFE_DAYS[-1], day + 1)))


LATE_DAYS = {(_late(day), str(LAST)): day for day in (29, 30, 31)}


def from_rule(rule: str) -> Repeat | None:
    """The same in people's words; None for a rule that says something the form has no words for."""
    found = recurrence.parts_of(rule)
    every = BY_STEP.get((found.pop("FREQ"), int(found.pop("INTERVAL", "1"))))
    found.pop("WKST", None)
    times = int(found.pop("COUNT", "0")) or None
    found.pop("UNTIL", None)
    month = found.pop("BYMONTH", "")
    if every is None or bool(month) != (every == Every.YEAR) or not (month or "1").isdecimal():
        return None
    read = Repeat(every, month=int(month) if month else None, times=times, until=recurrence.until(rule))
    return _with_days(read, found)


def _with_days(repeat: Repeat, found: dict[str, str]) -> Repeat | None:
    if late := LATE_DAYS.get((found.get("BYMONTHDAY", ""), found.get("BYSETPOS", ""))):
        return replace(repeat, month_day=late) if len(found) == 2 and STEPS[repeat.every][0] != "WEEKLY" else None
    days, month_days = found.get("BYDAY", ""), found.get("BYMONTHDAY", "")
    if set(found) - {"BYDAY", "BYMONTHDAY"} or bool(days) == bool(month_days):
        return None
    if STEPS[repeat.every][0] == "WEEKLY":
        return replace(repeat, weekdays=tuple(days.split(","))) if days else None
    if month_days:
        day = int(month_days) if "," not in month_days else 0
        return replace(repeat, month_day=day) if _is_plain(day, repeat.month) else None
    match = recurrence.WEEKDAY.fullmatch(days)
    nth = int(match[1] or 0) if match else 0
    return replace(repeat, nth=nth, weekdays=(match[2],)) if match and nth in ORDINALS else None


def sentence(rule: str) -> str:
    """„co rok, 15 marca, 3 razy”; a rule without words of its own is quoted as it stands."""
    repeat = from_rule(rule)
    if repeat is None:
        return _("według reguły %(rule)s") % {"rule": rule}
    pieces = [str(EVERY[repeat.every]), _on_words(repeat)]
    if repeat.times:
        pieces.append(f"{repeat.times} {forms(repeat.times, _('raz,razy,razy'))}")
    if repeat.until:
        pieces.append(_("do %(day)s") % {"day": long_date(repeat.until)})
    return ", ".join(pieces)


def _on_words(repeat: Repeat) -> str:
    month = long_date(date(2000, repeat.month, 1)).split("\u00a0")[1] if repeat.month else _("miesiąca")
    if repeat.nth:
        weekday = repeat.weekdays[0]
        noun = str(ON_WEEKDAY[weekday]).split(" ", 1)[1]
        words = {"which": ORDINAL_WORDS[repeat.nth][weekday in FEMININE], "weekday": noun, "month": month}
        return _("w %(which)s %(weekday)s %(month)s") % words
    if repeat.weekdays:
        *before, last = (str(ON_WEEKDAY[weekday]) for weekday in repeat.weekdays)
        return _("%(days)s i %(last)s") % {"days": ", ".join(before), "last": last} if before else last
    if repeat.month_day == LAST:
        return _("ostatniego dnia %(month)s") % {"month": month}
    if repeat.month:
        said = f"{repeat.month_day}\u00a0{month}"
        return (
            said
            if _is_plain(repeat.month_day or 0, repeat.month)
            else _("%(said)s albo ostatniego dnia") % {"said": said}
        )
    said = _("%(day)s. dnia miesiąca") % {"day": repeat.month_day}
    return said if repeat.month_day in SAFE_DAYS else _("%(said)s (w krótszych ostatniego)") % {"said": said}
