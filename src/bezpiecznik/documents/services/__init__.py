"""Every write of the room: numbers in the register and their files, and the office's own words in documents."""

from bezpiecznik.documents.services.office import change_look, change_signatories
from bezpiecznik.documents.services.register import (
    RENDER,
    check_rendering,
    enter_document,
    keep_files,
    note_case_sign,
    paper_document,
    render_again,
    render_draft,
    render_paper,
    request_document,
    request_once,
    retry_rendering,
)
from bezpiecznik.documents.services.signing import note_signing, undo_signing
from bezpiecznik.documents.services.texts import ChangedMeanwhile, restore_text, save_text

__all__ = [
    "RENDER",
    "ChangedMeanwhile",
    "change_look",
    "change_signatories",
    "check_rendering",
    "enter_document",
    "keep_files",
    "note_case_sign",
    "note_signing",
    "paper_document",
    "render_again",
    "render_draft",
    "render_paper",
    "request_document",
    "request_once",
    "restore_text",
    "retry_rendering",
    "save_text",
    "undo_signing",
]
