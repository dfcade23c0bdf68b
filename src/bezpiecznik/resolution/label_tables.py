"""Tables of labels and values, one table a card, turned into the labelled lines that they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bezpiecznik.resolution.document import Block, Document, Paragraph, Row
from bezpiecznik.resolution.headers import FIELDS, Role, columns_of, role_of
from bezpiecznik.resolution.labels import label_role
from bezpiecznik.resolution.marks import Mark, card_of
from bezpiecznik.resolution.plain_headers import is_task_if_performed
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.raw import number_in
from bezpiecznik.resolution.row_kinds import single_text

_SHEET = re.compile(
    r"(?:karta|fiszka|metryczka|arkusz|formularz|nr)\s*(?:nr\.?"
    r"|numer)?\s*([A-Z]?[.\-/]?\d{1,3})(?!\d)[.):]?\s*[-–:]?\s*(.*)",
    re.I | re.S,
)
_LONGEST_TITLE = 300
Pairs = list[tuple[str, str]]
_CARDS = frozenset({Role.TASK, Role.INITIATIVE, Role.NUMBER, Role.GOAL, Role.AREA})


def as_paragraphs(document: Document) -> Document:
    """The document with every row of such tables as "label: value"."""
    blocks: list[Block] = []
    run: list[Row] = []
    for block in document.blocks:
        if isinstance(block, Row):
            run.append(block)
            continue
        blocks += _turned(run, of_task=_ends_with_task(blocks))
        run = []
        blocks.append(block)
    blocks += _turned(run, of_task=_ends_with_task(blocks))
    return Document(tuple(blocks))


def _ends_with_task(blocks: Sequence[Block]) -> bool:
    """Is the last line that of a task with its name: "Zadanie 1.1. Patrole"?"""
    card = card_of(blocks[-1].text) if blocks and isinstance(blocks[-1], Paragraph) else None
    return card is not None and bool(card.text)


def _turned(run: Sequence[Row], *, of_task: bool = False) -> Sequence[Block]:
    """Rows that stay rows, and stretches of label rows as paragraphs."""
    if not run:
        return ()
    if all(len(row.cells) == 1 for row in run):
        return [
            Paragraph(" ".join(line.split()), row.source, row.gap and at == 0)
            for row in run
            for at, line in enumerate(row.cells[0].split("\n"))
            if line.strip()
        ]
    if len(run[0].cells) == 1 and run[0].cells[0].strip():
        title = _turned(run[:1])
        return [*title, *_turned(run[1:], of_task=_ends_with_task(title))]
    pairs = [_pairs(row.cells) for row in run]
    blocks: list[Block] = []
    at = 0
    while at < len(run):
        end = at
        while end < len(run) and pairs[end]:
            end += 1
        told = [pair for own in pairs[at:end] for pair in own]
        if end > at and _is_card(told, pairs[at:end], of_task=of_task and at == 0):
            blocks += _in_lines(list(zip(run[at:end], pairs[at:end], strict=True)))
        else:
            end = max(end, at + 1)
            blocks += run[at:end]
        at = end
    return blocks


def _pairs(cells: tuple[str, ...]) -> list[tuple[str, str]]:
    """Labels with their values; a title alone has an empty label."""
    if not 2 <= len(cells) <= 8:
        return []
    text = single_text(cells)
    if text is not None and (cells[0] == text):
        if role_of(_label(text)) and not _titled(text):
            return [(_label(text), "")]
        return [("", text)] if len(text) <= 300 else []
    filled = list(cells)
    if number_in(filled[0]) is not None and len(filled) == 3:
        filled = filled[1:]
    distinct = [cell for at, cell in enumerate(filled) if at == 0 or cell != filled[at - 1]]
    while len(distinct) > 2 and not distinct[-1]:
        distinct.pop()
    if len(distinct) % 2 or not distinct[0] or len(distinct[0]) > 90:
        return []
    return list(zip((_label(cell) for cell in distinct[::2]), distinct[1::2], strict=True))


def _titled(text: str) -> Mark | None:
    """The title of a card: "Zadanie A/1", "Karta nr 3", "Fiszka 7. Patrole"."""
    if card := card_of(text):
        return card
    match = _SHEET.fullmatch(text) if len(text) < _LONGEST_TITLE else None
    return Mark("card", match[1], match[2]) if match else None


def _title(text: str) -> str:
    """The same, in words that running text would understand."""
    card = _titled(text)
    return f"Zadanie {card.number}. {card.text}".rstrip() if card and not card_of(text) else text


def _role(label: str) -> Role | None:
    return role_of(label) or (Role.TASK if is_task_if_performed(fold(label)) else None)


def _label(cell: str) -> str:
    """One line without its colon; "IV .1" is what some fonts make of "IV.1"."""
    return re.sub(r"(?<=[IVX]) (?=[./]\d)", "", " ".join(cell.split()).rstrip(" :"))


def _is_card(
    pairs: Sequence[tuple[str, str]], rows: Sequence[Sequence[tuple[str, str]]], *, of_task: bool = False
) -> bool:
    """At least three different labels in the first column, a name among them or above, and values that are none.

    Under the line of a task two fields are enough.
    """
    if columns_of(tuple(next(iter(rows[0])))):
        return False
    labels = [label for label, _ in pairs if label]
    roles = [_role(label) for label in labels]
    known = {role for role in roles if role}
    least = 2 if of_task else 3
    titled = of_task or any(not label and _titled(value) for label, value in pairs)
    told = known & (FIELDS | {Role.METHOD, Role.AUDIENCE, Role.GOAL})
    heads = sum(1 for label, value in pairs if label and value and len(value) <= 40 and role_of(_label(value)))
    return (
        len(known) >= least
        and (titled or bool(known & _CARDS))
        and len(told) >= 2
        and 2 * sum(1 for role in roles if role) > len(labels)
        and 2 * heads < len(labels)
        and len(rows) >= least
    )


def _in_lines(rows: Sequence[tuple[Row, Pairs]]) -> list[Block]:
    """Labelled lines, card by card: what says nothing known goes last, or it would look like a title."""
    cards: list[list[tuple[Row, Pairs]]] = []
    for row, pairs in rows:
        opens = not pairs[0][0] or card_of(pairs[0][0]) or (cards and pairs[0][0] == cards[-1][0][1][0][0])
        if opens or not cards:
            cards.append([])
        cards[-1].append((row, pairs))
    return [line for card in cards for line in _of_card(card)]


def _of_card(card: Sequence[tuple[Row, Pairs]]) -> list[Paragraph]:
    told = [(_role(label), value) for _, pairs in card for label, value in pairs]
    title = _titled(next(iter(card))[1][0][1])
    untitled = title is not None and not title.text
    is_told = not untitled or any(role in (Role.TASK, Role.INITIATIVE) and value for role, value in told)
    known: list[Paragraph] = []
    odd: list[Paragraph] = []
    for row, pairs in card:
        for at, (label, value) in enumerate(pairs):
            gap = row.gap and at == 0
            if card_of(label) and value:
                known.append(Paragraph(f"{label.rstrip('.')}. {' '.join(value.split())}", row.source, gap))
                continue
            role = _role(label)
            plain = _USUAL[Role.TASK] if role is Role.METHOD and not is_told else plain_label(label)
            is_told = is_told or role is Role.METHOD
            text = f"{plain}: {value}".rstrip() if label else _title(value)
            (known if role or not label or not value else odd).append(Paragraph(text, row.source, gap))
    return known + [replace(line, gap=False) for line in odd]


def plain_label(label: str) -> str:
    """A label that running text would understand as well."""
    role = _role(label)
    if role is None or label_role(label) is role:
        return label
    return _USUAL.get(role, label)


_USUAL = {
    Role.TASK: "Zadanie", Role.LEAD: "Realizator", Role.PARTNERS: "Partnerzy", Role.DEADLINE: "Termin",
    Role.INDICATORS: "Mierniki", Role.FUNDING: "Finansowanie", Role.METHOD: "Sposób", Role.AUDIENCE: "Odbiorcy",
    Role.GOAL: "Cel", Role.INITIATIVE: "Nazwa programu", Role.NUMBER: "Nr", Role.AREA: "Obszar",
    Role.LEAD_AND_PARTNERS: "Realizator / partnerzy",
}  # fmt: skip
