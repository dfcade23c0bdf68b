"""The document beside its reading: a window of numbered lines, with those marked that were read."""

from collections.abc import Iterable
from dataclasses import dataclass

from bezpiecznik.intake.models import Intake
from bezpiecznik.resolution.formats.decode import decode

AROUND = 3
AFTER_LAST = 8
LONGEST = 600


@dataclass(frozen=True)
class Line:
    no: int
    text: str
    is_read: bool


@dataclass(frozen=True)
class Window:
    """Lines of the document from `first`; `total` is how many it has."""

    lines: tuple[Line, ...]
    total: int

    @property
    def is_whole(self) -> bool:
        return len(self.lines) == self.total


def window(intake: Intake, marked: Iterable[int], *, start: int | None = None, whole: bool = False) -> Window:
    """The lines around the marked ones, from `start` where it is given; the whole document when asked for it."""
    text = text_of(intake).rstrip("\n").split("\n")
    read = frozenset(marked)
    first, last = 1, len(text)
    if read and not whole:
        first, last = max(1, (start or min(read)) - AROUND), min(last, max(read) + AFTER_LAST)
    last = last if whole else min(last, first + LONGEST - 1)
    return Window(tuple(Line(no, text[no - 1], no in read) for no in range(first, last + 1)), len(text))


def text_of(intake: Intake) -> str:
    """The lines that places in the reading count; raises UnreadableDocument for a document that was not read yet.

    Texts are kept since documents of other formats can be read; before that the file itself was the text.
    """
    return intake.text.read().decode() if intake.text else decode(intake.file.read())
