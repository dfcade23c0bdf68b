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
_CLEAR, _BY_SIGN, _UNKNOWN = 0.95, 0.8, 0.7


def divide_performers(cell: str) -> tuple[str, str, float]:
    """Who leads, who helps, and how sure the division is; without a division all lead."""
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
    match = _HELPED.search(cell)
    if match is None or not cell[: match.start()].strip(" ;,"):
        return None
    return cell[: match.start()].strip(" ;,\n"), cell[match.end() :].strip(" ;,)\n")
