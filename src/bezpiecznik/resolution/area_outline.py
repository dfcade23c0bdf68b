"""Under which headings every block of a document stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bezpiecznik.resolution.body_headings import body_in
from bezpiecznik.resolution.document import Block, Document, Paragraph
from bezpiecznik.resolution.headings import explicit_heading, is_chapter, is_generic
from bezpiecznik.resolution.labels import divide
from bezpiecznik.resolution.marks import card_of, mark_of
from bezpiecznik.resolution.numbered_chapters import numbered_chapters
from bezpiecznik.resolution.polish import fold, is_capitals
from bezpiecznik.resolution.raw import PLAIN, Heading
from bezpiecznik.resolution.sections import is_heading, plain_heading

_NEAR, _NEAR_IF_NUMBERED = 6, 40


@dataclass(frozen=True)
class Place:
    """What stands over a block: the headings of areas from the outermost, the chapter, the nearest plain heading.

    `body` is the institution named by the nearest line, `section` the last heading of any kind, folded.
    """

    path: tuple[Heading, ...] = ()
    chapter: Heading | None = None
    plain: Heading | None = None
    body: Heading | None = None
    section: str = ""

    @property
    def names(self) -> tuple[Heading, ...]:
        """The same, and where there is nothing else the chapter, be it only "Zadania"."""
        return self.headings or ((replace(self.chapter, no=None),) if self.chapter else ())

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All that could name the area, from the widest to the nearest."""
        return (*self.path, self.plain) if self.plain else self.path


@dataclass
class Outline:
    """Places of the blocks in order, and the numbers of the blocks that are headings themselves."""

    places: list[Place]
    headings: set[int]
    titles: set[int | None]
    named: list[Heading]
    announced: list[Heading]


def outline_of(document: Document) -> Outline:
    """Walk once through the document."""
    blocks = document.blocks
    found = _headings(blocks)
    announced = _announced(blocks, found)
    items = _items_in_row(blocks)
    explicit = {at: heading for at, heading in found.items() if at not in announced}
    walk = _Walk(explicit, items, numbered_chapters(blocks, items, explicit))
    places: list[Place] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            walk.meet(at, block)
        places.append(walk.here)
    named = [heading for _, heading in sorted(walk.explicit.items())]
    titles = walk.titles - items
    return Outline(places, set(walk.explicit), titles, named, [found[at] for at in sorted(announced)])


@dataclass
class _Walk:
    explicit: dict[int, Heading]
    items: set[int | None]
    chapters: set[int]
    here: Place = Place()
    age: int = 0
    waiting: bool = False
    titles: set[int | None] = field(default_factory=set)

    def meet(self, at: int, block: Paragraph) -> None:
        """Change the place by one line."""
        waiting, self.waiting = self.waiting, False
        heading = self.explicit.get(at)
        if heading is None and waiting and _can_be_name(block.text):
            self._name(at, block)
        elif heading:
            self.here, self.waiting = _opened(self.here, heading), not heading.name
        elif mark_of(block.text) is None and (body := body_in(block.text)):
            named = Heading(PLAIN, None, body, block.source)
            self.age = 0 if is_chapter(block.text) else self.age
            self.here = replace(self.here, body=named, plain=named if is_chapter(block.text) else self.here.plain)
        elif is_chapter(block.text) or at in self.chapters:
            self._chapter(block)
        elif is_heading(block.text) and is_generic(plain_heading(block.text)[1]) and not divide(block.text)[1]:
            self.here, self.age = replace(self.here, section=fold(block.text), body=None), self.age + 1
            self.titles.add(block.source.line)
        elif block.source.line not in self.items and _is_plain(block, bool(self.here.path)):
            plain = Heading(PLAIN, *plain_heading(block.text), block.source)
            self.here, self.age = replace(self.here, plain=plain, body=None), 0
            self.titles.add(block.source.line)
        else:
            self._pass(block)

    def _chapter(self, block: Paragraph) -> None:
        """A chapter closes all areas; in capitals and without a number a generic one may stand inside an area."""
        no, name = plain_heading(block.text)
        chapter, generic = Heading(PLAIN, no, name, block.source), is_generic(name)
        inside = generic and is_capitals(block.text) and name == block.text.strip(" ,;.:")
        path = self.here.path if inside else ()
        self.here = Place(path, chapter, None if generic else chapter, None, fold(block.text))
        self.age = 0
        self.titles.add(block.source.line)

    def _name(self, at: int, block: Paragraph) -> None:
        """The name of an area on the line under its number."""
        named = replace(self.here.path[-1], name=plain_heading(block.text)[1])
        self.here = replace(self.here, path=(*self.here.path[:-1], named))
        self.explicit[at] = named

    def _pass(self, block: Paragraph) -> None:
        self.age += 1
        plain = self.here.plain
        if plain and self.age > (_NEAR if plain.no is None else _NEAR_IF_NUMBERED):
            self.here = replace(self.here, plain=None)
        if self.here.body and mark_of(block.text) is None:
            self.here = replace(self.here, body=None)


def _can_be_name(text: str) -> bool:
    return is_heading(text) and not text.endswith(":") and len(text.split()) <= 20 and not is_generic(text)


def _is_plain(block: Paragraph, under_area: bool) -> bool:
    text = block.text
    if not is_heading(text) or is_generic(plain_heading(text)[1]) or card_of(text) or divide(text)[1]:
        return False
    if text.endswith(":") and len(text.split()) > 6:
        return False
    mark = mark_of(text)
    if mark is not None and (not mark.number or mark.shape in ("1)", "a)")):
        return False
    return not under_area or (not text.endswith(":") and len(text.split()) <= 15)


def _opened(here: Place, heading: Heading) -> Place:
    """A heading closes those of its own kind and all that stand inside them."""
    kinds = [above.kind for above in here.path]
    outer = here.path[: kinds.index(heading.kind)] if heading.kind in kinds else here.path
    return Place((*outer, heading), here.chapter, None, None, fold(heading.name))


def _items_in_row(blocks: Sequence[Block]) -> set[int | None]:
    """Lines with another item of the same kind right before or after: they are a list, not headings."""
    marks = [mark_of(block.text) if isinstance(block, Paragraph) else None for block in blocks]
    shapes = [mark.shape if mark else None for mark in marks]
    return {
        block.source.line
        for at, block in enumerate(blocks)
        if shapes[at] and (shapes[at] in (shapes[at - 1] if at else None, *shapes[at + 1 : at + 2]))
    }


def _headings(blocks: Sequence[Block]) -> dict[int, Heading]:
    """Lines that say they open an area, by the number of their block."""
    return {
        at: Heading(*heading, block.source)
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph) and (heading := explicit_heading(block.text))
    }


def _announced(blocks: Sequence[Block], found: dict[int, Heading]) -> set[int]:
    """Those that stand in a list of areas or goals and open nothing."""
    later = Counter((heading.kind, heading.no) for heading in found.values())
    announced: set[int] = set()
    for at, heading in found.items():
        later[heading.kind, heading.no] -= 1
        in_row = any(near in found and found[near].kind == heading.kind for near in (at - 1, at + 1))
        follows = blocks[at + 1] if at + 1 < len(blocks) else None
        ends_list = (isinstance(follows, Paragraph) or follows is None) and _ends(follows)
        again = heading.no is not None and later[heading.kind, heading.no] > 0
        if in_row and heading.name and (again or at + 1 in found or ends_list):
            announced.add(at)
    return announced


def _ends(follows: Block | None) -> bool:
    return follows is None or (isinstance(follows, Paragraph) and is_chapter(follows.text))
