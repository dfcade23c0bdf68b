"""A reading as lines for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from bezpiecznik.resolution.model import Action, Reading

_WIDTH = 72


def outline(reading: Reading) -> Iterator[str]:
    """Lines for a person: the title, the areas with their actions, initiatives, findings."""
    meta = reading.meta
    yield f"{meta.title or 'Program'} ({meta.council or 'nieznana rada'}, {meta.act_no or 'bez numeru'})"
    for area in reading.areas:
        yield f"\n{area.no}. {area.name}"
        for action in area.actions:
            yield _line(area.no, action)
    if reading.initiatives:
        yield "\nProgramy realizowane przez jednostki"
    for initiative in reading.initiatives:
        yield f"  P{initiative.no:<6}{_cut(initiative.name)}  [{', '.join(initiative.executors)}]"
    if reading.findings:
        yield f"\nUwagi do dokumentu: {len(reading.findings)}"
    for finding in reading.findings:
        yield f"  {finding.code:<20}{finding.message}"
    if reading.unplaced:
        yield f"\nNie przypisano wierszy: {len(reading.unplaced)}"


def _line(area: int, action: Action) -> str:
    who = ", ".join(action.responsible)
    partners = f" + {', '.join(action.partners)}" if action.partners else ""
    return f"  A{area}.{action.no:<5}{_cut(action.text)}  [{who}{partners}]"


def _cut(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
