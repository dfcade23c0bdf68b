"""Every write about accounts: one function a verb, one line of the journal each."""

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from bezpiecznik.accounts import mail, sealing
from bezpiecznik.accounts.events import Event
from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal


@transaction.atomic
def switch_off(user: User, *, by: User, reason: str) -> None:
    """Nobody signs in as this person any more; whoever is signed in as them is out with the next page they open."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    journal.record(Event.SWITCHED_OFF, user, by=by, note=reason)
    end_sessions(user, by=by)


@transaction.atomic
def switch_on(user: User, *, by: User) -> None:
    user.is_active = True
    user.save(update_fields=["is_active"])
    journal.record(Event.SWITCHED_ON, user, by=by)


@transaction.atomic
def set_first_password(user: User, password: str, *, by: User) -> None:
    """The password with which an invited person begins; checked by the caller's form."""
    user.set_password(password)
    user.save(update_fields=["password"])
    journal.record(Event.PASSWORD_GIVEN, user, by=by)


@transaction.atomic
def end_sessions(user: User, *, by: User | None, except_key: str = "") -> int:
    """Sign the person out everywhere, or everywhere but in the session of this key; how many sessions ended."""
    ended = UserSession.objects.filter(user=user).exclude(session_key=except_key)
    keys = list(ended.values_list("session_key", flat=True))
    alive, _kinds = Session.objects.filter(session_key__in=keys).delete()
    ended.delete()
    if alive:
        journal.record(Event.SESSIONS_ENDED, user, by=by, sessions=alive)
    return alive


@transaction.atomic
def end_session(session: UserSession, *, by: User) -> None:
    """Sign the person out in one browser."""
    Session.objects.filter(session_key=session.session_key).delete()
    journal.record(Event.SESSIONS_ENDED, session.user, by=by, sessions=1)
    session.delete()


@transaction.atomic
def note_sign_in(user: User, *, method: str, second_factor: str, failed_before: int, new_browser: str | None) -> None:
    """Somebody signed in. `new_browser` describes a browser that does not know the account; None for one that does."""
    came_before = journal.about(user).filter(event=Event.SIGNED_IN).exists()
    journal.record(
        Event.SIGNED_IN, user, by=user, method=method, second_factor=second_factor, failed_before=failed_before
    )
    if came_before and new_browser is not None:
        mail.tell(user, mail.NEW_BROWSER, browser=new_browser)


def note_sign_out(user: User) -> None:
    journal.record(Event.SIGNED_OUT, user, by=user)


@transaction.atomic
def note_pause(user: User, *, failed: int, kind: str) -> None:
    """Signing in rests after too many failures: one line for all of them. `kind`: password or code."""
    journal.record(Event.SIGN_IN_PAUSED, user, by=None, failed=failed, kind=kind)
    if kind == "code":
        mail.tell(user, mail.CODES_GUESSED)


@transaction.atomic
def finish_password_change(user: User, *, session_key: str) -> None:
    """After the person changed their own password: other sessions end, and a notice goes out."""
    journal.record(Event.PASSWORD_CHANGED, user, by=user)
    end_sessions(user, by=user, except_key=session_key)
    mail.tell(user, mail.PASSWORD_CHANGED)


@transaction.atomic
def finish_password_reset(user: User) -> None:
    """After a new password was set through a mailed link: all sessions end, and a notice goes out."""
    journal.record(Event.PASSWORD_RESET, user, by=user)
    end_sessions(user, by=user)
    mail.tell(user, mail.PASSWORD_CHANGED)


@transaction.atomic
def note_factor_added(user: User, *, factor: str, session_key: str) -> None:
    """A second factor is in place: sessions that did not show it end, but for the one it was added in."""
    journal.record(Event.FACTOR_ADDED, user, by=user, factor=factor)
    end_sessions(user, by=user, except_key=session_key)
    mail.tell(user, mail.FACTOR_ADDED, factor=factor)


@transaction.atomic
def note_factor_removed(user: User, *, factor: str) -> None:
    journal.record(Event.FACTOR_REMOVED, user, by=user, factor=factor)
    mail.tell(user, mail.FACTOR_REMOVED, factor=factor)


@transaction.atomic
def take_factors(user: User, *, by: User, reason: str) -> None:
    """All second factors and recovery codes of somebody who lost them, after it was checked who they are."""
    Authenticator.objects.filter(user=user).delete()
    journal.record(Event.FACTORS_TAKEN, user, by=by, note=reason)
    end_sessions(user, by=by)
    mail.tell(user, mail.FACTORS_TAKEN)


SECRETS_OF = {Authenticator.Type.TOTP: "secret", Authenticator.Type.RECOVERY_CODES: "seed"}


@transaction.atomic
def renew_secrets() -> tuple[int, int]:
    """Encrypt with the newest signing key what a former one encrypted; how many, and how many nobody can read."""
    done = unreadable = 0
    for factor in Authenticator.objects.select_for_update().filter(type__in=SECRETS_OF).order_by("pk"):
        name = SECRETS_OF[Authenticator.Type(factor.type)]
        kept = factor.data.get(name, "")
        if not kept or sealing.is_of_newest_key(kept):
            continue
        try:
            factor.data[name] = sealing.renewed(kept)
        except sealing.Unreadable:
            unreadable += 1
            continue
        factor.save(update_fields=["data"])
        done += 1
    return done, unreadable


@transaction.atomic
def note_codes_made(user: User, *, tell: bool) -> None:
    journal.record(Event.CODES_MADE, user, by=user)
    if tell:
        mail.tell(user, mail.CODES_MADE)


@transaction.atomic
def note_identity_linked(user: User, *, provider: str) -> None:
    journal.record(Event.IDENTITY_LINKED, user, by=user, provider=provider)
    mail.tell(user, mail.IDENTITY_LINKED, provider=provider)


@transaction.atomic
def unlink_identity(user: User, *, pk: int, by: User) -> None:
    """Forget an identity; signing in through it again links it anew by the verified address."""
    identity = SocialAccount.objects.get(pk=pk, user=user)
    journal.record(Event.IDENTITY_UNLINKED, user, by=by, provider=identity.provider)
    identity.delete()
