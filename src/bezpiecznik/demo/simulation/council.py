"""What the council and the timetable change in the programme while it is being reported on."""

from datetime import date, timedelta

from bezpiecznik.demo.simulation.life import Act, Life
from bezpiecznik.demo.simulation.town import BEGINS
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans import amending, timetabling
from bezpiecznik.plans.models import ReportedWhen, Responsibility, ResponsibilityRole, Schedule, Undertaking

AMENDMENTS_A_YEAR, COMPLETED_A_YEAR, AFTER_COMPLETION = 6, 4, 12


def foresee(life: Life, year: int) -> None:
    """Draw when the programme will be changed, and which single actions will be completed, in this year."""
    for number in range(AMENDMENTS_A_YEAR):
        life.on(_some_day(life, year), amend(f"uchwała nr {number + 1}/{year} (zmyślona)"))
    for _number in range(COMPLETED_A_YEAR):
        life.on(_some_day(life, year), complete)


def set_timetable(life: Life) -> str:
    """Some actions are reported on after they are completed."""
    for action in life.random.sample(_actions(life), k=AFTER_COMPLETION):
        said = timetabling.Timetable(reported=ReportedWhen.AFTER_COMPLETION)
        timetabling.set_schedule(action, said, by=life.town.coordinator)
    return "timetable_set"


def amend(basis: str) -> Act:
    """One change by one resolution."""

    def act(life: Life) -> str:
        change = life.random.choice((_add, _withdraw, _give, _take))(life)
        if change is None:
            return ""
        effective = _in_force_from(life)
        amending.amend(
            life.town.programme, basis=basis, effective_on=effective, reason="Zmiana potrzeb (zmyślona).",
            by=life.town.coordinator, changes=[change],
        )  # fmt: skip
        return f"amended_{type(change).__name__.lower()}"

    return act


def _in_force_from(life: Life) -> date:
    """Today, the beginning of next month, or two months ago: the office hears of a resolution late."""
    next_month = (life.today.replace(day=1) + timedelta(days=32)).replace(day=1)
    years = life.town.programme.years
    wanted = life.random.choice((life.today, next_month, max(life.today - timedelta(days=60), BEGINS)))
    return wanted if wanted.year in years else life.today


def complete(life: Life) -> str:
    """An action that is reported on after completion is over."""
    waiting = Schedule.objects.filter(reported=ReportedWhen.AFTER_COMPLETION, completed_on=None).order_by("pk")
    if not (schedules := list(waiting.select_related("undertaking"))):
        return ""
    schedule = life.random.choice(schedules)
    timetabling.complete_undertaking(schedule.undertaking, completed_on=life.today, by=life.town.coordinator)
    return "completed"


def _add(life: Life) -> amending.Change:
    area = life.random.choice(list(life.town.programme.areas.order_by("pk")))
    bodies = _bodies(life)
    lead, *partners = life.random.sample(bodies, k=min(3, len(bodies)))
    return amending.AddAction(area, "Działanie dodane zmianą programu (zmyślone).", (lead,), tuple(partners))


def _withdraw(life: Life) -> amending.Change:
    return amending.Withdraw(life.random.choice(_actions(life)))


def _give(life: Life) -> amending.Change:
    role = life.random.choice((ResponsibilityRole.LEAD, ResponsibilityRole.PARTNER))
    return amending.AddDuty(life.random.choice(_actions(life)), life.random.choice(_bodies(life)), role)


def _take(life: Life) -> amending.Change | None:
    held = Responsibility.objects.in_force().filter(
        undertaking__programme=life.town.programme, role=ResponsibilityRole.PARTNER
    )
    found = list(held.select_related("undertaking__area", "institution").order_by("pk"))
    if not found:
        return None
    duty = life.random.choice(found)
    return amending.EndDuty(duty.undertaking, duty.institution, ResponsibilityRole(duty.role))


def _actions(life: Life) -> list[Undertaking]:
    found = Undertaking.objects.actions().filter(programme=life.town.programme, withdrawn_on=None)
    return list(found.select_related("area").order_by("pk"))


def _bodies(life: Life) -> list[Institution]:
    return list(Institution.objects.active().filter(pk__in=life.town.clerks).order_by("pk"))


def _some_day(life: Life, year: int) -> date:
    """Any day of the year after the resolution, or one on which reports on its first half are being written."""
    if life.happens(0.5):
        return date(year, 7, 2) + timedelta(days=life.random.randint(0, 40))
    return date(year, 4, 20) + timedelta(days=life.random.randint(0, 250))
