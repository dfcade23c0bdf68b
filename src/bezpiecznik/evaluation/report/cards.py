"""„Karty oceny działań”, the annex to the yearly report: one card for each action, out of the same frozen evidence.

A table of all actions first, which can be sorted as a sheet; then what each institution wrote, word for word.
"""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.documents.content import (
    Block,
    Column,
    DocumentContent,
    Heading,
    Inline,
    KeyValues,
    Paragraph,
    Run,
    Table,
    TableOfContents,
)
from bezpiecznik.documents.content import Source as Small
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.evaluation.facts import from_json as facts_from_json
from bezpiecznik.evaluation.report import sources
from bezpiecznik.evaluation.report.actions import names_of, silence
from bezpiecznik.evaluation.report.draft import mark_of_draft
from bezpiecznik.evaluation.report.paragraphs import paragraph
from bezpiecznik.evaluation.report.quotations import Names, quotations
from bezpiecznik.evaluation.report.wording import every_action, mark, number, short_day, short_names
from bezpiecznik.evaluation.rollup import Row, rows_of
from bezpiecznik.evaluation.statements import from_json

Action = dict[str, Any]


def evaluation_annex(evidence: dict[str, Any], meta: Meta) -> DocumentContent:
    return DocumentContent(
        kind="Karty oceny działań",
        title=meta.title,
        subtitle=evidence["programme"]["title"],
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=evidence["programme"]["unit"],
        author="" if evidence.get("draft") else evidence["finished"]["by"],
        snapshot_sha256=meta.snapshot_sha256,
        made_up=evidence["made_up"],
        blocks=tuple(_blocks(evidence)),
    )


def _blocks(evidence: dict[str, Any]) -> Iterator[Block]:
    yield from mark_of_draft(evidence)
    yield TableOfContents(depth=1)
    yield Heading(1, "Wykaz działań i\u00a0ocen")
    yield Paragraph(
        "Karta każdego działania podaje to, na czym opiera się ocena: sprawozdania słowo w\u00a0słowo, liczby, "
        "kamienie milowe, propozycję reguły z\u00a0uzasadnieniem i\u00a0ocenę z\u00a0osobą, która ją nadała."
    )
    yield _list(evidence)
    names = names_of(evidence)
    former = {row.code: row for row in rows_of(evidence)}
    for area in evidence["areas"]:
        yield Heading(1, f"Obszar {area['no']}. {area['name']}")
        for action in area["actions"]:
            yield from _card(action, former[action["code"]], names, evidence["labels"])
    yield from sources.annex(evidence, "Załącznik")


def _list(evidence: dict[str, Any]) -> Table:
    return Table(
        "Działania i\u00a0oceny",
        (
            Column("Nr", 0.6),
            Column("Działanie", 3.6),
            Column("Odpowiada", 1.4),
            Column("Propozycja", 1.5),
            Column("Ocena", 1.5),
            Column("Rozstrzygnięto", 1.4),
        ),
        tuple(
            (
                action["code"],
                action["wording"],
                short_names(action["leads"]),
                mark(action["proposed"]),
                mark(action["given"]),
                short_day(action["decided_at"]) if action["decided_at"] else "–",
            )
            for action in every_action(evidence)
        ),
    )


def _card(action: Action, row: Row, names: Names, labels: dict[str, Any]) -> Iterator[Block]:
    statements = [from_json(kept) for kept in action["statements"]]
    yield Heading(2, f"Działanie {action['code']}")
    yield Paragraph(Run(action["wording"], bold=True), leads_on=True)
    yield KeyValues((*_facts(action, row), *silence(statements)))
    yield from _beside(action)
    if any(True for _block in paragraph(action)):
        yield Heading(3, "Opis w\u00a0sprawozdaniu rocznym")
        yield from paragraph(action)
        yield from _who_edited(action)
    spoken = [said for said in statements if said.speaks]
    if spoken:
        yield Heading(3, "Sprawozdania podmiotów")
        yield from quotations(spoken, names, labels)


def _facts(action: Action, row: Row) -> Iterator[tuple[str, Inline]]:
    yield "Odpowiada", short_names(action["leads"]) if action["leads"] else "nie wskazano"
    if action["partners"]:
        yield "Partnerzy", short_names(action["partners"])
    if row.goal:
        yield "Cel", row.goal
    yield "Propozycja", (mark(action["proposed"]), Small(f". {action['rule']}"))
    decided = f" – {action['decided_by']}, {short_day(action['decided_at'])}" if action["decided_at"] else ""
    yield "Ocena", (mark(action["given"]), Small(decided))
    if action["given"] != action["proposed"]:
        yield "Uzasadnienie", action["reason"]
    if row.former:
        yield "Rok wcześniej", (mark(row.former.given), Small(f". {row.former.why}"))


def _beside(action: Action) -> Iterator[Block]:
    """Milestones of the year and promised numbers; older evidence has neither."""
    facts = facts_from_json(action.get("facts") or {})
    if facts.milestones:
        yield Table(
            f"Kamienie milowe działania {action['code']}",
            (Column("Kamień milowy", 4), Column("Termin", 1.2), Column("Co się stało", 3)),
            tuple(
                (
                    one.name,
                    short_day(one.due_on),
                    f"zrezygnowano: {one.dropped_because}"
                    if one.dropped_because
                    else f"osiągnięto {short_day(one.done_on)}"
                    if one.done_on
                    else "osiągnięcia nie odnotowano",
                )
                for one in facts.milestones
            ),
        )
    if facts.targets:
        yield Table(
            f"Liczby zapowiedziane i\u00a0podane, działanie {action['code']}",
            (Column("Miernik", 4), Column("Zapowiedziano", 1.5), Column("Podano", 1.5)),
            tuple(
                (one.measure, number(one.promised), number(one.reached) if one.reached else "–")
                for one in facts.targets
            ),
        )


def _who_edited(action: Action) -> Iterator[Block]:
    kept = action["paragraph"]
    if kept["edited"]:
        yield Paragraph(Small(f"Opis zredagował(a): {kept['by']}, {short_day(kept['at'])}."))
