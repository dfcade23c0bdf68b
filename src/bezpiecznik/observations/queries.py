"""Reads of the room."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from bezpiecznik.core.search import matching
from bezpiecznik.observations.likeness import ALIKE, likeness, stems
from bezpiecznik.observations.models import Observation, ObservationQuerySet
from bezpiecznik.observations.states import WAITING, ObservationState
from bezpiecznik.plans.models import Programme, ProgrammeState

UNDECIDED = "undecided"
"""In the filter by state: the office has not decided, whether it looks into it or not."""
NEAR = timedelta(days=30)
MOST_COMPARED, MOST_ALIKE = 300, 5


def of_year(programme: Programme, year: int) -> list[dict[str, Any]]:
    """What the yearly evidence freezes: signals of the year as JSON-ready rows, in order of the day, names as text.

    Doubles and those set aside are left out; those not answered yet have a blank outcome and answer. The text itself
    of a signal stays out: residents write it, and evidence is kept for good.
    """
    found = Observation.objects.filter(programme=programme).of_year(year).on_record()
    return [_row(observation) for observation in with_links(found).order_by("happened_on", "pk")]


def _row(observation: Observation) -> dict[str, Any]:
    answered = observation.answered_at
    return {
        "id": observation.pk,
        "kind": observation.kind,
        "kind_label": str(observation.get_kind_display()),
        "title": observation.title,
        "source": observation.source,
        "happened_on": observation.happened_on.isoformat(),
        "areas": _areas_of(observation),
        "actions": codes_of(observation),
        "outcome": observation.outcome,
        "outcome_label": str(observation.get_outcome_display()),
        "answer": observation.answer if observation.is_answered else "",
        "answered_on": timezone.localdate(answered).isoformat() if answered else "",
    }


def _areas_of(observation: Observation) -> list[int]:
    """Numbers of areas it is tied to, itself or by an action of theirs."""
    of_actions = {one.area.no for one in observation.undertakings.all() if one.area}
    return sorted(of_actions | {area.no for area in observation.areas.all()})


def codes_of(observation: Observation) -> list[str]:
    """Numbers of undertakings it is tied to, in the document's order."""
    tied = sorted(observation.undertakings.all(), key=lambda one: (one.area.no if one.area else 999, one.no))
    return [one.code for one in tied]


def with_links(observations: ObservationQuerySet) -> ObservationQuerySet:
    """Each with its areas and undertakings; a constant number of queries."""
    return observations.prefetch_related("areas", "undertakings__area")


def chosen(observations: ObservationQuerySet, wanted: dict[str, Any]) -> ObservationQuerySet:
    """Those that fit the filter's cleaned values (see `forms.ObservationFilter`)."""
    found = observations
    if state := wanted.get("state"):
        found = found.waiting() if state == UNDECIDED else found.filter(state=state)
    for name in ("kind", "received", "outcome", "programme"):
        if value := wanted.get(name):
            found = found.filter(**{name: value})
    if year := wanted.get("year"):
        found = found.of_year(int(year))
    if area := wanted.get("area"):
        found = found.filter(pk__in=_tied_to_area(area))
    if undertaking := wanted.get("undertaking"):
        found = found.filter(
            pk__in=Observation.undertakings.through.objects.filter(undertaking=undertaking).values("observation")
        )
    return matching(found, wanted.get("q", ""))


def _tied_to_area(area: Any) -> Any:
    """Tied to the area itself or to an action of it."""
    direct = Observation.objects.filter(areas=area).values("pk")
    return direct.union(Observation.objects.filter(undertakings__area=area).values("pk"))


def years_of(observations: ObservationQuerySet) -> list[int]:
    """Years in which these happened, newest first."""
    return [day.year for day in observations.dates("happened_on", "year", order="DESC")]


def alike(observation: Observation, among: ObservationQuerySet) -> list[Observation]:
    """Those of about the same days that seem to speak of the same: one address, or most words of the title."""
    if observation.state not in WAITING:
        return []
    first, last = observation.happened_on - NEAR, observation.happened_on + NEAR
    near = among.filter(programme=observation.programme_id, kind=observation.kind, happened_on__range=(first, last))
    near = near.on_record().exclude(pk=observation.pk).order_by("-happened_on", "-pk")
    own = stems(observation.title)
    scored = [
        (1.0 if observation.link and other.link == observation.link else likeness(own, stems(other.title)), other)
        for other in near[:MOST_COMPARED]
        if not other.is_voice or observation.text == other.text
    ]
    best = sorted((pair for pair in scored if pair[0] >= ALIKE), key=lambda pair: (-pair[0], pair[1].pk))
    return [other for _score, other in best[:MOST_ALIKE]]


def current_programme() -> Programme | None:
    """To which what comes by itself belongs: the newest in force, else the newest; None while there is none."""
    editions = list(Programme.objects.newest_first())
    in_force = (edition for edition in editions if edition.state == ProgrammeState.IN_FORCE)
    return next(in_force, editions[0] if editions else None)


def by_case_number(number: str) -> Observation | None:
    """The row that speaks for the case of a resident: the one it was merged into, if it was."""
    if not number:
        return None
    found = Observation.objects.select_related("merged_into", "programme").filter(case_number=number).first()
    return (found.merged_into or found) if found else None


def may_be_published(observation: Observation) -> bool:
    """Whether some resident can look the answer up: by the number of this signal or of one merged into it."""
    own = bool(observation.case_number)
    return own or observation.doubles.filter(state=ObservationState.MERGED).exclude(case_number="").exists()
