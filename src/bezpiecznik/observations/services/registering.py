"""Entering and changing what was heard."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.observations.events import Event
from bezpiecznik.observations.facts import Facts
from bezpiecznik.observations.models import Observation
from bezpiecznik.observations.refusals import ObservationChanged, Refused
from bezpiecznik.observations.services.holding import hold, save
from bezpiecznik.observations.states import ObservationState
from bezpiecznik.plans.models import Area, Programme, Undertaking


@transaction.atomic
def register_observation(
    programme: Programme,
    *,
    by: User,
    facts: Facts,
    areas: Iterable[Area] = (),
    undertakings: Iterable[Undertaking] = (),
) -> Observation:
    """Enter a signal that somebody in the office heard or read. Raises Refused."""
    observation = Observation(programme=programme, created_by=by, version=0)
    facts.put_into(observation)
    _refuse_future(observation)
    save(observation, by=by)
    _tie(observation, areas, undertakings)
    journal.record(Event.ENTERED, observation, by=by, kind=facts.kind, day=facts.happened_on.isoformat())
    return observation


@transaction.atomic
def change_observation(
    observation: Observation,
    *,
    by: User,
    version: int,
    facts: Facts,
    areas: Iterable[Area],
    undertakings: Iterable[Undertaking],
) -> Observation:
    """Say it anew. `version` is the one the person saw: raises ObservationChanged when another one stands there now.

    Saving the same changes nothing. Raises Refused for one that is answered, merged or set aside.
    """
    current = hold(observation)
    if current.version != version:
        raise ObservationChanged(current)
    areas, undertakings = list(areas), list(undertakings)
    if (Facts.of(current), *_tied(current)) == (facts, {one.pk for one in areas}, {one.pk for one in undertakings}):
        return current
    if not current.is_waiting:
        raise Refused(_("Ten sygnał jest w stanie „%(state)s”. Najpierw do niego wróć.")
                      % {"state": current.get_state_display()})  # fmt: skip
    facts.put_into(current)
    _refuse_future(current)
    save(current, by=by)
    _tie(current, areas, undertakings)
    journal.record(Event.CHANGED, current, by=by)
    return current


def _refuse_future(observation: Observation) -> None:
    if observation.state == ObservationState.NEW and observation.happened_on > clock.today():
        raise Refused(_("Dzień jest w przyszłości: podaj dzień zdarzenia albo publikacji."))


def _tied(observation: Observation) -> tuple[set[int], set[int]]:
    areas = set(observation.areas.values_list("pk", flat=True))
    return areas, set(observation.undertakings.values_list("pk", flat=True))


def _tie(observation: Observation, areas: Iterable[Area], undertakings: Iterable[Undertaking]) -> None:
    """Only to what belongs to the programme of the signal. Raises Refused."""
    areas, undertakings = list(areas), list(undertakings)
    programmes = {area.programme_id for area in areas} | {one.programme_id for one in undertakings}
    if programmes - {observation.programme_id}:
        raise Refused(_("Wskazano obszar albo działanie innego programu."))
    observation.areas.set(areas)
    observation.undertakings.set(undertakings)
