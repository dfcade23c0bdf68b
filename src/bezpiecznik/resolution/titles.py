"""The title of the programme: quoted in the resolution, told as its subject, or standing over the annex."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bezpiecznik.resolution.document import Paragraph
from bezpiecznik.resolution.model import Passage
from bezpiecznik.resolution.polish import is_capitals
from bezpiecznik.resolution.towns import adjective

_BEFORE_QUOTE = re.compile(r"(?:uchwa[lł]a|przyjmuje) się[^„\"«]{0,80}(?=[„\"«])", re.I)
_SUBJECT = re.compile(
    r"w sprawie\s+(?:przyjęcia|uchwalenia|ustanowienia|wprowadzenia|zatwierdzenia)\s+(.{10,400})", re.I
)
_UNQUOTED = re.compile(
    r"(?:uchwa[lł]a|przyjmuje) się\s+((?:[^\W\d_]+\s){0,2}program\s.{10,400}?)"
    r"(?=,?\s+(?:stanowiąc|w brzmieniu|jak w załącz|zgodnie z|określon)|[.;]\s*$|$)",
    re.I,
)
_STANDING = re.compile(
    r"(?:\w+\s){0,2}program\s+(?:zapobiegania|ochrony|bezpiecz|poprawy|„|\"|porządku|profilakt).{5,380}", re.I
)
_MOST = 420


def quoted_title(text: str) -> str | None:
    """The words in quotation marks after "uchwala się", with the quotes that stand inside them."""
    before = _BEFORE_QUOTE.search(text)
    if before is None:
        return None
    start = before.end()
    end = text.find('"', start + 1) if text[start] == '"' else _closing(text, start)
    title = " ".join(text[start + 1 : end].split()) if start < end <= start + _MOST else ""
    return title if len(title) >= 10 else None


def _closing(text: str, start: int) -> int:
    depth = 0
    for at in range(start, min(len(text), start + _MOST)):
        if text[at] in "„«":
            depth += 1
        elif text[at] in "”»" or (text[at] == '"' and depth):
            depth -= 1
            if not depth:
                return at
    return -1


def title_of_lines(lines: Sequence[Paragraph]) -> Passage | None:
    """Without a quoted title: what is adopted, the subject of the resolution, or the line over the annex."""
    for pattern in (_UNQUOTED, _SUBJECT):
        for line in lines:
            if match := pattern.search(line.text[:2000]):
                return Passage(nominative(_bare(match[1])), line.source)
    for line in lines:
        text = " ".join(line.text.split())
        if _STANDING.fullmatch(text) and not text.endswith("."):
            return Passage(_small(text), line.source)
    return None


def _bare(title: str) -> str:
    """Without the words that only point at it, and without its quotation marks."""
    title = re.sub(r"^programu\s+pod\s+nazwą:?\s+", "", title.strip(" .,"), flags=re.I)
    quoted = re.fullmatch(r"[„\"](.+)[”\"]", title)
    return quoted[1] if quoted else title


def nominative(title: str) -> str:
    """ "Miejskiego Programu …" is "Miejski Program …"."""
    match = re.match(r"((?:[^\W\d_]+\s+){0,3})(p)rogramu\b", title, re.I)
    if match is None:
        return title
    head = " ".join(adjective(word) for word in match[1].split())
    return f"{head} {match[2]}rogram{title[match.end() :]}".strip()


def _small(text: str) -> str:
    """A title set in capitals, as a sentence would have it."""
    return text if not is_capitals(text) else text[:1] + text[1:]
