"""How a stored file leaves the house."""

from django.http import FileResponse

from bezpiecznik.files.models import StoredFile

DRAWN_BY_US = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})
"""Kinds that browsers show; every such file was drawn anew by `files.pictures`."""


def download(stored: StoredFile, *, name: str) -> FileResponse:
    """The file as an attachment under this name; never shown inside our own pages."""
    response = FileResponse(
        stored.content.open("rb"), as_attachment=True, filename=name, content_type=stored.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response


def shown(stored: StoredFile, *, name: str) -> FileResponse:
    """A picture inside a page; whatever else it is leaves as an attachment."""
    if stored.media_type not in DRAWN_BY_US:
        return download(stored, name=name)
    response = FileResponse(stored.content.open("rb"), filename=name, content_type=stored.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=3600"
    return response
