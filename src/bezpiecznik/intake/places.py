"""Rows by the names that faults give to places."""

from bezpiecznik.intake.draft import Draft, Kind, Row


def places_of(draft: Draft) -> dict[str, Row]:
    """Found once for each draft."""
    known: dict[str, Row] | None = draft.__dict__.get("_places")
    if known is None:
        known = draft.__dict__["_places"] = _places(draft)
    return known


def _places(draft: Draft) -> dict[str, Row]:
    """Rows by the names that faults give to places: A3, A3.13, P9, E15, U5, l.188."""
    found: dict[str, Row] = {}
    for row in draft.rows:
        if row.read is None:
            continue
        if row.line:
            found.setdefault(f"l.{row.line}", row)
        if name := _place(row, draft):
            found[name] = row
    (meta,) = draft.of(Kind.META)
    for source in draft.reading.meta.sources.values():
        found.setdefault(f"l.{source.line}", meta)
    return found


def _place(row: Row, draft: Draft) -> str:
    order = row.key.rpartition(":")[2]
    read = row.read or {}
    if row.kind == Kind.ACTION:
        area = draft.row(row.parent)
        return f"A{(area.read or {}).get('no')}.{read['no']}" if area else ""
    if row.kind in {Kind.AREA, Kind.INITIATIVE}:
        return f"{'A' if row.kind == Kind.AREA else 'P'}{read['no']}"
    letters = {Kind.ENTRY: "E", Kind.PARTICIPANT: "U"}
    return f"{letters[row.kind]}{int(order) + 1}" if row.kind in letters else ""
