"""A row held for the length of a write, its passage from state to state, and what cannot be."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import fieldhistory
from bezpiecznik.observations.models import Observation, Step
from bezpiecznik.observations.refusals import Refused
from bezpiecznik.observations.states import NEXT, ObservationState


def hold(observation: Observation) -> Observation:
    """The row as it stands now, locked until the end of the transaction."""
    return Observation.objects.select_for_update(of=("self",)).select_related("programme").get(pk=observation.pk)


def pass_to(observation: Observation, state: ObservationState, *, by: User, reason: str = "") -> None:
    """Note the passage and set the state; the row itself is saved by the caller. Raises Refused."""
    before = ObservationState(observation.state)
    if state not in NEXT[before]:
        told = {"before": before.label, "after": state.label}
        raise Refused(_("Sygnał jest w stanie „%(before)s” i nie może przejść do stanu „%(after)s”.") % told)
    Step.objects.create(observation=observation, before=before, after=state, reason=reason, by=by)
    observation.state = state


def save(observation: Observation, *, by: User | None) -> None:
    """Raises Refused with sentences of the constraints that the row does not meet."""
    try:
        observation.validate_constraints()
    except ValidationError as problem:
        raise Refused(*dict.fromkeys(problem.messages)) from problem
    observation.version += 1
    if by:
        fieldhistory.sign(observation, by=by)
    observation.save()
