"""What stands at the end of an item, in a bracket or after a dash, and whether it is names of bodies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bezpiecznik.resolution.bodies import nation_wide
from bezpiecznik.resolution.body_headings import tells_what_is_done
from bezpiecznik.resolution.performers import helped_by
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.spelling_out import is_abbreviation, words_spelling

LEAST_ENDS = 2
# An end is looked for in so many signs at the end of an item, whatever the length of the item.
_WINDOW, _MOST_WORDS, _MOST_DASHES = 400, 9, 2
_AFTER = " .;,"
_DASHES = re.compile(r"\s[–—-]\s")
_COMMAS, _JOINED = re.compile(r"[,;\n]"), re.compile(r"/|\s(?:i|oraz)\s")
_INNER_BRACKET = re.compile(r"\s?\([^()]*\)")
_PHRASE = re.compile(r"[^\W\d_][^\d_:=%§+<>?!@#*|]*")
_NUMBERED = re.compile(r"\s(?i:nr)\s?\d{1,3}\b")
_SCHOOL = re.compile(r"(?:przed)?szkol[aey]?\b")
_NO_NAME = re.compile(
    r"(?:w|we|na|dla|od|do|po|przy|z|ze|za|o|pod|nad|tzw|np|m\.? ?in|wg|art|ust|pkt|itp|itd|dl|ok|min|maks|tj|zob|por"
    r"|czyli|oraz|takze|rowniez|zwlaszcza|glownie|szczegolnie)\b"
)


@dataclass(frozen=True)
class End:
    """What stands at the end of an item: how it is set apart, the item without it, and its names."""

    shape: str
    head: str
    inside: str
    pieces: tuple[str, ...]


def ends_of(text: str) -> list[End]:
    """What may be names at the end of this text, the likeliest first."""
    tail = text[-_WINDOW:].rstrip(_AFTER)
    ends = []
    for shape, start, stop in _starts(tail):
        inside = tail[stop : len(tail) - (shape != "–")].strip()
        head = text[: max(0, len(text) - _WINDOW)] + tail[:start]
        if inside and head.strip(_AFTER):
            ends.append(End(shape, head.rstrip(), inside, tuple(_pieces(inside))))
    return ends


def _starts(tail: str) -> Iterator[tuple[str, int, int]]:
    """Where the last bracket, or the words after each of the last dashes, may begin."""
    if tail.endswith(")"):
        depth = 0
        for at in range(len(tail) - 1, -1, -1):
            depth += {")": 1, "(": -1}.get(tail[at], 0)
            if not depth:
                yield "()", at, at + 1
                return
    elif tail.endswith("]") and "[" in tail:
        yield "[]", tail.rfind("["), tail.rfind("[") + 1
    elif tail.endswith("/") and (at := tail[:-1].rstrip().rfind(" /")) >= 0:
        yield "//", at, at + 2
    else:
        for dash in [*_DASHES.finditer(tail)][: -_MOST_DASHES - 1 : -1]:
            yield "–", dash.start(), dash.end()


def _pieces(inside: str) -> Iterator[str]:
    """Names between commas, those of helpers too; what an inner bracket adds to a name is no name of its own."""
    helped = helped_by(inside)
    for part in helped or (inside,):
        for piece in _COMMAS.split(_INNER_BRACKET.sub("", part)):
            if piece.strip(_AFTER):
                yield piece.strip(_AFTER)


def names_in(ends: Sequence[End]) -> set[str]:
    """All that ends of one item may name, whole and divided."""
    pieces = {piece for end in ends for piece in end.pieces if len(piece.split()) <= _MOST_WORDS}
    return pieces | {name.strip() for piece in pieces for name in _JOINED.split(piece)}


@dataclass(frozen=True)
class Names:
    """What this document calls bodies: its own list, the bodies of the country, phrases that ends repeat."""

    listed: frozenset[str]
    repeated: Counter[str]

    def are_in(self, end: End) -> bool:
        """Are names, and nothing else, what stands at the end?"""
        if self._is_known(end.head.strip(_AFTER)) or _is_explained(end):
            return False
        known = sum(self._is_name(piece) for piece in end.pieces)
        alike = all(self._is_name(piece) or _may_be_name(piece) for piece in end.pieces)
        return alike and known > 0 and 2 * known >= len(end.pieces)

    def are_certain_in(self, end: End) -> bool:
        """Is one of them nothing else than a body? "Szkoły" and "rodzice" may be whom the task is for."""
        return any(self._is_office(part.strip()) for piece in end.pieces for part in (piece, *_JOINED.split(piece)))

    def _is_name(self, piece: str) -> bool:
        if self._is_known(piece):
            return True
        parts = [part.strip() for part in _JOINED.split(piece)]
        return len(parts) > 1 and all(self._is_known(part) for part in parts)

    def _is_known(self, name: str) -> bool:
        if self._is_short(name) or (is_abbreviation(name) and self._is_again(name)):
            return True
        if len(name.split()) > _MOST_WORDS:
            return False
        return nation_wide().named(name) is not None or (self._is_again(name) and _may_be_name(name))

    def _is_office(self, name: str) -> bool:
        if self._is_short(name):
            return True
        body = nation_wide().named(name) if len(name.split()) <= _MOST_WORDS else None
        if body:
            return bool(body.abbreviations or body.kin)
        return name[:1].isupper() and self._is_again(name)

    def _is_short(self, name: str) -> bool:
        return name in self.listed or (name[:1].isupper() and bool(nation_wide().abbreviated(name)))

    def _is_again(self, name: str) -> bool:
        return self.repeated[fold(name)] >= LEAST_ENDS


def _may_be_name(piece: str) -> bool:
    """A short phrase without figures, which begins as no explanation does; or an abbreviation."""
    if len(piece.split()) > _MOST_WORDS or not _PHRASE.fullmatch(_NUMBERED.sub("", piece)):
        return False
    folded = fold(piece)
    return _NO_NAME.match(folded) is None and (_SCHOOL.match(folded) is not None or not tells_what_is_done(piece))


def _is_explained(end: End) -> bool:
    """Is it only the abbreviation of the words before it: "dorosłe dzieci alkoholików (DDA)"?"""
    if len(end.pieces) != 1 or not is_abbreviation(end.pieces[0]) or end.head.endswith((".", ";")):
        return False
    words = end.head[-_WINDOW:].split()
    spelt = words_spelling(end.pieces[0], " ".join(words[-_MOST_WORDS:]))
    if spelt is None:
        return False
    known = nation_wide().abbreviated(end.pieces[0])
    return not known or nation_wide().named(" ".join(words[-spelt:])) in known
