"""Which undertaking of a later programme an earlier one became, told by their texts. Pure; a person confirms.

`match(former, later)` gives each earlier text the most alike later one with a score of 0-100: words in any order,
without their endings (`token_sort_ratio` of stems), and a little more where the area or the bodies are the same.
Two earlier texts may point to one later text: they were joined.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bezpiecznik.core.polish import WORD, fold, word_keys

ENOUGH = 62
"""Below it nothing is proposed."""
SURE = 88
"""From it on proposals may be confirmed together."""
SAME_WORDS = 97
"""From it on the wording is taken for unchanged."""
FOR_AREA, FOR_BODIES = 4, 4


@dataclass(frozen=True)
class Told:
    """A text to be compared; `key` is the caller's own."""

    key: int
    text: str
    kind: str = ""
    area: str = ""
    bodies: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Proposal:
    """The later text that is most alike. `score` adds what surroundings say; `words` is of the text alone."""

    former: int
    later: int
    score: int
    words: int

    @property
    def is_sure(self) -> bool:
        return self.score >= SURE

    @property
    def same_words(self) -> bool:
        return self.words >= SAME_WORDS


def match(former: Sequence[Told], later: Sequence[Told]) -> dict[int, Proposal]:
    """Proposals by the key of the earlier text; those with nothing alike are left out."""
    found: dict[int, Proposal] = {}
    for kind in sorted({told.kind for told in former}):
        old = [told for told in former if told.kind == kind]
        new = [told for told in later if told.kind == kind]
        if old and new:
            found |= _of_kind(old, new)
    return found


def _of_kind(old: list[Told], new: list[Told]) -> dict[int, Proposal]:
    stems = {told.key: _stems(told.text) for told in new}
    found = {}
    for one in old:
        own = _stems(one.text)
        scored = [_proposal(one, other, fuzz.token_sort_ratio(own, stems[other.key])) for other in new]
        best = max(scored, key=lambda proposal: proposal.score)
        if best.score >= ENOUGH:
            found[one.key] = best
    return found


def _proposal(one: Told, other: Told, words: float) -> Proposal:
    return Proposal(one.key, other.key, _score(one, other, words), round(words))


def _score(one: Told, other: Told, words: float) -> int:
    same_area = bool(one.area) and fold(one.area) == fold(other.area)
    return min(100, round(words) + FOR_AREA * same_area + FOR_BODIES * bool(one.bodies & other.bodies))


def _stems(text: str) -> str:
    """Words by their shortest keys, so that endings and capitals do not matter."""
    return " ".join(min(word_keys(word), key=lambda key: (len(key), key)) for word in WORD.findall(text))
