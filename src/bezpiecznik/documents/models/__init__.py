"""What the room keeps: the register with files and notes of signing, the office's own words and look of documents."""

from bezpiecznik.documents.models.office import OfficeLook, UnitChoice
from bezpiecznik.documents.models.register import (
    MEDIA_TYPES,
    Document,
    DocumentFile,
    DocumentKind,
    DocumentQuerySet,
    FileFormat,
    Register,
    file_label,
)
from bezpiecznik.documents.models.signing import Signing
from bezpiecznik.documents.models.texts import FixedText

__all__ = [
    "MEDIA_TYPES",
    "Document",
    "DocumentFile",
    "DocumentKind",
    "DocumentQuerySet",
    "FileFormat",
    "FixedText",
    "OfficeLook",
    "Register",
    "Signing",
    "UnitChoice",
    "file_label",
]
