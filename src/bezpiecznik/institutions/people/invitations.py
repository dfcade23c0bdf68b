"""Writes about invitations: by e-mail, with a signed link that is good once and for some days."""

from dataclasses import dataclass
from datetime import timedelta

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.services import set_first_password
from bezpiecznik.core import clock, journal
from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.polish import long_date
from bezpiecznik.institutions.models import Invitation
from bezpiecznik.institutions.notices import INVITATION
from bezpiecznik.institutions.people.events import Event
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.notices.delivery import configured
from bezpiecznik.notices.links import whole
from bezpiecznik.notices.services import send

SALT = "institutions.invitation"
VALID_DAYS = declare(
    Option(
        "institutions.invitation_days",
        gettext_lazy("Ile dni ważne jest zaproszenie"),
        default=7,
        make=forms.IntegerField,
        help=gettext_lazy("Po tym czasie link przestaje działać i trzeba wysłać następny."),
        group=gettext_lazy("Osoby i stanowiska"),
        arguments={"min_value": 1, "max_value": 60},
    )
)


@dataclass(frozen=True)
class Newcomer:
    """A person who is not in the system yet."""

    email: str
    first_name: str
    last_name: str
    function: str = ""


@transaction.atomic
def invite(newcomer: Newcomer, *, role: str, by: User) -> User:
    """Make the account, without a password, and send the link. Raises Refused when the address is known already."""
    user = User(
        email=newcomer.email.strip().lower(),
        first_name=newcomer.first_name.strip(),
        last_name=newcomer.last_name.strip(),
        function=newcomer.function.strip(),
    )
    user.set_unusable_password()
    if known := User.objects.filter(email__iexact=user.email).first():
        raise Refused(_("Osoba o tym adresie e-mail już istnieje: %s. Wybierz ją z listy osób.") % known)
    try:
        user.full_clean()
    except ValidationError as problem:
        raise Refused(" ".join(problem.messages)) from problem
    user.save(force_insert=True)
    _send(user, role=role, by=by)
    return user


@transaction.atomic
def send_again(user: User, *, role: str, by: User) -> Invitation:
    """A new link; the one sent before stops working. Raises Refused for a person who has a password already."""
    User.objects.select_for_update().get(pk=user.pk)
    if user.has_usable_password() or user.last_login:
        raise Refused(_("Ta osoba ma już hasło. Jeśli go nie pamięta, ustawi nowe na stronie logowania."))
    if not user.is_active:
        raise Refused(_("Konto tej osoby jest wyłączone. Najpierw je włącz."))
    user.invitations.pending().update(revoked_at=clock.now())
    return _send(user, role=role, by=by)


def _send(user: User, *, role: str, by: User) -> Invitation:
    now = clock.now()
    invitation = Invitation.objects.create(
        user=user, sent_at=now, sent_by=by, expires_at=now + timedelta(days=VALID_DAYS.value())
    )
    journal.record(Event.INVITED, user, by=by, invitation=invitation.pk)
    send(
        INVITATION.name,
        to=user,
        url=link_of(invitation),
        inviter=by.get_full_name(),
        posts=role,
        expires=long_date(timezone.localdate(invitation.expires_at)),
    )
    return invitation


@transaction.atomic
def revoke(invitation: Invitation, *, by: User) -> None:
    """The link stops working; the account stays, without a password. Raises Refused for one already accepted."""
    current = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not current.is_pending:
        raise Refused(_("To zaproszenie zostało już przyjęte albo cofnięte."))
    current.revoked_at = clock.now()
    current.save(update_fields=("revoked_at",))
    journal.record(Event.REVOKED, current.user, by=by, invitation=current.pk)


@transaction.atomic
def show_link(invitation: Invitation, *, by: User) -> str:
    """The whole address to be handed over by other means, where no mail can leave. Whoever has it has the account.

    The journal keeps who took it out. Raises Refused where mail works, and for an invitation no longer open.
    """
    if configured():
        raise Refused(_("Poczta działa, więc łącze idzie tylko do tej osoby. Wyślij zaproszenie ponownie."))
    if not invitation.is_open or not invitation.user.is_active:
        raise Refused(_("To zaproszenie nie jest już ważne. Wyślij następne."))
    journal.record(Event.LINK_SHOWN, invitation.user, by=by, invitation=invitation.pk)
    return whole(link_of(invitation))


@transaction.atomic
def accept(invitation: Invitation, *, password: str) -> User:
    """The invited person sets a password; the link is used up. Raises Refused for a link no longer good.

    The caller has checked the password by the house's rules.
    """
    current = Invitation.objects.select_for_update().select_related("user").get(pk=invitation.pk)
    if not current.is_open or not current.user.is_active:
        raise Refused(_("To zaproszenie nie jest już ważne. Poproś o następne."))
    current.accepted_at = clock.now()
    current.save(update_fields=("accepted_at",))
    set_first_password(current.user, password, by=current.user)
    journal.record(Event.ACCEPTED, current.user, by=current.user, invitation=current.pk)
    return current.user


def link_of(invitation: Invitation) -> str:
    """The address in the message: the invitation's key, signed by the installation's own."""
    return reverse("people:accept", args=(signing.dumps(invitation.pk, salt=SALT),))


def invitation_of(token: str) -> Invitation | None:
    """The invitation that a link names; None for a link that we did not sign."""
    try:
        key = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return Invitation.objects.select_related("user", "sent_by").filter(pk=key).first()
