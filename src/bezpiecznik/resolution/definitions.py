"""Where a document says what its abbreviations stand for: in a list, in a table, or in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bezpiecznik.resolution.bodies import LONGEST, nation_wide
from bezpiecznik.resolution.document import Block, Document, Paragraph, Row
from bezpiecznik.resolution.explanations import Pair, begins_as_body, is_body, is_short, one_of, pairs_of, said_to_mean
from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.headings import explicit_heading
from bezpiecznik.resolution.inflection import without_seat
from bezpiecznik.resolution.model import Institution
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.sections import area_heading
from bezpiecznik.resolution.spelling_out import agree, is_abbreviation, words_spelling
from bezpiecznik.resolution.table_rows import Table

_NUMBERING = r"(?:\W*(?:[ivx]+|\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]\s*|\W*(?:rozdzial|czesc|dzial|zalacznik)\s+\S+\s*)?"
_OF_SHORT = re.compile(r"(?<!\bw )\bskrot(?:y|ow|ach|ami|owce|owcow)\b|\bakronim")
_OF_WORDS = re.compile(
    rf"{_NUMBERING}\W*(?:slownik|slowniczek|legenda|definicje|objasnieni[ae]|wyjasnieni[ae]|pojecia|oznaczenia"
    r"|uzyte (?:w \w+ )?(?:okreslenia|pojecia|zwroty|wyrazy|oznaczenia))\b|.{0,60}\bilekroc\b"
)
_LONGEST_HEADING, _LONGEST_OPENING = 100, 250
_EXPLAINING = re.compile(r"[-–—:=(*]|zwan|dalej|skróc|rozumie|\.{4}")
_LEGEND = re.compile(
    r"(?:\*+\s*)?(?:(?:uzyte|stosowane)?\s*(?:objasnieni[ae]|wykaz|legenda|skroty|oznaczenia)\b[^:]{0,60}:)"
)
_CALLED = re.compile(
    r"\s*(?:\(|,\s*(?=zwan|dalej|w skrócie))(?P<said>(?:dalej\s+)?(?:zwan\w+\s+)?"
    r"(?:dalej(?: jako)?|w skrócie|w dalszej części|skrót)?"
    r"\s*[:–-]?\s*)[„\"']?(?P<abbr>[^\W\d_][\w.]{1,9}(?: [^\W\d_][\w.]{1,6})?)[”\"']?(?=[),.;]|\s*$)"
)
_BOUNDARY = re.compile(r"[,;:.()\n\t]\s|\s[-–—]\s|(?:^|\s)(?:\d{1,3}[.)]|[-–•*])\s")
_CHAPTER = re.compile(
    r"(?:rozdzial|czesc|dzial|zalacznik|obszar|priorytet|cel|kierunek|modul|zadani[ea])\b|§|[ivx]+[.)]\s"
)
_COUNTER = re.compile(r"\W*(?:\d{1,3}|[a-z])?[.)]?\W*")
_LONGEST_TEXT, _LONGEST_NAME, _LONGEST_LINE = 6000, 160, 220
_MOST_BEFORE, _FEWEST_ROWS = 3, 3


def read_institutions(document: Document, tables: Sequence[Table]) -> tuple[Institution, ...]:
    """Rows of the list: a table with abbreviations, lines under its heading, else what is explained in passing."""
    rows = [
        Institution(abbr, row.cell(Role.FULL_NAME) or "", source=row.source)
        for table in tables
        if Role.ABBR in table.columns
        for row in table.rows
        if (abbr := row.cell(Role.ABBR))
    ]
    return tuple(rows or _listed(document) or _tabled(document) or _in_passing(document))


def _listed(document: Document) -> list[Institution]:
    """What stands under a heading of abbreviations, or after it in its own line."""
    rows: list[Institution] = []
    before: int | None = None
    strict = False
    for place, block in enumerate(document.blocks):
        if (heading := _heading(block)) is not None:
            before, strict = 0, heading != "short"
            rows += _institutions(block, _pairs_after_heading(block), strict=strict)
        elif before is not None:
            found = _institutions(block, _pairs(block), strict=strict)
            if found:
                rows, before = rows + found, _MOST_BEFORE
            elif rows and (joined := _going_on(rows[-1], block)):
                rows[-1] = joined
            elif before < _MOST_BEFORE and not _ends_list(block):
                before += 1
            elif not (rows and _is_inner_heading(block, document.blocks[place + 1 : place + 2])):
                before = None
    return list(dict.fromkeys(rows))


def _heading(block: Block) -> str | None:
    """ "short" for a heading of abbreviations, "words" for one of any words that are explained."""
    text = block.text if isinstance(block, Paragraph) else " ".join(filter(None, block.cells))
    if isinstance(block, Row) and len(list(filter(None, block.cells))) > 1:
        return None
    folded = fold(text[:_LONGEST_OPENING])
    opening = folded.split(":", 1)[0]
    if len(opening) > _LONGEST_HEADING and not text.rstrip().endswith(":"):
        return None
    if _OF_SHORT.search(opening) and (":" in folded or len(text) <= _LONGEST_HEADING):
        return "short"
    return "words" if _OF_WORDS.match(opening) and (":" in folded or len(text) <= _LONGEST_HEADING) else None


def _pairs_after_heading(block: Block) -> list[Pair]:
    text = block.text if isinstance(block, Paragraph) else ""
    return pairs_of(text.split(":", 1)[1]) if ":" in text else []


def _institutions(block: Block, pairs: Sequence[Pair], *, strict: bool) -> list[Institution]:
    kept = [pair for pair in pairs if not strict or agree(*pair) or begins_as_body(pair[1])]
    return [Institution(abbr, " ".join(name.split()), source=block.source) for abbr, name in kept]


def _pairs(block: Block) -> list[Pair]:
    if isinstance(block, Row):
        return _pairs_of_cells(block.cells)
    return [] if area_heading(block.text) else pairs_of(block.text)


def _pairs_of_cells(cells: Sequence[str]) -> list[Pair]:
    """Pairs of one row: two cells or four, the abbreviation first or last, one or more in a cell."""
    filled = [cell.strip() for cell in cells if not _COUNTER.fullmatch(fold(cell))]
    if len(filled) == 1:
        return pairs_of(filled[0])
    if len(filled) % 2 or len(filled) > 6:
        return []
    pairs: list[Pair] = []
    for one, other in zip(filled[::2], filled[1::2], strict=True):
        lines = list(zip(one.split("\n"), other.split("\n"), strict=False))
        whole = one.count("\n") == other.count("\n") and all(_as_pair(*line) for line in lines)
        found = [pair for line in (lines if whole else [(one, other)]) if (pair := _as_pair(*line))]
        if not found:
            return []
        pairs += found
    return pairs


def _as_pair(one: str, other: str) -> Pair | None:
    one, other = one.strip(" ;,."), other.strip(" ;,.")
    if is_short(one) and not is_short(other) and len(other) > 3:
        return one, other
    if is_short(other) and not is_short(one) and len(one) > 3:
        return other, one
    return (one, other) if len(one) <= 20 and one[:1].isupper() and len(one) < len(other) and is_body(other) else None


def _going_on(row: Institution, block: Block) -> Institution | None:
    """The rest of a name that was too long for its line."""
    if not isinstance(block, Paragraph) or len(block.text) > 80 or agree(row.abbr, row.name):
        return None
    name = f"{row.name} {block.text.strip(' ;,.')}"
    return replace(row, name=name) if agree(row.abbr, name) else None


def _ends_list(block: Block) -> bool:
    if isinstance(block, Row):
        return False
    return (area_heading(block.text) or explicit_heading(block.text) or _CHAPTER.match(fold(block.text))) is not None


def _is_inner_heading(block: Block, following: Sequence[Block]) -> bool:
    """ "Wydziały Urzędu:" inside the list."""
    short = isinstance(block, Paragraph) and len(block.text) <= 60 and not _ends_list(block)
    return short and bool(following) and bool(_pairs(following[0]))


def _tabled(document: Document) -> list[Institution]:
    """Rows without any heading of which one cell spells out the other."""
    runs: list[list[Institution]] = [[]]
    for block in document.blocks:
        pairs = _pairs_of_cells(block.cells) if isinstance(block, Row) else []
        if pairs and all(is_short(abbr) for abbr, _ in pairs):
            runs[-1] += _institutions(block, pairs, strict=False)
        elif runs[-1]:
            runs.append([])
    return [row for run in runs if _is_list(run) for row in run]


def _is_list(run: Sequence[Institution]) -> bool:
    agreeing = sum(agree(row.abbr, row.name) for row in run)
    return agreeing >= max(_FEWEST_ROWS, 2 * len(run) / 3)


def _in_passing(document: Document) -> list[Institution]:
    """What the text itself explains; of two explanations of one abbreviation the first."""
    found: dict[str, Institution] = {}
    for block in document.blocks:
        for text in (block.text,) if isinstance(block, Paragraph) else block.cells:
            if len(text) <= _LONGEST_TEXT and _EXPLAINING.search(text):
                for abbr, name in _explained(text):
                    if is_body(name):
                        found.setdefault(abbr, Institution(abbr, name, source=block.source))
    return list(found.values())


def _explained(text: str) -> Iterator[Pair]:
    if _LEGEND.match(fold(text[:100])) or text.startswith("*"):
        yield from (pair for pair in pairs_of(text.split(":", 1)[-1].lstrip("* ")) if is_short(pair[0]))
        return
    if len(text) <= _LONGEST_LINE and (pair := said_to_mean(text)):
        yield pair
        return
    called = [
        (match["abbr"], name)
        for match in _CALLED.finditer(text)
        if (name := _name_before(text[max(0, match.start() - _LONGEST_NAME) : match.start()], match["abbr"]))
        and is_abbreviation(match["abbr"])
    ]
    yield from called
    if not called and len(text) <= _LONGEST_LINE and (pair := one_of(text)):
        yield pair


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
