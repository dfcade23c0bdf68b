"""What changes around the programme meanwhile: people hand over their posts, bodies cease to exist."""

from datetime import date, timedelta

from bezpiecznik.demo.simulation.life import Act, Life
from bezpiecznik.demo.simulation.town import newcomer
from bezpiecznik.institutions import dissolution
from bezpiecznik.institutions.models import Holding, Institution
from bezpiecznik.institutions.posts import handovers
from bezpiecznik.institutions.rights import Role
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Period
from bezpiecznik.reporting.states import PeriodState


def hand_over(institution_key: int) -> Act:
    """The clerk of the institution goes; somebody new sits down at the same post."""

    def act(life: Life) -> str:
        post = {"post__institution": institution_key, "post__role": Role.REPORTER, "until": None}
        held = Holding.objects.select_related("post__institution", "user").filter(**post).first()
        if not held or not held.post.institution or held.since >= life.today:
            return ""
        successor = newcomer(life.town, held.post.institution, life.done["people_changed"])
        handovers.hand_over(held, to=successor, on=life.today, note="Wszystko jest w teczce.", by=life.town.coordinator)
        life.town.clerks[institution_key] = successor
        return "people_changed"

    return act


def dissolve(life: Life) -> str:
    """A small body ceases to exist; one that reports takes over from it, and open periods follow."""
    reporting = list(Institution.objects.active().filter(pk__in=life.town.clerks).order_by("pk"))
    if len(reporting) < 4:
        return ""
    gone, successor = reporting[-1], reporting[len(reporting) // 2]
    dissolution.dissolve(gone, day=life.today, successor=successor, by=life.town.coordinator)
    renew(life)
    return "dissolved"


def renew(life: Life) -> str:
    """Open periods follow what has changed."""
    for period in Period.objects.filter(state=PeriodState.OPEN):
        renewal = services.renew_obligations(period, by=life.town.coordinator)
        life.done["obligations_added_later"] += renewal.added
        life.done["obligations_withdrawn"] += renewal.withdrawn
        life.done["obligations_moved"] += renewal.moved
    return "renewed"


def foresee(life: Life, year: int) -> None:
    """Draw what will change in the year, and put it in the agenda."""
    for institution in sorted(life.town.clerks):
        if life.happens(0.15):
            life.on(_some_day(life, year), hand_over(institution))
    life.on(_some_day(life, year), dissolve)


def _some_day(life: Life, year: int) -> date:
    return date(year, 7, 2) + timedelta(days=life.random.randint(0, 230))
