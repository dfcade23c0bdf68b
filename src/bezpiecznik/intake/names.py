"""Who stands behind each name of the document: proposals for a person, never a silent guess."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from bezpiecznik.institutions.matching import Match, Register, key_of, most_alike, seems_collective
from bezpiecznik.institutions.models import Reporting
from bezpiecznik.intake.draft import DUTIES, Draft, Kind, Row
from bezpiecznik.intake.meanings import NOT_SAID, Meaning, unsure
from bezpiecznik.resolution.parts import Name
from bezpiecznik.resolution.polish import looks_abbreviated

NEW, UNDECIDED = "new", ""


@dataclass(frozen=True)
class Decision:
    """What a person said of one name.

    `target` and `through` point to a body: `new` (this name is one), `i:7` (institution 7 of the register),
    `n:key` (the same as another name of the document); empty is not decided, or nobody.
    """

    target: str = NEW
    abbr: str = ""
    name: str = ""
    collective: bool = False
    reporting: str = Reporting.ITSELF
    through: str = ""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class NameRow:
    """A name of the document: how often it leads and helps, what it may be, what was decided."""

    key: str
    written: str
    spellings: tuple[str, ...]
    leads: int
    partners: int
    entry: Row | None
    match: Match | None
    alike: tuple[str, int] | None
    decision: Decision
    is_decided: bool

    @property
    def lacks_full_name(self) -> bool:
        """An abbreviation that the document explains nowhere: it stays as written, nothing is invented."""
        return self.decision.target == NEW and self.decision.name == self.decision.abbr

    @property
    def is_asked(self) -> bool:
        """The name is only alike to a known one, so a person has to say whether it is the same."""
        return self.decision.target == UNDECIDED


@dataclass(frozen=True)
class _Uses:
    leads: Counter[str]
    partners: Counter[str]
    spellings: dict[str, dict[str, None]]


def rows_of_names(draft: Draft, register: Register) -> tuple[NameRow, ...]:
    """One row for each body that the document names: first its own list, then the rest as they appear."""
    entries = _entries(draft)
    uses = _uses(draft, _Canon(entries))
    listed = {key_of(entry.values["name"]): key for key, entry in entries.items()}
    keys = dict.fromkeys([*entries, *uses.spellings])
    return tuple(
        _name_row(key, entries.get(key), draft.names.get(key), uses=uses, register=register, listed=listed)
        for key in keys
    )


@dataclass(frozen=True)
class Doubt:
    """A name of which the reader was not sure: what it was taken for, where it stands, what a person said of it."""

    name: Name
    meaning: Meaning
    rows: tuple[Row, ...]

    @property
    def is_open(self) -> bool:
        return self.meaning.said == NOT_SAID

    @property
    def percent(self) -> int:
        return round(100 * self.name.score)


def doubts_of(draft: Draft) -> tuple[Doubt, ...]:
    """Names to ask about that still stand in some duty; the least sure first."""
    found = []
    read = [row for row in draft.rows if row.read and row.kind in DUTIES and not row.deleted]
    for name in unsure(draft.reading.names):
        rows = [row for row in read if _is_named(row, name, draft)]
        if rows:
            found.append(Doubt(name, draft.meanings.of(name), tuple(rows)))
    return tuple(found)


def _is_named(row: Row, name: Name, draft: Draft) -> bool:
    return any(draft.meanings.stands_in(name, row.read or {}, field) for field in DUTIES[row.kind])


def keys_for(draft: Draft, names: set[str]) -> dict[str, str]:
    """For each name as written the key of the row that it belongs to."""
    canon = _Canon(_entries(draft))
    return {name: canon.key(name) for name in names}


def names_in(draft: Draft) -> Iterator[tuple[str, bool]]:
    """Every name in every duty of the draft, and whether it leads there."""
    for row in draft.rows:
        if row.deleted or row.kind not in DUTIES or _is_in_removed_area(row, draft):
            continue
        for number, field in enumerate(DUTIES[row.kind]):
            yield from ((name, number == 0) for name in row.values[field])


def _is_in_removed_area(row: Row, draft: Draft) -> bool:
    area = draft.row(row.parent) if row.parent else None
    return area is not None and area.deleted


def _entries(draft: Draft) -> dict[str, Row]:
    """Rows of the document's own list by abbreviation; one defined twice is one."""
    found: dict[str, Row] = {}
    for entry in draft.living(Kind.ENTRY):
        found.setdefault(key_of(entry.values["abbr"]), entry)
    return found


class _Canon:
    """Knows that a full name and its abbreviation in the document's list are one body."""

    def __init__(self, entries: dict[str, Row]) -> None:
        self._by_name = {key_of(entry.values["name"]): key for key, entry in reversed(entries.items())}

    def key(self, written: str) -> str:
        key = key_of(written)
        return self._by_name.get(key, key)


def _uses(draft: Draft, canon: _Canon) -> _Uses:
    uses = _Uses(Counter(), Counter(), {})
    for name, leads in names_in(draft):
        key = canon.key(name)
        (uses.leads if leads else uses.partners)[key] += 1
        uses.spellings.setdefault(key, {})[name] = None
    return uses


def _name_row(
    key: str,
    entry: Row | None,
    kept: dict[str, Any] | None,
    *,
    uses: _Uses,
    register: Register,
    listed: dict[str, str],
) -> NameRow:
    spellings = tuple(uses.spellings.get(key, ()))
    written = entry.values["abbr"] if entry else spellings[0]
    match = register.find(written) or (register.find(entry.values["name"]) if entry else None)
    alike = None if entry or match else most_alike(written, listed)
    return NameRow(
        key=key,
        written=written,
        spellings=spellings,
        leads=uses.leads[key],
        partners=uses.partners[key],
        entry=entry,
        match=match,
        alike=(listed[alike[0]], alike[1]) if alike else None,
        decision=Decision(**kept) if kept else _proposal(written, entry, match, is_alike=alike is not None),
        is_decided=kept is not None,
    )


def _proposal(written: str, entry: Row | None, match: Match | None, *, is_alike: bool) -> Decision:
    """What the house would say: known spelling, else a new body; a likeness is left to the person."""
    name = entry.values["name"] if entry else written
    abbr = written if entry or is_abbreviation(written) else ""
    collective = seems_collective(name)
    reporting = Reporting.NONE if collective else Reporting.ITSELF
    return Decision(_target(match, is_alike=is_alike), abbr, name, collective, reporting)


def _target(match: Match | None, *, is_alike: bool) -> str:
    if match and match.is_exact:
        return f"i:{match.institution.pk}"
    return UNDECIDED if match or is_alike else NEW


def assumed(proposal: Decision) -> Decision:
    """The proposal, or a body of its own where a person was to be asked."""
    return replace(proposal, target=NEW) if proposal.target == UNDECIDED else proposal


def is_abbreviation(written: str) -> bool:
    return all(looks_abbreviated(word) for word in written.split())
