"""What one amendment did to the text: two texts of `programme_text` side by side, only where they differ. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bezpiecznik.core.worddiff import Piece, pieces

Text = dict[str, Any]

LABELS = {
    "wording": "treść", "text": "treść", "aim": "cel", "audience": "kogo obejmuje", "term_raw": "termin",
    "method": "sposób realizacji", "funding": "finansowanie", "leads": "podmioty odpowiedzialne",
    "partners": "partnerzy",
}  # fmt: skip
FIELDS = tuple(name for name in LABELS if name != "text")


class Became(StrEnum):
    ADDED = "dodano"
    WITHDRAWN = "skreślono"
    CHANGED = "zmieniono"


@dataclass(frozen=True)
class Compared:
    """One field: what stood there and what stands, each with what is only in it marked."""

    label: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True)
class ChangedEntry:
    """An action, an initiative, a heading or a goal that is not what it was. `key` ends with the row's key."""

    key: str
    name: str
    became: Became
    fields: tuple[Compared, ...]

    @property
    def undertaking(self) -> int | None:
        kind, _dash, key = self.key.partition("-")
        return int(key) if kind == "undertaking" else None


@dataclass(frozen=True)
class ChangedPart:
    """A part of the programme (an area, the goals, the initiatives) with what changed in it."""

    title: str
    entries: tuple[ChangedEntry, ...]


def changed_parts(before: Text, after: Text) -> list[ChangedPart]:
    """Parts in the document's order; those in which nothing changed are left out."""
    old = {area["key"]: area for area in before["areas"]}
    parts = [ChangedPart("Cele szczegółowe", tuple(_worded(before["goals"], after["goals"], "Cel")))]
    for area in after["areas"]:
        was = old.get(area["key"], {**area, "text": "", "actions": []})
        entries = (*_worded([was], [area], "Nazwa obszaru"), *_undertakings(was["actions"], area["actions"]))
        parts.append(ChangedPart(f"Obszar {area['no']}. {area['text']}", entries))
    own = tuple(_undertakings(before["initiatives"], after["initiatives"]))
    parts.append(ChangedPart("Programy realizowane przez jednostki", own))
    return [part for part in parts if part.entries]


def _worded(before: list[Text], after: list[Text], name: str) -> Iterator[ChangedEntry]:
    old = {one["key"]: one for one in before}
    for one in after:
        if one["text"] != (was := old[one["key"]]["text"]):
            compared = _compared("text", was, one["text"])
            yield ChangedEntry(one["key"], f"{name} {one['no']}", Became.CHANGED, (compared,))


def _undertakings(before: list[Text], after: list[Text]) -> Iterator[ChangedEntry]:
    old = {one["key"]: one for one in before}
    for one in after:
        was = old.get(one["key"])
        if was is None:
            yield _entry(one, Became.ADDED, [_compared(name, "", _said(one, name)) for name in FIELDS])
        elif one["withdrawn"] and not was["withdrawn"]:
            yield _entry(one, Became.WITHDRAWN, [_compared(name, _said(was, name), "") for name in FIELDS])
        elif fields := [
            _compared(name, _said(was, name), _said(one, name))
            for name in FIELDS
            if _said(was, name) != _said(one, name)
        ]:
            yield _entry(one, Became.CHANGED, fields)


def _entry(one: Text, became: Became, fields: list[Compared]) -> ChangedEntry:
    return ChangedEntry(
        one["key"], one["code"], became, tuple(field for field in fields if field.before or field.after)
    )


def _said(entry: Text, name: str) -> str:
    said = entry[name]
    return ", ".join(said) if isinstance(said, list) else str(said)


def _compared(name: str, before: str, after: str) -> Compared:
    found = pieces(before, after)
    return Compared(
        LABELS[name],
        tuple(piece for piece in found if piece.kind != "new"),
        tuple(piece for piece in found if piece.kind != "gone"),
    )
