"""Why a write about the Commission was not done."""

from bezpiecznik.commission.models import AgendaItem


class Refused(Exception):
    """The act cannot be done now; the message is a sentence for the person, with what to do instead."""


class ItemChanged(Exception):
    """Somebody else wrote under the point in the meantime; `current` is what stands there now. Nothing was written."""

    def __init__(self, current: AgendaItem) -> None:
        super().__init__(str(current.pk))
        self.current = current
