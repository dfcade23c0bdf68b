"""Every write of the room: drafts, numbers, and notes of sending. Raise `refusals.Refused` with a sentence."""

from bezpiecznik.letters.services.cases import enter_in_case, open_case
from bezpiecznik.letters.services.drafts import (
    change_draft,
    delete_draft,
    delete_series,
    draft_letter,
    draft_series,
    prepare_series,
)
from bezpiecznik.letters.services.numbering import RENDER, cancel_letter, keep_files, number_letters
from bezpiecznik.letters.services.sending import note_sending, note_series, undo_sending

__all__ = [
    "RENDER",
    "cancel_letter",
    "change_draft",
    "delete_draft",
    "delete_series",
    "draft_letter",
    "draft_series",
    "enter_in_case",
    "keep_files",
    "note_sending",
    "note_series",
    "number_letters",
    "open_case",
    "prepare_series",
    "undo_sending",
]
