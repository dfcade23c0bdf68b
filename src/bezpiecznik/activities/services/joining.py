"""Joining rows that speak of one event, undoing it, and keeping that two rows are different events.

The row given up stays as it was, with its own number; it only stops counting. The main row gets the bodies and the
undertakings of both, and those counts that the person chose. Reports that quoted either still quote what they said.
"""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import following, notices
from bezpiecznik.activities.events import Event
from bezpiecznik.activities.following import Touched, touched_by
from bezpiecznik.activities.models import Activity, ActivityBody, ActivityUndertaking, Joining, NotTheSame
from bezpiecznik.activities.refusals import Refused
from bezpiecznik.activities.states import ActivityKind, ActivityState, BodyRole
from bezpiecznik.core import clock, fieldhistory, journal

COUNTS = ("participants", "found", "sanctioned")
"""What the main row may take from the one given up."""


@transaction.atomic
def join_activities(activity: Activity, *, into: Activity, by: User, taking: Collection[str] = ()) -> Joining:
    """From now on `into` speaks for both; `taking` names counts that are taken from the row given up.

    Once joined into the same row, a second call changes nothing. Raises Refused with sentences.
    """
    activity, into = _hold(activity, into)
    if activity.joined_into_id == into.pk and (standing := activity.joinings.filter(split_at=None).first()):
        return standing
    _refuse(activity, into)
    followers = list(Activity.objects.select_for_update(of=("self",)).filter(joined_into=activity).order_by("pk"))
    before = _touched(activity, into, *followers)
    joining = Joining(activity=activity, main=into, joined_by=by, followers=[row.pk for row in followers])
    joining.bodies = _give_bodies(activity, into)
    joining.undertakings = _give_undertakings(activity, into)
    joining.counts = _take_counts(activity, into, taking, by=by)
    joining.save()
    for row in (activity, *followers):
        _point(row, into, by=by)
    following.tell(before | _touched(activity, into, *followers))
    journal.record(
        Event.JOINED,
        activity,
        by=by,
        main=into.title,
        institution=into.institution.name,
        day=into.starts_on.isoformat(),
    )
    notices.joined(joining, by=by)
    return joining


@transaction.atomic
def split_activities(joining: Joining, *, by: User) -> Activity:
    """Undo it: both rows count again, and what came to the main row by it goes away. A second call changes nothing.

    What somebody changed on the main row since stays as they left it. Raises Refused for a row that was given up to
    another one first.
    """
    activity, main = _hold(joining.activity, joining.main)
    joining = Joining.objects.select_for_update(of=("self",)).select_related("activity", "main").get(pk=joining.pk)
    if joining.split_at:
        return activity
    if activity.joined_into_id != main.pk:
        raise Refused(
            _("Wpis „%(title)s” dołączono potem do innego. Najpierw rozłącz tamto połączenie.") % {"title": main.title}
        )
    followers = list(
        Activity.objects.select_for_update(of=("self",))
        .filter(pk__in=joining.followers, joined_into=main)
        .order_by("pk")
    )
    before = _touched(activity, main, *followers)
    joining.split_at, joining.split_by = clock.now(), by
    joining.save()
    later = list(Joining.objects.filter(main=main, split_at=None).order_by("pk"))
    _take_back_links(joining, main, later)
    _give_back_counts(joining, main, later, by=by)
    _point(activity, None, by=by)
    for row in followers:
        _point(row, activity, by=by)
    following.tell(before | _touched(activity, main, *followers))
    journal.record(Event.SPLIT, activity, by=by, main=main.title, institution=main.institution.name)
    notices.split(joining, by=by)
    return activity


@transaction.atomic
def tell_apart(one: Activity, other: Activity, *, by: User) -> NotTheSame:
    """The two are different events: the pair is not proposed again. A second call changes nothing."""
    first, second = sorted((one, other), key=lambda row: row.pk)
    said, is_new = NotTheSame.objects.get_or_create(one=first, other=second, defaults={"said_by": by})
    if is_new:
        journal.record(Event.TOLD_APART, first, by=by, main=second.title, institution=second.institution.name)
    return said


def _hold(activity: Activity, into: Activity) -> tuple[Activity, Activity]:
    """Both rows as they stand, taken in the order of their keys; where `into` was given up, the row that speaks."""
    wanted = (into.pk if into.joined_into_id is None else into.joined_into_id, activity.pk)
    rows = Activity.objects.select_for_update(of=("self",)).select_related("institution")
    held = {row.pk: row for row in rows.prefetch_related("bodies", "undertakings").filter(pk__in=wanted).order_by("pk")}
    last = held[wanted[0]]
    if last.joined_into_id and last.pk != activity.pk:
        return _hold(activity, last)  # given up between reading and holding
    return held[activity.pk], last


def _refuse(activity: Activity, into: Activity) -> None:
    said = []
    if activity.pk == into.pk:
        said.append(_("To jest ten sam wpis."))
    if activity.joined_into_id:
        said.append(_("Wpis „%(title)s” jest już połączony z innym.") % {"title": activity.title})
    for row in (activity, into):
        if row.state == ActivityState.CANCELLED:
            said.append(_("Wpis „%(title)s” jest odwołany.") % {"title": row.title})
    if activity.state == ActivityState.HELD and into.state == ActivityState.PLANNED:
        said.append(
            _("Wpis „%(title)s” jest jeszcze planowany: wybierz jako główny ten, który się odbył.")
            % {"title": into.title}
        )
    if said:
        raise Refused(*dict.fromkeys(said))


def _give_bodies(activity: Activity, into: Activity) -> list[int]:
    has = {body.institution_id for body in into.bodies.all()}
    new = sorted({body.institution_id for body in activity.bodies.all()} - has)
    ActivityBody.objects.bulk_create(
        ActivityBody(activity=into, institution_id=key, role=BodyRole.CO_ORGANISER) for key in new
    )
    return new


def _give_undertakings(activity: Activity, into: Activity) -> list[int]:
    has = {link.undertaking_id for link in into.undertakings.all()}
    new = sorted({link.undertaking_id for link in activity.undertakings.all()} - has)
    ActivityUndertaking.objects.bulk_create(ActivityUndertaking(activity=into, undertaking_id=key) for key in new)
    return new


def _take_counts(
    activity: Activity, into: Activity, taking: Collection[str], *, by: User
) -> dict[str, list[int | None]]:
    taken: dict[str, list[int | None]] = {}
    for name in COUNTS:
        mine, theirs = getattr(into, name), getattr(activity, name)
        of_inspection = name == "participants" or into.kind == ActivityKind.INSPECTION
        if name in taking and theirs is not None and theirs != mine and of_inspection:
            taken[name] = [mine, theirs]
            setattr(into, name, theirs)
    into.version += 1
    _keep(into, by=by)
    return taken


def _take_back_links(joining: Joining, main: Activity, later: Iterable[Joining]) -> None:
    """What another standing joining brings as well passes to it; the rest goes away."""
    for name, model, column in (
        ("bodies", ActivityBody, "institution"),
        ("undertakings", ActivityUndertaking, "undertaking"),
    ):
        mine = set(getattr(joining, name))
        for other in later:
            brought = set(getattr(other.activity, name).values_list(column, flat=True))
            kept = mine & brought
            if kept:
                setattr(other, name, sorted({*getattr(other, name), *kept}))
                other.save(update_fields=(name,))
                mine -= kept
        model._default_manager.filter(**{"activity": main, f"{column}__in": mine}).delete()


def _give_back_counts(joining: Joining, main: Activity, later: Iterable[Joining], *, by: User) -> None:
    for name, (before, after) in joining.counts.items():
        followed = next((other for other in later if other.counts.get(name, [None, None])[0] == after), None)
        if followed and followed.pk > joining.pk:
            followed.counts[name][0] = before
            followed.save(update_fields=("counts",))
        elif getattr(main, name) == after:
            setattr(main, name, before)
    main.version += 1
    _keep(main, by=by)


def _point(row: Activity, to: Activity | None, *, by: User) -> None:
    row.joined_into = to
    row.version += 1
    _keep(row, by=by)


def _keep(row: Activity, *, by: User) -> None:
    row.updated_at, row.updated_by = clock.now(), by
    fieldhistory.sign(row, by=by)
    row.save()


def _touched(*rows: Activity) -> Touched:
    fresh = Activity.objects.prefetch_related("bodies", "undertakings").filter(pk__in=[row.pk for row in rows])
    return touched_by(fresh)
