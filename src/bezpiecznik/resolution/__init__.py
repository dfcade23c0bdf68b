"""Reads a council's resolution: a document in, a structured programme and its faults out. Knows no Django."""

from bezpiecznik.resolution.decode import MAX_BYTES, UnreadableDocument, decode
from bezpiecznik.resolution.model import Reading
from bezpiecznik.resolution.reader import read

__all__ = ["MAX_BYTES", "Reading", "UnreadableDocument", "decode", "read"]
