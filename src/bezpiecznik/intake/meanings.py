"""Names that the reader took for a body without being sure, and what a person said of them.

What was read is not touched: the decision lies over it, by the name as it was written, wherever that name stands.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bezpiecznik.core.polish import WORD
from bezpiecznik.institutions.matching import key_of
from bezpiecznik.resolution.parts import SURE, Name

RIGHT, OTHER, NEW_BODY, NOT_SAID = "right", "other", "new", ""
folded = cache(key_of)


@dataclass(frozen=True)
class Meaning:
    """`right`: as the reader took it; `other`: the body called `body`; `new`: a body of its own, as written."""

    said: str = NOT_SAID
    body: str = ""

    def to_json(self) -> dict[str, Any]:
        return {"said": self.said, "body": self.body}

    def stands_for(self, name: Name) -> str:
        """The name that is to stand in duties."""
        return {OTHER: self.body, NEW_BODY: name.text}.get(self.said) or name.resolved


def unsure(names: Iterable[Name]) -> tuple[Name, ...]:
    """Those about which a person is to be asked, each once; the least sure first."""
    found = {folded(name.text): name for name in names if name.score < SURE and name.text != name.resolved}
    return tuple(sorted(found.values(), key=lambda name: (name.score, name.text)))


class Meanings:
    """What names mean in the rows of one reading. `duties` are the values of rows that name bodies."""

    def __init__(
        self, names: Iterable[Name], said: Mapping[str, Mapping[str, Any]], duties: Iterable[Mapping[str, Any]]
    ):
        self._names = unsure(names)
        self._said = {key: Meaning(**kept) for key, kept in said.items()}
        raws = [folded(text) for values in duties for text in _raws(values)] if self._names else []
        self._written = {name.text for name in self._names if any(folded(name.text) in raw for raw in raws)}

    def of(self, name: Name) -> Meaning:
        return self._said.get(folded(name.text), Meaning())

    def applied(self, values: dict[str, Any], fields: Sequence[str]) -> dict[str, Any]:
        """The values with each name standing for what a person said it means."""
        for name in self._names:
            meant = self.of(name).stands_for(name)
            if meant == name.resolved:
                continue
            for field in fields:
                if self.stands_in(name, values, field):
                    values = {**values, field: _exchanged(values, field, name, meant)}
        return values

    def stands_in(self, name: Name, values: Mapping[str, Any], field: str) -> bool:
        """Whether the field names the body so: by its own raw text, where the layout has one."""
        if name.resolved not in values[field]:
            return False
        raw = values.get(f"{field}_raw")
        return folded(name.text) in folded(raw) if raw else name.text not in self._written


def _raws(values: Mapping[str, Any]) -> list[str]:
    return [text for field, text in values.items() if field.endswith("_raw") and field != "term_raw" and text]


def _bare(text: str) -> str:
    return " ".join(WORD.findall(text))


def _exchanged(values: Mapping[str, Any], field: str, name: Name, meant: str) -> list[str]:
    """The doubtful name gives way to what it means; it stays where the same cell names that body plainly too."""
    rest = folded(values.get(f"{field}_raw") or "").replace(folded(name.text), " ")
    plainly = f" {_bare(folded(name.resolved))} " in f" {_bare(rest)} "
    new = [name.resolved, meant] if plainly else [meant]
    spread = (new if body == name.resolved else [body] for body in values[field])
    return list(dict.fromkeys(body for bodies in spread for body in bodies))
