"""Writes about absences: who stands in for the holder of a post, and on which days."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.polish import long_date
from bezpiecznik.institutions.access import forget_rights
from bezpiecznik.institutions.models import Absence, Holding
from bezpiecznik.institutions.notices import DEPUTY
from bezpiecznik.institutions.posts.events import Event
from bezpiecznik.institutions.posts.services import A_DAY, lock_holding
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.notices.services import send


@transaction.atomic
def name_deputy(holding: Holding, *, deputy: User, since: date, until: date | None, by: User) -> Absence:
    """On these days (both included) the deputy may do what the post may. Raises Refused for days already covered."""
    current = lock_holding(holding)
    _refuse_deputy(current, deputy, since, until)
    taken = current.absences.filter(Q(until=None) | Q(until__gte=since)).select_related("deputy")
    if other := (taken.filter(since__lte=until) if until else taken).first():
        raise Refused(_("W tych dniach zastępuje już %s. Najpierw odwołaj tamto zastępstwo.") % other.deputy)
    absence = Absence(holding=current, deputy=deputy, since=since, until=until)
    absence.full_clean()
    absence.save(force_insert=True)
    forget_rights(deputy)
    name, last = deputy.get_full_name(), until.isoformat() if until else None
    journal.record(Event.DEPUTY_NAMED, current, by=by, deputy=name, since=since.isoformat(), until=last)
    send(
        DEPUTY.name,
        to=deputy,
        url=reverse("core:desk"),
        holder=current.user.get_full_name(),
        post=str(current.post),
        days=days_in_words(since, until),
    )
    return absence


def _refuse_deputy(holding: Holding, deputy: User, since: date, until: date | None) -> None:
    if deputy.pk == holding.user_id:
        raise Refused(_("Nikt nie zastępuje samego siebie. Wybierz inną osobę."))
    if not deputy.is_active:
        raise Refused(_("Konto tej osoby jest wyłączone. Wybierz inną osobę."))
    if since < holding.since or (holding.until and (until is None or until > holding.until)):
        raise Refused(_("Zastępstwo musi mieścić się w dniach, w których %s zajmuje stanowisko.") % holding.user)


@transaction.atomic
def end_absence(absence: Absence, *, by: User) -> None:
    """The deputy stands in no longer: from today for one that goes on; one to come is called off and leaves no row."""
    today = clock.today()
    name = absence.deputy.get_full_name()
    journal.record(Event.DEPUTY_ENDED, absence.holding, by=by, deputy=name, on=today.isoformat())
    forget_rights(absence.deputy)
    if absence.since >= today:
        absence.delete()
        return
    absence.until = today - A_DAY
    absence.save(update_fields=("until",))


def days_in_words(since: date, until: date | None) -> str:
    """`od 3 listopada 2026 do 7 listopada 2026`, or `od … do odwołania`."""
    end = _("do %s") % long_date(until) if until else _("do odwołania")
    return f"{_('od %s') % long_date(since)} {end}"
