"""Which lists and cards of running text are actions, which are initiatives, and which are neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bezpiecznik.resolution.area_outline import Place
from bezpiecznik.resolution.body_headings import body_in, tells_what_is_done
from bezpiecznik.resolution.document import Document
from bezpiecznik.resolution.entries import Entry, Group
from bezpiecznik.resolution.entry_actions import action_of, initiative_of
from bezpiecznik.resolution.headers import FIELDS, Role
from bezpiecznik.resolution.headings import explicit_heading
from bezpiecznik.resolution.marks import Mark
from bezpiecznik.resolution.model import Unplaced
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.raw import COLUMN, PLAIN, Heading, RawAction, last_number
from bezpiecznik.resolution.sections import plain_heading
from bezpiecznik.resolution.trailing_bodies import take_ends, tells_of_ends

_CALLED_SO = re.compile(r"program|projekt|kampani|inicjatyw|akcj")
_PROGRAMMES = re.compile(
    r"program\w* (?:realizowan|profilakt|edukac|prewenc|jednost)|inicjatyw|kampani|\bprojekty?\b|programy\b"
)
_ABOUT_STATE = re.compile(
    r"diagno|analiz|charakteryst|zagroze|stan (?:bezpiecz|obecn)|wstep|wprowadz|statyst|podstaw\w* prawn"
)
_ABOUT_REPORTS = re.compile(r"monitor|ewalu|sprawozda|koordynac|kontrola realiz|postanowieni|zasady")
_NO_TASKS = re.compile(
    r"\bcel(?:e|ami|ow|u)?\b|\bform(?:y|ami)?\b|komisj|biora udzial|uczestni|podmioty|partnerzy|realizatorzy"
    r"|zagroze|problem"
    r"|miernik|wskaznik|efekt|rezultat|obowiaz|monitor|ewalu|sprawozda|przyczyn|skutk|zrodla|akt\w* prawn"
    r"|obszar(?:y|ach|ami)\b"
)
_TASKS = re.compile(r"\b(?:zadani|zadan\b|dzialani|dzialan\b|przedsiewzi|kierunk)")
_SHARED, _LAST_TOLD, _NOT_TOLD, _BY_BODY, _SAID_BODY, _WEAK = 0.8, 0.75, 0.7, 0.75, 0.9, 0.7


@dataclass
class Told:
    """What running text gave; weak actions count only where nothing else is known, `taken` are lines used."""

    actions: list[RawAction] = field(default_factory=list)
    weak: list[RawAction] = field(default_factory=list)
    initiatives: list[RawAction] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    weak_lines: dict[int, set[int]] = field(default_factory=dict)


def actions_of_groups(
    groups: Sequence[Group], odd: Sequence[tuple[Entry, Unplaced]], listed: frozenset[str], document: Document
) -> Told:
    """Sort every group by what is told in it."""
    take_ends([group for group in groups if _may_end_with_bodies(group)], document, listed)
    told = Told()
    for group in groups:
        _settle(group)
        if group.entries and group.entries[0].is_card:
            _cards(told, group)
        else:
            _list(told, group, listed)
    told.unplaced += [line for entry, line in odd if set(entry.lines) & told.taken]
    return told


def _may_end_with_bodies(group: Group) -> bool:
    """Does the list tell of tasks, of which nobody is told once for all?"""
    if not group.entries or group.lead or any(found.role is Role.LEAD for found in group.defaults):
        return False
    place, intro = group.entries[0].place, fold(group.intro.text[-300:]) if group.intro else ""
    if _is_elsewhere(place, group.entries[0].mark) or (_NO_TASKS.search(intro) and not tells_of_ends(intro)):
        return False
    names_area = bool(place.path) and fold(place.path[-1].name) in place.section
    if _ABOUT_STATE.search(place.section) and not names_area:
        return False
    kind = group.entries[0].mark.kind
    above = f"{_above(place, group)} {kind}"
    chapter = fold(place.chapter.name) if place.chapter else ""
    if _CALLED_SO.match(kind):
        return False
    return bool(place.path) or (_TASKS.search(f"{chapter} {above}") is not None and not _PROGRAMMES.search(above))


def _settle(group: Group) -> None:
    """Fields told once under a list hold for all of it; those under inner items for the whole item."""
    for entry in group.entries:
        if entry.subs and not all(sub.has_fields for sub in entry.subs) and entry.subs[-1].has_fields:
            last = entry.subs[-1]
            if not last.inline and not any(sub.has_fields for sub in entry.subs[:-1]):
                for role, values in last.cells.items():
                    entry.cells.setdefault(role, []).extend(values)
                last.cells = {}


def _cards(told: Told, group: Group) -> None:
    area: Heading | None = None
    any_fields = any(own.has_fields for own in group.entries)
    paths: dict[int | None, tuple[Heading, ...]] = {}
    for entry in group.entries:
        if Role.AREA in entry.cells:
            text = " ".join(entry.cells.pop(Role.AREA))
            area = Heading(COLUMN, *(explicit_heading(text) or ("", *plain_heading(text)))[1:], entry.source)
        if _is_initiative(entry, group):
            told.initiatives.append(initiative_of(entry))
        elif not _says_something(entry):
            continue
        elif entry.has_fields or (entry.mark.shape == "card" and any_fields):
            action = action_of(entry, group, 1.0 if entry.has_fields else _NOT_TOLD)
            path = entry.place.names
            action.path = (area, *path) if area else path
            _by_card_number(action, paths)
            told.actions.append(action)
        else:
            continue
        told.taken |= set(entry.all_lines)


def _says_something(entry: Entry) -> bool:
    return bool(entry.text or entry.subs) or any(
        value.strip(" –—-") for role, own in entry.cells.items() if role is not Role.NUMBER for value in own
    )


def _by_card_number(action: RawAction, paths: dict[int | None, tuple[Heading, ...]]) -> None:
    """Without a heading the card's own number ("2.1") names its area."""
    parts = re.findall(r"\d+|[IVX]+", action.number)
    if not action.path and len(parts) > 1:
        number = last_number(parts[-2])
        action.path = paths.get(number) or (Heading(PLAIN, number, "", action.source),)
    if action.path:
        paths.setdefault(action.path[-1].no, action.path)


def _is_initiative(entry: Entry, group: Group) -> bool:
    if Role.INITIATIVE in entry.cells:
        return len(entry.cells.keys() - {Role.NUMBER}) > 1
    above = _above(entry.place, group)
    is_own = _CALLED_SO.match(entry.mark.kind) is not None
    if entry.mark.shape == "card" and (not is_own or (entry.place.path and not _PROGRAMMES.search(above))):
        return False
    full = {Role.AUDIENCE, Role.METHOD, Role.GOAL} & entry.cells.keys()
    return bool(full) and _PROGRAMMES.search(above) is not None and entry.has_fields


def _above(place: Place, group: Group) -> str:
    """What stands over an item: the last headings and the line that introduces the list."""
    plain = fold(place.plain.name) if place.plain else ""
    return f"{place.section} {plain} {fold(group.intro.text[:300]) if group.intro else ''}"


def _list(told: Told, group: Group, listed: frozenset[str]) -> None:
    entries = [entry for entry in group.entries if entry.text or entry.subs]
    if not entries or _is_elsewhere(entries[0].place, entries[0].mark):
        return
    inner = [entry for entry in entries if _opens_inner(entry, listed)]
    for entry in inner:
        _inner(told, group, entry, listed)
    apart = {id(entry) for entry in inner}
    entries = [entry for entry in entries if id(entry) not in apart]
    _set_indicators_apart(told, entries)
    with_fields = [entry for entry in entries if entry.has_fields]
    if (
        entries
        and _PROGRAMMES.search(_above(entries[0].place, group))
        and all(_is_initiative(entry, group) for entry in entries)
    ):
        told.initiatives += [initiative_of(entry) for entry in entries]
        told.taken |= {line for entry in entries for line in entry.all_lines}
    elif len(entries) > 1 and with_fields == entries[-1:] and not entries[-1].inline:
        _told_last(told, group, entries)
    elif with_fields and 3 * len(with_fields) >= len(entries):
        _fielded(told, group, entries)
    elif group.defaults and any(found.role in FIELDS for found in group.defaults):
        _add(told, group, entries, _SHARED)
        told.taken |= set(group.default_lines)
    elif group.lead and entries:
        _of_body(told, group, entries)
    elif entries:
        _weak(told, group, entries)


def _is_elsewhere(place: Place, mark: Mark) -> bool:
    """A chapter that tells of the state of things, or of reporting, has no actions; the resolution's own § neither."""
    chapter = fold(place.chapter.name) if place.chapter else ""
    if mark.shape == "word §" and not place.path:
        return True
    about = _ABOUT_STATE.search(chapter) or _ABOUT_REPORTS.search(chapter)
    return about is not None and not place.path and _TASKS.search(chapter) is None


def _opens_inner(entry: Entry, listed: frozenset[str]) -> bool:
    """An item that is no task but stands over tasks: its inner items have fields, or it names an institution."""
    if not entry.subs or entry.has_fields:
        return False
    if all(sub.has_fields or sub.certainty < 1 for sub in entry.subs):
        return True
    text = " ".join(entry.text)
    return (
        len(entry.subs) > 0
        and body_in(text, listed) is not None
        and all(tells_what_is_done(sub.mark.text) for sub in entry.subs)
    )


def _inner(told: Told, group: Group, entry: Entry, listed: frozenset[str]) -> None:
    text = " ".join(entry.text)
    body = body_in(text, listed)
    own = Group(group.place, group.intro, body if not entry.subs[0].has_fields else None, False, list(entry.subs))
    if own.lead:
        _of_body(told, own, own.entries)
        told.taken |= set(entry.lines) if told.taken & set(entry.subs[0].lines) else set()
        return
    heading = Heading(
        PLAIN, last_number(entry.mark.number) if entry.mark.number else None, plain_heading(text)[1], entry.source
    )
    for sub in entry.subs:
        action = action_of(sub, group, 1.0)
        action.path = (*entry.place.path, heading)
        told.actions.append(action)
    told.taken |= set(entry.all_lines)


def _fielded(told: Told, group: Group, entries: Sequence[Entry]) -> None:
    defaults = group.defaults
    for entry in entries:
        sure = entry.has_fields or bool(defaults)
        _one(told, group, entry, 1.0 if sure else _NOT_TOLD)
    if defaults:
        told.taken |= set(group.default_lines)


def _set_indicators_apart(told: Told, entries: Sequence[Entry]) -> None:
    """Measures told once under a list are nobody's: they belong to the area, not to its last action."""
    last = entries[-1] if len(entries) > 1 else None
    if last is None or last.inline or any(entry.has_fields for entry in entries[:-1]):
        return
    if indicators := last.cells.pop(Role.INDICATORS, None):
        told.unplaced.append(Unplaced("; ".join(indicators), last.source))


def _told_last(told: Told, group: Group, entries: Sequence[Entry]) -> None:
    """Only under the last item the fields are told, in lines of their own: they hold for the whole list."""
    last = entries[-1]
    shared = {role: list(values) for role, values in last.cells.items() if role is not Role.INDICATORS}
    for entry in entries[:-1]:
        for role, values in shared.items():
            entry.cells.setdefault(role, list(values))
    _add(told, group, entries, _LAST_TOLD)


def _add(told: Told, group: Group, entries: Sequence[Entry], certainty: float) -> None:
    for entry in entries:
        _one(told, group, entry, certainty)


def _one(told: Told, group: Group, entry: Entry, certainty: float) -> None:
    action = action_of(entry, group, certainty)
    action.path = group.entries[0].place.names
    if group.lead and not action.cells.get(Role.LEAD):
        action.cells[Role.LEAD] = group.lead
        action.path = _path_of_body(group.entries[0].place) or action.path
    told.actions.append(action)
    told.taken |= set(entry.all_lines)


def _path_of_body(place: Place) -> tuple[Heading, ...]:
    """Groups of several institutions stand in one area: that of the heading over them all."""
    return place.path or ((place.chapter,) if place.chapter else ())


def _of_body(told: Told, group: Group, entries: Sequence[Entry]) -> None:
    """A list under the name of an institution: its tasks, unless the chapter tells of the state of things."""
    place = entries[0].place
    chapter = fold(place.chapter.name) if place.chapter else ""
    doing = sum(tells_what_is_done(entry.mark.text) for entry in entries)
    expected = group.said or _TASKS.search(f"{chapter} {place.section}") is not None or bool(place.path)
    if (
        _ABOUT_STATE.search(chapter)
        or (place.section and _ABOUT_STATE.search(place.section))
        or 2 * doing < len(entries)
    ):
        return
    path = _path_of_body(place)
    for entry in entries:
        action = action_of(entry, group, _SAID_BODY if expected else _BY_BODY)
        action.cells.setdefault(Role.LEAD, group.lead or "")
        action.path = path
        told.actions.append(action)
        told.taken |= set(entry.all_lines)


def _weak(told: Told, group: Group, entries: Sequence[Entry]) -> None:
    """Items under the heading of an area, of which nothing but their words is told."""
    intro = fold(group.intro.text[-300:]) if group.intro else ""
    place = entries[0].place
    if not place.path or _NO_TASKS.search(intro) or _ABOUT_STATE.search(place.section):
        return
    told_to_be = not intro or _TASKS.search(intro) or _TASKS.search(place.section)
    doing = sum(tells_what_is_done(entry.mark.text) for entry in entries)
    if 2 * doing < len(entries) and not (told_to_be and 3 * doing >= len(entries)):
        return
    for entry in entries:
        action = action_of(entry, group, _WEAK)
        action.path = group.entries[0].place.names
        told.weak.append(action)
        told.weak_lines[id(action)] = set(entry.all_lines)
