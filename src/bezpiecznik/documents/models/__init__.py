"""What the room keeps: the register with its files, and the fixed texts of documents as the office words them."""

from bezpiecznik.documents.models.register import (
    MEDIA_TYPES,
    Document,
    DocumentFile,
    DocumentKind,
    DocumentQuerySet,
    FileFormat,
    Register,
)
from bezpiecznik.documents.models.texts import FixedText

__all__ = [
    "MEDIA_TYPES",
    "Document",
    "DocumentFile",
    "DocumentKind",
    "DocumentQuerySet",
    "FileFormat",
    "FixedText",
    "Register",
]
