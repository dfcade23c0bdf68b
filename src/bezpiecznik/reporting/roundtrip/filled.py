"""What a filled-in file says, whatever its format, ready to be kept as JSON."""

from dataclasses import asdict, dataclass, field
from typing import Any

from bezpiecznik.reporting.roundtrip.fields import Fields, from_json
from bezpiecznik.reporting.roundtrip.seal import Seal, SealedEntry


@dataclass(frozen=True)
class Problem:
    """One thing to mend: where it stands, which action it is about, what was written, and what to do."""

    where: str
    label: str
    written: str
    sentence: str
    entry: int | None = None


@dataclass
class Filled:
    """The answers of a file. `theirs` holds the fields that the file has; what it lacks was not touched."""

    seal: Seal
    theirs: dict[int, Fields] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Filled":
        seal = kept["seal"]
        entries = {
            int(pk): SealedEntry(one["label"], one["wording"], one["version"], from_json(one["fields"]))
            for pk, one in seal["entries"].items()
        }
        return cls(
            Seal(**{**seal, "entries": entries}),
            {int(pk): from_json(fields) for pk, fields in kept["theirs"].items()},
            [Problem(**one) for one in kept["problems"]],
            list(kept["notes"]),
        )
