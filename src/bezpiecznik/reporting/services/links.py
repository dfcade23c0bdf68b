"""One-time links: sent, opened once, asked for again, revoked. Secrets are mailed and never kept or journaled."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.frozen import digest
from bezpiecznik.core.polish import long_date
from bezpiecznik.institutions.models import Institution
from bezpiecznik.notices.models import Message
from bezpiecznik.notices.services import send
from bezpiecznik.reporting import queries
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import LinkToken, OneTimeLink, Packet
from bezpiecznik.reporting.options import LINK_DAYS
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.states import PeriodState

BYTES = 32
PAUSE = timedelta(minutes=10)
A_DAY = timedelta(days=1)
ASKED_A_DAY = 5


@transaction.atomic
def send_link(institution: Institution, *, email: str, first_name: str, last_name: str, by: User) -> OneTimeLink:
    """Mail a link to this person, who is made known by e-mail where nobody has it yet; without a password.

    Whoever has a link already gets a fresh address. Raises Refused where nothing is open to fill in, and for a closed
    account.
    """
    _refuse_idle(institution)
    user = User.objects.filter(email__iexact=email.strip()).first() or User.objects.create_user(
        email, first_name=first_name, last_name=last_name
    )
    link = OneTimeLink.objects.standing().filter(institution=institution, user=user).first()
    link = link or OneTimeLink.objects.create(institution=institution, user=user, made_by=by)
    return resend_link(link, by=by)


@transaction.atomic
def resend_link(link: OneTimeLink, *, by: User) -> OneTimeLink:
    """Mail a fresh address; those mailed before open nothing any more. Raises Refused as `send_link`, or if revoked."""
    held = OneTimeLink.objects.select_for_update(of=("self",)).select_related("user", "institution").get(pk=link.pk)
    _refuse_idle(held.institution)
    if held.revoked_at:
        raise Refused(_("Łącze unieważniono. Wyślij nowe."))
    if not held.user.is_active:
        raise Refused(_("Konto tej osoby jest zamknięte."))
    _mail(held, by=by)
    journal.record(Event.LINK_SENT, held, by=by, institution=held.institution.name, email=held.user.email)
    return held


def _refuse_idle(institution: Institution) -> None:
    if not _is_asked(institution):
        raise Refused(_("%(name)s nie ma teraz otwartego sprawozdania.") % {"name": institution.name})


def _is_asked(institution: Institution) -> bool:
    """To send a report, or to add to one that another sends."""
    own = Packet.objects.filter(institution=institution, period__state=PeriodState.OPEN)
    return own.exists() or bool(queries.asked_to_contribute([institution.pk]))


def _mail(link: OneTimeLink, *, by: User | None) -> None:
    secret, until = secrets.token_urlsafe(BYTES), expiry()
    message = send(
        "reporting.link",
        to=link.user,
        url=address_of(secret),
        institution=link.institution.name,
        due=f"{long_date(timezone.localdate(until))} r.",
    )
    _renew(link, secret, message, until=until, by=by)


def expiry() -> datetime:
    """Until when an address mailed now can be opened."""
    return clock.now() + timedelta(days=LINK_DAYS.value())


def new_secret() -> str:
    return secrets.token_urlsafe(BYTES)


def address_of(secret: str) -> str:
    return reverse("links:open", args=(secret,))


def _renew(link: OneTimeLink, secret: str, message: Message, *, until: datetime, by: User | None) -> None:
    _forget_addresses(link)
    LinkToken.objects.create(link=link, digest=digest(secret), made_by=by, expires_at=until, message=message)


def note_address(link: OneTimeLink, secret: str, message: Message, *, by: User | None) -> None:
    """A message of another kind carries a fresh address of the link; those mailed before open nothing any more.

    Inside a transaction.
    """
    held = OneTimeLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    _renew(held, secret, message, until=expiry(), by=by)


def _forget_addresses(link: OneTimeLink) -> None:
    """Addresses mailed before are of no use: the log of messages keeps the words without them."""
    Message.objects.filter(pk__in=link.tokens.values("message")).update(url="")


@transaction.atomic
def revoke_link(link: OneTimeLink, *, by: User) -> None:
    """Nothing opens by it from now on, and who works by it is out at the next click. A second call changes nothing."""
    held = OneTimeLink.objects.select_for_update(of=("self",)).select_related("user", "institution").get(pk=link.pk)
    if held.revoked_at:
        return
    held.revoked_at, held.revoked_by = clock.now(), by
    held.save(update_fields=("revoked_at", "revoked_by"))
    _forget_addresses(held)
    journal.record(Event.LINK_REVOKED, held, by=by)


@transaction.atomic
def open_link(secret: str) -> LinkToken | None:
    """Use the address up; None where it opens nothing (any more). Of two at once only one succeeds."""
    known = LinkToken.objects.filter(digest=digest(secret)).values_list("link", flat=True).first()
    if known is None:
        return None
    OneTimeLink.objects.select_for_update().get(pk=known)
    token = LinkToken.objects.usable().select_related("link__user", "link__institution").filter(digest=digest(secret))
    opened = token.first()
    if opened is None:
        return None
    opened.opened_at = clock.now()
    opened.save(update_fields=("opened_at",))
    _forget_addresses(opened.link)
    journal.record(Event.LINK_OPENED, opened.link, by=opened.link.user)
    return opened


@transaction.atomic
def ask_again(secret: str) -> None:
    """Mail a fresh address to the same person, if the invitation stands and something is open to fill in.

    Not more often than once in ten minutes and five times a day. Whether anything was mailed is not told.
    """
    known = LinkToken.objects.filter(digest=digest(secret)).values_list("link", flat=True).first()
    if known is None:
        return
    link = OneTimeLink.objects.select_for_update(of=("self",)).select_related("user", "institution").get(pk=known)
    if link.revoked_at or not link.user.is_active or not _is_asked(link.institution) or _too_often(link):
        return
    _mail(link, by=None)
    journal.record(Event.LINK_ASKED, link, by=link.user)


def _too_often(link: OneTimeLink) -> bool:
    lately = link.tokens.filter(made_at__gt=clock.now() - PAUSE, opened_at=None)
    asked = link.tokens.filter(made_at__gt=clock.now() - A_DAY, made_by=None)
    return lately.exists() or asked.count() >= ASKED_A_DAY
