"""What a service does not do, as sentences for the person."""

from django.utils.functional import Promise

from bezpiecznik.observations.models import Observation


class Refused(Exception):
    """The act makes no sense; `sentences` say why."""

    def __init__(self, *sentences: str | Promise) -> None:
        super().__init__(*sentences)
        self.sentences = [str(sentence) for sentence in sentences]


class ObservationChanged(Exception):
    """Somebody else has changed the signal since the page was opened; `current` is how it stands now."""

    def __init__(self, current: Observation) -> None:
        super().__init__(str(current.pk))
        self.current = current
