"""What one line, or one cell, of a list of abbreviations says: "KPP – Komenda Powiatowa Policji" in its many ways.

The abbreviation may stand first or last, in brackets or quotes; between it and the name there may be a dash, dots,
"oznacza", "należy przez to rozumieć" or nothing at all; several pairs may make one sentence.
"""

from __future__ import annotations

import re

from bezpiecznik.resolution.bodies import nation_wide
from bezpiecznik.resolution.declension import nominative
from bezpiecznik.resolution.polish import fold, looks_abbreviated
from bezpiecznik.resolution.spelling_out import agree, is_abbreviation

Pair = tuple[str, str]
_CAPITAL = "A-ZĄĆĘŁŃÓŚŹŻ"
_SHORT = rf"[{_CAPITAL}][\w.-]{{1,9}}(?: [{_CAPITAL}][\w.-]{{1,6}}){{0,2}}"
_OPEN, _CLOSE = "[\"„”“«'(]?", "[\"”“»')]?"
# After these the name stands in another case.
_UNDERSTOOD = (
    r"(?:należy\s+(?:przez\s+to\s+)?(?:rozumieć|to\s+rozumieć)(?:\s+przez\s+to)?|rozumie\s+się(?:\s+przez\s+to)?"
    r"|przez\s+(?:to|co)\s+(?:należy\s+)?rozumie(?:ć|\s+się)|oznacza(?:ją|\s+to)?|ma\s+to\s+oznaczać"
    r"|(?:ilekroć\s+|jest\s+)?mowa\s+(?:jest\s+)?o)"
)
_IS = r"(?:to\s+jest|to|tj\.|tzn\.|czyli|znaczy|skrót\s+od)"
_BETWEEN = (
    r"(?:\s+[-–—−=:→>]+\s*|[–—−=:→]\s*|-\s+|\s*(?:\.\s?){3,}|\s*…+\s*|\s*_{3,}\s*|\s*\t\s*"
    rf"|,?\s+(?={_UNDERSTOOD}\s|{_IS}\s))"
)
_SEPARATOR = rf"{_BETWEEN}(?:(?P<said>{_UNDERSTOOD})\s*:?\s*|{_IS}\s*:?\s+)?"
_BULLET = re.compile(
    r"\s*(?:[-–—•*·▪◦●○■►‣]\s+|[-–—](?=[„\"])|\(?(?:\d{1,3}|[a-ząćę]{1,2})[.)]\s*|(?:pkt|lit\.)\s+\w{1,3}\s)?"
    r"(?:ilekroć\s+(?:jest\s+)?mowa\s+(?:jest\s+)?o\s+|skrót\s+)?",
    re.I,
)
_FIRST = re.compile(rf"{_OPEN}(?P<abbr>\S[^–—:=(]{{0,28}}?){_CLOSE}\s*{_SEPARATOR}{_OPEN}(?P<name>\S.{{2,200}})", re.S)
_START = re.compile(rf"(?:^|(?<=[\s;,.(:„\"])){_OPEN}(?P<abbr>{_SHORT}){_CLOSE}{_SEPARATOR}")
_BRACKETED = re.compile(rf"(?P<abbr>{_SHORT})\s*[(\[](?P<name>[^()\[\]]{{5,200}})[)\]]?")
_CALLED = r"(?:,?\s+(?:dalej\s+)?zwan\w+(?:\s+dalej)?(?:\s+jako)?|,?\s+(?:w\s+skrócie|dalej(?:\s+jako)?|skrót))\s*:?\s*"
_LAST = re.compile(
    rf"(?P<name>\S.{{4,180}}?)(?:\s*[(\[]\s*(?:dalej|skrót|zwan\w+(?:\s+dalej)?|w\s+skrócie)?(?:\s+jako)?\s*[:–-]?\s*"
    rf"|\s+[-–—=→]+>?\s*|{_CALLED}){_OPEN}(?P<abbr>{_SHORT}){_CLOSE}[)\]]?",
    re.S,
)
_BETWEEN_PAIRS = re.compile(r"[;,.\s]*(?:\b(?:oraz|i|a)\s*)?(?:[-–•*]|\(?(?:\d{1,2}|[a-z])[.)])?[;,.\s(„\"]*$")
_ENDS = ' \t\n;,.”"»'
_LONGEST = 6000
# How a name of a body begins; "Krajowa Mapa Zagrożeń (…)" is explained too, and is none.
_HEADS = re.compile(
    r"\b(?:administracj|agencj|bibliotek|biur|centr|delegatur|dom\b|dyrekcj|fundacj|hufc|hufiec|inspek|instytut|izb"
    r"|jednost|kancelari|klub|komend|komisariat|komisj|kol[oa]\b|kurator|lekarz|lig|muze|nadlesnict|oddzial|ogrod"
    r"|organizacj|osrod|parafi|plac|pogotow|poradni|posterun|prokuratur|przedsiebiorst|rad[ay]\b|referat|sad|samorzad"
    r"|sluzb|spol|stacj|starost|stowarzysz|straz|szkol|szpital|towarzyst|uniwersyt|urzad|urzed|wodociag|wojsk|wydzial"
    r"|zaklad|zandarm|zarzad|zesp|zwiaz)"
)


def is_body(name: str) -> bool:
    """Is this how a name of a body begins?"""
    return _HEADS.search(fold(" ".join(name.split()[:4]))) is not None or nation_wide().named(name) is not None


def begins_as_body(name: str) -> bool:
    """Is it surely a body: its first word says so, or the second after a capital?"""
    words = fold(name).split()[: 2 if name[:1].isupper() else 1]
    return any(_HEADS.match(word) for word in words) or nation_wide().named(name) is not None


def is_short(text: str) -> bool:
    """An abbreviation of one to three words."""
    return is_abbreviation(text) or (text.count(" ") == 2 and all(looks_abbreviated(word) for word in text.split()))


def pairs_of(text: str) -> list[Pair]:
    """Abbreviations with their names, of a text that stands in a list of abbreviations."""
    if len(text) > _LONGEST:
        return []
    parts = [part for part in re.split(r"[;\n]", text) if part.strip(_ENDS)]
    return [pair for part in parts for pair in _run(part) or _single(part)]


def said_to_mean(text: str) -> Pair | None:
    """ "KPP – należy przez to rozumieć Komendę …": what no list is needed for."""
    match = _FIRST.fullmatch(_BULLET.sub("", text[:300], count=1).strip(_ENDS))
    if match is None or not match["said"] or not _is_called_so(match["abbr"]):
        return None
    pair = _pair(match)
    return pair if is_body(pair[1]) else None


def one_of(text: str) -> Pair | None:
    """The one pair of a line, whose two parts agree."""
    pair = next(iter(_single(text)), None)
    return pair if pair and is_short(pair[0]) and agree(*pair) else None


def _run(text: str) -> list[Pair]:
    """Two pairs or more in one sentence."""
    starts = [match for match in _START.finditer(text) if is_short(match["abbr"].strip(". "))]
    if len(starts) < 2:
        return []
    ends = [match.start() for match in starts[1:]] + [len(text)]
    pairs: list[Pair] = []
    for match, end in zip(starts, ends, strict=True):
        name = _BETWEEN_PAIRS.sub("", text[match.end() : end]) if end < len(text) else text[match.end() :]
        if len(name.strip(_ENDS)) < 4 or is_short(name.strip(_ENDS)):
            return []
        pairs.append((match["abbr"].strip(), _straight(name, said=bool(match["said"]))))
    return pairs


def _single(text: str) -> list[Pair]:
    line = _BULLET.sub("", text, count=1).strip(_ENDS)
    if match := _FIRST.fullmatch(line):
        abbr, name = pair = _pair(match)
        if (is_short(abbr) and not is_short(name)) or (_is_called_so(abbr) and is_body(name) and not is_short(name)):
            return [pair]
    bare = line.rstrip(")]")
    if (match := _BRACKETED.fullmatch(bare)) and is_short(match["abbr"]) and not is_short(match["name"]):
        return [(match["abbr"], match["name"].strip(_ENDS))]
    if (match := _LAST.fullmatch(line)) and is_short(match["abbr"]) and not is_short(match["name"]):
        return [(match["abbr"], match["name"].strip(_ENDS))]
    return _side_by_side(line)


def _side_by_side(line: str) -> list[Pair]:
    """ "PZD Powiatowy Zarząd Dróg": an abbreviation and its name with nothing between."""
    words = line.split()
    short = next((place for place, word in enumerate(words) if not looks_abbreviated(word.strip(".:"))), len(words))
    splits = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(min(short, 3), 0, -1)]
    for abbr, name in splits:
        if agree(abbr, name):
            return [(abbr, name)]
    if splits and len(words) - min(short, 3) >= 2 and len(words) <= 16 and is_body(splits[0][1]):
        return splits[:1]
    return []


def _is_called_so(text: str) -> bool:
    """One to three words with a capital: "Starostwo", "Policja", "Straż Miejska"."""
    return text[:1].isupper() and text.count(" ") < 3


def _pair(match: re.Match[str]) -> Pair:
    return match["abbr"].strip(" .„\"”'"), _straight(match["name"], said=bool(match["said"]))


def _straight(name: str, *, said: bool) -> str:
    bare = name.strip(_ENDS)
    return nominative(bare) or bare if said else bare
