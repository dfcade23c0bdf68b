"""What is said of an upload without looking inside: too big a body is read away and never kept; scans."""

from time import monotonic

from django.http import HttpRequest

from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.originals import MEDIA_TYPES
from bezpiecznik.resolution import MAX_BYTES
from bezpiecznik.resolution.tesseract import reads_polish

FORM_AROUND_FILE = 100_000
CHUNK = 1 << 16
PATIENCE_SECONDS = 20


def is_too_big(request: HttpRequest) -> bool:
    """By the header alone: servers give the application no more than it announces."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > MAX_BYTES + FORM_AROUND_FILE


def read_away(request: HttpRequest) -> None:
    """Take the body without keeping it: a browser that is still sending would not see the answer.

    Not for long: a slow sender must not hold a worker.
    """
    until = monotonic() + PATIENCE_SECONDS
    while monotonic() < until and request.read(CHUNK):
        pass


def may_recognise(intake: Intake) -> bool:
    """Whether recognising the text of a scan is worth a try: a PDF that was read without it, where it can be done."""
    return not intake.ocr and intake.file.media_type == MEDIA_TYPES["pdf"] and reads_polish()
