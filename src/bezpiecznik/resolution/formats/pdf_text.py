"""Lines of a narrow column made into text again: words divided at line ends are whole, compounds keep their hyphen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from bezpiecznik.resolution.formats.pdf_shapes import Line

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_SPACING_MARKS = {"´": "\u0301", "˙": "\u0307", "˛": "\u0328"}
_MARKED = re.compile(r"([´˙])([csnzoCSNZO])|([aeAE])(˛)")
_EDGE = re.compile(r"^[^\w]+|[^\w]+$")
_HYPHENATED = re.compile(r"([^\W\d_]{2,})-$")
_SMALL_START = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMBINING = re.compile(r"[^\W\d_]{2,}(?:czn|jn|ln|sn|wn|tn|on|rn|dn|sk|ck|ow|aw|cz|t|w)o")
_ADJECTIVE = re.compile(
    r"[^\W\d_]{3,}(?:(?:n|w|t|cz|sz|ż|ł|r|j)(?:y|a|e|ą|ego|ej|emu|ym|ych|ymi)|(?:sk|ck|dzk|k|g|n|w)(?:i|a|ie|ą|iego|iej|iemu|im|ich|imi))"
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
        self._words: set[str] = set()
        self._heads: set[str] = set()
        for line in lines:
            for word in line.words:
                self._learn(_EDGE.sub("", word.text).casefold(), last=word.text[-1:] in "-\u00ad")

    def _learn(self, word: str, *, last: bool) -> None:
        if last or not word:
            return
        self._words.add(word)
        if "-" in word:
            self._heads.add(word[: word.index("-")])

    def join(self, lines: Sequence[Line], room: float | None = None) -> str:
        """The text of the lines; with `room`, the width of the cell, a line its author ended stays ended (`\\n`)."""
        text = ""
        for upper, lower in zip([None, *lines], lines, strict=False):
            piece = clean(lower.text)
            if upper is None:
                text = piece
            elif room is not None and not text.endswith("-") and ends_by_will(upper, lower, room):
                text += "\n" + piece
            else:
                text = self.seam(text, piece, spaced=upper.words[-1].spaced, soft=upper.text.endswith("\u00ad"))
        return text

    def seam(self, upper: str, lower: str, *, spaced: bool = True, soft: bool = False) -> str:
        """Two pieces of text that a line end divided."""
        if not upper or not lower:
            return upper or lower
        if soft:
            return upper.rstrip("-") + lower
        if not spaced and (upper[-1] == "/" or self._is_torn(upper, lower)):
            return upper + lower
        head = _HYPHENATED.search(upper[-60:])
        if head is None:
            return upper + lower if re.search(r"\d[-–]$", upper) and lower[0].isdigit() else f"{upper} {lower}"
        if lower.startswith("-") and lower[1:2].isalpha():
            return upper + lower[1:]
        tail = _SMALL_START.match(lower)
        if tail is None or not lower[0].islower():
            return upper + lower
        return upper + lower if self._is_compound(head[1], tail.group()) else upper[:-1] + lower

    def _is_compound(self, head: str, tail: str) -> bool:
        whole = f"{head}{tail}".casefold()
        if whole in self._words:
            return False
        if f"{head}-{tail}".casefold() in self._words:
            return True
        combining = _COMBINING.fullmatch(head) is not None and _ADJECTIVE.fullmatch(tail) is not None
        return combining or (head.casefold() in self._heads and head.endswith("o"))

    def _is_torn(self, upper: str, lower: str) -> bool:
        """A word broken in two without a hyphen, because the cell was too narrow for it."""
        head, tail = re.search(r"[^\W\d_]{3,}$", upper[-60:]), re.match(r"[^\W\d_]+", lower)
        if head is None or tail is None or not tail.group()[0].islower():
            return False
        whole = (head.group() + tail.group()).casefold()
        return whole in self._words and not {head.group().casefold(), tail.group().casefold()} <= self._words


def ends_by_will(upper: Line, lower: Line, room: float) -> bool:
    """Did the author end the upper line: there was room for more, and the lower one does not read as its rest."""
    goes_on = lower.words[0].text[0].islower() and upper.words[-1].text[-1] not in ".,;:"
    return not goes_on and ends_early(upper, lower, room)


def ends_early(upper: Line, lower: Line, room: float) -> bool:
    """Would the first word of the lower line have found its place on the upper one?"""
    first = lower.words[0]
    blank = 0.28 * max(upper.height, 1.0)
    return upper.x1 - upper.x0 + blank + first.x1 - first.x0 + 0.35 * upper.height < room
