"""XLSX documents."""

from __future__ import annotations

from bezpiecznik.resolution.document import Opened, UnreadableDocument
from bezpiecznik.resolution.formats.options import Options


def open_xlsx(data: bytes, options: Options) -> Opened:
    """Blocks of a XLSX file; raises UnreadableDocument."""
    raise UnreadableDocument("Tego formatu jeszcze nie czytamy: zapisz dokument jako zwykły tekst (TXT).")
