"""The title page: number, date, council, title, years, legal basis."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from bezpiecznik.resolution.document import Document, Paragraph
from bezpiecznik.resolution.model import Meta, Source
from bezpiecznik.resolution.polish import month

_NUMBER = re.compile(r"uchwał[ay]\s+nr\s+([\w./-]+)", re.I)
_COUNCIL = re.compile(r"\brady\s+((?:miasta|miejskiej|powiatu|gminy)\b.{2,60}?)(?=\s+z\s+dnia\b|[,.*]|\s*$)", re.I)
_DATE = re.compile(r"z\s+dnia\s+(\d{1,2})\s+([^\W\d_]+)\s+(\d{4})", re.I)
_QUOTED_TITLE = re.compile(r"(?:uchwa[lł]a|przyjmuje) się[^„\"]{0,60}[„\"]([^”\"]{10,400})[”\"]", re.I)
_SUBJECT = re.compile(r"w sprawie\s+(?:przyjęcia|uchwalenia)\s+(.{10,400})", re.I)
_YEARS = re.compile(r"na lata\s+(\d{4})\s*(?:[-–—]|do|i)\s*(\d{4})", re.I)
_BASIS = re.compile(r"na podstawie\s+(art\..{5,600}?)(?=\s*\(dz|\s*[,;]?\s*rada\s|\s*uchwala się|[;]|$)", re.I)
_ARTICLE = re.compile(r"(?:,|\bi\b|\boraz\b)?\s*(art\.\s*\d+\w*(?:\s*(?:ust|pkt|lit)\b\.?\s*\w+)*)")
_HEAD = 200


def read_front(document: Document) -> Meta:
    """What the beginning of the document says of itself; a field stays None where it says nothing."""
    lines = [block for block in document.blocks[:_HEAD] if isinstance(block, Paragraph)]
    found: dict[str, Any] = {}
    sources: dict[str, Source] = {}
    for line in lines:
        for key, value in _fields(line.text[:2000], found).items():
            if key not in found:
                found[key] = value
                sources[key] = line.source
    if council := found.get("council"):
        county_city = any("samorządzie powiatowym" in basis for basis in found.get("legal_basis", ()))
        found["unit"], found["unit_kind"] = _unit(council, lines, county_city=county_city)
        sources["unit"] = sources["unit_kind"] = sources["council"]
    if "title" not in found:
        _title_from_subject(lines, found, sources)
    return Meta(**found, sources=sources)


def _title_from_subject(lines: list[Paragraph], found: dict[str, Any], sources: dict[str, Source]) -> None:
    """Without a quoted title the subject of the resolution serves: "przyjęcia Miejskiego Programu …"."""
    for line in lines:
        if match := _SUBJECT.search(line.text[:2000]):
            found["title"], sources["title"] = _nominative(match[1].strip(" .,")), line.source
            return


def _nominative(title: str) -> str:
    head, noun, rest = title.partition("rogramu")
    if not noun or len(head.split()) > 3:
        return title
    return " ".join(_adjective(word) for word in head.split()) + "rogram" + rest


def _fields(text: str, found: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if match := _NUMBER.search(text):
        fields["act_no"] = match[1].rstrip(".")
    if (match := _COUNCIL.search(text)) and (found.get("act_no") or "act_no" in fields):
        fields["council"] = _council(match[1])
    if (match := _DATE.search(text)) and "date" not in found and "ustaw" not in text[: match.start()].casefold():
        fields["date"] = _date(match)
    if match := _QUOTED_TITLE.search(text):
        fields["title"] = " ".join(match[1].split())
    if match := _BASIS.search(text):
        fields["legal_basis"] = _articles(match[1])
    if match := _YEARS.search(text):
        fields["years_from"], fields["years_to"] = int(match[1]), int(match[2])
    return {key: value for key, value in fields.items() if value}


def _date(match: re.Match[str]) -> str | None:
    number = month(match[2])
    try:
        return date(int(match[3]), number, int(match[1])).isoformat() if number else None
    except ValueError:
        return None


def _articles(text: str) -> tuple[str, ...]:
    """Each article with the name of its act, which the sentence gives once, at the end."""
    articles = [match[1].strip() for match in _ARTICLE.finditer(text)]
    act = text.find("ustawy")
    suffix = " " + text[act:].strip(" ,") if act >= 0 else ""
    return tuple(article + suffix for article in articles)


def _council(words: str) -> str:
    """Nominative: "RADY POWIATU GÓRSKIEGO" is "Rada Powiatu Górskiego"."""
    named = [word if word in ("w", "we", "nad") else word.capitalize() for word in words.split()]
    if named[0] == "Miejskiej":
        named[0] = "Miejska"
    return " ".join(["Rada", *named])


def _unit(council: str, lines: list[Paragraph], *, county_city: bool) -> tuple[str, str]:
    kind, *name = council.split()[1:]
    if kind == "Powiatu":
        return " ".join(["Powiat", *(_adjective(word) for word in name)]), "powiat"
    if kind == "Gminy":
        return " ".join(["Gmina", *name]), "gmina"
    own = [word for word in name if word not in ("w", "we")]
    text = " ".join(line.text for line in lines[:60])
    unit = " ".join(["Miasto", *(_town(word, text) for word in own)])
    return unit, "miasto na prawach powiatu" if county_city else "gmina"


def _adjective(word: str) -> str:
    """ "Górskiego" is "Górski", "Nowego" is "Nowy"."""
    if word.endswith("iego"):
        return word[:-3]
    return word[:-3] + "y" if word.endswith("ego") else word


def _town(word: str, text: str) -> str:
    """Nominative of a town's name, only where the ending leaves no doubt."""
    if word.endswith("owa") and f"{word[:-3]}owie" in text:
        return word[:-3] + "ów"
    locative = re.search(rf"\b{re.escape(word[:-1])}(?:ie|iu|u)\b", text)
    return word[:-1] if word.endswith("a") and locative and f"{word[:-1]}y" not in text else word
