"""The title of the programme: quoted in the resolution, told as its subject, or standing over the annex."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bezpiecznik.resolution.document import Paragraph
from bezpiecznik.resolution.model import Passage
from bezpiecznik.resolution.polish import is_capitals
from bezpiecznik.resolution.towns import adjective

_ADOPTED = (
    r"(?:(?:uchwa[lł]a|przyjmuje|ustanawia|wprowadza|zatwierdza) się|(?:przyjąć|uchwalić|ustanowić|zatwierdzić)\b)"
)
_BEFORE_QUOTE = re.compile(rf"{_ADOPTED}[^„\"«]{{0,80}}(?=[„\"«])", re.I)
_SUBJECT = re.compile(
    r"w sprawie:?\s+(?:(?:przyjęcia|uchwalenia|ustanowienia|wprowadzenia|zatwierdzenia|określenia)\s+)?(.{10,500})",
    re.I,
)
_UNQUOTED = re.compile(
    rf"{_ADOPTED}\s+((?:[^\W\d_]+\s){{0,2}}program\s"
    r"(?!w brzmieniu|stanowiąc|jak\b|zgodn|określon|o którym|zwan|będąc|opisan)"
    r".{10,400}?)(?=,?\s+(?:stanowiąc|w brzmieniu|jak w załącz|zgodnie z|określon|który)|\.\s+§|[.;]\s*$|$)",
    re.I,
)
_POINTING = re.compile(
    r"^(?:do realizacji\s+)?(?:(?:programu|dokumentu|planu)\b"
    r"(?:\s+(?:pod nazwą|pn\.|pt\.|o nazwie|pod tytułem|zatytułowanego))?"
    r"|pn\.|pod nazwą)\s*:?\s*(?=[„\"«]|(?:[^\W\d_]+\s){0,2}program\b)",
    re.I,
)
_PROGRAMME = re.compile(r"\bprogram", re.I)
_NEXT = re.compile(r"(?:na podstawie|działając|podstawa|§|rada\b|uchwa|załącznik)", re.I)
_STANDING = re.compile(
    r"(?:\w+\s){0,2}program\s+(?:zapobiegania|ochrony|bezpiecz|poprawy|„|\"|porządku|profilakt).{5,380}", re.I
)
_ACT = re.compile(r",?\s+(?:przyjęt|uchwalon|ustanowion|stanowiąc|zatwierdzon)[^\s]*\s.*$", re.I)
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
    for line in lines:
        if (match := _SUBJECT.search(line.text[:2000])) and (named := _named_in_quotes(match[1])):
            return Passage(named, line.source)
    for pattern in (_UNQUOTED, _SUBJECT):
        for line in lines:
            if (match := pattern.search(line.text[:2000])) and _PROGRAMME.search(match[1]):
                return Passage(nominative(_bare(match[1])), line.source)
    for line in lines:
        text = _ACT.sub("", " ".join(line.text.split()))
        if _STANDING.fullmatch(text) and not text.endswith("."):
            return Passage(_small(text), line.source)
    return None


def _named_in_quotes(subject: str) -> str | None:
    """The programme that the subject names in quotation marks; a motto inside its name is not its name."""
    start = next((at for at, sign in enumerate(subject) if sign in '„"«'), -1)
    if start < 0 or (_PROGRAMME.search(subject[:start]) and not _POINTING.match(subject)):
        return None
    end = subject.find('"', start + 1) if subject[start] == '"' else _closing(subject, start)
    title = " ".join(subject[start + 1 : end].split()) if end > start else ""
    return title if len(title) >= 10 and _PROGRAMME.search(title) else None


def joined_lines(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """Lines of the title page, those put together over which one title in quotation marks runs."""
    joined: list[Paragraph] = []
    for at, line in enumerate(lines):
        text = line.text
        if len(text) <= _MOST and _PROGRAMME.search(text):
            for following in lines[at + 1 : at + 4]:
                if text.count("„") <= text.count("”") or _NEXT.match(following.text) or len(text) > 2 * _MOST:
                    break
                text = f"{text} {following.text}"
        joined.append(line if text == line.text else replace(line, text=text))
    return joined


def _bare(title: str) -> str:
    """Without the words that only point at it, and without its quotation marks."""
    title = _POINTING.sub("", title.strip(" .,"))
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
