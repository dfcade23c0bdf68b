"""The invented people of the demonstration. The sign-in page offers the first of them by name."""

from dataclasses import dataclass
from datetime import date

from bezpiecznik.accounts.demo import DOMAIN, PASSWORD
from bezpiecznik.accounts.models import User
from bezpiecznik.core.polish import slug
from bezpiecznik.institutions.models import Holding, Institution, Post, Reporting
from bezpiecznik.institutions.rights import Role

SINCE = date(2021, 1, 4)


@dataclass(frozen=True)
class Person:
    first_name: str
    last_name: str
    function: str
    role: Role
    institution: str = ""
    """Abbreviation of the institution in the programme; empty where the role belongs to the whole unit."""


CAST = (
    Person("Anna", "Bezpieczna", "koordynatorka programu", Role.COORDINATOR),
    Person("Jan", "Dzielnicowy", "specjalista do spraw prewencji", Role.REPORTER, "KMP"),
    Person("Maria", "Komendancka", "zastępca komendanta", Role.HEAD, "KMP"),
    Person("Ewa", "Pomocna", "starszy pracownik socjalny", Role.REPORTER, "MOPR"),
    Person("Piotr", "Radny", "członek komisji", Role.MEMBER),
    Person("Joanna", "Prezydencka", "prezydent miasta", Role.PRESIDENT),
    Person("Tomasz", "Informatyk", "administrator systemu", Role.ADMINISTRATOR),
)


def meet_cast() -> list[User]:
    """The cast, made where missing; whose institution is not there yet waits for the next time."""
    known = {institution.abbr: institution for institution in Institution.objects.exclude(abbr="")}
    return [
        _meet(person, known.get(person.institution))
        for person in CAST
        if not person.institution or person.institution in known
    ]


def _meet(person: Person, institution: Institution | None) -> User:
    email = f"{slug(person.first_name)}.{slug(person.last_name)}@{DOMAIN}"
    if known := User.objects.filter(email=email).first():
        return known
    user = User.objects.create_user(
        email,
        PASSWORD,
        first_name=person.first_name,
        last_name=person.last_name,
        function=person.function,
    )
    post = Post.objects.create(name=person.function, role=person.role, institution=institution)
    Holding.objects.create(post=post, user=user, since=SINCE)
    return user


def clerks() -> dict[int, User]:
    """Somebody who reports for each institution that reports by itself, by the institution's key."""
    found = {
        held.post.institution_id: held.user
        for held in Holding.objects.filter(post__role=Role.REPORTER).select_related("post", "user")
        if held.post.institution_id
    }
    for institution in Institution.objects.filter(reporting=Reporting.ITSELF).exclude(pk__in=found):
        user = User.objects.create_user(
            f"{slug(institution.short)}@podmioty.{DOMAIN}",
            first_name="Sprawozdawca",
            last_name=institution.short,
            function="osoba zmyślona",
        )
        post = Post.objects.create(name="sprawozdawca", role=Role.REPORTER, institution=institution)
        Holding.objects.create(post=post, user=user, since=SINCE)
        found[institution.pk] = user
    return found
