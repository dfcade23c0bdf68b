"""The uploaded file as it leaves the house again: under the type that was seen in it, and a name that fits it."""

from pathlib import PurePath

from bezpiecznik.intake.models import Intake
from bezpiecznik.resolution.document import FileKind

MACROS = "application/vnd.ms-word.document.macroEnabled.12"
MEDIA_TYPES: dict[FileKind, str] = {
    "text": "text/plain",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}
ENDINGS: dict[str, tuple[str, ...]] = {
    MEDIA_TYPES["text"]: (".txt", ".md"),
    MEDIA_TYPES["docx"]: (".docx",),
    MACROS: (".docm",),
    MEDIA_TYPES["odt"]: (".odt",),
    MEDIA_TYPES["xlsx"]: (".xlsx",),
    MEDIA_TYPES["pdf"]: (".pdf",),
}
ACCEPTED = ",".join(ending for endings in ENDINGS.values() for ending in endings)


def media_type(kind: FileKind, name: str) -> str:
    """By what the bytes are; a Word file with macros differs only in its name."""
    if kind == "docx" and _ending(name) == ".docm":
        return MACROS
    return MEDIA_TYPES[kind]


def name_of(intake: Intake) -> str:
    """The name it came with; with the right ending where that was another, so that it opens with a double click."""
    endings = ENDINGS.get(intake.file.media_type, ())
    if not endings or _ending(intake.file_name) in endings:
        return intake.file_name
    return f"{intake.file_name}{endings[0]}"


def _ending(name: str) -> str:
    return PurePath(name).suffix.lower()
