"""The process in which a page is drawn: started by `picturing`, ended by it, and not to be called by hand."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from bezpiecznik.resolution.confinement import confine
from bezpiecznik.resolution.document import UnreadableDocument
from bezpiecznik.resolution.picturing import ANSWER, DOCUMENT, REFUSAL


def serve(asked: dict[str, Any]) -> None:
    """Bind this process, draw or measure, and leave the answer in a file."""
    confine(seconds=asked["seconds"], memory=asked["memory"])
    from bezpiecznik.resolution.formats.pages import page_picture, page_size  # noqa: PLC0415 (bounds first)

    data = Path(DOCUMENT).read_bytes()
    try:
        if "sizes" in asked:
            sizes = {str(page): page_size(data, page) for page in asked["sizes"]}
            _leave(ANSWER, json.dumps(sizes).encode())
        else:
            _leave(ANSWER, page_picture(data, asked["page"], width=asked["width"]))
    except UnreadableDocument as reason:
        _leave(REFUSAL, str(reason).encode())
    os._exit(0)


def _leave(name: str, content: bytes) -> None:
    """Whole or not at all: what is half written bears another name."""
    half = Path(f"{name}.half")
    half.write_bytes(content)
    half.rename(name)


if __name__ == "__main__":
    serve(json.loads(sys.argv[1]))
