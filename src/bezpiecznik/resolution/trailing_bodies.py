"""Items that end with their performers and no label: "Patrole w parkach. (KPP, SM)", "Patrole – KPP, SM"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bezpiecznik.resolution.body_headings import body_in, tells_what_is_done
from bezpiecznik.resolution.document import Document, Paragraph
from bezpiecznik.resolution.entries import Entry, Group
from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.item_ends import LEAST_ENDS, End, Names, ends_of, names_in
from bezpiecznik.resolution.polish import fold

_MOST_SEARCHED, _NEAR = 5000, 80
_LEAST_SHARE, _INFERRED, _NOT_TOLD = 0.6, 0.85, 0.7
_SENTENCE = re.compile(r"[^.;]+")
# "Współpraca ze służbami (AB, CD)" may tell which services they are: no evidence of what ends are.
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
    names = Names(listed, Counter(fold(name) for of_list in ends for own in of_list for name in names_in(own)))
    found = [[next(filter(names.are_in, own), None) for own in of_list] for of_list in ends]
    everywhere = _usual([end for of_list in found for end in of_list], names)
    for units, of_list in zip(lists, found, strict=True):
        shapes = everywhere | _usual(of_list, names) | said.keys()
        taken = [(unit, end) for unit, end in zip(units, of_list, strict=True) if end and end.shape in shapes]
        divided = [*_divided(taken)]
        for unit, end in divided:
            _take(unit, end, said.get(end.shape))
        _doubt_the_others(units, {id(unit.outer) for unit, _ in divided if unit.outer})


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


def _divided(taken: Sequence[tuple[_Unit, End]]) -> Iterator[tuple[_Unit, End]]:
    """Inner items keep their ends where most have them; an end of the last one alone is that of the whole item."""
    of_outer = Counter(id(unit.outer) for unit, _ in taken if unit.outer)
    for unit, end in taken:
        subs = unit.outer.subs if unit.outer else []
        if unit.outer and of_outer[id(unit.outer)] == 1 and unit.last is subs[-1]:
            yield _Unit(unit.outer, unit.last), end
        elif 2 * of_outer[id(unit.outer)] >= len(subs):
            yield unit, end


def _doubt_the_others(units: Sequence[_Unit], divided: set[int]) -> None:
    """An inner item without an end, among such as have theirs, is a task of which nobody is told."""
    for unit in units:
        if id(unit.outer) in divided and not unit.entry.has_fields:
            unit.entry.certainty = _NOT_TOLD


def _ends_of(unit: _Unit) -> list[End]:
    """What may be the performers at the end of an item of which nobody is told otherwise."""
    entry, last = unit.entry, unit.last
    if {Role.LEAD, Role.LEAD_AND_PARTNERS} & (entry.cells.keys() | last.cells.keys()):
        return []
    return ends_of(" ".join(last.text))


def _usual(ends: Sequence[End | None], names: Names) -> frozenset[str]:
    """The shapes in which most items of these name bodies at their ends, after words that tell what is done."""
    telling = [end for end in ends if end and not _COLLECTIVE.search(fold(end.head[-_NEAR:]))]
    shapes = Counter(end.shape for end in telling)
    certain = Counter(end.shape for end in telling if names.are_certain_in(end))
    doing = Counter(end.shape for end in telling if tells_what_is_done(end.head))
    return frozenset(
        shape
        for shape, count in shapes.items()
        if count >= max(LEAST_ENDS, _LEAST_SHARE * len(ends)) and 2 * min(certain[shape], doing[shape]) >= count
    )


def _take(unit: _Unit, end: End, role: Role | None) -> None:
    entry = unit.entry
    unit.last.text = [end.head]
    entry.cells.setdefault(role or Role.LEAD, []).append(end.inside)
    entry.inline = True
    entry.certainty = min(entry.certainty, 1.0 if role else _INFERRED)
