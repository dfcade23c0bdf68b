"""The tables of the room."""

from bezpiecznik.observations.models.observations import Observation, ObservationQuerySet, Step
from bezpiecznik.observations.models.sources import Channel, IncomingLetter, LetterState, SeenItem

__all__ = ["Channel", "IncomingLetter", "LetterState", "Observation", "ObservationQuerySet", "SeenItem", "Step"]
