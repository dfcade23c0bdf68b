"""Entering, changing, cancelling. Nothing is deleted: a row entered by mistake is cancelled with a reason."""

from collections.abc import Collection, Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import disclosure, following
from bezpiecznik.activities.events import Event
from bezpiecznik.activities.facts import Facts
from bezpiecznik.activities.following import Touched, touched_by
from bezpiecznik.activities.models import Activity, ActivityBody, ActivityUndertaking
from bezpiecznik.activities.refusals import ActivityChanged, Refused
from bezpiecznik.activities.services.holding import hold
from bezpiecznik.activities.states import ActivityState, BodyRole
from bezpiecznik.core import clock, fieldhistory, journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking

NOTHING = Touched(frozenset(), frozenset(), frozenset())


@transaction.atomic
def create_activity(
    institution: Institution,
    *,
    by: User,
    facts: Facts,
    undertakings: Iterable[Undertaking] = (),
    others: Iterable[Institution] = (),
    source_key: str = "",
) -> Activity:
    """Enter an activity of this institution, held alone or with others. Raises Refused with sentences.

    `source_key` tells the row of the file it came from; a second row with the same key is refused.
    """
    activity = Activity(institution=institution, created_by=by, updated_by=by, source_key=source_key)
    facts.put_into(activity)
    _refuse(activity)
    fieldhistory.sign(activity, by=by)
    activity.save()
    _link(activity, undertakings=undertakings, others=others)
    _tell(activity, NOTHING)
    journal.record(
        Event.ENTERED, activity, by=by, kind=facts.kind, state=facts.state, day=facts.starts_on.isoformat(),
        institution=institution.name,
    )  # fmt: skip
    return activity


@transaction.atomic
def change_activity(
    activity: Activity,
    *,
    by: User,
    version: int,
    facts: Facts,
    undertakings: Iterable[Undertaking],
    others: Iterable[Institution],
) -> Activity:
    """Say it anew. `version` is the one the person saw: raises ActivityChanged when another one stands there now.

    Saving the same changes nothing. Words that residents must not see without a decision make it internal again.
    """
    current = hold(activity)
    if current.version != version:
        raise ActivityChanged(current)
    undertakings, others = list(undertakings), [other for other in others if other.pk != current.institution_id]
    if _says(current) == (facts, {one.pk for one in undertakings}, {one.pk for one in others}):
        return current
    before = touched_by([current])
    if current.state == ActivityState.CANCELLED:
        raise Refused(_("Ta działalność jest odwołana. Najpierw cofnij odwołanie."))
    facts.put_into(current)
    _refuse(current)
    if current.public and disclosure.findings(current):
        current.public = False
    _save(current, by=by)
    _link(current, undertakings=undertakings, others=others)
    _tell(current, before)
    journal.record(Event.CHANGED, current, by=by, state=current.state, day=current.starts_on.isoformat())
    return current


@transaction.atomic
def mark_held(activity: Activity, *, by: User, participants: int | None = None) -> Activity:
    """What was planned took place. Once it is so, a second call changes nothing. Raises Refused for a cancelled one."""
    current = hold(activity)
    if current.state == ActivityState.HELD:
        return current
    if current.state == ActivityState.CANCELLED:
        raise Refused(_("Ta działalność jest odwołana. Najpierw cofnij odwołanie."))
    if current.starts_on > clock.today():
        raise Refused(_("Ten dzień jeszcze nie nadszedł: popraw datę albo poczekaj."))
    current.state = ActivityState.HELD
    current.participants = participants if participants is not None else current.participants
    _save(current, by=by)
    _tell(current, touched_by([current]))
    journal.record(Event.HELD, current, by=by)
    return current


@transaction.atomic
def cancel_activity(activity: Activity, *, by: User, reason: str) -> Activity:
    """It will not be held, was not, or was entered by mistake; the row stays with the reason and counts no more."""
    current = hold(activity)
    if not reason.strip():
        raise Refused(_("Napisz, dlaczego działalność jest odwołana."))
    if current.state == ActivityState.CANCELLED:
        raise Refused(_("Ta działalność jest już odwołana."))
    if current.joined.exists():
        raise Refused(_("Ten wpis mówi też za wpisy innych podmiotów. Najpierw je rozłącz."))
    fieldhistory.keep_baseline(current)
    current.state, current.cancelled_because = ActivityState.CANCELLED, reason.strip()
    _save(current, by=by)
    _tell(current, touched_by([current]))
    journal.record(Event.CANCELLED, current, by=by, note=reason.strip())
    return current


@transaction.atomic
def reinstate_activity(activity: Activity, *, by: User) -> Activity:
    """Undo the cancelling: it is again what it was before. Raises Refused unless it is cancelled."""
    current = hold(activity)
    if current.state != ActivityState.CANCELLED:
        raise Refused(_("Ta działalność nie jest odwołana."))
    current.state, current.cancelled_because = _state_before(current), ""
    _save(current, by=by)
    _tell(current, touched_by([current]))
    journal.record(Event.REINSTATED, current, by=by, state=current.state)
    return current


def _state_before(activity: Activity) -> str:
    kept = activity.history.exclude(state=ActivityState.CANCELLED).order_by("-history_date", "-history_id").first()
    return kept.state if kept else ActivityState.PLANNED.value


def _says(activity: Activity) -> tuple[Facts, set[int], set[int]]:
    linked = {link.undertaking_id for link in activity.undertakings.all()}
    others = {body.institution_id for body in activity.bodies.all()} - {activity.institution_id}
    return Facts.of(activity), linked, others


def _refuse(activity: Activity) -> None:
    sentences = _untrue(activity)
    try:
        activity.validate_constraints()
    except ValidationError as problem:
        sentences += problem.messages
    if sentences:
        raise Refused(*dict.fromkeys(sentences))


def _untrue(activity: Activity) -> list[str]:
    """What cannot be so, as sentences."""
    said = []
    if activity.state == ActivityState.HELD and activity.starts_on > clock.today():
        said.append(_("Dzień jest w przyszłości: zaznacz, że działalność jest planowana."))
    if not activity.institution.exists_on(activity.starts_on):
        said.append(_("%(name)s tego dnia już nie istnieje.") % {"name": activity.institution.name})
    if activity.found is not None and (activity.sanctioned or 0) > 0 and activity.found == 0:
        said.append(_("Podano sankcje, a nie stwierdzono żadnych nieprawidłowości: sprawdź obie liczby."))
    return said


def _save(activity: Activity, *, by: User) -> None:
    activity.version += 1
    activity.updated_at, activity.updated_by = clock.now(), by
    fieldhistory.sign(activity, by=by)
    activity.save()


def _link(activity: Activity, *, undertakings: Iterable[Undertaking], others: Iterable[Institution]) -> None:
    """Exactly these undertakings and bodies, and the institution itself as organiser."""
    keys = {one.pk for one in undertakings}
    _drop(activity.undertakings.exclude(undertaking__in=keys).values_list("pk", flat=True), ActivityUndertaking)
    has = set(activity.undertakings.values_list("undertaking", flat=True))
    ActivityUndertaking.objects.bulk_create(
        ActivityUndertaking(activity=activity, undertaking_id=key) for key in sorted(keys - has)
    )
    wanted = {one.pk: BodyRole.CO_ORGANISER for one in others} | {activity.institution_id: BodyRole.ORGANISER}
    _drop(activity.bodies.exclude(institution__in=wanted).values_list("pk", flat=True), ActivityBody)
    known = set(activity.bodies.values_list("institution", flat=True))
    ActivityBody.objects.bulk_create(
        ActivityBody(activity=activity, institution_id=key, role=role)
        for key, role in wanted.items()
        if key not in known
    )


def _drop(keys: Collection[int], model: type[ActivityUndertaking] | type[ActivityBody]) -> None:
    model._default_manager.filter(pk__in=list(keys)).delete()


def _tell(activity: Activity, before: Touched) -> None:
    fresh = Activity.objects.prefetch_related("bodies", "undertakings").filter(pk=activity.pk)
    following.tell(before | touched_by(fresh))
