"""One click: the holding of the one who leaves ends, the next one begins, and the next one is told."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.polish import long_date
from bezpiecznik.institutions.access import forget_rights
from bezpiecznik.institutions.models import Handover, Holding
from bezpiecznik.institutions.notices import HANDOVER
from bezpiecznik.institutions.people.invitations import Newcomer, invite
from bezpiecznik.institutions.posts import services
from bezpiecznik.institutions.posts.events import Event
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.notices.services import send


@transaction.atomic
def hand_over(holding: Holding, *, to: User | Newcomer, on: date, note: str, by: User) -> Handover:
    """The successor holds the post from this day on, the former holder to the day before.

    Who is new is invited by the way. Raises Refused for a day not after the former holder's first one, for a post
    already given to somebody for those days, and for the last administrator who leaves to one who cannot sign in yet.
    """
    current = services.lock_holding(holding)
    _refuse_day(current, on)
    successor = invite(to, role=str(current.post), by=by) if isinstance(to, Newcomer) else to
    if successor.pk == current.user_id:
        raise Refused(_("Następcą musi być inna osoba."))
    until_before = current.until
    current.handover_note = note.strip()
    current.save(update_fields=("handover_note",))
    _end(current, on, successor, by=by)
    after = services.seat(current.post, user=successor, since=on, until=until_before, by=by)
    handover = Handover.objects.create(before=current, after=after, until_before=until_before, made_by=by)
    journal.record(Event.HANDED_OVER, current, by=by, to=successor.get_full_name(), on=on.isoformat())
    send(
        HANDOVER.name,
        to=successor,
        url=reverse("posts:handover", args=(handover.pk,)),
        post=str(current.post),
        day=long_date(on),
        before=current.user.get_full_name(),
    )
    return handover


def _refuse_day(holding: Holding, on: date) -> None:
    if on <= holding.since:
        raise Refused(
            _("Następca może zacząć najwcześniej dzień po początku poprzednika (%s).") % long_date(holding.since)
        )
    if holding.until and on > holding.until:
        raise Refused(_("Poprzednik zajmuje stanowisko tylko do %s.") % long_date(holding.until))


def _end(holding: Holding, on: date, successor: User, *, by: User) -> None:
    """A successor who can sign in is an administrator from that day on: nobody is missing."""
    if not (successor.is_active and (successor.has_usable_password() or successor.last_login)):
        services.refuse_without_administrator(holding, on=on)
    holding.until = on - services.A_DAY
    holding.save(update_fields=("until",))
    forget_rights(holding.user)


@transaction.atomic
def undo(handover: Handover, *, by: User) -> None:
    """On the same day: as if it had not been; the journal keeps both lines.

    Raises Refused on a later day, and where the successor has named a deputy or passed the post on.
    """
    before, after = handover.before, handover.after
    services.hold_post(before.post)
    if not handover.can_be_undone:
        raise Refused(_("Przekazanie można cofnąć tylko tego samego dnia. Teraz przekaż stanowisko z powrotem."))
    if after.absences.exists() or Handover.objects.filter(before=after).exists():
        raise Refused(_("Następca zdążył już wyznaczyć zastępcę albo przekazać stanowisko dalej."))
    journal.record(Event.UNDONE, before, by=by, successor=after.user.get_full_name())
    handover.delete()
    after.delete()
    before.until = handover.until_before
    before.handover_note = ""
    before.save(update_fields=("until", "handover_note"))
    for person in (before.user, after.user):
        forget_rights(person)


@transaction.atomic
def mark_read(handover: Handover, *, by: User) -> None:
    """The successor has read the note; it leaves the desk. A second time changes nothing."""
    if handover.read_at:
        return
    handover.read_at, handover.read_by = clock.now(), by
    handover.save(update_fields=("read_at", "read_by"))
    journal.record(Event.READ, handover.after, by=by)
