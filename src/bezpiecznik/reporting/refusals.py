"""Why a write did not happen, in words for the person who asked for it."""

from collections.abc import Sequence

from bezpiecznik.reporting.models import Contribution, Entry


class Refused(Exception):
    """The change is not allowed now. `sentences` say why; nothing was written."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences: Sequence[str] = sentences


class EntryChanged(Exception):
    """Somebody else saved the entry in the meantime; `current` is what stands there now. Nothing was written."""

    def __init__(self, current: Entry) -> None:
        super().__init__(str(current.pk))
        self.current = current


class ContributionChanged(Exception):
    """Somebody else of the same body saved the contribution in the meantime; nothing was written."""

    def __init__(self, current: Contribution) -> None:
        super().__init__(str(current.pk))
        self.current = current
