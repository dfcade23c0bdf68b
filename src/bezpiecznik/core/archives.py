"""Compressed files that come in (XLSX, DOCX) are looked at before they are opened: what they grow to has a limit."""

import io
import zipfile
from pathlib import PurePosixPath

LARGEST_UNPACKED = 100_000_000
MOST_FILES = 2_000


class UnsafeArchive(ValueError):
    """The archive is broken, grows too big, or names places outside itself."""


def look_through(data: bytes) -> list[str]:
    """Names of the files inside. Raises UnsafeArchive; reads the table of contents only and unpacks nothing.

    Sizes in the table may lie, but `zipfile` never reads more of a file than the table says.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = archive.infolist()
    except (zipfile.BadZipFile, OSError) as problem:
        raise UnsafeArchive(str(problem)) from problem
    if len(inside) > MOST_FILES or sum(entry.file_size for entry in inside) > LARGEST_UNPACKED:
        raise UnsafeArchive("It would grow too big.")
    if any(_leads_out(entry) for entry in inside):
        raise UnsafeArchive("It names places outside itself.")
    return [entry.filename for entry in inside]


def _leads_out(entry: zipfile.ZipInfo) -> bool:
    is_link = (entry.external_attr >> 16) & 0o170000 == 0o120000
    place = PurePosixPath(entry.filename.replace("\\", "/"))
    return is_link or place.is_absolute() or ".." in place.parts
