"""Chapter 4: every action of every area, in the institutions' own words, each sentence with its source."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from bezpiecznik.documents.content import (
    Block,
    Heading,
    Inline,
    KeyValues,
    Paragraph,
    Piece,
    Run,
    Source,
    State,
    StateMark,
)
from bezpiecznik.evaluation.report.paragraphs import paragraph, reported
from bezpiecznik.evaluation.report.quotations import Names, quotations
from bezpiecznik.evaluation.report.wording import NOBODY, ROLES, counted, mark, number, of_period, short_names
from bezpiecznik.evaluation.rollup import Former, rows_of
from bezpiecznik.evaluation.statements import Statement, from_json
from bezpiecznik.reporting.queries.joint import Given, Total, totals


def chapter(evidence: dict[str, Any]) -> Iterator[Block]:
    names = names_of(evidence)
    former = {row.code: row.former for row in rows_of(evidence)}
    yield Heading(1, "4. Realizacja działań w\u00a0obszarach")
    for area in evidence["areas"]:
        yield Heading(2, f"Obszar {area['no']}. {area['name']}")
        yield Paragraph(tuple(_counts(area)), leads_on=True)
        yield from chain.from_iterable(
            _action(action, former[action["code"]], names, evidence["labels"]) for action in area["actions"]
        )


def names_of(evidence: dict[str, Any]) -> Names:
    """Short names of institutions by their full names."""
    asked = (line["institution"] for line in evidence["completeness"])
    actions = (action for area in evidence["areas"] for action in area["actions"])
    bodies = chain(asked, *((*action["leads"], *action["partners"]) for action in actions))
    return {body["name"]: body["short"] for body in bodies}


def _counts(area: dict[str, Any]) -> Iterator[Piece]:
    """„11 działań: ● zrealizowano (2), ◐ częściowo (1), …”"""
    joint = f"{counted(area['n'], 'działanie,działania,działań')}: "
    for state in State:
        if area["counts"][state]:
            yield Run(joint)
            yield StateMark(state)
            yield Run(f"\u00a0({area['counts'][state]})")
            joint = ", "
    yield Run(".")


def _action(action: dict[str, Any], former: Former | None, names: Names, labels: dict[str, Any]) -> Iterator[Block]:
    """What each body said stands in the paragraph; evidence older than paragraphs tells all of it word for word."""
    yield Heading(3, f"Działanie {action['code']}")
    yield Paragraph(Run(action["wording"], bold=True), leads_on=True)
    statements = [from_json(kept) for kept in action["statements"]]
    spoken = [statement for statement in statements if statement.speaks]
    if "paragraph" not in action:
        yield KeyValues((*_facts(action), *_together(statements), *silence(statements)))
        yield from quotations(spoken, names, labels)
        return
    facts = (*_facts(action), *_before(former), *reported(spoken), *silence(statements))
    yield KeyValues(facts)
    yield from paragraph(action)


def _facts(action: dict[str, Any]) -> Iterator[tuple[str, Inline]]:
    yield "Odpowiada" if len(action["leads"]) < 2 else "Odpowiadają", _listed(action["leads"])
    if action["partners"]:
        yield "Partnerzy" if len(action["partners"]) > 1 else "Partner", _listed(action["partners"])
    because = Source(f". {action['rule']}")
    if action["given"] == action["proposed"]:
        yield "Ocena", (mark(action["given"]), because)
        return
    yield "Ocena", mark(action["given"])
    yield "Uzasadnienie", (Run(action["reason"]), Source(f" – {action['decided_by']}"))
    yield "Propozycja", (mark(action["proposed"]), because)


def _before(former: Former | None) -> Iterator[tuple[str, Inline]]:
    if former:
        yield "Rok wcześniej", mark(former.given)


def _listed(bodies: list[dict[str, str]]) -> str:
    return short_names(bodies) if bodies else NOBODY


# --- numbers of several bodies ----------------------------------------------------------------------------


def _together(statements: list[Statement]) -> Iterator[tuple[str, Inline]]:
    """Measures that several bodies give, period by period: own numbers added, the joint one counted once."""
    periods: dict[str, list[Given]] = {}
    for said in statements:
        if said.speaks:
            numbers = (Given(said.short, one.measure, one.amount, one.share, one.coverage) for one in said.numbers)
            periods.setdefault(said.period, []).extend(numbers)
    told = [
        f"{of_period(period)}: {_total(total)}"
        for period, numbers in periods.items()
        for total in totals(numbers)
        if len(total.bodies) > 1
    ]
    if told:
        yield "Liczby razem", Source("; ".join(told))


def _total(total: Total) -> str:
    """„liczba patroli 340 (KMP, SM)”, „liczba spotkań od 9 do 12, bo podmioty podały różne liczby wspólne (KMP, SM)”"""
    bodies = ", ".join(total.bodies)
    if not total.is_range:
        return f"{total.measure} {number(str(total.high))} ({bodies})"
    span = f"od {number(str(total.low))} do {number(str(total.high))}"
    return f"{total.measure} {span}, bo podmioty podały różne liczby wspólne ({bodies})"


# --- what was not said ------------------------------------------------------------------------------------


def silence(statements: list[Statement]) -> Iterator[tuple[str, Inline]]:
    """Who was asked and did not answer. Bodies nobody asks are named by the rule."""
    silent = [said for said in statements if said.in_force and said.asked and not said.speaks]
    if silent:
        yield "Sprawozdania", (mark(State.NO_REPORT), Run(f" {_bodies(silent)}"))
    for said in statements:
        if not said.in_force:
            yield "Wycofano", f"obowiązek sprawozdawczy: {said.short} – {said.withdrawn_because.rstrip('.')}"


def _bodies(statements: list[Statement]) -> str:
    """„za I półrocze 2023 r.: PINB (odpowiada), MZB (partner); za II półrocze 2023 r.: MZB (partner)”"""
    periods: dict[str, list[str]] = {}
    for said in statements:
        periods.setdefault(of_period(said.period), []).append(f"{said.short} ({ROLES[said.role]})")
    return "; ".join(f"{period}: {', '.join(bodies)}" for period, bodies in periods.items())
