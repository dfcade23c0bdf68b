"""The title page: number, date, council, title, years, legal basis."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from bezpiecznik.resolution.document import Block, Document, Paragraph
from bezpiecznik.resolution.model import Meta, Source
from bezpiecznik.resolution.polish import month, stem
from bezpiecznik.resolution.row_kinds import single_text
from bezpiecznik.resolution.titles import joined_lines, quoted_title, title_of_lines
from bezpiecznik.resolution.towns import unit_of

_NUMBER = re.compile(r"uchwał[ayęą]\s+nr\s+([\w./-]+(?:\s?/\s?[\w.-]+)*)", re.I)
_NO_NUMBER = re.compile(r"[.…_\s/-]*(?:\d{4})?[.…_\s]*")
_COUNCIL = re.compile(
    r"\brad[ay]\s+((?:miasta|miejskiej|miejska|powiatu|gminy)\b.{2,60}?)(?=\s+z\s+dnia\b|\s+w\s+sprawie\b|\s+(?:uchwala|przyjmuje)\b"
    r"|[,.*;:()]|\s*$)",
    re.I,
)
_DATE = re.compile(
    r"z\s+dnia\s+(\d{1,2})\.?\s+([^\W\d_]+)\s+(\d{4})|z\s+dnia\s+(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.I
)
_YEAR = r"((?:19|20)\d{2})\s*(?:r\.|roku)?"
_DAY_OF = r"(?:\d{1,2}[. ]\s?(?:[^\W\d_]+|\d{1,2})[. ]?\s?)?"
_YEARS = re.compile(
    rf"(?:na\s+lata|w\s+latach|lata|na\s+okres)\s+(?:od\s+)?{_DAY_OF}{_YEAR}\s*(?:[-–—−]|do|i|oraz|/)\s*{_DAY_OF}{_YEAR}",
    re.I,
)
_LIST_OF_YEARS = re.compile(r"na\s+lata\s+((?:(?:19|20)\d{2}\s*(?:,|i|oraz)\s*){1,5}(?:19|20)\d{2})", re.I)
_ONE_YEAR = re.compile(rf"na\s+rok\s+{_YEAR}", re.I)
_BASIS = re.compile(
    r"na podstawie\s+(art\..{5,600}?)(?=\s*\((?:t\.?\s?j\.?|tekst|dz)|\s*[,;]?\s*rada\s|\s*uchwala się|[;]|$)", re.I
)
_SHORT_BASIS = re.compile(r"podstawa(?: prawna)?:?\s+(art\..{5,600}?)(?=\s*\(|[;]|$)", re.I)
_ARTICLE = re.compile(r"(?:,|\bi\b|\boraz\b)?\s*(art\.\s*\d+\w*(?:\s*(?:ust|pkt|lit)\b\.?\s*\w+)*)")
_CITY_COMMAND = re.compile(
    r"\bkomend\w{1,4}\s+miejsk\w{1,4}\s+(?:policji|psp|państwowej\s+straży\s+pożarnej)\s+we?\s+(\w+)", re.I
)
_HEAD, _LINE = 200, 2000


def read_front(document: Document) -> Meta:
    """What the beginning of the document says of itself; a field stays None where it says nothing."""
    lines = joined_lines([line for block in document.blocks[:_HEAD] if (line := _as_line(block))])
    found: dict[str, Any] = {}
    sources: dict[str, Source] = {}
    for line in lines:
        for key, value in _fields(line.text[:_LINE], found).items():
            if key not in found:
                found[key] = value
                sources[key] = line.source
    if council := found.get("council"):
        county_city = any("samorządzie powiatowym" in basis for basis in found.get("legal_basis", ()))
        text = " ".join(block.text for block in document.blocks if isinstance(block, Paragraph))
        county_city = county_city or _has_city_command(document, council)
        found["unit"], found["unit_kind"] = unit_of(council, text, county_city=county_city)
        sources["unit"] = sources["unit_kind"] = sources["council"]
    if "title" not in found and (title := title_of_lines(lines)):
        found["title"], sources["title"] = title.text, title.source
    _years_of_title(found, sources)
    return Meta(**found, sources=sources)


def _has_city_command(document: Document, council: str) -> bool:
    """Municipal commands of police and fire service sit in cities with county rights: one in the council's own town."""
    towns = {stem(word) for word in council.split()[2:] if len(word) > 2}
    texts = (block.text if isinstance(block, Paragraph) else " ".join(block.cells) for block in document.blocks)
    return any(stem(seat) in towns for text in texts for seat in _CITY_COMMAND.findall(text[:_LINE]))


def _as_line(block: Block) -> Paragraph | None:
    """A line of the title page; in a sheet it is a row with one text."""
    if isinstance(block, Paragraph):
        return block
    text = single_text(block.cells)
    return Paragraph(" ".join(text.split()), block.source, block.gap) if text else None


def _years_of_title(found: dict[str, Any], sources: dict[str, Source]) -> None:
    """Two years in the title are those of the programme, whatever years the text tells of: "Program … 2024-2028"."""
    years = re.search(rf"{_YEAR}\s*[-–—]\s*{_YEAR}", found.get("title") or "")
    if (
        years
        and (found.get("years_from"), found.get("years_to")) != (int(years[1]), int(years[2]))
        and years[1] <= years[2]
    ):
        found["years_from"], found["years_to"] = int(years[1]), int(years[2])
        sources["years_from"] = sources["years_to"] = sources["title"]


def _fields(text: str, found: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if (match := _NUMBER.search(text)) and not _NO_NUMBER.fullmatch(match[1]):
        fields["act_no"] = re.sub(r"\s", "", match[1]).rstrip(".")
    begun = found.get("act_no") or "act_no" in fields or re.search(r"uchwał|projekt", text, re.I) or "council" in found
    if (match := _COUNCIL.search(text)) and (begun or re.match(r"\W*rad[ay]\s", text, re.I)):
        fields["council"] = _council(match[1])
    if (match := _DATE.search(text)) and "date" not in found and "ustaw" not in text[: match.start()].casefold():
        fields["date"] = _date(match)
    fields["title"] = quoted_title(text)
    if match := _BASIS.search(text) or _SHORT_BASIS.search(text):
        fields["legal_basis"] = _articles(match[1])
    if years := _years(text):
        fields["years_from"], fields["years_to"] = years
    return {key: value for key, value in fields.items() if value}


def _years(text: str) -> tuple[int, int] | None:
    """The span of years that the text gives the programme."""
    if match := _LIST_OF_YEARS.search(text):
        years = [int(year) for year in re.findall(r"\d{4}", match[1])]
        return min(years), max(years)
    if match := _YEARS.search(text):
        return (
            (int(match[1]), int(match[2]))
            if int(match[1]) <= int(match[2]) or "na lata" in match[0].casefold()
            else None
        )
    match = _ONE_YEAR.search(text)
    return (int(match[1]), int(match[1])) if match and "program" in text.casefold() else None


def _date(match: re.Match[str]) -> str | None:
    day, year = match[1] or match[4], match[3] or match[6]
    number = month(match[2]) if match[2] else int(match[5])
    try:
        return date(int(year), number, int(day)).isoformat() if number else None
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
    named = [word.lower() if word.lower() in ("w", "we", "nad", "pod") else _capital(word) for word in words.split()]
    if named[0] == "Miejskiej":
        named[0] = "Miejska"
    return " ".join(["Rada", *named])


def _capital(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))
