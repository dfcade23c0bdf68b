"""What institutions said, word for word: the same words once, under them everybody who said them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bezpiecznik.documents.content import Block, Inline, Paragraph, Piece, Quote, Run, Source
from bezpiecznik.evaluation.report.paragraphs import references
from bezpiecznik.evaluation.report.wording import ROLES, number, of_period, short_day
from bezpiecznik.evaluation.rule import WORDS, Verdict
from bezpiecznik.evaluation.statements import Number, Statement

SHARES = {"own": "własna", "joint": "wspólna"}
ORDINARY = "unit"  # the territory a number speaks of unless it says another

Names = Mapping[str, str]


def quotations(statements: Sequence[Statement], names: Names, labels: dict[str, Any]) -> Iterator[Block]:
    """Statements that say something, as blocks; `names` gives short names of institutions by their full names."""
    said: dict[tuple[str, ...], list[Statement]] = {}
    for statement in statements:
        words = tuple(filter(str.strip, (statement.text, statement.reason)))
        said.setdefault(words, []).append(statement)
    for words, voices in said.items():
        sources = tuple(tuple(_source(voice, names, labels)) for voice in voices)
        yield from _block(words, sources)


def _block(words: tuple[str, ...], sources: tuple[Inline, ...]) -> Iterator[Block]:
    if words:
        yield Quote("\n".join(words), sources)
        return
    yield Paragraph("Stan realizacji podano bez opisu:", leads_on=True)
    for source in sources:
        yield Paragraph(source)


def _source(statement: Statement, names: Names, labels: dict[str, Any]) -> Iterator[Piece]:
    """Whose words these are, in what role; the state and numbers given; the report and the day it was submitted."""
    yield Run(statement.short, bold=True)
    yield Source(f" ({', '.join(_capacity(statement, names))}) – {WORDS[Verdict(statement.outcome)]}")
    for given in statement.numbers:
        yield Source(f"; {given.measure}: ")
        yield Run(number(given.value), bold=True)
        yield Source(f" ({_kind(given, labels)})")
    yield Source(f"; {report_of(statement)}")
    yield from references((statement.source,) if statement.source else ())


def _capacity(statement: Statement, names: Names) -> Iterator[str]:
    yield ROLES[statement.role]
    if statement.reporter != statement.institution:
        yield f"składa {names.get(statement.reporter, statement.reporter)}"


def _kind(given: Number, labels: dict[str, Any]) -> str:
    share = SHARES[given.share]
    return share if given.coverage == ORDINARY else f"{share}, {labels['coverage'][given.coverage]}"


def report_of(statement: Statement) -> str:
    """„sprawozdanie za 2022 r. złożone 13.01.2023”"""
    on = f" złożone\u00a0{short_day(statement.submitted_at)}" if statement.submitted_at else ""
    return f"sprawozdanie {of_period(statement.period)}{on}"
