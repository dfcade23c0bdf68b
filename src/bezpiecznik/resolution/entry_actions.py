"""One item of running text as an action or an initiative: its words, with the points inside it, and its fields."""

from __future__ import annotations

import re

from bezpiecznik.resolution.entries import Entry, Group
from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.performers import divide_performers, helped_by
from bezpiecznik.resolution.raw import RawAction, last_number, number_in

_BULLET = re.compile(r"^[-–•*]\s*")
_ENDS = " ;,"
_CALLED = re.compile(
    r"(?:program(?:\s+profilaktyczny)?|projekt|kampania|inicjatywa|akcja)(?:\s*:\s*|\s*(?:nr\.?\s*)?\d{1,2}\s*[.):–-]*\s*"
    r"|\s+(?=[„\"«].{3,120}[”\"»]$))(?=\S)",
    re.I,
)


def action_of(entry: Entry, group: Group, certainty: float) -> RawAction:
    """The action of an item, with what its list tells of all."""
    cells = _cells(entry)
    for found in group.defaults:
        if found.role is not Role.INDICATORS:
            cells.setdefault(found.role, found.value)
    if not cells[Role.TASK]:
        # A card with a number for a title tells its task in the description.
        cells[Role.TASK] = cells.pop(next((role for role in (Role.METHOD, Role.GOAL) if role in cells), Role.TASK))
    certainty = _perform(cells, min(certainty, entry.certainty))
    number = entry.mark.number or number_in(" ".join(entry.cells.get(Role.NUMBER, []))) or ""
    return RawAction(last_number(number) if number else None, cells, entry.source, number=number, certainty=certainty)


def _perform(cells: dict[Role, str], certainty: float) -> float:
    """Who leads and who helps, where one field tells both."""
    if both := cells.pop(Role.LEAD_AND_PARTNERS, ""):
        lead, partners, sure = divide_performers(both)
        cells |= {Role.LEAD: lead, Role.PARTNERS: partners}
        return min(certainty, sure)
    if Role.PARTNERS not in cells and (helped := helped_by(cells.get(Role.LEAD, ""))):
        cells |= {Role.LEAD: helped[0], Role.PARTNERS: helped[1]}
    return certainty


def _cells(entry: Entry) -> dict[Role, str]:
    pieces = [*entry.text, *(f"{_marked(sub)}{' '.join(sub.text)}" for sub in entry.subs)]
    text = " ".join(" ".join(pieces).split()).strip(_ENDS)
    cells = {Role.TASK: text.rstrip(".") if text[:1].islower() else text}
    for role, values in entry.cells.items():
        if role is not Role.NUMBER:
            cells[role] = "; ".join(_BULLET.sub("", value).strip(_ENDS) for value in values if value.strip(_ENDS))
    return cells


def _marked(sub: Entry) -> str:
    """Inner items keep their marks: the wording of the whole stays as it is."""
    if sub.mark.written:
        return sub.mark.written
    return (
        f"{sub.mark.number}) "
        if sub.mark.shape == "a)"
        else f"{sub.mark.number}. "
        if sub.mark.number
        else f"{sub.mark.shape} "
    )


def initiative_of(entry: Entry) -> RawAction:
    """The programme of an institution that an item tells of."""
    cells = _cells(entry)
    name = cells.pop(Role.TASK, "")
    cells.setdefault(Role.INITIATIVE, _name(name))
    number = entry.mark.number or number_in(" ".join(entry.cells.get(Role.NUMBER, []))) or ""
    return RawAction(last_number(number) if number else None, cells, entry.source, number=number)


def _name(title: str) -> str:
    """ "Kampania „Latarnik”" and "Program 2. Latarnik" are called Latarnik."""
    called = _CALLED.match(title)
    if called is None:
        return title
    name = title[called.end() :]
    quoted = re.fullmatch(r"[„\"«]([^„\"«”»]+)[”\"»]", name)
    return quoted[1] if quoted else name
