"""`bezpiecznik read FILE`: what stands in a resolution, as JSON or as a table for a person."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from bezpiecznik.resolution.document import UnreadableDocument
from bezpiecznik.resolution.formats import MAX_BYTES
from bezpiecznik.resolution.model import Action, Reading
from bezpiecznik.resolution.reader import read

DONE, FOUND_ERRORS, UNUSABLE = 0, 1, 2
_WIDTH = 72


def main(argv: list[str]) -> int:
    """Run the command; the exit status is 0 done, 1 errors found under --strict, 2 file of no use."""
    options = _parser().parse_args(argv)
    try:
        reading = _reading(options.file)
    except UnreadableDocument as reason:
        print(f"{options.file}: {reason}", file=sys.stderr)
        return UNUSABLE
    if options.format == "json":
        _print(json.dumps(reading.to_json(), ensure_ascii=False, indent=1))
    else:
        _print("\n".join(table(reading)))
    has_errors = any(finding.severity == "error" for finding in reading.findings)
    return FOUND_ERRORS if options.strict and has_errors else DONE


def _print(text: str) -> None:
    """Print, and stay quiet when whoever listens has heard enough (`… | head`)."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bezpiecznik read", description="Odczytuje program z tekstu uchwały.")
    parser.add_argument("file", type=Path, metavar="PLIK", help="tekst uchwały (TXT lub MD)")
    parser.add_argument("--format", choices=("json", "table"), default="table", help="postać wyniku")
    parser.add_argument("--strict", action="store_true", help="status 1, gdy dokument ma błędy")
    return parser


def _reading(path: Path) -> Reading:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableDocument(f"Nie można otworzyć pliku: {error.strerror or 'błąd odczytu'}.") from error
    reading = read(data)
    if reading.is_empty:
        raise UnreadableDocument(
            "Nie znaleziono w\u00a0tym tekście żadnej części programu: sprawdź, czy to właściwy dokument"
            " i\u00a0czy tabele mają kolumny oddzielone tabulatorami."
        )
    return reading


def table(reading: Reading) -> Iterator[str]:
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
