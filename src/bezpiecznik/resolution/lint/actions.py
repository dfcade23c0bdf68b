"""Actions that repeat, lack a body, or name one body twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bezpiecznik.resolution.lint.subject import Subject, in_words
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
