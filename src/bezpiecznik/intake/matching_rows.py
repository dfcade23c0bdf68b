"""Which row of a new reading is which row of the old one: told by what they say, not by their place in a list."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from bezpiecznik.core.polish import fold
from bezpiecznik.intake.draft import Kind, Row

ALIKE = 80
SAME_NUMBER = 55
"""Likeness that is enough for two rows of one number in the same area."""

Pairs = dict[str, str]


def match(old: Sequence[Row], new: Sequence[Row]) -> Pairs:
    """For keys of old rows those of the new ones; rows that have no like are left out."""
    pairs: Pairs = {kind: kind for kind in (Kind.META, Kind.MAIN_GOAL)}
    _pair(pairs, _of(old, Kind.AREA), _of(new, Kind.AREA))
    for area in _of(old, Kind.AREA):
        if area.key in pairs:
            _pair(pairs, _of(old, Kind.ACTION, area.key), _of(new, Kind.ACTION, pairs[area.key]))
    for kind in Kind:
        _pair(pairs, _of(old, kind), _of(new, kind), numbers=kind is not Kind.ACTION)
    return pairs


def _of(rows: Iterable[Row], kind: Kind, parent: str | None = None) -> list[Row]:
    return [row for row in rows if row.kind is kind and parent in {None, row.parent}]


def _pair(pairs: Pairs, old: Sequence[Row], new: Sequence[Row], *, numbers: bool = True) -> None:
    """Add pairs of rows not paired yet: the surest first, each row once."""
    taken = set(pairs.values())
    free = [row for row in old if row.key not in pairs]
    left = [row for row in new if row.key not in taken]
    for find in (_same, _likest(numbers=numbers)):
        for one, other in find(free, left):
            if one.key not in pairs and other.key not in taken:
                pairs[one.key] = other.key
                taken.add(other.key)
        free = [row for row in free if row.key not in pairs]
        left = [row for row in left if row.key not in taken]


def _same(old: Sequence[Row], new: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Rows of the very same words; of several, those of the same number first, then in their order."""
    by_words: dict[str, list[Row]] = {}
    for row in new:
        by_words.setdefault(words(row), []).append(row)
    for one in old:
        yield from sorted(((one, other) for other in by_words.get(words(one), ())), key=_other_number)
    for one in old:  # what the first of two took is left to the second in the order of the document
        yield from ((one, other) for other in by_words.get(words(one), ()))


def _other_number(pair: tuple[Row, Row]) -> bool:
    return pair[0].values.get("no") != pair[1].values.get("no")


def _likest(*, numbers: bool) -> Callable[[Sequence[Row], Sequence[Row]], list[tuple[Row, Row]]]:
    def find(old: Sequence[Row], new: Sequence[Row]) -> list[tuple[Row, Row]]:
        others = [(other, words(other)) for other in new]
        found = []
        for one in old:
            said = words(one)
            for other, told in others:
                same_number = numbers and one.values.get("no") is not None and not _other_number((one, other))
                score = fuzz.ratio(said, told, score_cutoff=SAME_NUMBER if same_number else ALIKE)
                if score:
                    found.append((score + same_number, one, other))
        return [(one, other) for _score, one, other in sorted(found, key=lambda item: -item[0])]

    return find


def words(row: Row) -> str:
    """What the row says, folded; an entry of the list of abbreviations by both its forms."""
    abbr = row.values.get("abbr") or ""
    return " ".join(fold(f"{abbr} {row.wording}").split())
