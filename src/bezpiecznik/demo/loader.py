"""The demonstration: the real resolution of Kielce, and three years of made-up reports."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

from django.db import transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.demo import (
    activities,
    commission,
    council,
    cycle,
    editions,
    evaluation,
    indicators,
    letters,
    mail,
    meetings,
    motions,
    observations,
    people,
    posts,
    privacy,
    proof,
    questions,
    register,
    reminders,
    timetable,
    workshop,
)
from bezpiecznik.evaluation.models import Evaluation
from bezpiecznik.institutions.models import Institution, Reporting
from bezpiecznik.intake import services as intake
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting.models import Part, Period

SEED = 829_2021
RESOLUTION = "uchwala-XLII-829-2021.txt"
ADOPTED_ON = date(2021, 3, 18)
THROUGH = {"Szkoły": "EKS", "placówki oświatowe": "EKS", "Rady osiedli": "BBiZK"}
"""Collective names and who answers for them: a choice made for the demonstration, as the coordinator would make it."""

Say = Callable[[str], None]


def load(examples: Path, *, say: Say) -> Programme:
    """Everything from an empty database; what is already there is left alone, so that it may be run again."""
    coordinator = people.meet_cast()[0]
    if present := Programme.objects.filter(made_up=True).first():
        return present
    with transaction.atomic():
        programme = _accept(examples / RESOLUTION, by=coordinator)
        workshop.furnish(ADOPTED_ON + timedelta(days=30), by=coordinator)
        _live(programme, by=coordinator, say=say)
        workshop.sign(by=coordinator)
        timetable.plan(programme, by=coordinator)
        motions.live(programme, by=coordinator)
        register.order_register(by=coordinator)
        posts.show(by=coordinator)
        indicators.measure(by=coordinator)
        commission.sit(by=coordinator)
        meetings.meet(by=coordinator)
        commission.account(by=coordinator)
        council.submit(programme, by=coordinator)
        editions.prepare_the_next(programme, by=coordinator)
        mail.settle(coordinator)
        proof.prove(programme, by=coordinator)
    return programme


def _accept(path: Path, *, by: User) -> Programme:
    with cycle.day(ADOPTED_ON + timedelta(days=20)):
        document = intake.upload(path.read_bytes(), name=path.name, by=by)
        intake.read_now(document)
        intake.accept_all_parts(document, by=by)
        programme = intake.accept(document, by=by, made_up=True)
    _answer_for_collective_names()
    people.meet_cast()
    return programme


def _answer_for_collective_names() -> None:
    for name, abbr in THROUGH.items():
        collective = Institution.objects.get(name__iexact=name)
        collective.reporting, collective.reports_through = Reporting.THROUGH, Institution.objects.get(abbr=abbr)
        collective.collective = True
        collective.save()


def _last_asked(period: Period) -> int:
    """The key of the institution that comes last by name of those that will not have answered."""
    names = period.packets.exclude(institution__abbr__in=("KMP", "MOPR")).order_by("institution__name")
    keys = list(names.values_list("institution", flat=True))
    return next(key for number, key in reversed(list(enumerate(keys))) if number % 5 == 4)


def _before_end(graded: Evaluation, *, by: User) -> None:
    evaluation.edit_paragraphs(graded, by=by)
    evaluation.recommend(graded.programme, graded.year, by=by)


def _live(programme: Programme, *, by: User, say: Say) -> None:
    random, clerks = Random(SEED), people.clerks()  # noqa: S311 (made-up words, not secrets)
    evaluation.prepare(programme, by=by)
    for year in (2021, 2022):
        say(f"Rok {year}: sprawozdania, ocena i sprawozdanie roczne…")
        observations.hear(programme, year, by=by)
        period = cycle.plan(programme, year, Part.YEAR, date(year + 1, 1, 3), date(year + 1, 1, 24), by=by)
        cycle.live_through(period, by=by, clerks=clerks, random=random)
        evaluated = date(year + 1, 3, 20)
        evaluation.follow_up(programme, since=date(year, 3, 20), until=evaluated, by=by)
        cycle.evaluate(programme, year, by=by, random=random, before_end=partial(_before_end, by=by))
    evaluation.follow_up(programme, since=evaluated, until=clock.today(), by=by)
    say("Rok 2023: I półrocze zamknięte, II półrocze otwarte…")
    first = cycle.plan(programme, 2023, Part.FIRST_HALF, date(2023, 7, 3), date(2023, 7, 24), by=by)
    cycle.live_through(first, by=by, clerks=clerks, random=random)
    activities.live(programme, clerks=clerks)
    observations.hear(programme, 2023, by=by)
    today = clock.today()
    opens, due = today - timedelta(days=17), today + timedelta(days=4)
    second = cycle.plan(programme, 2023, Part.SECOND_HALF, opens, due, by=by)
    cycle.open_on_its_day(second, by=by)
    reminders.sign_in(clerks, but=_last_asked(second))
    reminders.climb(second)
    cycle.leave_open(second, by=by, clerks=clerks, random=random)
    reminders.by_hand(second, by=by)
    letters.write(second, by=by)
    privacy.name_somebody(second)
    questions.ask(second)
