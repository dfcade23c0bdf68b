"""`bezpiecznik read FILE`: what stands in a resolution, as JSON or as a table for a person."""

from __future__ import annotations

import argparse
import json
import logging
import os
import stat
import sys
from pathlib import Path

from bezpiecznik.resolution.bounded import NOTHING_FOUND, BoundedReading, read_bounded
from bezpiecznik.resolution.document import UnreadableDocument
from bezpiecznik.resolution.formats import MAX_BYTES
from bezpiecznik.resolution.model import Reading
from bezpiecznik.resolution.outline import outline

DONE, FOUND_ERRORS, UNUSABLE = 0, 1, 2
BY_KEYBOARD = 130
"""What shells say of a command that was ended by Ctrl+C."""


def main(argv: list[str]) -> int:
    """Run the command; the exit status is 0 done, 1 errors found under --strict, 2 file of no use."""
    logging.getLogger("bezpiecznik").addHandler(logging.NullHandler())  # what is wrong is said once, in a sentence
    options = _parser().parse_args(argv)
    if options.format == "template" and not options.out and sys.stdout.isatty():
        return _end("Szablon jest skoroszytem XLSX: podaj --out PLIK.xlsx.", UNUSABLE)
    try:
        return _run(options)
    except UnreadableDocument as reason:
        return _end(f"{options.file}: {reason}", UNUSABLE)
    except OSError as error:
        return _end(f"{options.file}: Odczyt przerwano: {error.strerror or 'błąd systemu'}.", UNUSABLE)
    except KeyboardInterrupt:
        return _end("Przerwano.", BY_KEYBOARD)


def _run(options: argparse.Namespace) -> int:
    came = read_bounded(_bytes_of(options.file), ocr=options.ocr, progress=_progress)
    _clear_progress()
    reading = came.reading
    if reading.is_empty:
        raise UnreadableDocument(NOTHING_FOUND)
    _give(came, reading, options)
    has_errors = any(finding.severity == "error" for finding in reading.findings)
    return FOUND_ERRORS if options.strict and has_errors else DONE


def _give(came: BoundedReading, reading: Reading, options: argparse.Namespace) -> None:
    if options.format == "template":
        from bezpiecznik.resolution.template import write_template  # noqa: PLC0415 (brings libraries of workbooks)

        _write(write_template(reading), options.out)
    elif options.format == "json":
        _write((json.dumps(came.json, ensure_ascii=False, indent=1) + "\n").encode(), options.out)
    else:
        _write(("\n".join(outline(reading)) + "\n").encode(), options.out)


def _end(sentence: str, status: int) -> int:
    _clear_progress()
    print(" ".join(sentence.split("\n")), file=sys.stderr)
    return status


def _write(result: bytes, out: Path | None) -> None:
    """Into the file, or print; and stay quiet when whoever listens has heard enough (`… | head`)."""
    try:
        if out:
            out.write_bytes(result)
        else:
            sys.stdout.buffer.write(result)
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        _forget_output()
    except OSError as error:
        if not out:
            _forget_output()
        raise UnreadableDocument(f"Nie można zapisać wyniku: {_why(error)}.") from error


def _forget_output() -> None:
    """What is still to be printed is printed nowhere, or the interpreter would complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bezpiecznik read", description="Odczytuje program z dokumentu uchwały (DOCX, PDF, ODT, XLSX, TXT, MD)."
    )
    parser.add_argument("file", type=Path, metavar="PLIK", help="dokument uchwały; najwyżej 20 MB")
    parser.add_argument(
        "--format", choices=("json", "table", "template"), default="table",
        help="postać wyniku: JSON, tabela do czytania albo szablon XLSX do poprawienia i wczytania",
    )  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="status 1, gdy dokument ma błędy")
    parser.add_argument("--ocr", action="store_true", help="rozpoznaj tekst skanu (wymaga programu tesseract)")
    parser.add_argument("--out", type=Path, metavar="PLIK", help="zapisz wynik do tego pliku")
    return parser


def _bytes_of(path: Path) -> bytes:
    """At most one byte more than is allowed, so that endless files end; devices are no documents."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableDocument("To jest katalog: podaj plik z\u00a0treścią uchwały.")
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
            raise UnreadableDocument("To nie jest zwykły plik: podaj plik z\u00a0treścią uchwały.")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableDocument(f"Nie można otworzyć pliku: {_why(error)}.") from error


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "nie ma takiego pliku ani katalogu"
    if isinstance(error, PermissionError):
        return "brak uprawnień"
    return error.strerror or "błąd odczytu"


def _is_watched() -> bool:
    return sys.stderr.isatty()


def _progress(stage: str, done: float) -> None:
    """One line that changes, for a person at a terminal."""
    if _is_watched():
        print(f"\r\x1b[K{done:4.0%}  {stage}", end="", file=sys.stderr, flush=True)


def _clear_progress() -> None:
    if _is_watched():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
