"""The tables of the room."""

from bezpiecznik.activities.models.activities import (
    Activity,
    ActivityBody,
    ActivityQuerySet,
    ActivityUndertaking,
    Attachment,
)
from bezpiecznik.activities.models.imports import ActivityImport, SourceKind
from bezpiecznik.activities.models.joining import Joining, NotTheSame

__all__ = [
    "Activity",
    "ActivityBody",
    "ActivityImport",
    "ActivityQuerySet",
    "ActivityUndertaking",
    "Attachment",
    "Joining",
    "NotTheSame",
    "SourceKind",
]
