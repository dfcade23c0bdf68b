"""The tables of the room."""

from bezpiecznik.observations.models.observations import Observation, ObservationQuerySet, Step

__all__ = ["Observation", "ObservationQuerySet", "Step"]
