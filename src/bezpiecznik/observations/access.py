"""The only door to signals: for whoever manages observations, in the programmes of their posts. A stranger gets 404."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.institutions.access import Visitor, require, rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.observations.models import Channel, IncomingLetter, Observation, ObservationQuerySet
from bezpiecznik.plans.models import Programme, ProgrammeQuerySet, ProgrammeState
from bezpiecznik.plans.scopes import scope_of

RIGHT = Right.MANAGE_OBSERVATIONS


def may_manage(user: Visitor) -> bool:
    return rights_of(user).has(RIGHT)


def manages_sources(user: Visitor) -> bool:
    """Channels and the mailbox serve the whole unit: a post limited to some programmes does not reach them."""
    return rights_of(user).has_in_all_programmes(RIGHT)


def observations_of(user: Visitor) -> ObservationQuerySet:
    """Those that the person may read and decide. Raises Http404 to a stranger."""
    require(user, RIGHT)
    return scope_of(user, RIGHT).narrow(Observation.objects.all())


def get_observation(user: Visitor, pk: int) -> Observation:
    found = observations_of(user).select_related("programme", "amendment", "answered_by", "merged_into", "created_by")
    return get_object_or_404(found, pk=pk)


def programmes_of(user: Visitor) -> ProgrammeQuerySet:
    """To which the person may enter signals. Raises Http404 to a stranger."""
    require(user, RIGHT)
    return scope_of(user, RIGHT).narrow(Programme.objects.newest_first(), "pk")


def choose_programme(user: Visitor, asked: str | None) -> Programme | None:
    """The one named by its key, else the newest in force, else the newest; None while there is none."""
    possible = list(programmes_of(user))
    if asked:
        found = next((one for one in possible if str(one.pk) == asked), None)
        if found is None:
            raise Http404
        return found
    in_force = (one for one in possible if one.state == ProgrammeState.IN_FORCE)
    return next(in_force, possible[0] if possible else None)


def require_sources(user: Visitor) -> None:
    """Raises Http404 to whoever does not manage signals of the whole unit."""
    if not manages_sources(user):
        raise Http404


def get_channel(user: Visitor, pk: int) -> Channel:
    require_sources(user)
    return get_object_or_404(Channel, pk=pk)


def get_letter(user: Visitor, pk: int) -> IncomingLetter:
    """A letter from a sender that nobody has put on the list."""
    require_sources(user)
    return get_object_or_404(IncomingLetter.objects.select_related("observation", "decided_by"), pk=pk)
