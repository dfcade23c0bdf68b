"""Rules of recurrence (RFC 5545) made safe: bounded, by whole days, without DTSTART. Pure.

`check` refuses what nobody means: steps shorter than a day, thousands of occurrences, or none at all. All reads go
through `occurrences`, which ends with its window. Counting runs on days moved whole cycles of the calendar (400 years)
towards its end: a rule that never comes true is then given up after at most four centuries instead of eighty.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice

from dateutil.rrule import rrule, rrulestr
from django.utils.translation import gettext as _

MOST = 1_000
"""More occurrences than this are no recurrence: such an undertaking is continuous."""
LONGEST_STEP = 1_000
CYCLE = 400
LAST_YEAR = 9_999
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
PARTS = (
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST",
)  # fmt: skip
"""In the order in which a rule is written down."""
RANGES = {
    "INTERVAL": (1, LONGEST_STEP), "COUNT": (1, MOST), "BYMONTH": (1, 12), "BYWEEKNO": (-53, 53),
    "BYYEARDAY": (-366, 366), "BYMONTHDAY": (-31, 31), "BYSETPOS": (-366, 366),
}  # fmt: skip
"""What the numbers of a part may be; never nought."""
SINGLE = ("INTERVAL", "COUNT")
WEEKDAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
NUMBER = re.compile(r"[+-]?\d{1,4}")
UNTIL = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?")


class RuleRefused(ValueError):
    """The rule cannot be used; the message is a Polish sentence for the person who wrote it."""


def parts_of(rule: str) -> dict[str, str]:
    """The parts of a rule by name, in capitals. Raises RuleRefused for what is no rule of whole days."""
    text = rule.strip().upper().removeprefix("RRULE:").rstrip(";")
    found: dict[str, str] = {}
    for piece in text.split(";"):
        name, sign, value = (word.strip() for word in piece.partition("="))
        if not (name and sign and value) or name in found:
            raise RuleRefused(_("„%(piece)s” nie jest częścią reguły powtarzania.") % {"piece": piece[:40]})
        if name not in PARTS:
            raise RuleRefused(_("Reguła powtarzania nie może zawierać części %(name)s.") % {"name": name[:40]})
        found[name] = value
    if found.get("FREQ") not in FREQUENCIES:
        raise RuleRefused(_("Najczęściej można powtarzać codziennie: FREQ to DAILY, WEEKLY, MONTHLY albo YEARLY."))
    if "COUNT" in found and "UNTIL" in found:
        raise RuleRefused(_("Podaj albo liczbę powtórzeń, albo ostatni dzień, nie oba naraz."))
    for name, value in found.items():
        _require_sense(name, value, found["FREQ"])
    return found


def _require_sense(name: str, value: str, frequency: str) -> None:
    values = value.split(",")
    if name in RANGES:
        least, most = RANGES[name]
        single = name in SINGLE and len(values) > 1
        if single or not all(NUMBER.fullmatch(one) and int(one) and least <= int(one) <= most for one in values):
            said = _("%(name)s musi być liczbą od %(least)s do %(most)s, inną niż zero.")
            raise RuleRefused(said % {"name": name, "least": least, "most": most})
    elif name in {"BYDAY", "WKST"}:
        matches = [WEEKDAY.fullmatch(one) for one in values]
        numbered = any(match[1] for match in matches if match)
        if not all(matches) or (numbered and (name == "WKST" or frequency not in {"MONTHLY", "YEARLY"})):
            raise RuleRefused(
                _("%(value)s to nie są dni tygodnia, jakich używa %(name)s.") % {"value": value[:40], "name": name}
            )
    elif name == "UNTIL":
        _until(value)


def normal(rule: str) -> str:
    """The rule as it is kept: `FREQ=MONTHLY;BYDAY=1MO`, parts in a fixed order. Raises RuleRefused."""
    found = parts_of(rule)
    if "UNTIL" in found:
        found["UNTIL"] = f"{_until(found['UNTIL']):%Y%m%d}"
    return ";".join(f"{name}={found[name]}" for name in PARTS if name in found)


def _until(text: str) -> date:
    match = UNTIL.fullmatch(text)
    try:
        return date(*map(int, match.groups())) if match else date.fromisoformat(text)
    except ValueError:
        raise RuleRefused(_("Nie wiadomo, jaki to dzień: %(day)s.") % {"day": text[:20]}) from None


def until(rule: str) -> date | None:
    """The last day that the rule itself allows, where it names one."""
    text = parts_of(rule).get("UNTIL")
    return _until(text) if text else None


def ends_by_itself(rule: str) -> bool:
    return not {"COUNT", "UNTIL"}.isdisjoint(parts_of(rule))


def occurrences(rule: str, starts_on: date, first: date, last: date) -> list[date]:
    """Days from `first` to `last` (both included) on which the rule falls, `starts_on` being the beginning of all.

    At most MOST days. Raises RuleRefused for a rule that cannot be read.
    """
    return list(islice((day for day in _days(rule, starts_on, last) if day >= first), MOST))


def _days(rule: str, starts_on: date, last: date) -> Iterator[date]:
    """From the beginning to the last day of the window."""
    if last < starts_on:
        return
    years = (LAST_YEAR - last.year) // CYCLE * CYCLE
    for moment in _compiled(rule, starts_on, years):
        day = moment.date()
        day = day.replace(year=day.year - years)
        if day > last:
            return
        yield day


def _compiled(rule: str, starts_on: date, years: int) -> rrule:
    found = parts_of(rule)
    if "UNTIL" in found:
        end = _until(found["UNTIL"])
        if end.year + years > LAST_YEAR:
            del found["UNTIL"]  # later than any window
        else:
            found["UNTIL"] = f"{end.replace(year=end.year + years):%Y%m%d}"
    start = datetime.combine(starts_on.replace(year=starts_on.year + years), time())
    text = ";".join(f"{name}={value}" for name, value in found.items())
    try:
        compiled = rrulestr(f"RRULE:{text}", dtstart=start)
    except (ValueError, TypeError, KeyError, IndexError) as problem:
        raise RuleRefused(_("Tej reguły powtarzania nie da się odczytać. Sprawdź jej pisownię.")) from problem
    if not isinstance(compiled, rrule):
        raise RuleRefused(_("Tej reguły powtarzania nie da się odczytać. Sprawdź jej pisownię."))
    return compiled


def check(rule: str, starts_on: date, last: date) -> tuple[str, date]:
    """The rule as it is kept, and the day of its last occurrence up to `last`.

    Raises RuleRefused for a rule that cannot be read, never falls in that time, or falls more than MOST times.
    """
    kept = normal(rule)
    days = list(islice(_days(kept, starts_on, last), MOST + 1))
    if not days:
        raise RuleRefused(_("W tym czasie reguła nie wskazuje żadnego dnia."))
    if len(days) > MOST:
        raise RuleRefused(
            _("To ponad %(most)s powtórzeń. Działanie prowadzone tak często oznacz jako ciągłe.") % {"most": MOST}
        )
    return kept, days[-1]
