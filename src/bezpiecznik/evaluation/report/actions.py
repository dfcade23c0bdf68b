"""Chapter 4: every action of every area, in the institutions' own words, each with its source."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from bezpiecznik.documents.content import (
    Block,
    BulletList,
    Column,
    Heading,
    Inline,
    KeyValues,
    Paragraph,
    Piece,
    Quote,
    Run,
    Source,
    Table,
)
from bezpiecznik.evaluation.report.wording import ROLES, day, full_names, mark, number, of_period, short_names
from bezpiecznik.evaluation.statements import Statement, from_json


def chapter(evidence: dict[str, Any]) -> Iterator[Block]:
    yield Heading(1, "4. Realizacja działań w\u00a0obszarach")
    for area in evidence["areas"]:
        yield Heading(2, f"Obszar {area['no']}. {area['name']}")
        yield _overview(area)
        yield from chain.from_iterable(_action(action, evidence["labels"]) for action in area["actions"])


def _overview(area: dict[str, Any]) -> Table:
    return Table(
        f"Działania obszaru {area['no']}",
        (
            Column("Nr", 0.6),
            Column("Działanie w\u00a0brzmieniu uchwały", 4),
            Column("Odpowiada", 1.4),
            Column("Partnerzy", 1.6),
            Column("Ocena", 1.6),
        ),
        tuple(
            (
                action["code"],
                action["wording"],
                short_names(action["leads"]),
                short_names(action["partners"]),
                mark(action["given"]),
            )
            for action in area["actions"]
        ),
    )


def _action(action: dict[str, Any], labels: dict[str, Any]) -> Iterator[Block]:
    yield Heading(3, f"Działanie {action['code']}")
    yield KeyValues(tuple(_facts(action)))
    statements = [from_json(kept) for kept in action["statements"]]
    for statement in statements:
        if statement.speaks:
            yield from _said(statement, labels)
    for line in _unsaid(statements):
        yield Paragraph(line)


def _facts(action: dict[str, Any]) -> Iterator[tuple[str, Inline]]:
    several = len(action["leads"]) > 1
    yield "Treść", Run(action["wording"], bold=True)
    yield "Podmioty odpowiedzialne" if several else "Podmiot odpowiedzialny", full_names(action["leads"])
    if action["partners"]:
        yield "Partnerzy" if len(action["partners"]) > 1 else "Partner", full_names(action["partners"])
    yield "Ocena", mark(action["given"])
    if action["given"] != action["proposed"]:
        yield "Propozycja reguły", mark(action["proposed"])
        yield "Uzasadnienie zmiany", (Run(action["reason"]), Source(f" – {action['decided_by']}"))
    yield "Podstawa propozycji", action["rule"]


# --- what was said ----------------------------------------------------------------------------------------


def _said(statement: Statement, labels: dict[str, Any]) -> Iterator[Block]:
    source = source_of(statement, labels)
    words = [words for words in (statement.text, statement.reason) if words.strip()]
    for each in words:
        yield Quote(each, source)
    if not words:
        yield Paragraph((Run("Stan realizacji podano bez opisu. "), Source(source)))
    if statement.numbers:
        yield BulletList(tuple(_number(statement, at, labels) for at in range(len(statement.numbers))))


def source_of(statement: Statement, labels: dict[str, Any]) -> str:
    """Whose words these are: institution, role, state, report, when it was submitted and who signed it."""
    signed = ", ".join(filter(None, (statement.signatory, statement.signatory_function)))
    parts = (
        f"{statement.institution} – {ROLES[statement.role]}",
        f"stan realizacji: {labels['outcome'][statement.outcome]}",
        f"sprawozdanie {of_period(statement.period)}{_through(statement)}",
        f"złożone {day(statement.submitted_at)}" if statement.submitted_at else "",
        f"podpis: {signed}" if signed else "",
    )
    return "; ".join(filter(None, parts))


def _through(statement: Statement) -> str:
    return "" if statement.reporter == statement.institution else f" (składa: {statement.reporter})"


def _number(statement: Statement, at: int, labels: dict[str, Any]) -> tuple[Piece, ...]:
    """A number with whose it is and which territory it speaks of."""
    given = statement.numbers[at]
    share, coverage = labels["share"][given.share], labels["coverage"][given.coverage]
    return (
        Run(f"{given.measure}: "),
        Run(number(given.value), bold=True),
        Source(f" – liczba {share}; obszar: {coverage}; {statement.short}, {statement.period}\u00a0r."),
    )


# --- what was not said ------------------------------------------------------------------------------------


def _unsaid(statements: list[Statement]) -> Iterator[str]:
    if not statements:
        yield "Dla tego działania nie ustalono obowiązków sprawozdawczych."
    silent = [s for s in statements if s.in_force and s.asked and not s.speaks]
    not_asked = [s for s in statements if s.in_force and not s.asked]
    if silent:
        yield f"Sprawozdania nie złożono: {_bodies(silent)}."
    if not_asked:
        yield f"Sprawozdań nie składa: {_bodies(not_asked)}."
    for statement in statements:
        if not statement.in_force:
            because = statement.withdrawn_because.rstrip(".")
            yield f"Obowiązek sprawozdawczy wycofano: {statement.institution} – {because}."


def _bodies(statements: list[Statement]) -> str:
    return "; ".join(f"{s.institution} ({ROLES[s.role]}, {of_period(s.period)})" for s in statements)
