"""The persons of our tests, and the little town they live in. Each test reads as a small scene."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Absence, Holding, Institution, Post, Reporting
from bezpiecznik.institutions.rights import Role
from bezpiecznik.notices.models import BounceKind, Message, MessageState
from bezpiecznik.plans.models import Area, PostProgramme, Programme, Responsibility, Undertaking

SINCE = date(2020, 1, 1)


def make_person(
    first_name: str, last_name: str, role: Role | None = None, institution: Institution | None = None
) -> User:
    user = User.objects.create_user(
        f"{first_name}.{last_name}@miasto.example".lower(),
        "hasło-na-próbę-1",
        first_name=first_name,
        last_name=last_name,
    )
    if role:
        seat(user, role, institution)
    return user


def seat(user: User, role: Role, institution: Institution | None = None) -> Holding:
    """A new post with this role, held by the person since long ago."""
    post = Post.objects.create(name=Role(role).label, role=role, institution=institution)
    return Holding.objects.create(post=post, user=user, since=SINCE)


def mail_to(person: User, state: MessageState = MessageState.SENT, **fields: Any) -> Message:
    """A message to the person that came to this state, with the moments that belong to it."""
    moments: dict[MessageState, dict[str, Any]] = {
        MessageState.SENT: {"sent_at": clock.now()},
        MessageState.FAILED: {"failed_at": clock.now()},
        MessageState.BOUNCED: {"sent_at": clock.now(), "bounced_at": clock.now(), "bounce": BounceKind.HARD},
    }
    words = {"kind": "x", "subject": "Temat", "body": "Treść", **moments.get(state, {}), **fields}
    return Message.objects.create(user=person, address=person.email, state=state, **words)


def limit(held: Holding, *programmes: Programme) -> None:
    """From now on the post reaches these programmes alone."""
    held.post.limited = True
    held.post.save()
    for programme in programmes:
        PostProgramme.objects.create(post=held.post, programme=programme)


@pytest.fixture
def office(db: None) -> Institution:
    """The safety office of the city, where the coordinator works."""
    return Institution.objects.create(abbr="BB", name="Biuro Bezpieczeństwa")


@pytest.fixture
def police(db: None) -> Institution:
    return Institution.objects.create(abbr="KMP", name="Komenda Miejska Policji")


@pytest.fixture
def guard(db: None) -> Institution:
    return Institution.objects.create(abbr="SM", name="Straż Miejska")


@pytest.fixture
def schools(office: Institution) -> Institution:
    """A collective name that reports through the office."""
    return Institution.objects.create(
        name="szkoły", collective=True, reporting=Reporting.THROUGH, reports_through=office
    )


@pytest.fixture
def coordinator(office: Institution) -> User:
    return make_person("Krystyna", "Koordynatorska", Role.COORDINATOR, office)


@pytest.fixture
def reporter(police: Institution) -> User:
    """Reports for the police."""
    return make_person("Robert", "Raportowski", Role.REPORTER, police)


@pytest.fixture
def head(police: Institution) -> User:
    """Heads the police and signs its reports."""
    return make_person("Halina", "Kierownicza", Role.HEAD, police)


@pytest.fixture
def neighbour(guard: Institution) -> User:
    """Reports for another institution, the city guard."""
    return make_person("Stefan", "Strażnicki", Role.REPORTER, guard)


@pytest.fixture
def member(db: None) -> User:
    """Sits in the commission."""
    return make_person("Maria", "Członkowska", Role.MEMBER)


@pytest.fixture
def administrator(db: None) -> User:
    return make_person("Adam", "Administratorski", Role.ADMINISTRATOR)


@pytest.fixture
def deputy(reporter: User, police: Institution) -> User:
    """Works in the police without a post of their own, and stands in for the reporter from long ago on."""
    person = make_person("Dorota", "Zastępcza")
    Absence.objects.create(holding=reporter.holdings.get(), deputy=person, since=SINCE)
    return person


@pytest.fixture
def guest(db: None) -> User:
    """Has an account and no role at all."""
    return make_person("Gustaw", "Gościnny")


@pytest.fixture
def programme(db: None) -> Programme:
    """A programme of an invented town for 2021-2023, still empty."""
    return Programme.objects.create(
        title="Program bezpieczeństwa Zatorzyna", unit="Miasto Zatorzyn", council="Rada Miasta Zatorzyna",
        act_no="X/1/2021", act_date=date(2021, 3, 18), year_from=2021, year_to=2023,
    )  # fmt: skip


@pytest.fixture
def area(programme: Programme) -> Area:
    return Area.objects.create(programme=programme, no=1, official_name="BEZPIECZEŃSTWO W MIEJSCACH PUBLICZNYCH")


MakeAction = Callable[..., Undertaking]


@pytest.fixture
def make_action(area: Area) -> MakeAction:
    """`make_action(wording, lead=…, partners=[…])`: the next action of the area."""

    def make(wording: str = "Kontrole miejsc zagrożonych.", *, lead: Institution | None = None,
             partners: Any = ()) -> Undertaking:  # fmt: skip
        no = area.actions.count() + 1
        action = Undertaking.objects.create(
            programme=area.programme, kind="action", area=area, no=no, wording=wording, source_line=100 + no
        )
        duties = ([(lead, "lead")] if lead else []) + [(partner, "partner") for partner in partners]
        for place, (institution, role) in enumerate(duties):
            Responsibility.objects.create(undertaking=action, institution=institution, role=role, place=place)
        return action

    return make


@pytest.fixture
def patrols(make_action: MakeAction, police: Institution, guard: Institution) -> Undertaking:
    """Action 1.1: the police lead, the city guard is partner."""
    return make_action("Kierowanie dodatkowych patroli w miejsca zagrożone.", lead=police, partners=[guard])
