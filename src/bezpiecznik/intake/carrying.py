"""Decisions carried over to a new reading of the same document; what finds no place there is told, not lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bezpiecznik.core.frozen import stamp_of
from bezpiecznik.intake import codes
from bezpiecznik.intake.draft import Draft, Kind, Row, Values, as_read
from bezpiecznik.intake.faults import SET_ASIDE, fault_key
from bezpiecznik.intake.matching_rows import Pairs, match, words
from bezpiecznik.intake.undoing import MAPS, Sections
from bezpiecznik.resolution import Reading
from bezpiecznik.resolution.model import Finding


@dataclass
class Carrying:
    """One new reading being given the decisions that stand in `draft`, whose sections are `was`."""

    draft: Draft
    was: Sections
    reading: Reading
    now: Sections = field(default_factory=lambda: {name: {} for name in (*MAPS, "deleted", "added", "seen")})

    def __post_init__(self) -> None:
        self.old = {row.key: row for row in as_read(self.draft.reading)}
        self.new = {row.key: row for row in as_read(self.reading)}
        self.pairs: Pairs = match(list(self.old.values()), list(self.new.values()))
        self.came = [row for row in self.new.values() if row.key not in set(self.pairs.values())]

    def carry(self) -> Sections:
        """All sections but the parts that were seen."""
        for name in ("names", "doubts", "left"):
            self.now[name] = dict(self.was[name])
        for key, values in self.was["changes"].items():
            self._change(key, values)
        for row in self.was["added"].values():
            self._add(row)
        for key in self.was["deleted"]:
            self._remove(key)
        for key, target in self.was["merged"].items():
            if key in self.pairs and target in self.pairs:
                self.now["merged"][self.pairs[key]] = self.pairs[target]
        for key, mark in self.was["faults"].items():
            self._decide_fault(key, mark)
        return self.now

    def _change(self, key: str, values: Values) -> None:
        new = self.new.get(self.pairs.get(key, ""))
        if new is None:
            self._leave("changes", self._called(key), values)
        elif differing := {name: value for name, value in values.items() if new.values[name] != value}:
            self.now["changes"][new.key] = differing

    def _add(self, row: Mapping[str, Any]) -> None:
        """An added row; where the reader now finds it by itself, only what was typed otherwise."""
        kind, parent = Kind(row["kind"]), self.pairs.get(row["parent"], "")
        if row["parent"] and not parent:
            self._leave("added", _words_of(row["values"]), row["values"])
        elif found := self._found(row, kind):
            self.pairs[row["key"]] = found.key
            self.came.remove(found)
            typed = {name: value for name, value in row["values"].items() if value and found.values[name] != value}
            self.now["changes"] |= {found.key: typed} if typed else {}
        else:
            suffix = row["key"].rpartition(":")[2]
            key = f"{parent or kind}:{suffix}"
            self.pairs[row["key"]] = key
            self.now["added"][key] = {**row, "key": key, "parent": parent}

    def _found(self, row: Mapping[str, Any], kind: Kind) -> Row | None:
        added = Row(row["key"], kind, dict(row["values"]), None)
        return next((new for new in self.came if new.kind is kind and words(new) == words(added)), None)

    def _remove(self, key: str) -> None:
        if key in self.pairs:
            self.now["deleted"][self.pairs[key]] = True
        elif key in self.old:
            self._leave("deleted", self._called(key), {})

    def _decide_fault(self, key: str, mark: Mapping[str, Any]) -> None:
        """A fault that was set aside stays so; one that is found no more needs no decision."""
        finding = next((found for found in self.draft.reading.findings if fault_key(found) == key), None)
        same = self._same_fault(key, finding)
        if same:
            self.now["faults"][fault_key(same)] = dict(mark)
        elif finding and mark["state"] == SET_ASIDE and self._has_kind(finding):
            self._leave("faults", finding.message, {"reason": mark["reason"]})

    def _same_fault(self, key: str, finding: Finding | None) -> Finding | None:
        """The fault of the same words in the same places; else the only one of its kind about the same thing."""
        if exact := next((found for found in self.reading.findings if fault_key(found) == key), None):
            return exact
        alike = [found for found in self.reading.findings if finding and _about(found) == _about(finding)]
        return alike[0] if len(alike) == 1 else None

    def _has_kind(self, finding: Finding) -> bool:
        return any(found.code == finding.code for found in self.reading.findings)

    def _called(self, key: str) -> str:
        row = self.draft.row(key)
        return codes.name(row, self.draft) if row else key

    def _leave(self, what: str, about: str, values: Values) -> None:
        kept = {"what": what, "about": about, "values": values}
        self.now["left"][stamp_of(kept)] = kept


def _about(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.subject


def _words_of(values: Values) -> str:
    return str(values.get("name") or values.get("text") or "")


def seen_still(was: Mapping[str, str], now: Mapping[str, str], seen: Iterable[str]) -> dict[str, bool]:
    """Parts that a person looked through and that say the same as then: `was` and `now` give prints of parts."""
    return {key: True for key in seen if key in was and was[key] == now.get(key)}
