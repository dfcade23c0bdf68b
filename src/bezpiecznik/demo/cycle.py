"""Past years lived through the same services that people use: periods, reports, acceptance, evaluation, documents."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from zoneinfo import ZoneInfo

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs
from bezpiecznik.core.holidays import add_working_days
from bezpiecznik.demo.words import statement
from bezpiecznik.evaluation import documents
from bezpiecznik.evaluation import services as grading
from bezpiecznik.evaluation.models import Evaluation, GradeValue
from bezpiecznik.plans.models import Programme, ResponsibilityRole
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Packet, Part, Period
from bezpiecznik.reporting.services import Figures, Number
from bezpiecznik.reporting.states import Coverage, Share

WARSAW = ZoneInfo("Europe/Warsaw")
SOURCES = ("budżet miasta", "środki własne", "dotacja wojewody")
REMARK = "Proszę podać, ilu osób dotyczyły działania."
MORE_TIME = "Osoba, która sprawozdaje, jest na urlopie."
OVERRIDES = (
    (GradeValue.PARTIAL, "Komisja uznała, że działania objęły tylko część miasta."),
    (GradeValue.DONE, "Podmiot uzupełnił informacje ustnie podczas posiedzenia komisji."),
)


@contextmanager
def day(when: date, *, hour: int = 10) -> Iterator[None]:
    """Everything inside happens on this day (Europe/Warsaw)."""
    with clock.pretend(datetime.combine(when, time(hour), tzinfo=WARSAW)):
        yield


def live_through(period: Period, *, by: User, clerks: dict[int, User], random: Random) -> None:
    """Open the period, let most institutions report on time and some late or never, accept, close."""
    with day(period.opens_on):
        services.open_period(period, by=by)
    packets = list(period.packets.select_related("institution", "period").order_by("pk"))
    silent = set(random.sample([packet.pk for packet in packets], k=max(1, len(packets) // 12)))
    for packet in packets:
        if packet.pk not in silent:
            sent_on = period.opens_on + timedelta(days=random.randint(3, (period.due_on - period.opens_on).days))
            late = timedelta(days=random.randint(8, 15) if random.random() < 0.12 else 0)
            _report(packet, clerk=clerks[packet.institution_id], on=sent_on + late, random=random)
            _review(packet, by=by, clerk=clerks[packet.institution_id], random=random)
    with day(period.due_on + timedelta(days=45)):
        services.close_period(period, by=by)


def _report(packet: Packet, *, clerk: User, on: date, random: Random) -> None:
    with day(on, hour=9):
        _fill_all(_entries(packet), by=clerk, random=random)
    with day(on, hour=14):
        submit(packet, by=clerk, on=on)


def _entries(packet: Packet) -> list[Entry]:
    return list(
        Entry.objects.filter(obligation__packet=packet)
        .select_related("obligation__responsibility__undertaking", "obligation__packet__period")
        .order_by("pk")
    )


def _fill_all(entries: list[Entry], *, by: User, random: Random) -> None:
    with services.asked_together():
        for entry in entries:
            fill(entry, by=by, random=random)


def fill(entry: Entry, *, by: User, random: Random) -> None:
    """Say something made up in this entry."""
    duty = entry.obligation.responsibility
    said = statement(random, wording=duty.undertaking.wording, is_lead=duty.role == ResponsibilityRole.LEAD)
    share = Share.OWN if duty.role == ResponsibilityRole.LEAD else Share.JOINT
    numbers = [] if said.value is None else [Number(said.measure, Decimal(said.value), share, Coverage.UNIT)]
    services.save_entry(
        entry,
        by=by,
        version=entry.version,
        outcome=said.outcome,
        text=said.text,
        reason=said.reason,
        numbers=numbers,
        figures=None if duty.undertaking.is_action else _figures(entry, said.text),
    )


def _figures(entry: Entry, text: str) -> Figures:
    """People and money made up of the entry itself, so that the numbers drawn for actions stay what they were."""
    if not text:
        return Figures()
    key = entry.obligation.responsibility.undertaking.no * 100 + entry.obligation.period_id
    seed = Random(key)  # noqa: S311 (made-up numbers, not secrets)
    planned = Decimal(seed.randrange(20, 400) * 100)
    granted = planned * seed.choice((80, 100)) / 100
    spent = granted * seed.randrange(85, 101) / 100
    return Figures(seed.randrange(40, 900), planned, granted, spent.quantize(Decimal("0.01")), seed.choice(SOURCES))


def submit(packet: Packet, *, by: User, on: date) -> None:
    name = f"Kierownik {packet.institution.short} (osoba zmyślona)"
    services.submit_packet(packet, by=by, signatory=name, signatory_function="kierownik podmiotu", signed_on=on)


def _review(packet: Packet, *, by: User, clerk: User, random: Random) -> None:
    packet.refresh_from_db()
    assert packet.submitted_at is not None  # noqa: S101 (just submitted; tells the type checker)
    sent_on = packet.submitted_at.astimezone(WARSAW).date()
    if random.random() < 0.1:
        with day(sent_on + timedelta(days=1)):
            services.return_packet(packet, by=by, note=REMARK, remarks={_entries(packet)[0]: REMARK})
        packet.refresh_from_db()
        with day(sent_on + timedelta(days=3)):
            submit(packet, by=clerk, on=sent_on + timedelta(days=3))
        packet.refresh_from_db()
    with day(sent_on + timedelta(days=5)):
        services.accept_packet(packet, by=by)


def evaluate(
    programme: Programme, year: int, *, by: User, random: Random, before_end: Callable[[Evaluation], None] | None = None
) -> None:
    """Grade the year, change a few grades with a reason, finish, publish, and make the report to the council.

    `before_end` does what else is done with the evaluation on its day, before it is finished.
    """
    with day(date(year + 1, 3, 20)):
        evaluation: Evaluation = grading.start_evaluation(programme, year=year, by=by)
        grades = list(evaluation.grades.select_related("undertaking__area").order_by("pk"))
        for grade, (value, reason) in zip(random.sample(grades, k=len(OVERRIDES)), OVERRIDES, strict=True):
            if grade.proposed != value:
                grading.override_grade(grade, value=value, reason=reason, by=by)
        grading.confirm_grades(evaluation.grades.select_related("undertaking__area"), by=by)
        if before_end:
            before_end(evaluation)
        grading.finish_evaluation(evaluation, by=by)
    with day(date(year + 1, 3, 25)):
        document = documents.request_annual_report(evaluation, issued_on=date(year + 1, 3, 25), by=by)
        jobs.run(str(document.job_id))
    with day(date(year + 1, 4, 2)):
        grading.publish_evaluation(evaluation, by=by)


def open_on_its_day(period: Period, *, by: User) -> None:
    with day(period.opens_on):
        services.open_period(period, by=by)


def leave_open(period: Period, *, by: User, clerks: dict[int, User], random: Random) -> None:
    """The last period as of today, with packets in every state, so that everyone has something to do."""
    today = clock.today()
    packets = period.packets.select_related("institution", "period").order_by("institution__name")
    for number, packet in enumerate(packets.exclude(institution__abbr__in=("KMP", "MOPR"))):
        clerk = clerks[packet.institution_id]
        if number % 5 in {0, 1, 2}:
            _fill_all(_entries(packet), by=clerk, random=random)
            submit(packet, by=clerk, on=today)
            packet.refresh_from_db()
        if number % 5 == 1:
            services.accept_packet(packet, by=by)
        if number % 5 == 2:
            services.return_packet(packet, by=by, note=REMARK, remarks={_entries(packet)[0]: REMARK})
        if number % 5 == 3:
            _fill_all(_entries(packet)[::2], by=clerk, random=random)
    if awaited := packets.waiting_for_institution().exclude(institution__abbr__in=("KMP", "MOPR")).first():
        later = add_working_days(period.due_on, 5)
        services.grant_exception(awaited, until=later, moves_deadline=True, reason=MORE_TIME, by=by)
    for packet in packets.filter(institution__abbr__in=("KMP", "MOPR")):
        _fill_all(_entries(packet)[:3], by=clerks[packet.institution_id], random=random)


def plan(programme: Programme, year: int, part: Part, opens_on: date, due_on: date, *, by: User) -> Period:
    with day(opens_on - timedelta(days=14)):
        return services.plan_period(
            programme, year=year, part=part, opens_on=opens_on, due_on=due_on, grace_until=add_working_days(due_on, 3),
            locks_on=due_on + timedelta(days=30), by=by,
        )  # fmt: skip
