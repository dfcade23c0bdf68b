"""What stands in brackets after a name: its abbreviation, its full form, a part of it, or the bodies it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bezpiecznik.resolution.abbreviations import Abbreviations
from bezpiecznik.resolution.bodies import nation_wide
from bezpiecznik.resolution.cells import EXAMPLE
from bezpiecznik.resolution.parts import SURE
from bezpiecznik.resolution.spelling_out import agree
from bezpiecznik.resolution.units import DOUBTFUL, Unit

_BRACKET = re.compile(r"([^()]*)\(([^()]*)\)?([^()]*)")
_CALLED = re.compile(r"^(?:zwan\w+\s+)?(?:dalej(?: jako)?|w skrócie|skrót)?\s*[:–-]?\s*[„\"]?(.*?)[”\"]?$", re.I)

Plain = Callable[[str], list[Unit]]


def opened(text: str, plain: Plain, abbreviations: Abbreviations) -> list[Unit]:
    """Units of a piece with brackets."""
    match = _BRACKET.fullmatch(text)
    if match is None:
        return plain(text)
    head, inside, tail = (part.strip() for part in match.groups())
    clean = " ".join(text.replace(EXAMPLE, "").replace(" ;", "").split())
    inner = [unit for item in re.split(r"[,;/]", _called(inside)) for unit in plain(item.strip(f" {EXAMPLE}")) if item]
    *others, last = plain(head) or [Unit("", False)]
    if not last.text:
        return inner + plain(tail)
    if len(inner) > 1 and not tail and all(_is_name(unit, abbreviations) for unit in inner):
        return [*others, *([last] if EXAMPLE in inside else []), *inner]
    if len(inner) == 1 and not tail and (unit := _one(last, inner[0], abbreviations)):
        return [*others, replace(unit, written=clean if not others else f"{last.text} ({inner[0].text})")]
    whole = clean if not others else clean[clean.rfind(last.text) :]
    return [*others, Unit(whole, False)]


def _called(inside: str) -> str:
    """ "zwana dalej AB" is "AB"."""
    match = _CALLED.match(inside)
    return match[1] if match else inside


def _one(outer: Unit, inner: Unit, abbreviations: Abbreviations) -> Unit | None:
    """The one body that a name and what stands in brackets after it mean together."""
    if outer.is_abbreviation:
        listed = abbreviations.find(inner.text, is_abbreviation=inner.is_abbreviation)
        same = agree(outer.text, inner.text) or (listed is not None and listed.abbr == outer.text)
        return outer if same else replace(outer, certainty=DOUBTFUL)
    if inner.is_abbreviation and (abbreviations.is_listed(inner.text) or agree(inner.text, outer.text)):
        return inner
    return None


def _is_name(unit: Unit, abbreviations: Abbreviations) -> bool:
    if unit.is_abbreviation:
        return True
    found = abbreviations.find(unit.text, is_abbreviation=False)
    return (found is not None and found.score >= SURE) or nation_wide().named(unit.text) is not None
