"""Actions that repeat, lack a body, or name one body twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from bezpiecznik.resolution.lint.subject import Subject, finding, in_words
from bezpiecznik.resolution.model import Finding, Severity
from bezpiecznik.resolution.polish import fold


def duplicated(subject: Subject) -> Iterator[Finding]:
    """The same wording twice, whatever the capitals, spaces and the last full stop."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for place, action in subject.actions:
        places[fold(action.text).strip(" .;,")].append(place)
    for text, same in places.items():
        if text and len(same) > 1:
            message = f"Działania {in_words(same)} mają tę samą treść."
            yield Finding("ACTION_DUPLICATE", "warning", same[0], tuple(same), message)


def lead_is_partner(subject: Subject) -> Iterator[Finding]:
    """One body both responsible and partner of the same action."""
    for place, action in subject.actions:
        for name in action.responsible:
            if name in action.partners:
                message = f"„{name}” jest w\u00a0działaniu {place} i\u00a0podmiotem odpowiedzialnym, i\u00a0partnerem."
                yield Finding("LEAD_IS_PARTNER", "warning", name, (place,), message)


def partner_repeated(subject: Subject) -> Iterator[Finding]:
    """One name twice in the same cell."""
    for place, action in subject.actions:
        cells = (
            (action.responsible_raw, action.responsible, "podmiotów odpowiedzialnych"),
            (action.partners_raw, action.partners, "partnerów"),
        )
        for cell, names, what in cells:
            for name in _twice(cell or "", names):
                message = f"„{name}” jest w działaniu {place} wpisany wśród {what} dwa razy."
                yield finding("PARTNER_REPEATED", "warning", name, (place,), message)


def _twice(cell: str, names: tuple[str, ...]) -> list[str]:
    """Names, the longest first, that the cell writes at least twice; a name inside a longer one is not a use of it."""
    rest = " ".join(cell[:3000].split())
    found: list[str] = []
    if all(rest.count(name) < 2 for name in names):
        return found
    for name in sorted(names, key=len, reverse=True)[:60]:
        rest, times = re.subn(rf"(?<![\w-]){re.escape(name)}(?![\w-])", " ; ", rest)
        if times > 1:
            found.append(name)
    return found


def empty_cell(subject: Subject) -> Iterator[Finding]:
    """A cell left empty in a column that the table has."""
    for place, action in subject.actions:
        cells: tuple[tuple[str | None, str, str, Severity], ...] = (
            (action.text, "treść", "treści", "error"),
            (action.responsible_raw, "podmiot odpowiedzialny", "podmiotu odpowiedzialnego", "error"),
            (action.partners_raw, "partnerzy", "partnerów", "warning"),
        )
        for cell, what, whose, severity in cells:
            if cell == "":
                message = (
                    f"W\u00a0działaniu {place} pole „{what}” jest puste: nie wiadomo, czy brak {whose} jest zamierzony."
                )
                yield Finding("EMPTY_CELL", severity, what, (place,), message)
