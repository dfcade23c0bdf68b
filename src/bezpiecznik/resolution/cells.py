"""A cell of institutions as an author leaves it: divided into pieces, freed from what is no name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bezpiecznik.resolution.bodies import nation_wide
from bezpiecznik.resolution.inflection import base
from bezpiecznik.resolution.mend import mend_narrow
from bezpiecznik.resolution.polish import fold

LONGEST_CELL = 3000
_EMPTY = re.compile(r"[\s.,;:_*–—-]*|brak\w*|bez partner\w*|nie dotyczy|n\s?[/.]?\s?d\.?|nd\.?|x|nie wystepuje")
_MARKS = "[\\s/|\"”„“’'`,–—-]*"
_DITTO = re.compile(rf"j\.?\s?w\.?|(?:tak )?jak (?:wyzej|powyzej)|idem|{_MARKS}[\"”„“’'`|/]{_MARKS}")
# After these words names stand in another case than the nominative.
_WITH = re.compile(
    r"\b(?:(?:oraz\s+|i\s+)?we?\s+(?:\w+\s+)?(?:współpracy|współdziałaniu|porozumieniu|kooperacji)\s+ze?"
    r"|przy\s+(?:współ)?(?:udziale|wsparciu|pomocy|pracy)(?:\s+ze?)?|z\s+udziałem|wspólnie\s+ze?|razem\s+ze?"
    r"|za\s+pośrednictwem|współpraca\s+ze?|we?spół\s+ze?)\s+",
    re.I,
)
_SUCH_AS = re.compile(
    r"(?<![\w.])(?:m\.\s?in\.|między innymi|np\.|na przykład|w tym|w szczególności|zwłaszcza|a także"
    r"|jak również|tj\.|tzn\.)"
    r"(?!\w):?\s*",
    re.I,
)
_AND_SO_ON = re.compile(r"(?:\s|^)(?:itp|itd|i in|i inne|i inni|oraz inne|oraz inni)\.?\s*$")
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_LEADING_BULLET = re.compile(r"^\s*[-–—•*·]\s*(?=[^\W\d_])")
_DASH = re.compile(r"(?:^|\s)[-–—•·]\s+")
# "Stacja Sanitarno – Epidemiologiczna": an adjective in "o" goes on after the dash.
_COMPOUND = re.compile(r"(?<=[^\W\d_]{3}o)\s*[-–—]\s*(?=[^\W\d_]{4})")
_SLASH = re.compile(r"(?:(?<=[^\W\d_.])|(?<=nr \d)|(?<=nr \d\d))\s*/\s*(?=[^\W\d_])")
# A line without these needs none of the rules above.
_NEEDS_CARE = re.compile(
    r"[^\w\s,;]|współ|udzia|wspar|pomocy|pośred|wspól|razem|tym|także|szczegól|równi|zwłaszcza"
    r"|\binn[ei]|\bit[dp]\b|\bi in\b",
    re.I,
)
_NOT_SLASHED = re.compile(r"\bi\s?/\s?lub\b|\boraz\s?/\s?lub\b", re.I)
_PART_AFTER = re.compile(
    r"\s[-–—]\s(?=(?:wydzia|referat|zesp|sekcj|oddzia|komór|komisariat|posterun|delegatur|biur|fili|pion|dzia[łl]\b))",
    re.I,
)
_DEPARTMENT = re.compile(r"(?:wydzia|referat|biur|departament|oddzia|komisj|ośrod|centr|samodzieln)[^,]*$", re.I)
_GENITIVE = r"[A-ZĆŁŃÓŚŹŻ]\w+(?:[yiuań]|ów|[yi]ch|ej|ego)"
_FIELD = re.compile(rf"{_GENITIVE}(?: {_GENITIVE})*\b")
_LAST_FIELD = re.compile(rf"{_GENITIVE}(?: \w+)? (?:i|oraz) [A-ZĆŁŃÓŚŹŻ]\w+(?: \w+){{0,4}}")
INSIDE, EXAMPLE = "\u2062", "\u2061"
_ASIDE = "\u2064"
_GOES_ON = re.compile(r"(?:we?|ds\.|im\.|z|ze|do|dla|nad|pod)\s|\(")
_SHORTENED = {
    "org.": "organizacyjne", "plac.": "placówki", "jedn.": "jednostki", "stow.": "stowarzyszenia",
    "społ.": "społeczne", "pozarz.": "pozarządowe", "ośw.": "oświatowe", "kult.": "kultury",
}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """One piece between dividers; `oblique` where the words before it put it in another case."""

    text: str
    oblique: bool = False


def is_empty(cell: str) -> bool:
    """A dash, "brak", "nie dotyczy": a cell that says there is nobody."""
    return (
        len(cell) < 30
        and not (cell[:1].isalnum() and cell[0] not in "bBnNxX")
        and _EMPTY.fullmatch(fold(cell).strip(" .")) is not None
    )


def is_ditto(cell: str) -> bool:
    """ "j.w.", "-//-": the same as in the row above."""
    if len(cell) >= 20 or (cell[:1].isalnum() and cell[0] not in "jJiItT"):
        return False
    return not is_empty(cell) and _DITTO.fullmatch(fold(cell).strip(" .")) is not None


def lines_of(cell: str) -> list[str]:
    """Divisions the author made in the cell; a line that begins inside a name goes on with the one before."""
    lines: list[str] = []
    for line in cell[:LONGEST_CELL].split("\n"):
        bare = line.strip()
        if lines and bare and (_GOES_ON.match(bare) or lines[-1].endswith("-")):
            lines[-1] += " " + bare
        elif bare:
            lines.append(bare)
    return lines


def pieces_of(line: str) -> list[Piece]:
    """Pieces of one line of a cell; what stands in brackets is not divided."""
    if not _NEEDS_CARE.search(line):
        divided = _whole_departments(re.split(r"[,;]", mend_narrow(line)))
        names = (" ".join(piece.split()) for piece in divided)
        return [Piece(name) for name in names if name and not is_empty(name)]
    text = mend_narrow(_COMPOUND.sub("-", line))
    bulleted = _LEADING_BULLET.match(text) is not None
    text = _NUMBERING.sub("", _LEADING_BULLET.sub("", text))
    text = _DASH.sub(" ; ", text if bulleted else _PART_AFTER.sub(f" {INSIDE} ", text))
    text = _SLASH.sub(" ; ", _NOT_SLASHED.sub("lub", text))
    text = _WITH.sub(f" ; {_ASIDE}", _SUCH_AS.sub(f" ; {EXAMPLE}", _AND_SO_ON.sub("", text)))
    pieces: list[Piece] = []
    oblique = False
    for piece in _whole_departments(_split_outside_brackets(text)):
        outside, bracket, inside = piece.partition("(")
        oblique = oblique or _ASIDE in piece
        whole = (outside.replace(EXAMPLE, "") + bracket + inside).replace(_ASIDE, "")
        bare = _spell_out(_NUMBERING.sub("", whole)).strip(" .")
        if bare and not is_empty(bare):
            pieces.append(Piece(bare, oblique))
    return pieces


def _whole_departments(pieces: list[str]) -> list[str]:
    """ "Wydział Zdrowia", "Kultury i Sportu" were one name before the comma in it was taken for a divider."""
    whole: list[str] = []
    place = 0
    while place < len(pieces):
        end = _end_of_department(pieces, place)
        whole.append(",".join(pieces[place : end + 1]))
        place = end + 1
    return whole


def _end_of_department(pieces: list[str], place: int) -> int:
    if not _DEPARTMENT.match(pieces[place].strip()):
        return place
    for end in range(place + 1, min(place + 4, len(pieces))):
        piece = pieces[end].strip()
        if not _FIELD.match(piece) or base(piece.split()[0]) in nation_wide().first_words:
            return place
        if _LAST_FIELD.fullmatch(piece):
            return end
        if not _FIELD.fullmatch(piece):
            return place
    return place


def _split_outside_brackets(text: str) -> list[str]:
    if "(" not in text:
        return re.split(r"[,;]", text)
    pieces, depth = [""], 0
    for sign in text:
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        if sign in ",;" and not depth:
            pieces.append("")
        else:
            pieces[-1] += sign
    return pieces


def _spell_out(piece: str) -> str:
    return " ".join(_SHORTENED.get(token.casefold(), token) for token in piece.split())
