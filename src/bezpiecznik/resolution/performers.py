"""One cell or sentence that names both who is responsible and who helps."""

from __future__ import annotations

import re

_HELPED = re.compile(
    r"[;,.(]?\s*(?:\b(?:przy|we)\s+(?:współpracy|współudziale|współdziałaniu|udziale|wsparciu"
    r"|pomocy|zaangażowaniu|włączeniu)(?:\s+ze(?:\s+strony)?\b|\s+z\b)?"
    r"|\b(?:wspólnie|razem|łącznie)\s+ze?\b|\bz\s+(?:udziałem|pomocą|włączeniem|zaangażowaniem)|\bprzy\s+czym\s+wspiera(?:ją)?"
    r"|\bw\s+(?:porozumieniu|partnerstwie|kooperacji|uzgodnieniu)\s+ze?\b|\bwspieran[eyai]\s+przez"
    r"|\b(?:partnerzy|partner|współpraca|współdziałanie|wsparcie|podmioty współpracujące"
    r"|współrealizatorzy)\s*[:–])\s*:?\s*",
    re.I,
)
_LEADING = re.compile(
    r"(?:realizator\w*|odpowiedzialn\w+|wykonawc\w+|lider|podmiot (?:wiodący|odpowiedzialny)"
    r"|koordynator\w*)\s*[:–-]\s*",
    re.I,
)
_MARKED = re.compile(
    r"\s*[-–(\[]\s*(?:podmiot|jednostka|instytucja|organ|realizator|wykonawca|partner)?\s*"
    r"(?:wiodąc\w+|lider\w*|prowadząc\w+|koordynując\w+|koordynator\w*|główn\w+)(?:\s+(?:realizator|wykonawca|podmiot))?"
    r"\s*[)\]]?\s*$",
    re.I,
)
_DIVIDED = re.compile(r"\s*[,;\n]\s*(?![^()]{0,200}\))")
_MOST_NAMES, _LONGEST = 60, 3000
_CLEAR, _BY_SIGN, _UNKNOWN = 0.95, 0.8, 0.7


def divide_performers(cell: str) -> tuple[str, str, float]:
    """Who leads, who helps, and how sure the division is; without a division all lead."""
    if marked := marked_as_leading(cell):
        return *marked, _CLEAR
    text = _LEADING.sub("", cell, count=1)
    if match := _HELPED.search(text):
        return text[: match.start()].strip(" ;,\n"), text[match.end() :].strip(" ;,)\n"), _CLEAR
    for sign in (" / ", "/\n", "\n/", "/"):
        head, found, tail = text.partition(sign)
        if found and head.strip() and tail.strip() and "/" not in tail:
            return head.strip(" ;,\n"), tail.strip(" ;,\n"), _BY_SIGN
    several = re.search(r"[,;\n]", text) is not None
    return text.strip(), "", _UNKNOWN if several else _BY_SIGN


def helped_by(cell: str) -> tuple[str, str] | None:
    """ "AB przy współpracy z CD" is AB with the help of CD; None where nobody is said to help."""
    if marked := marked_as_leading(cell):
        return marked
    match = _HELPED.search(cell)
    if match is None or not cell[: match.start()].strip(" ;,"):
        return None
    return cell[: match.start()].strip(" ;,\n"), cell[match.end() :].strip(" ;,)\n")


def marked_as_leading(cell: str) -> tuple[str, str] | None:
    """ "AB (podmiot wiodący), CD" is AB with the help of CD; None where nobody or everybody is marked so."""
    names = _DIVIDED.split(cell.strip(" ;,.\n")[:_LONGEST])
    if not 1 < len(names) <= _MOST_NAMES:
        return None
    marked = {name for name in names if _MARKED.search(name)}
    if not marked or len(marked) == len(names):
        return None
    lead = ", ".join(_MARKED.sub("", name) for name in names if name in marked)
    return lead, ", ".join(name for name in names if name not in marked)
