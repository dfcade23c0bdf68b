"""Where a document says what its abbreviations stand for: in a list, or in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bezpiecznik.resolution.bodies import LONGEST, nation_wide
from bezpiecznik.resolution.document import Block, Document, Paragraph, Row
from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.inflection import without_seat
from bezpiecznik.resolution.model import Institution
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.sections import area_heading
from bezpiecznik.resolution.spelling_out import agree, is_abbreviation, words_spelling
from bezpiecznik.resolution.table_rows import Table

_HEADING = re.compile(r"(?:[ivx]+\.? |\d+\.? )?(?:wykaz|lista|objasnienia?|slownik|uzyte|zestawienie)\b.{0,40}skrot")
_LINE = re.compile(r"(?:[-–•*]\s+|\d{1,3}[.)]\s+)?(\S[^–—:=]{0,20}?)\s*(?:\s[-–—]\s|:|=)\s*(\S.{2,200})", re.S)
_REVERSED = re.compile(
    r"(?:[-–•*]\s+|\d{1,3}[.)]\s+)?(\S.{7,160}?)(?:\s+[-–—]\s+|\s+\()([^\s)]{2,9}(?: [^\s)]{2,6})?)\)?", re.S
)
_EXPLAINING = re.compile(r"[-–—:=(*]|zwan|dalej|skróc")
_LEGEND = re.compile(r"(?:\*+\s*)?(?:uzyte|objasnieni[ae]|wykaz|legenda|skroty|oznaczenia)\b[^:]{0,60}:")
_PAIR = re.compile(
    r"(?<![\w-])([^\W\d_a-z][\w.]{1,9}(?: [^\W\d_a-z][\w.]{1,5})?)\s*[-–—=]\s+"
    r"(\S.{2,160}?)(?=[;,.]?\s+[^\W\d_a-z][\w.]{1,9}(?: [^\W\d_a-z][\w.]{1,5})?\s*[-–—=]\s|[;.]?\s*$)"
)
_CALLED = re.compile(
    r"\s*(?:\(|,\s*(?=zwan|dalej|w skrócie))(?P<said>(?:dalej\s+)?(?:zwan\w+\s+)?"
    r"(?:dalej(?: jako)?|w skrócie|w dalszej części|skrót)?"
    r"\s*[:–-]?\s*)[„\"']?(?P<abbr>[^\W\d_][\w.]{1,9}(?: [^\W\d_][\w.]{1,6})?)[”\"']?(?=[),.;]|\s*$)"
)
_BOUNDARY = re.compile(r"[,;:.()\n\t]\s|\s[-–—]\s|(?:^|\s)(?:\d{1,3}[.)]|[-–•*])\s")
# How a name of a body begins; "Krajowa Mapa Zagrożeń (…)" is explained too, and is none.
_HEADS = re.compile(
    r"\b(?:agencj|bibliotek|biur|centr|delegatur|dom\b|dyrekcj|fundacj|hufc|hufiec|inspek|instytut|izb|jednost|kancelari"
    r"|klub|komend|komisariat|komisj|kol[oa]\b|kurator|lig|muze|nadlesnict|oddzial|ogrod|organizacj|osrod|parafi|plac"
    r"|pogotow|poradni|posterun|prokuratur|przedsiebiorst|rad[ay]\b|referat|sad|sluzb|spol|stacj|starost|stowarzysz"
    r"|straz|szkol|szpital|towarzyst|uniwersyt|urzad|urzed|wodociag|wojsk|wydzial|zaklad|zandarm|zarzad|zesp|zwiaz)"
)
_LONGEST_TEXT, _LONGEST_NAME, _LONGEST_LINE = 6000, 160, 170


def read_institutions(document: Document, tables: Sequence[Table]) -> tuple[Institution, ...]:
    """Rows of the list: a table with abbreviations, lines under its heading, else what is explained in passing."""
    rows = [
        Institution(abbr, row.cell(Role.FULL_NAME) or "", source=row.source)
        for table in tables
        if Role.ABBR in table.columns
        for row in table.rows
        if (abbr := row.cell(Role.ABBR))
    ]
    return tuple(rows or _listed(document) or _in_passing(document))


def _listed(document: Document) -> list[Institution]:
    rows: list[Institution] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Paragraph) and _HEADING.match(fold(block.text[:120])):
            inside = True
        elif inside and (row := _list_row(block)):
            rows.append(row)
        elif rows or isinstance(block, Row):
            inside = False
    return rows


def _list_row(block: Block) -> Institution | None:
    if isinstance(block, Row):
        cells = [cell for cell in block.cells if cell and not re.fullmatch(r"\d{1,3}[.)]?", cell)]
        if len(cells) == 2 and is_abbreviation(cells[0]):
            return Institution(cells[0], cells[1].strip(" ;,."), source=block.source)
        return None
    if area_heading(block.text):
        return None
    if match := _LINE.fullmatch(block.text):
        return Institution(match[1].strip(), match[2].strip(" ;,."), source=block.source)
    match = _REVERSED.fullmatch(block.text.rstrip(" ;,."))
    if match and is_abbreviation(match[2]):
        return Institution(match[2], match[1].strip(" ;,."), source=block.source)
    return None


def _in_passing(document: Document) -> list[Institution]:
    """What the text itself explains; of two explanations of one abbreviation the first."""
    found: dict[str, Institution] = {}
    for block in document.blocks:
        for text in (block.text,) if isinstance(block, Paragraph) else block.cells:
            if len(text) <= _LONGEST_TEXT and _EXPLAINING.search(text):
                for abbr, name in _explained(text):
                    if _is_body(name):
                        found.setdefault(abbr, Institution(abbr, name, source=block.source))
    return list(found.values())


def _is_body(name: str) -> bool:
    return _HEADS.search(fold(" ".join(name.split()[:4]))) is not None or nation_wide().named(name) is not None


def _explained(text: str) -> Iterator[tuple[str, str]]:
    line = text.strip(" ;,.")
    if _LEGEND.match(fold(text[:100])) or text.startswith("*"):
        yield from ((pair[1], pair[2]) for pair in _PAIR.finditer(text) if is_abbreviation(pair[1]))
        return
    if len(line) <= _LONGEST_LINE:
        if (match := _LINE.fullmatch(line)) and is_abbreviation(match[1]) and agree(match[1], match[2]):
            yield match[1].strip(), match[2].strip(" ;,.")
            return
        reverse = _REVERSED.fullmatch(line)
        if reverse and is_abbreviation(reverse[2]) and agree(reverse[2], reverse[1]):
            yield reverse[2], reverse[1].strip(" ;,.")
            return
    for match in _CALLED.finditer(text):
        name = _name_before(text[max(0, match.start() - _LONGEST_NAME) : match.start()], match["abbr"])
        if name and is_abbreviation(match["abbr"]):
            yield match["abbr"], name


def _name_before(text: str, abbr: str) -> str | None:
    """The words right before that the abbreviation is made of, or that the country calls so."""
    sentence = _BOUNDARY.split(text)[-1].strip(' „"')
    words = sentence.split()
    count = words_spelling(abbr, sentence)
    if count:
        first = len(without_seat(sentence)[0].split()) - count
        return " ".join(words[first:])
    for length in range(min(LONGEST, len(words)), 0, -1):
        name = " ".join(words[-length:])
        if (body := nation_wide().named(name)) and body in nation_wide().abbreviated(abbr):
            return name
    return None
