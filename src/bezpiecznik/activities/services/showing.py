"""What residents see: the institution decides, the office may take it back, words that name a person stay inside."""

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import disclosure
from bezpiecznik.activities.events import Event
from bezpiecznik.activities.models import Activity
from bezpiecznik.activities.refusals import Refused
from bezpiecznik.activities.services.holding import hold
from bezpiecznik.core import fieldhistory, journal


@transaction.atomic
def show_activity(activity: Activity, *, by: User) -> Activity:
    """Let residents see it. Raises Refused with what stands in the way. A second call changes nothing."""
    current = hold(activity)
    if current.public:
        return current
    if hindrances := disclosure.hindrances(current):
        raise Refused(*hindrances)
    return _set(current, by=by, event=Event.SHOWN, public=True)


@transaction.atomic
def hide_activity(activity: Activity, *, by: User) -> Activity:
    """Internal again, by whoever showed it. A second call changes nothing."""
    current = hold(activity)
    return _set(current, by=by, event=Event.HIDDEN, public=False) if current.public else current


@transaction.atomic
def withhold(activity: Activity, *, by: User, reason: str) -> Activity:
    """The office takes it back from residents; it cannot be shown until the office releases it."""
    current = hold(activity)
    if not reason.strip():
        raise Refused(_("Napisz, dlaczego ukrywasz ten wpis: podmiot to przeczyta."))
    return _set(
        current, by=by, event=Event.WITHHELD, note=reason.strip(), public=False, withheld_because=reason.strip()
    )


@transaction.atomic
def release_activity(activity: Activity, *, by: User) -> Activity:
    """The office lets it be shown again; whether it is shown stays with the institution."""
    current = hold(activity)
    return _set(current, by=by, event=Event.RELEASED, withheld_because="") if current.withheld_because else current


@transaction.atomic
def clear_words(activity: Activity, *, by: User) -> Activity:
    """Somebody has read what was found and says that it is nobody's data. Holds for exactly these words."""
    current = hold(activity)
    if not disclosure.findings(current):
        return current
    return _set(current, by=by, event=Event.CLEARED, cleared_words=disclosure.seal_of(current))


def _set(activity: Activity, *, by: User, event: Event, note: str = "", **fields: str | bool) -> Activity:
    for name, value in fields.items():
        setattr(activity, name, value)
    fieldhistory.sign(activity, by=by)
    activity.save()
    journal.record(event, activity, by=by, note=note)
    return activity
