"""What a printed page adds to the text: its number, its running head and foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_PAGE_NUMBER = re.compile(
    r"\s*(?:[-–—]\s*)?\d{1,4}(?:\s*[-–—])?\s*|\s*(?:strona|str\.)\s*\d+(?:\s*(?:z|/)\s*\d+)?\s*", re.I
)
_COLUMNS = re.compile(r"\S {2,}\S.*\S {2,}\S")
_NUMBERED_HEAD = re.compile(r"\s*([^\W\d_](?:\S| (?! )){9,150}) {8,}(\d{1,3})\s*")
_LONGEST_HEAD = 200
_EDGE = 2
_LEAST_PAGES = 3


def is_page_number(line: str) -> bool:
    """A line with nothing but the number of its page."""
    return len(line) < 200 and _PAGE_NUMBER.fullmatch(line.strip("\f")) is not None


def find_furniture(lines: list[str]) -> set[int]:
    """Numbers of lines that are page numbers at the edge of a page, or repeat there; the first head stays.

    Only a text divided into pages by form feeds says where the edges are; running heads with the numbers of their
    pages are known without.
    """
    edges = [number for page in _pages(lines) for number in page]
    said = Counter(_without_digits(lines[number - 1]) for number in edges)
    seen: set[str] = set()
    taken: set[int] = _numbered_heads(lines)
    for number in edges:
        text = _without_digits(lines[number - 1])
        if is_page_number(lines[number - 1]):
            taken.add(number)
        elif said[text] >= _LEAST_PAGES and len(text) > 3 and not _COLUMNS.search(lines[number - 1][:400]):
            if text in seen:
                taken.add(number)
            seen.add(text)
    return taken


def _numbered_heads(lines: list[str]) -> set[int]:
    """Lines alone that say the same, each with the number of the next page at its far end, on three pages or more."""
    said: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(lines, start=1):
        if "   " not in line or len(line) > _LONGEST_HEAD or not (match := _NUMBERED_HEAD.fullmatch(line)):
            continue
        beside = [lines[at] for at in (number - 2, number) if 0 <= at < len(lines)]
        if "\f" in line or not all(text.strip() for text in beside):
            said.setdefault(match[1], []).append((number, int(match[2])))
    return {
        number
        for told in said.values()
        if len(told) >= _LEAST_PAGES and all(page == told[0][1] + at for at, (_, page) in enumerate(told))
        for number, _ in told
    }


def _pages(lines: list[str]) -> Iterator[list[int]]:
    """For each page the numbers of its first and last lines that are not empty."""
    page: list[int] = []
    many = any("\f" in line for line in lines)
    for number, line in enumerate(lines if many else [], start=1):
        if "\f" in line and page:
            yield _edges(page)
            page = []
        if line.strip():
            page.append(number)
    if page:
        yield _edges(page)


def _edges(page: list[int]) -> list[int]:
    return page if len(page) <= 2 * _EDGE else page[:_EDGE] + page[-_EDGE:]


def _without_digits(line: str) -> str:
    return re.sub(r"\d+", "", " ".join(line.split()))
