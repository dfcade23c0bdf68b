"""Calendars to subscribe to: their addresses, renewed and revoked by whoever has them.

The address holds the feed's key, its serial and a signature (HMAC-SHA256) over both. Nothing secret is stored, so the
address can be shown to its owner again, and a stolen copy of the database opens no calendar. Renewing counts the serial
up; revoking ends the feed. See ADR 0025.
"""

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.urls import reverse

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.notices.links import whole
from bezpiecznik.plans.events import Event
from bezpiecznik.plans.models import CalendarFeed

SIGNER = Signer(salt="bezpiecznik.plans.feeds", sep=".")


def address_of(feed: CalendarFeed) -> str:
    """The whole address, for its owner alone."""
    return whole(reverse("calendars:read", args=(token_of(feed),)))


def token_of(feed: CalendarFeed) -> str:
    return SIGNER.sign(f"{feed.pk}-{feed.serial}")


def feed_of(token: str) -> CalendarFeed | None:
    """The standing feed that the token opens; None for one that opens nothing (any more)."""
    try:
        key, serial = SIGNER.unsign(token).split("-")
    except (BadSignature, ValueError):
        return None
    found = CalendarFeed.objects.standing().select_related("user", "institution")
    return found.filter(pk=int(key), serial=int(serial)).first()


@transaction.atomic
def make_feed(user: User, institution: Institution | None, *, by: User) -> CalendarFeed:
    """The person's feed of this institution, or (None) of all they may see; one that was revoked begins anew."""
    User.objects.select_for_update().get(pk=user.pk)
    known = CalendarFeed.objects.filter(user=user, institution=institution).first()
    if known and known.revoked_at is None:
        return known
    if known:
        known.revoked_at, known.serial = None, known.serial + 1
        known.save()
    feed = known or CalendarFeed.objects.create(user=user, institution=institution)
    journal.record(Event.FEED_MADE, feed, by=by)
    return feed


@transaction.atomic
def renew_feed(feed: CalendarFeed, *, by: User) -> CalendarFeed:
    """A new address; the one before opens nothing from now on."""
    held = CalendarFeed.objects.select_for_update(of=("self",)).select_related("user", "institution").get(pk=feed.pk)
    held.serial, held.revoked_at, held.made_at = held.serial + 1, None, clock.now()
    held.save()
    journal.record(Event.FEED_RENEWED, held, by=by)
    return held


@transaction.atomic
def revoke_feed(feed: CalendarFeed, *, by: User) -> None:
    """Its address opens nothing from now on. A second call changes nothing."""
    held = CalendarFeed.objects.select_for_update(of=("self",)).select_related("user", "institution").get(pk=feed.pk)
    if held.revoked_at:
        return
    held.revoked_at = clock.now()
    held.save()
    journal.record(Event.FEED_REVOKED, held, by=by)
