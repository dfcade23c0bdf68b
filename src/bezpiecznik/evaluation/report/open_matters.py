"""Chapter 7: what the data leave to be decided. No advice that the data do not give."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.documents.content import Block, Column, Heading, Paragraph, Table
from bezpiecznik.evaluation.report.wording import every_action, mark, short_names

CHANGED = "oceny-zmienione"
MATTERS = (
    ("no_report", "Działania bez sprawozdania", "Nie ma działań bez sprawozdania."),
    ("not_done", "Działania niezrealizowane", "Nie ma działań ocenionych jako niezrealizowane."),
    ("dropped", "Działania, od których odstąpiono", "Nie ma działań, od których odstąpiono."),
)

Action = dict[str, Any]


def chapter(evidence: dict[str, Any]) -> Iterator[Block]:
    actions = every_action(evidence)
    yield Heading(1, "7. Sprawy wymagające rozstrzygnięcia")
    yield Paragraph(
        "Wykazy wynikają wprost z\u00a0ocen. Nie zawierają wniosków, których nie da się oprzeć na sprawozdaniach."
    )
    matters = [(title, nothing, _graded(actions, value)) for value, title, nothing in MATTERS]
    for title, _nothing, chosen in matters:
        if chosen:
            yield Heading(2, title)
            yield _list(title, chosen)
    empty = [nothing for _title, nothing, chosen in matters if not chosen]
    if empty:
        yield Paragraph(" ".join(empty))
    changed = [action for action in actions if action["given"] != action["proposed"]]
    yield Heading(2, "Oceny inne niż proponowane", CHANGED)
    yield _changes(changed) if changed else Paragraph("Wszystkie oceny są zgodne z\u00a0propozycjami reguły.")


def _graded(actions: list[Action], value: str) -> list[Action]:
    return [action for action in actions if action["given"] == value]


def _list(title: str, actions: list[Action]) -> Table:
    return Table(
        title,
        (Column("Nr", 0.6), Column("Działanie", 3.4), Column("Odpowiada", 1.5), Column("Podstawa oceny", 3.4)),
        tuple(
            (action["code"], action["wording"], short_names(action["leads"]), _because(action)) for action in actions
        ),
    )


def _because(action: Action) -> str:
    return str(action["rule"] if action["given"] == action["proposed"] else action["reason"])


def _changes(actions: list[Action]) -> Table:
    return Table(
        "Propozycje reguły i\u00a0oceny",
        (
            Column("Nr", 0.6),
            Column("Propozycja", 1.7),
            Column("Ocena", 1.7),
            Column("Uzasadnienie", 3.4),
            Column("Kto rozstrzygnął", 1.6),
        ),
        tuple(
            (action["code"], mark(action["proposed"]), mark(action["given"]), action["reason"], action["decided_by"])
            for action in actions
        ),
    )
