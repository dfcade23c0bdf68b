"""Columns of the list of people as a file."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.lists import Column
from bezpiecznik.institutions.people.states import state_of


def _posts(user: Any) -> str:
    return "; ".join(f"{held.post} ({held.post.get_role_display()})" for held in user.now)


PEOPLE: list[Column[User]] = [
    Column(_("Nazwisko"), lambda user: user.last_name),
    Column(_("Imię"), lambda user: user.first_name),
    Column(_("Adres e-mail"), lambda user: user.email),
    Column(_("Funkcja"), lambda user: user.function),
    Column(_("Stanowiska"), _posts),
    Column(_("Stan konta"), lambda user: str(state_of(user).label)),
    Column(_("Ostatnie logowanie"), lambda user: user.last_login),
]
