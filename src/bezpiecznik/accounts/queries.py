"""What the pages of one's own account read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from bezpiecznik.accounts import browsers, sealing
from bezpiecznik.accounts.middleware import SEEN
from bezpiecznik.accounts.models import User

Type = Authenticator.Type


@dataclass(frozen=True)
class OpenSession:
    pk: int
    key: str
    browser: str
    address: str
    since: datetime
    seen: datetime


def sessions_of(user: User) -> list[OpenSession]:
    """Sessions that are open now, the last used first. Two queries."""
    known = {row.session_key: row for row in UserSession.objects.filter(user=user)}
    alive = Session.objects.filter(session_key__in=known, expire_date__gt=timezone.now())
    found = [_open(known[session.session_key], session) for session in alive]
    return sorted(found, key=lambda session: session.seen, reverse=True)


def _open(row: UserSession, session: Session) -> OpenSession:
    seen = session.get_decoded().get(SEEN)
    return OpenSession(
        pk=row.pk,
        key=row.session_key,
        browser=browsers.words_of(row.user_agent),
        address=row.ip,
        since=row.created_at,
        seen=datetime.fromtimestamp(seen, tz=timezone.get_current_timezone()) if seen else row.created_at,
    )


def factors_of(user: User) -> dict[str, Any]:
    """`app` and `keys` of the person, and how many recovery codes are left. One query."""
    found = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    codes = next((one for one in found if one.type == Type.RECOVERY_CODES), None)
    return {
        "app": next((one for one in found if one.type == Type.TOTP), None),
        "keys": [one for one in found if one.type == Type.WEBAUTHN],
        "codes_left": _codes_left(codes) if codes else None,
        "codes": codes,
    }


def _codes_left(codes: Authenticator) -> int:
    """None of them opens anything where the signing key that encrypted them is gone."""
    try:
        return len(codes.wrap().get_unused_codes())
    except sealing.Unreadable:
        return 0


def identities_of(user: User) -> list[tuple[SocialAccount, str]]:
    """Identities by which the person signs in elsewhere, with the name of the provider."""
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    names = {app["provider_id"]: app["name"] for app in apps}
    linked = SocialAccount.objects.filter(user=user).order_by("provider")
    return [(one, names.get(one.provider, one.provider)) for one in linked]
