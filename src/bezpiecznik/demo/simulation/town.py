"""The town of a simulation: the programme of Kielce, with as many institutions that report as asked for."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from django.db.models import Count

from bezpiecznik.accounts.models import User
from bezpiecznik.demo.cycle import day
from bezpiecznik.institutions.models import Holding, Institution, Post, Reporting
from bezpiecznik.institutions.rights import Role
from bezpiecznik.intake import services as intake
from bezpiecznik.plans.models import Programme, Responsibility, ResponsibilityRole, Undertaking

BEGINS = date(2021, 4, 7)
SINCE = date(2021, 1, 4)
DOMAIN = "symulacja.example"


@dataclass
class Town:
    """Who is there: one coordinator, and for each institution that reports its clerk and its head (by its key)."""

    programme: Programme
    coordinator: User
    clerks: dict[int, User] = field(default_factory=dict)
    heads: dict[int, User] = field(default_factory=dict)


def found(resolution: Path, *, institutions: int, random: Random) -> Town:
    """Accept the resolution and let exactly so many institutions report (at least 1).

    Those with most duties come first. Of the rest every other reports through the first one, the others to nobody.
    More than the resolution names are invented and made partners in an action each.
    """
    coordinator = _person("Krystyna", "Koordynatorska", Role.COORDINATOR, None)
    with day(BEGINS):
        document = intake.upload(resolution.read_bytes(), name=resolution.name, by=coordinator)
        intake.read_now(document)
        intake.accept_all_parts(document, by=coordinator)
        programme = intake.accept(document, by=coordinator, made_up=True)
    town = Town(programme, coordinator)
    for institution in _who_reports(programme, institutions, random):
        town.clerks[institution.pk] = _person("Sprawozdawca", institution.short, Role.REPORTER, institution)
        town.heads[institution.pk] = _person("Kierownik", institution.short, Role.HEAD, institution)
    return town


def newcomer(town: Town, institution: Institution, number: int) -> User:
    """Somebody who will take over a post; has none yet."""
    return User.objects.create_user(
        f"nowy-{number}-{institution.pk}@{DOMAIN}", first_name="Następca", last_name=institution.short
    )


def _person(first_name: str, last_name: str, role: Role, institution: Institution | None) -> User:
    where = institution.pk if institution else "urzad"
    user = User.objects.create_user(f"{role}-{where}@{DOMAIN}", first_name=first_name, last_name=last_name)
    post = Post.objects.create(name=str(role.label), role=role, institution=institution)
    Holding.objects.create(post=post, user=user, since=SINCE)
    return user


def _who_reports(programme: Programme, wanted: int, random: Random) -> list[Institution]:
    named = list(Institution.objects.annotate(duties=Count("responsibilities")).order_by("-duties", "pk"))
    reporting, others = named[:wanted], named[wanted:]
    Institution.objects.filter(pk__in=[one.pk for one in reporting]).update(
        reporting=Reporting.ITSELF, reports_through=None
    )
    for number, other in enumerate(others):
        through = number % 2 == 0
        other.reporting = Reporting.THROUGH if through else Reporting.NONE
        other.reports_through = reporting[0] if through else None
        other.save()
    invented = [_invent(programme, number, random) for number in range(wanted - len(reporting))]
    return [*reporting, *invented]


def _invent(programme: Programme, number: int, random: Random) -> Institution:
    made = Institution.objects.create(abbr=f"Z{number + 1}", name=f"Podmiot zmyślony nr {number + 1}")
    action = random.choice(list(Undertaking.objects.actions().filter(programme=programme).order_by("pk")))
    place = action.responsibilities.count()
    Responsibility.objects.create(undertaking=action, institution=made, role=ResponsibilityRole.PARTNER, place=place)
    return made
