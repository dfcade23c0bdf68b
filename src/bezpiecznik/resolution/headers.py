"""What the headings of columns and the labels of task cards mean."""

from __future__ import annotations

import re
from enum import Enum

from bezpiecznik.resolution.polish import fold


class Role(Enum):
    """The part a column or a labelled line plays."""

    NUMBER = "number"
    TASK = "task"
    INITIATIVE = "initiative"
    LEAD = "lead"
    PARTNERS = "partners"
    DEADLINE = "deadline"
    INDICATORS = "indicators"
    FUNDING = "funding"
    METHOD = "method"
    AUDIENCE = "audience"
    GOAL = "goal"
    ABBR = "abbr"
    FULL_NAME = "full name"


_SIGNS = {
    Role.NUMBER: r"^[l1i]\s?\.?\s?p\b|^nr\b|^numer\b",
    Role.ABBR: r"^skrot",
    Role.FULL_NAME: r"pelna nazwa|rozwiniecie|objasnieni|znaczenie|^nazwa (?:instytucji|podmiotu|jednostki)",
    Role.INITIATIVE: r"nazwa (?:programu|projektu|inicjatywy|akcji|kampanii)|^program(?:y)?$",
    Role.AUDIENCE: r"kogo obejmuje|odbiorc|adresa[tc]|beneficjen|grup\w* docelow",
    Role.DEADLINE: r"termin|(?:czas|okres) realizacji|harmonogram",
    Role.METHOD: r"sposob|^opis\b|form[ay] realizacji|metod",
    Role.INDICATORS: r"miernik|wskaznik|efekt|rezultat",
    Role.FUNDING: r"finansow|koszt|zrodl|^srodki|budzet|naklad",
    Role.PARTNERS: r"partner|wspolprac|wspoldzial|wspolwyk|wspolreal|wspieraj|wspoluczest",
    Role.LEAD: r"odpowiedzialn|realiz(?!acj)|wykonawc|wiodac|\blider|koordynator",
    Role.TASK: r"dzialani|zadani|przedsiewziec|inicjatyw",
    Role.GOAL: r"^cel[eu]?\b",
}
_PATTERNS = {role: re.compile(pattern) for role, pattern in _SIGNS.items()}
_BODY = re.compile(r"podmiot|instytucj|jednostk")
LONGEST_HEADER = 90


def role_of(text: str) -> Role | None:
    """The meaning of one heading: of all words that say something, the first one decides."""
    if len(text) > LONGEST_HEADER:
        return None
    folded = fold(text)
    found = [(match.start(), role) for role, pattern in _PATTERNS.items() if (match := pattern.search(folded))]
    if found:
        return min(found, key=lambda pair: pair[0])[1]
    return Role.LEAD if _BODY.search(folded) else None


def columns_of(cells: tuple[str, ...]) -> tuple[Role | None, ...] | None:
    """Roles of the columns if this row is the heading of a table we know, else None."""
    if len(cells) > 40 or any(re.match(r"\d", cell) and role_of(cell) is not Role.NUMBER for cell in cells[:1]):
        return None
    roles = _without_repeats([role_of(cell) for cell in cells])
    known = {role for role in roles if role}
    if not known & {Role.TASK, Role.INITIATIVE, Role.ABBR} or len(known - {Role.NUMBER}) < 2:
        return None
    if any(cell and len(cell) > LONGEST_HEADER for cell in cells):
        return None
    return tuple(roles)


def _without_repeats(roles: list[Role | None]) -> list[Role | None]:
    """Two columns of performers are the responsible and the supporting ones; other repeats say nothing."""
    seen: list[Role | None] = []
    for role in roles:
        if role is Role.LEAD and role in seen and Role.PARTNERS not in roles:
            seen.append(Role.PARTNERS)
        else:
            seen.append(role if role not in seen else None)
    return seen
