"""How a stored file leaves the house."""

from django.http import FileResponse

from bezpiecznik.files.models import StoredFile


def download(stored: StoredFile, *, name: str) -> FileResponse:
    """The file as an attachment under this name; never shown inside our own pages."""
    response = FileResponse(
        stored.content.open("rb"), as_attachment=True, filename=name, content_type=stored.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
