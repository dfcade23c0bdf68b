"""Writes about people. Who leaves is switched off; nobody is deleted."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts import services as accounts
from bezpiecznik.accounts.demo import is_shared
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.second_factor import has_one
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.models import Post
from bezpiecznik.institutions.people.events import Event
from bezpiecznik.institutions.people.invitations import Newcomer, invite
from bezpiecznik.institutions.posts.services import NewPost, add_post, administrators, seat
from bezpiecznik.institutions.refusals import Refused


@transaction.atomic
def add_person(newcomer: Newcomer, *, post: Post | NewPost, since: date, by: User) -> User:
    """Invite somebody new and let them hold the post, which is made where it is new, from this day.

    All of it or nothing. Raises Refused, and ValidationError for a new post that cannot be.
    """
    if isinstance(post, NewPost):
        post = add_post(name=post.name, role=post.role, institution=post.institution, by=by)
    user = invite(newcomer, role=str(post), by=by)
    seat(post, user=user, since=since, by=by)
    return user


@transaction.atomic
def edit_person(user: User, *, by: User, **values: Any) -> None:
    """Save name, function, address; the same values again change nothing. Raises ValidationError.

    With another address the invitation sent to the former one stops working.
    """
    stored = User.objects.select_for_update().get(pk=user.pk)
    changed = {name: [getattr(stored, name), value] for name, value in values.items() if getattr(stored, name) != value}
    if not changed:
        return
    for name, value in values.items():
        setattr(stored, name, value)
    stored.full_clean()
    stored.save(update_fields=tuple(changed))
    if "email" in changed:  # the link went to a mailbox that may be somebody else's
        stored.invitations.pending().update(revoked_at=clock.now())
    journal.record(Event.EDITED, stored, by=by, changed=changed)


@transaction.atomic
def switch_off(user: User, *, by: User, reason: str) -> None:
    """The account is used no more; a waiting invitation is revoked.

    Raises Refused for oneself, for the last administrator, and for the cast of a demonstration.
    """
    if is_shared(user):
        raise Refused(_("Na to konto logują się wszyscy, którzy oglądają pokaz. Zostaje włączone."))
    if user.pk == by.pk:
        raise Refused(_("Nie możesz wyłączyć własnego konta. Poproś innego administratora."))
    able = administrators(clock.today())
    if able.filter(pk=user.pk).exists() and not able.exclude(pk=user.pk).exists():
        raise Refused(_("To ostatni administrator. Najpierw niech ktoś inny obejmie taką rolę i zaloguje się."))
    user.invitations.pending().update(revoked_at=clock.now())
    accounts.switch_off(user, by=by, reason=reason)


def switch_on(user: User, *, by: User) -> None:
    accounts.switch_on(user, by=by)


@transaction.atomic
def take_factors(user: User, *, by: User, reason: str) -> None:
    """All second factors of somebody who lost them. Raises Refused for oneself, and where there is none."""
    if user.pk == by.pk:
        raise Refused(_("Własne usuwa się na stronie „Bezpieczeństwo konta”, a bez nich poproś innego administratora."))
    if not has_one(user):
        raise Refused(_("Ta osoba nie ma drugiego składnika."))
    accounts.take_factors(user, by=by, reason=reason)
