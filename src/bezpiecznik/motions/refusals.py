"""Why a write did not happen, in words for the person who asked for it."""

from collections.abc import Sequence

from bezpiecznik.motions.models import Motion


class Refused(Exception):
    """The change is not allowed now. `sentences` say why; nothing was written."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences: Sequence[str] = sentences


class MotionChanged(Refused):
    """Somebody else changed the motion meanwhile; `current` is how it stands now. Nothing was written."""

    def __init__(self, sentence: str, current: Motion) -> None:
        super().__init__(sentence)
        self.current = current
