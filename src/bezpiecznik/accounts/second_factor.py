"""Whose work asks for a second factor. Which roles these are is known by a room above, which registers its answer."""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from bezpiecznik.accounts.models import User

REQUIRED_BY: list[Callable[[User], bool]] = []
PROVED_ELSEWHERE = "accounts.second_factor_elsewhere"
"""In the session: the provider of identity asked for a second factor, and we are set to trust it."""
Type = Authenticator.Type


def required_by(rule: Callable[[User], bool]) -> Callable[[User], bool]:
    """Register a rule `user -> bool`; called when the room's app is ready."""
    REQUIRED_BY.append(rule)
    return rule


def is_required(user: User) -> bool:
    return settings.SECOND_FACTOR_REQUIRED and any(rule(user) for rule in REQUIRED_BY)


def has_one(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type__in=(Type.TOTP, Type.WEBAUTHN)).exists()


def is_missing(request: HttpRequest, user: User) -> bool:
    """Whether this person must set a second factor up first. Nothing is asked of the database after one was shown."""
    if not settings.SECOND_FACTOR_REQUIRED or shown(request, user) or request.session.get(PROVED_ELSEWHERE):
        return False
    return is_required(user) and not has_one(user)


def shown(request: HttpRequest, user: User) -> str:
    """The kind of second factor shown in this session; empty when none was."""
    records = get_authentication_records(request, user)
    return next((str(record.get("type", "")) for record in records if record["method"] == "mfa"), "")
