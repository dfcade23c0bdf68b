"""From a file of any known format to paragraphs and table rows."""

from bezpiecznik.resolution.formats.opening import MAX_BYTES, open_document, sniff
from bezpiecznik.resolution.formats.options import Options

__all__ = ["MAX_BYTES", "Options", "open_document", "sniff"]
