"""Roles whose work asks for a second factor of signing in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.options import Option, declare
from bezpiecznik.institutions.access import posts_of
from bezpiecznik.institutions.rights import Role

ROLES_WITH_SECOND_FACTOR: Option[list[str]] = declare(
    Option(
        "institutions.second_factor_roles",
        _("Role, które muszą mieć drugi składnik logowania"),
        default=[Role.COORDINATOR.value, Role.ADMINISTRATOR.value],
        make=forms.MultipleChoiceField,
        help=_("Osoba z taką rolą musi dodać aplikację z kodami albo klucz; do tego czasu nic innego nie otworzy."),
        group=_("Logowanie"),
        arguments={"choices": Role.choices, "widget": forms.CheckboxSelectMultiple, "required": False},
    )
)


def role_asks_for_it(user: User) -> bool:
    """Whether a post the person holds or stands in for today asks for it. The superuser administers, too."""
    roles = set(ROLES_WITH_SECOND_FACTOR.value())
    if user.is_superuser and Role.ADMINISTRATOR in roles:
        return True
    return bool(roles) and posts_of(user).filter(role__in=roles).exists()
