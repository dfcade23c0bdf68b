"""What the public may open, and nothing else. Years that may be shown are given by `queries.published`."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.plans.models import Area, Programme, ProgrammeState, Undertaking, UndertakingQuerySet


def shown_programme() -> Programme | None:
    """The newest edition in force, else the newest; None in a house that has read no resolution yet."""
    editions = list(Programme.objects.newest_first())
    in_force = (edition for edition in editions if edition.state == ProgrammeState.IN_FORCE)
    return next(in_force, editions[0] if editions else None)


def get_programme() -> Programme:
    programme = shown_programme()
    if programme is None:
        raise Http404
    return programme


def get_area(programme: Programme, no: int) -> Area:
    return get_object_or_404(programme.areas, no=no)


def get_action(programme: Programme, *, area: int, no: int) -> Undertaking:
    """An action by the number that the document gives it."""
    return get_object_or_404(_with_area(programme).actions(), area__no=area, no=no)


def get_initiative(programme: Programme, no: int) -> Undertaking:
    return get_object_or_404(_with_area(programme).initiatives(), no=no)


def _with_area(programme: Programme) -> UndertakingQuerySet:
    return Undertaking.objects.filter(programme=programme).select_related("area", "programme")
