"""Abbreviations used without explanation, explained twice, explained for nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from bezpiecznik.resolution.document import Paragraph
from bezpiecznik.resolution.lint.subject import Subject, in_words
from bezpiecznik.resolution.model import Finding
from bezpiecznik.resolution.polish import fold, looks_abbreviated

_TOKEN = re.compile(r"[^\W\d_][\w-]*")


def undefined(subject: Subject) -> Iterator[Finding]:
    """A document with a list of abbreviations uses one that is not on it."""
    listed = {row.abbr for row in subject.reading.institutions}
    for name, places in subject.uses.items() if listed else ():
        if name not in listed and all(looks_abbreviated(word) for word in name.split()):
            yield Finding(
                "ABBR_UNDEFINED",
                "error",
                name,
                tuple(places),
                f"Skrótu „{name}” nie ma w\u00a0wykazie skrótów, a\u00a0jest użyty: {in_words(places)}.",
            )


def repeated(subject: Subject) -> Iterator[Finding]:
    """One abbreviation in several rows of the list; with different names it is a contradiction."""
    rows: defaultdict[str, list[int]] = defaultdict(list)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for number, row in enumerate(subject.reading.institutions, start=1):
        rows[row.abbr].append(number)
        names[row.abbr].add(fold(row.name))
    for abbr, numbers in rows.items():
        if len(numbers) > 1:
            where = in_words([str(number) for number in numbers])
            differs = len(names[abbr]) > 1
            ending = "za każdym razem z\u00a0inną nazwą" if differs else "z\u00a0tą samą nazwą"
            yield Finding(
                "ABBR_DUPLICATE",
                "error" if differs else "warning",
                abbr,
                tuple(f"E{number}" for number in numbers),
                f"Skrót „{abbr}” jest w\u00a0wykazie skrótów kilka razy, {ending} (pozycje {where}).",
            )


def unused(subject: Subject) -> Iterator[Finding]:
    """An abbreviation of the list that the document uses nowhere else."""
    used = subject.uses.keys() | _words_outside_list(subject)
    for number, row in enumerate(subject.reading.institutions, start=1):
        if row.abbr not in used and not any(alias in used for alias in row.aliases):
            yield Finding(
                "ABBR_UNUSED",
                "info",
                row.abbr,
                (f"E{number}",),
                f"Skrót „{row.abbr}” jest w\u00a0wykazie skrótów, ale program ani razu go nie używa.",
            )


def _words_outside_list(subject: Subject) -> set[str]:
    """Every word, and every two words side by side, of the text without the list itself."""
    inside = {row.source.line for row in subject.reading.institutions}
    found: set[str] = set()
    for block in subject.document.blocks:
        if block.source.line not in inside:
            texts = (block.text,) if isinstance(block, Paragraph) else block.cells
            for text in texts:
                words = _TOKEN.findall(text)
                found.update(words)
                found.update(f"{a} {b}" for a, b in pairwise(words) if a.isupper())
    return found
