"""Why a write did not happen, in words for the person who asked for it."""

from collections.abc import Sequence

from bezpiecznik.activities.models import Activity


class Refused(Exception):
    """The change is not allowed now. `sentences` say why; nothing was written."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences: Sequence[str] = sentences


class ActivityChanged(Exception):
    """Somebody else changed the activity in the meantime; `current` is what stands there now. Nothing was written."""

    def __init__(self, current: Activity) -> None:
        super().__init__(str(current.pk))
        self.current = current
