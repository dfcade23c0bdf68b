"""A commission of the little town, made by the services that people use."""

from datetime import date

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import Commission, Membership, Term
from bezpiecznik.commission.services import composition as services
from bezpiecznik.commission.services.composition import Person

CREATED = date(2022, 3, 1)
SEATS = (
    ("chair", "Patrycja Prezydencka"), ("councillor", "Radosław Radny"), ("councillor", "Regina Radna"),
    ("appointed", "Olga Oświatowa"), ("appointed", "Stefan Społeczny"), ("appointed", "Urszula Urzędowa"),
    ("police", "Piotr Policyjny"), ("police", "Pola Prewencyjna"), ("prosecutor", "Marta Prokuratorska"),
)  # fmt: skip


def created(*, by: User, joint_with: str = "") -> Commission:
    return services.create_commission(
        name="Komisja Bezpieczeństwa i Porządku w Zatorzynie", created_on=CREATED,
        created_by_act="zarządzenie nr 1/2022", joint_with=joint_with, by=by,
    )  # fmt: skip


def seated(*, by: User, seats: tuple[tuple[str, str], ...] = SEATS) -> Term:
    """A commission with a term from 1 March 2022 to 1 March 2025 and these people."""
    term = services.start_term(created(by=by), starts_on=CREATED, by=by, act="zarządzenie nr 2/2022")
    for kind, name in seats:
        services.appoint(term, Person(kind, name, email=f"{kind}@komisja.example"), since=CREATED, by=by)
    return term


def member_named(name: str) -> Membership:
    return Membership.objects.select_related("term__commission").get(name=name)
