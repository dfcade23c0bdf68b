"""Reads a council's resolution: a document in, a structured programme and its faults out. Knows no Django."""

from bezpiecznik.resolution.document import Opened, UnreadableDocument
from bezpiecznik.resolution.formats import MAX_BYTES, Options, open_document, sniff
from bezpiecznik.resolution.model import Reading
from bezpiecznik.resolution.reader import read, read_opened

__all__ = [
    "MAX_BYTES",
    "Opened",
    "Options",
    "Reading",
    "UnreadableDocument",
    "open_document",
    "read",
    "read_opened",
    "sniff",
]
