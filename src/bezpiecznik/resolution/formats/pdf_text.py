"""Lines of a narrow column made into text again: words divided at line ends are whole, compounds keep their hyphen."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from bezpiecznik.resolution.formats.pdf_shapes import Line

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_SPACING_MARKS = {"´": "\u0301", "˙": "\u0307", "˛": "\u0328"}
_MARKED = re.compile(r"([´˙])([csnzoCSNZO])|([aeAE])(˛)")
_EDGE = re.compile(r"^[^\w]+|[^\w]+$")
_DIVIDED = re.compile(r"([^\W\d_]{2,})-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"[^\W\d_]{3,}$")
_OPEN_END = re.compile(r"[-/]$|\d–$|(?:www\.|://|@)\S*$")
_SEPARATE = frozenset(("on", "off", "ex", "mini"))
_COMBINING = re.compile(r"[^\W\d_]{2,}(?:[cdjlrstwz]n|on|[scz]k|cz|ow|aw)o")
_ADJECTIVE = re.compile(
    r"[^\W\d_]{3,}(?:(?:n|w|t|cz|sz|ż|ł|r|j)(?:y|a|e|ą|ego|ej|emu|ym|ych|ymi)"
    r"|(?:sk|ck|dzk|k|g|n|w)(?:i|a|ie|ą|iego|iej|iemu|im|ich|imi))"
)


def clean(text: str) -> str:
    """Composed letters, no ligatures, soft hyphens or odd blanks; single spaces."""
    if not text.isascii():
        text = "".join(_LIGATURES.get(sign, sign) for sign in text.replace("\u00ad", ""))
        text = _MARKED.sub(_marked, text)
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def _marked(match: re.Match[str]) -> str:
    """Old typesetting prints the mark of a letter as a sign of its own, before the letter or, the ogonek, after it."""
    mark, letter = (match[1], match[2]) if match[1] else (match[4], match[3])
    return letter + _SPACING_MARKS[mark]


class Mender:
    """Joins lines; the words the document writes undivided decide what a hyphen at a line end meant."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._words: Counter[str] = Counter()
        ends, blanks = 0, 0
        for line in lines:
            ends, blanks = ends + 1, blanks + line.words[-1].spaced
            self._words.update(
                _EDGE.sub("", word.text).casefold() for word in line.words if word.text[-1] not in "-\u00ad"
            )
        self._heads = {word[: word.index("-") + 1] for word in self._words if "-" in word}
        self._sorted = sorted(self._words)
        self._keeps_blanks = blanks > 0.25 * ends

    def join(self, lines: Sequence[Line], room: float | None = None) -> str:
        """The text of the lines; with `room`, the width of the cell, a line its author ended stays ended (`\\n`)."""
        text = ""
        for upper, lower in zip([None, *lines], lines, strict=False):
            piece = clean(lower.text)
            if upper is None:
                text = piece
            elif room is not None and not text.endswith("-") and ends_by_will(upper, lower, room):
                text += "\n" + piece
            elif upper.text.endswith("\u00ad"):
                text = text.rstrip("-") + piece
            elif room is not None and self._is_torn(upper, lower, room):
                text += piece
            else:
                text = self.seam(text, piece, spaced=upper.words[-1].spaced)
        return text

    def seam(self, upper: str, lower: str, *, spaced: bool = False) -> str:
        """Two pieces of text that a line end, or a page, divided; `spaced` where a blank was typed between them."""
        if not upper or not lower:
            return upper or lower
        if spaced or not _OPEN_END.search(upper[-80:]):
            return f"{upper} {lower}"
        if upper[-1] == "-" and lower[0] == "-" and lower[1:2].isalnum():
            return upper + lower[1:]
        head = _DIVIDED.search(upper[-60:])
        if head is None:
            return upper + lower if upper[-2:] != " -" or self._keeps_blanks else f"{upper} {lower}"
        tail = _WORD.match(lower)
        if tail is None or not (lower[0].islower() or (head[1].isupper() and tail.group().isupper())):
            return upper + lower
        return upper + lower if self._is_compound(head[1].casefold(), tail.group().casefold()) else upper[:-1] + lower

    def _is_compound(self, head: str, tail: str) -> bool:
        if self._knows(head + tail):
            return False
        if self._knows(f"{head}-{tail}") or head in _SEPARATE:
            return True
        if not head.endswith("o"):
            return False
        combining = _COMBINING.fullmatch(head) is not None and _ADJECTIVE.fullmatch(tail) is not None
        return combining or f"{head}-" in self._heads

    def _knows(self, word: str, beyond: int = 0) -> bool:
        """Does the document write this word, in whatever case of it; alike for more than the first `beyond` letters?"""
        if word in self._words:
            return True
        stem = word[: max(6, len(word) - 3)]
        place = bisect_left(self._sorted, stem)
        return (
            len(word) > 7 and len(stem) > beyond and place < len(self._sorted) and self._sorted[place].startswith(stem)
        )

    def _is_torn(self, upper: Line, lower: Line, room: float) -> bool:
        """A word broken in two without a hyphen, because the cell was too narrow for it."""
        word, rest = upper.words[-1], lower.words[0]
        head, tail = _LAST.search(word.text), _WORD.match(rest.text)
        if word.spaced or head is None or tail is None:
            return False
        if not rest.text[0].islower() and not (head.group().isupper() and tail.group().isupper()):
            return False
        first, second = head.group().casefold(), tail.group().casefold()
        if len(upper.words) == 1 and room - (upper.x1 - upper.x0) < 0.8 * upper.height:
            return len(second) > 1 and (self._words[second] < 2 or self._knows(first + second, len(first) - 2))
        return self._words[first + second] > 0 and not (self._words[first] > 1 and self._words[second] > 1)


def ends_by_will(upper: Line, lower: Line, room: float) -> bool:
    """Did the author end the upper line: there was room for more, and the lower one does not read as its rest."""
    goes_on = lower.words[0].text[0].islower() and upper.words[-1].text[-1] not in ".,;:"
    return not goes_on and ends_early(upper, lower, room)


def ends_early(upper: Line, lower: Line, room: float) -> bool:
    """Would the first word of the lower line have found its place on the upper one?"""
    first = lower.words[0]
    blank = 0.28 * max(upper.height, 1.0)
    return upper.x1 - upper.x0 + blank + first.x1 - first.x0 + 0.35 * upper.height < room
