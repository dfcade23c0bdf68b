"""Items that end with their performers and no label: "Patrole w parkach. (KPP, SM)", "Patrole – KPP, SM"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bezpiecznik.resolution.bodies import nation_wide
from bezpiecznik.resolution.body_headings import body_in, tells_what_is_done
from bezpiecznik.resolution.document import Document, Paragraph
from bezpiecznik.resolution.entries import Entry, Group
from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.performers import helped_by
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.spelling_out import is_abbreviation, words_spelling

# An end is looked for in so many signs at the end of an item, whatever the length of the item.
_WINDOW, _MOST_WORDS, _MOST_DASHES, _MOST_SEARCHED, _NEAR = 400, 9, 2, 5000, 80
_LEAST_SHARE, _LEAST_ENDS, _INFERRED, _NOT_TOLD = 0.6, 2, 0.85, 0.7
_AFTER = " .;,"
_DASHES = re.compile(r"\s[–—-]\s")
_COMMAS, _JOINED = re.compile(r"[,;\n]"), re.compile(r"/|\s(?:i|oraz)\s")
_SENTENCE = re.compile(r"[^.;]+")
_INNER_BRACKET = re.compile(r"\s?\([^()]*\)")
_PHRASE = re.compile(r"[^\W\d_][^\d_:=%§+<>?!@#*|]*")
_NUMBERED = re.compile(r"\s(?i:nr)\s?\d{1,3}\b")
_SCHOOL = re.compile(r"(?:przed)?szkol[aey]?\b")
_NO_NAME = re.compile(
    r"(?:w|we|na|dla|od|do|po|przy|z|ze|za|o|pod|nad|tzw|np|m\.? ?in|wg|art|ust|pkt|itp|itd|dl|ok|min|maks|tj|zob|por"
    r"|czyli|oraz|takze|rowniez|zwlaszcza|glownie|szczegolnie)\b"
)
# "Współpraca ze służbami (OSP, WOPR)" may tell which services they are: no evidence of what ends are.
_COLLECTIVE = re.compile(
    r"(?:organizacj|sluzb|jednost|instytuc|podmiot|formacj|inspekcj|stowarzysz|partner)\w*(?: \w{3,})?$"
)
_SAID_OF = re.compile(r"podmiot|realizator|wykonawc|odpowiedzialn|(?:instytucj|jednost|sluzb)\w* (?:realiz|wykon|wiod)")
_SAID_OF_OTHERS = re.compile(r"liczb|\bdan(?:e|ych)\b|procent|kwot|koszt|\brok\b")
_SAID_HELP = re.compile(r"partner|wspolprac|wspierajac|wspoldzial")
_SAID_LEADS = re.compile(r"odpowiedzialn|wykonawc|realiz|wiodac")
_SIGN_NAMED = re.compile(r"nawias|myśln|kres|pauz|ukośnik", re.I)
_SAID_WHERE = {
    "()": re.compile(r"\bnawias"),
    "[]": re.compile(r"\bnawias"),
    "–": re.compile(r"\bpo (?:mysln|kres|pauz)"),
    "//": re.compile(r"\bukosnik"),
}


@dataclass(frozen=True)
class _End:
    """What stands at the end of an item: how it is set apart, the item without it, and its names."""

    shape: str
    head: str
    inside: str
    pieces: tuple[str, ...]


@dataclass(frozen=True)
class _Unit:
    """An item, the one whose words end it (itself or its last inner item), and the item it stands in."""

    entry: Entry
    last: Entry
    outer: Entry | None = None


def take_ends(groups: Sequence[Group], document: Document, listed: frozenset[str]) -> None:
    """Make the ends of items their performers, where most items have such ends or the document says so."""
    said = _said(document)
    lists = [[*_units(group, listed)] for group in groups]
    ends = [[_ends_of(unit) for unit in units] for units in lists]
    names = _Names(listed, Counter(fold(name) for of_list in ends for own in of_list for name in _names_in(own)))
    found = [[next(filter(names.are_in, own), None) for own in of_list] for of_list in ends]
    everywhere = _usual([end for of_list in found for end in of_list], names)
    for units, of_list in zip(lists, found, strict=True):
        shapes = everywhere | _usual(of_list, names) | said.keys()
        taken = [(unit, end) for unit, end in zip(units, of_list, strict=True) if end and end.shape in shapes]
        for unit, end in [*_divided(taken)]:
            _take(unit, end, said.get(end.shape))
        _doubt_the_others(units)


def tells_of_ends(sentence: str) -> bool:
    """Does the sentence say that performers stand at the ends of items?"""
    return bool(_roles_said(sentence))


def _said(document: Document) -> dict[str, Role]:
    """What the document itself says of brackets and dashes at the ends: "W nawiasach podano realizatorów."."""
    said: dict[str, Role] = {}
    for block in document.blocks:
        if isinstance(block, Paragraph) and _SIGN_NAMED.search(block.text[:_MOST_SEARCHED]):
            for sentence in _SENTENCE.findall(block.text[:_MOST_SEARCHED]):
                said = _roles_said(sentence) | said
    return said


def _roles_said(sentence: str) -> dict[str, Role]:
    text = fold(sentence)
    if not _SAID_OF.search(text) or _SAID_OF_OTHERS.search(text):
        return {}
    role = Role.PARTNERS if _SAID_HELP.search(text) and not _SAID_LEADS.search(text) else Role.LEAD
    return {shape: role for shape, where in _SAID_WHERE.items() if where.search(text)}


def _units(group: Group, listed: frozenset[str]) -> Iterator[_Unit]:
    """Every item with the one whose words end it; inner items by themselves where not only the last may have an end."""
    for entry in group.entries:
        subs = entry.subs
        if not subs or _ends_of(_Unit(entry, entry)):
            yield _Unit(entry, entry)
        elif not any(_ends_of(_Unit(sub, sub)) for sub in subs[:-1]):
            yield _Unit(entry, subs[-1])
        elif body_in(" ".join(entry.text), listed) is None:
            yield from (_Unit(sub, sub, entry) for sub in subs)


def _divided(taken: Sequence[tuple[_Unit, _End]]) -> Iterator[tuple[_Unit, _End]]:
    """Inner items keep their ends where most have them; an end of the last one alone is that of the whole item."""
    of_outer = Counter(id(unit.outer) for unit, _ in taken if unit.outer)
    for unit, end in taken:
        subs = unit.outer.subs if unit.outer else []
        if unit.outer and of_outer[id(unit.outer)] == 1 and unit.last is subs[-1]:
            yield _Unit(unit.outer, unit.last), end
        elif 2 * of_outer[id(unit.outer)] >= len(subs):
            yield unit, end


def _doubt_the_others(units: Sequence[_Unit]) -> None:
    """An inner item without an end, among such as have theirs, is a task of which nobody is told."""
    for unit in units:
        if unit.outer and not unit.entry.has_fields and any(sub.has_fields for sub in unit.outer.subs):
            unit.entry.certainty = _NOT_TOLD


def _ends_of(unit: _Unit) -> list[_End]:
    """What may be the performers at the end of an item of which nobody is told otherwise."""
    entry, last = unit.entry, unit.last
    if {Role.LEAD, Role.LEAD_AND_PARTNERS} & (entry.cells.keys() | last.cells.keys()):
        return []
    text = " ".join(last.text)
    tail = text[-_WINDOW:].rstrip(_AFTER)
    starts = [*_starts(tail)]
    ends = []
    for shape, start, stop in starts:
        inside = tail[stop : len(tail) - (shape != "–")].strip()
        head = text[: max(0, len(text) - _WINDOW)] + tail[:start]
        if inside and head.strip(_AFTER):
            ends.append(_End(shape, head.rstrip(), inside, tuple(_pieces(inside))))
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


def _names_in(ends: Sequence[_End]) -> set[str]:
    """All that ends of one item may name, whole and divided."""
    pieces = {piece for end in ends for piece in end.pieces if len(piece.split()) <= _MOST_WORDS}
    return pieces | {name.strip() for piece in pieces for name in _JOINED.split(piece)}


@dataclass(frozen=True)
class _Names:
    """What this document calls bodies: its own list, the bodies of the country, phrases that ends repeat."""

    listed: frozenset[str]
    repeated: Counter[str]

    def are_in(self, end: _End) -> bool:
        """Are names, and nothing else, what stands at the end?"""
        if self._is_known(end.head.strip(_AFTER)) or _is_explained(end):
            return False
        known = sum(self._is_name(piece) for piece in end.pieces)
        alike = all(self._is_name(piece) or _may_be_name(piece) for piece in end.pieces)
        return alike and known > 0 and 2 * known >= len(end.pieces)

    def are_certain_in(self, end: _End) -> bool:
        """Is one of them nothing else than a body? "Szkoły" and "rodzice" may be whom the task is for."""
        return any(self._is_office(part.strip()) for piece in end.pieces for part in (piece, *_JOINED.split(piece)))

    def _is_name(self, piece: str) -> bool:
        if self._is_known(piece):
            return True
        parts = [part.strip() for part in _JOINED.split(piece)]
        return len(parts) > 1 and all(self._is_known(part) for part in parts)

    def _is_known(self, name: str) -> bool:
        if name in self.listed or nation_wide().abbreviated(name) or (is_abbreviation(name) and self._is_again(name)):
            return True
        if len(name.split()) > _MOST_WORDS:
            return False
        return nation_wide().named(name) is not None or (self._is_again(name) and _may_be_name(name))

    def _is_office(self, name: str) -> bool:
        if name in self.listed or nation_wide().abbreviated(name):
            return True
        body = nation_wide().named(name) if len(name.split()) <= _MOST_WORDS else None
        if body:
            return bool(body.abbreviations or body.kin)
        return name[:1].isupper() and self._is_again(name)

    def _is_again(self, name: str) -> bool:
        return self.repeated[fold(name)] >= _LEAST_ENDS


def _may_be_name(piece: str) -> bool:
    """A short phrase without figures, which begins as no explanation does; or an abbreviation."""
    if len(piece.split()) > _MOST_WORDS or not _PHRASE.fullmatch(_NUMBERED.sub("", piece)):
        return False
    folded = fold(piece)
    return _NO_NAME.match(folded) is None and (_SCHOOL.match(folded) is not None or not tells_what_is_done(piece))


def _is_explained(end: _End) -> bool:
    """Is it only the abbreviation of the words before it: "dorosłe dzieci alkoholików (DDA)"?"""
    if len(end.pieces) != 1 or not is_abbreviation(end.pieces[0]) or end.head.endswith((".", ";")):
        return False
    words = end.head[-_WINDOW:].split()
    spelt = words_spelling(end.pieces[0], " ".join(words[-_MOST_WORDS:]))
    if spelt is None:
        return False
    known = nation_wide().abbreviated(end.pieces[0])
    return not known or nation_wide().named(" ".join(words[-spelt:])) in known


def _usual(ends: Sequence[_End | None], names: _Names) -> frozenset[str]:
    """The shapes in which most items of these name bodies at their ends, after words that tell what is done."""
    telling = [end for end in ends if end and not _COLLECTIVE.search(fold(end.head[-_NEAR:]))]
    shapes = Counter(end.shape for end in telling)
    certain = Counter(end.shape for end in telling if names.are_certain_in(end))
    doing = Counter(end.shape for end in telling if tells_what_is_done(end.head))
    return frozenset(
        shape
        for shape, count in shapes.items()
        if count >= max(_LEAST_ENDS, _LEAST_SHARE * len(ends)) and 2 * min(certain[shape], doing[shape]) >= count
    )


def _take(unit: _Unit, end: _End, role: Role | None) -> None:
    entry = unit.entry
    unit.last.text = [end.head]
    entry.cells.setdefault(role or Role.LEAD, []).append(end.inside)
    entry.inline = True
    entry.certainty = min(entry.certainty, 1.0 if role else _INFERRED)
