"""Writes about accounts: who may sign in, and with what password."""

from django.contrib.sessions.models import Session
from django.db import transaction

from bezpiecznik.accounts.events import Event
from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal


@transaction.atomic
def switch_off(user: User, *, by: User, reason: str) -> None:
    """From now on nobody signs in to this account; sessions end. Nothing is deleted."""
    user.is_active = False
    user.save(update_fields=("is_active",))
    end_sessions(user, by=by)
    journal.record(Event.SWITCHED_OFF, user, by=by, note=reason)


@transaction.atomic
def switch_on(user: User, *, by: User) -> None:
    """The account may be used again, with the password it had."""
    user.is_active = True
    user.save(update_fields=("is_active",))
    journal.record(Event.SWITCHED_ON, user, by=by)


@transaction.atomic
def end_sessions(user: User, *, by: User, except_key: str = "") -> int:
    """Sign the person out everywhere, but for the session of this key. Returns how many sessions ended."""
    own = [
        session.session_key
        for session in Session.objects.exclude(session_key=except_key)
        if session.get_decoded().get("_auth_user_id") == str(user.pk)
    ]
    Session.objects.filter(session_key__in=own).delete()
    return len(own)


@transaction.atomic
def set_first_password(user: User, password: str, *, by: User) -> None:
    """The password with which an invited person begins. The caller has checked it by the house's rules."""
    user.set_password(password)
    user.save(update_fields=("password",))
    journal.record(Event.PASSWORD_SET, user, by=by)
