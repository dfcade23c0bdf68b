"""Chapters, headings and numbered lists of running text."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from bezpiecznik.resolution.document import Document, Paragraph
from bezpiecznik.resolution.headers import role_of
from bezpiecznik.resolution.headings import explicit_heading
from bezpiecznik.resolution.model import Passage, Source, Unplaced
from bezpiecznik.resolution.polish import fold, is_capitals, number

_NUMBERED = re.compile(
    r"(?:(?i:rozdział|część|dział|podrozdział|tytuł)\s+)?(?:(?:\d{1,2}|[IVX]{1,5})\.)*(\d{1,3}|[IVXLC]{1,7})(?:\s?[.)]|(?<=\.\d)"
    r"|(?<=\.\d\d))\s+(\S.*)",
    re.S,
)
_WORDED = re.compile(
    r"(?i:rozdział|część|dział|podrozdział|tytuł)\s+(?:nr\s+)?(\d{1,3}|[IVXLC]{1,7}|[A-H])\s*[.):–—-]*\s+(\S.*)", re.S
)
_LETTERED = re.compile(r"([A-H])[.)]\s+(\S.*)", re.S)
_ITEM = re.compile(r"(?:[-–•*]\s*)?((?:\d{1,2}\.)*\d{1,3})\s?[.)]\s*(\S.*)", re.S)
_BULLET = re.compile(r"[-–•*]\s*(\S.*)", re.S)
_LONGEST_HEADING = 260
_TRAILING = " ,;."


def area_heading(text: str) -> tuple[int | None, str] | None:
    """Number and name if the line says itself that it opens an area ("OBSZAR II: …")."""
    heading = explicit_heading(text)
    return heading[1:] if heading else None


def plain_heading(text: str) -> tuple[int | None, str]:
    """Number, where there is one, and name of any heading."""
    if match := _NUMBERED.match(text) or _WORDED.match(text) or _LETTERED.match(text):
        no = number(match[1]) or (ord(match[1]) - ord("A") + 1 if match[1].isalpha() and len(match[1]) == 1 else None)
        return no, match[2].strip(_TRAILING + ":")
    return None, text.strip(_TRAILING + ":")


def is_heading(text: str) -> bool:
    """A line that can name what follows: short, no sentence, no repeated word of a column."""
    if len(text) > _LONGEST_HEADING or text.endswith((".", ";", ",")) or _BULLET.match(text):
        return False
    if is_capitals(text):
        return True
    name = plain_heading(text)[1]
    alone = len(name.split()) == 1 and role_of(name) is not None
    return name[:1].isupper() and not alone and not fold(name).startswith(("tabela", "zalacznik"))


@dataclass(frozen=True)
class ItemList:
    """Items in a row, the chapter they stand in and the sentence that introduces them."""

    chapter: str
    intro: str
    items: tuple[Passage, ...]


def read_lists(document: Document) -> list[ItemList]:
    """Every numbered or bulleted list of the running text."""
    lists: list[ItemList] = []
    chapter = intro = ""
    items: list[Passage] = []
    for block in document.blocks:
        item = _item(block.text) if isinstance(block, Paragraph) else None
        if item and isinstance(block, Paragraph) and not _is_chapter(block.text):
            items.append(Passage(item.strip(_TRAILING), block.source))
            continue
        if items:
            lists.append(ItemList(chapter, intro, tuple(items)))
            items, intro = [], ""
        if isinstance(block, Paragraph):
            chapter = block.text if _is_chapter(block.text) else chapter
            intro = block.text
    if items:
        lists.append(ItemList(chapter, intro, tuple(items)))
    return lists


def _item(text: str) -> str | None:
    match = _ITEM.fullmatch(text)
    if match:
        return match[2]
    bullet = _BULLET.fullmatch(text)
    return bullet[1] if bullet else None


def _is_chapter(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and is_capitals(text)


_CHAPTER_NUMBER = r"(?:(?:rozdzial|czesc|dzial) )?(?:(?:[ivx]+|\d+)[.:)]? )?"
_KINDS = {
    "commission_tasks": (r"do (?:jej )?zadan komisji|zadania komisji|komisj\w+ nalezy", ""),
    "participants": (
        r"biora udzial|uczestnicza|uczestnikami|realizatorami programu|podmioty zaangazowane",
        r"(?:podmioty|uczestnicy|realizatorzy|partnerzy)\b",
    ),
    "forms": (
        r"\bform(?:y|ami|om)?\b.{0,80}realizacji|formy (?:dzialania|pracy)",
        r"form[ay]\b",
    ),
    "areas": (r"obszar(?:y|ach|ami|ow)\b", r"obszar"),
    "goals": (r"\bcel(?:e|ami|ow|ach)?\b", r"cel"),
}
_LISTS = {
    kind: (re.compile(intro), re.compile(_CHAPTER_NUMBER + (title or r"(?!)")))
    for kind, (intro, title) in _KINDS.items()
}
_MAIN_GOAL = re.compile(
    r"(?:[\dIVX]+[.)]\s*)?(?:(?:głównym|nadrzędnym|strategicznym|generalnym) celem|celem (?:głównym|nadrzędnym"
    r"|strategicznym|generalnym)"
    r"|cel (?:główny|nadrzędny|generalny)|cel strategiczny(?! (?:\d|[IVX]+\b|nr)))\b",
    re.I,
)


@dataclass(frozen=True)
class Lists:
    """The lists a programme is expected to have; `areas` is the list of area names announced in the text."""

    goals: tuple[Passage, ...] = ()
    forms: tuple[Passage, ...] = ()
    participants: tuple[Passage, ...] = ()
    commission_tasks: tuple[Passage, ...] = ()
    areas: tuple[Passage, ...] = ()


def sort_lists(lists: list[ItemList], titles: Collection[int | None] = ()) -> tuple[Lists, list[Unplaced]]:
    """Each list under its name, by the sentence before it or the title of its chapter; the rest is unplaced.

    Items that are headings (`titles`) are no list.
    """
    found: dict[str, tuple[Passage, ...]] = {}
    unplaced: list[Unplaced] = []
    for entry in lists:
        kind = _kind(entry, found)
        if not kind and all(item.source.line in titles for item in entry.items):
            continue
        if kind:
            found[kind] = entry.items
        else:
            unplaced += [Unplaced(item.text, item.source) for item in entry.items]
    return Lists(**found), unplaced


def _kind(entry: ItemList, found: dict[str, tuple[Passage, ...]]) -> str | None:
    intro, chapter = fold(entry.intro[-400:]), "" if explicit_heading(entry.chapter) else fold(entry.chapter)
    free = {kind: patterns for kind, patterns in _LISTS.items() if kind not in found}
    by_intro = (kind for kind, (said, _) in free.items() if said.search(intro))
    by_chapter = (kind for kind, (_, titled) in free.items() if titled.match(chapter))
    return next(by_chapter, None) or next(by_intro, None)


def read_main_goal(document: Document) -> Passage | None:
    """The sentence, or the text under the heading, that states the main goal."""
    wanted: Source | None = None
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        if wanted:
            return Passage(block.text, block.source)
        match = _MAIN_GOAL.match(block.text)
        if match and len(block.text) > match.end() + 25:
            return Passage(block.text, block.source)
        wanted = block.source if match else None
    return None
