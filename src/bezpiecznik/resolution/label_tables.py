"""Tables of labels and values, one table a card, turned into the labelled lines that they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bezpiecznik.resolution.document import Block, Document, Paragraph, Row
from bezpiecznik.resolution.headers import FIELDS, Role, columns_of, role_of
from bezpiecznik.resolution.labels import label_role
from bezpiecznik.resolution.marks import card_of
from bezpiecznik.resolution.raw import number_in
from bezpiecznik.resolution.row_kinds import single_text

_CARDS = frozenset({Role.TASK, Role.INITIATIVE, Role.NUMBER, Role.GOAL, Role.AREA})


def as_paragraphs(document: Document) -> Document:
    """The document with every row of such tables as "label: value"."""
    blocks: list[Block] = []
    run: list[Row] = []
    for block in document.blocks:
        if isinstance(block, Row):
            run.append(block)
            continue
        blocks += _turned(run)
        run = []
        blocks.append(block)
    blocks += _turned(run)
    return Document(tuple(blocks))


def _turned(run: Sequence[Row]) -> Sequence[Block]:
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
        return [*_turned(run[:1]), *_turned(run[1:])]
    pairs = [_pairs(row.cells) for row in run]
    blocks: list[Block] = []
    at = 0
    while at < len(run):
        end = at
        while end < len(run) and pairs[end]:
            end += 1
        if end > at and _is_card([pair for own in pairs[at:end] for pair in own], pairs[at:end]):
            blocks += [line for row, own in zip(run[at:end], pairs[at:end], strict=True) for line in _lines(row, own)]
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
        if role_of(_label(text)) and not card_of(text):
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


def _label(cell: str) -> str:
    return " ".join(cell.split()).rstrip(" :")


def _is_card(pairs: Sequence[tuple[str, str]], rows: Sequence[Sequence[tuple[str, str]]]) -> bool:
    """At least three different labels in the first column, a name among them or above, and values that are none."""
    if columns_of(tuple(next(iter(rows[0])))):
        return False
    labels = [label for label, _ in pairs if label]
    roles = [role_of(label) for label in labels]
    known = {role for role in roles if role}
    titled = any(not label and card_of(value) for label, value in pairs)
    told = known & (FIELDS | {Role.METHOD, Role.AUDIENCE, Role.GOAL})
    heads = sum(1 for label, value in pairs if label and value and len(value) <= 40 and role_of(_label(value)))
    return (
        len(known) >= 3
        and (titled or bool(known & _CARDS))
        and len(told) >= 2
        and 2 * sum(1 for role in roles if role) > len(labels)
        and 2 * heads < len(labels)
        and len(rows) >= 3
    )


def _lines(row: Row, pairs: Sequence[tuple[str, str]]) -> Iterator[Paragraph]:
    for at, (label, value) in enumerate(pairs):
        if card_of(label) and value:
            yield Paragraph(f"{label.rstrip('.')}. {' '.join(value.split())}", row.source, row.gap and at == 0)
            continue
        text = f"{_plain_label(label)}: {value}".rstrip() if label else value
        yield Paragraph(text, row.source, row.gap and at == 0)


def _plain_label(label: str) -> str:
    """A label that running text would understand as well."""
    role = role_of(label)
    if role is None or label_role(label) is role:
        return label
    return _USUAL.get(role, label)


_USUAL = {
    Role.TASK: "Zadanie", Role.LEAD: "Realizator", Role.PARTNERS: "Partnerzy", Role.DEADLINE: "Termin",
    Role.INDICATORS: "Mierniki", Role.FUNDING: "Finansowanie", Role.METHOD: "Sposób", Role.AUDIENCE: "Odbiorcy",
    Role.GOAL: "Cel", Role.INITIATIVE: "Nazwa programu", Role.NUMBER: "Nr", Role.AREA: "Obszar",
    Role.LEAD_AND_PARTNERS: "Realizator / partnerzy",
}  # fmt: skip
