"""Actions that repeat, lack a body, or name one body twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from bezpiecznik.resolution.lint.subject import Subject, finding, in_words
from bezpiecznik.resolution.model import Action, Finding, Severity
from bezpiecznik.resolution.polish import fold, looks_abbreviated

_ITEMS = re.compile(r"[,;\n/]|\s(?:i|oraz)\s")


_CELLS: tuple[tuple[Callable[[Action], str | None], str, str, Severity], ...] = (
    (lambda action: action.text, "treść", "treści", "error"),
    (lambda action: action.responsible_raw, "podmiot odpowiedzialny", "podmiotu odpowiedzialnego", "error"),
    (lambda action: action.partners_raw, "partnerzy", "partnerów", "warning"),
)


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
            if name in action.partners and _stands(name, action.responsible_raw) and _stands(name, action.partners_raw):
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


def _stands(name: str, cell: str | None) -> bool:
    """Is the name the cell's own, and not the beginning of a longer one that was divided?

    An abbreviation may stand for a full name; a name in words has to be a whole item of the cell.
    """
    if name.replace(" ", "").isupper() or looks_abbreviated(name.split(maxsplit=1)[0]):
        return True
    return any(fold(item).strip(" .") == fold(name) for item in _ITEMS.split((cell or "")[:3000]))


def _twice(cell: str, names: tuple[str, ...]) -> list[str]:
    """Names that the cell writes at least twice; one inside a longer name is not a use of it."""
    rest = " ".join(cell[:3000].split())
    found: list[str] = []
    if all(rest.count(name) < 2 for name in names):
        return found
    items = [fold(item).strip(" .") for item in _ITEMS.split(cell[:3000])]
    for name in sorted(names, key=len, reverse=True)[:60]:
        rest, times = re.subn(rf"(?<![\w-]){re.escape(name)}(?![\w-])", " ; ", rest)
        if times > 1 and (looks_abbreviated(name.split()[0]) or items.count(fold(name)) > 1):
            found.append(name)
    return found


def empty_cell(subject: Subject) -> Iterator[Finding]:
    """A cell left empty in a column that the table has, and that most of its rows fill."""
    rows = subject.actions
    cells = [cell for cell in _CELLS if not _is_whole_column([cell[0](action) == "" for _, action in rows])]
    for place, action in rows:
        for field_of, what, whose, severity in cells:
            if field_of(action) == "":
                message = (
                    f"W działaniu {place} pole „{what}” jest puste: nie wiadomo, czy brak {whose} jest zamierzony."
                )
                yield finding("EMPTY_CELL", severity, what, (place,), message)


def _is_whole_column(empty: list[bool]) -> bool:
    """When most rows are empty, it is the column, or the reading of it, that should be looked at."""
    return sum(empty) > 2 and sum(empty) > len(empty) / 2
