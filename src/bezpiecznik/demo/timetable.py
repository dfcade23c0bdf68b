"""When some actions of Kielce happen: made up, as the resolution has no timetable; set by the services people use."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from operator import itemgetter

from bezpiecznik.accounts.models import User
from bezpiecznik.demo.cycle import day
from bezpiecznik.plans import milestones, statutory, timetabling
from bezpiecznik.plans.models import Programme, StatutoryDate, Undertaking
from bezpiecznik.plans.timetabling import Timetable

Happening = Callable[[], object]

SET_ON = date(2021, 4, 26)
TERM_BEGAN = date(2019, 6, 18)
"""Of the commission of Kielce: public, from its creating ordinance."""

RECURRING = {
    "1.1": ("FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1", date(2021, 6, 30), None),
    "1.8": ("FREQ=YEARLY;COUNT=3;BYMONTH=11;BYMONTHDAY=15", date(2021, 11, 15), 14),
    "2.11": ("FREQ=MONTHLY;COUNT=24;BYDAY=1TH", date(2021, 11, 1), None),
    "3.15": ("FREQ=YEARLY;COUNT=3;BYMONTH=9;BYDAY=2WE", date(2021, 9, 1), 21),
    "5.1": ("FREQ=MONTHLY;COUNT=30;BYDAY=1TU", date(2021, 5, 1), None),
    "7.3": ("FREQ=MONTHLY;INTERVAL=3;COUNT=11;BYMONTHDAY=5", date(2021, 5, 5), 10),
    "7.5": ("FREQ=MONTHLY;INTERVAL=6;COUNT=5;BYDAY=3MO", date(2021, 6, 1), 14),
    "7.6": ("FREQ=YEARLY;COUNT=3;BYMONTH=10;BYMONTHDAY=31", date(2021, 10, 31), None),
    "7.8": ("FREQ=MONTHLY;COUNT=30;BYDAY=-1FR", date(2021, 5, 1), None),
    "8.2": ("FREQ=YEARLY;COUNT=2;BYMONTH=4;BYMONTHDAY=20", date(2022, 4, 20), 14),
    "8.7": ("FREQ=MONTHLY;INTERVAL=3;COUNT=10;BYMONTHDAY=-1", date(2021, 6, 30), None),
    "9.12": ("FREQ=YEARLY;COUNT=3;BYMONTH=6;BYMONTHDAY=15", date(2021, 6, 15), 30),
    "11.5": ("FREQ=YEARLY;COUNT=2;BYMONTH=2;BYDAY=2TU", date(2022, 2, 1), 14),
    "P4": ("FREQ=WEEKLY;INTERVAL=2;COUNT=20;BYDAY=WE", date(2022, 9, 7), None),
    "P5": ("FREQ=YEARLY;COUNT=2;BYMONTH=2;BYDAY=2TU", date(2022, 2, 1), None),
    "P31": ("FREQ=MONTHLY;COUNT=18;BYMONTHDAY=12", date(2022, 1, 12), None),
}
"""Rule, beginning, and working days for a report after each time."""
ONCE = {
    "7.4": Timetable("continuous", starts_on=date(2021, 5, 1), ends_on=date(2023, 10, 31), note="Etapami."),
    "8.6": Timetable("once", ends_on=date(2023, 11, 11)),
    "8.9": Timetable("once", ends_on=date(2022, 12, 31), precision="quarter", report_within=14),
    "P26": Timetable("once", ends_on=date(2022, 6, 30), precision="month", reported="after_completion"),
    "P36": Timetable("once", ends_on=date(2021, 9, 30), precision="half"),
}
COMPLETED = {"P26": date(2022, 6, 10), "P36": date(2021, 9, 24), "8.9": date(2023, 6, 20)}
MILESTONES = (
    ("7.4", "Wybór wykonawcy pierwszego etapu", date(2021, 9, 30), "quarter", date(2021, 9, 14)),
    ("7.4", "Odbiór robót pierwszego etapu", date(2022, 11, 30), "month", date(2022, 12, 5)),
    ("7.4", "Odbiór robót drugiego etapu", date(2023, 6, 30), "half", None),
    ("8.9", "Próba systemu alarmowania", date(2022, 11, 15), "day", date(2023, 3, 28)),
)
"""Undertaking, step, day, how exactly, and when it was reached."""


LATER = (
    "8.9",
    date(2022, 11, 21),
    Timetable("once", ends_on=date(2023, 6, 30), precision="quarter", report_within=14),
    "Dostawca przesunął dostawę urządzeń o dwa kwartały (zmyślone).",
)
"""A deadline that was moved: what, when, to what, why."""


def plan(programme: Programme, *, by: User) -> None:
    """A timetable for some actions, with steps on the way, a moved deadline and completions, as they came in time."""
    known = {row.code: row for row in programme.undertakings.select_related("area", "programme")}
    with day(SET_ON):
        for code, (rule, starts_on, within) in RECURRING.items():
            said = Timetable("recurring", starts_on=starts_on, rrule=rule, report_within=within)
            _set(known, code, said, by=by)
        for code, said in ONCE.items():
            _set(known, code, said, by=by)
        _begin_term(by=by)
        steps = _steps(known, by=by)
    for when, happen in sorted([*steps, *_later(known, by=by)], key=itemgetter(0)):
        with day(when):
            happen()


def _later(known: dict[str, Undertaking], *, by: User) -> Iterator[tuple[date, Happening]]:
    code, when, said, reason = LATER
    yield when, partial(_set, known, code, said, by=by, reason=reason)
    for code, completed_on in COMPLETED.items():
        if code in known:
            yield (
                completed_on,
                partial(timetabling.complete_undertaking, known[code], completed_on=completed_on, by=by),
            )


def _set(known: dict[str, Undertaking], code: str, said: Timetable, *, by: User, reason: str = "") -> None:
    if code in known:
        timetabling.set_schedule(known[code], said, by=by, reason=reason)


def _steps(known: dict[str, Undertaking], *, by: User) -> list[tuple[date, Happening]]:
    """Adds the milestones; returns when each of them was reached, and how that is written down."""
    reached: list[tuple[date, Happening]] = []
    for code, name, due_on, precision, done_on in MILESTONES:
        if code in known:
            step = milestones.add_milestone(known[code], name=name, due_on=due_on, precision=precision, by=by)
            if done_on:
                reached.append((done_on, partial(milestones.finish_milestone, step, done_on=done_on, by=by)))
    return reached


def _begin_term(*, by: User) -> None:
    if term := StatutoryDate.objects.filter(slug="commission-term").first():
        statutory.change_statutory_date(term, by=by, starts_on=TERM_BEGAN)
