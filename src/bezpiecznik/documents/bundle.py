"""Several PDFs as one, for the printer: each page is drawn as it is. For archives each file stays on its own."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

PAGES = re.compile(rb"/Count (\d+)")
TEMPLATE = """#set page(paper: "a4", margin: 0pt)
#for (name, count) in json(bytes(sys.inputs.files)) {
  for no in range(1, count + 1) { page(image(name, page: no, width: 100%)) }
}
"""


def page_count(pdf: bytes) -> int:
    """Pages of a PDF made by our typesetter, whose tree of pages is readable."""
    return max(int(found) for found in PAGES.findall(pdf))


def as_one(files: Sequence[bytes]) -> bytes:
    """All pages of these PDFs in order. Raises ValueError where there is no file."""
    if not files:
        raise ValueError("nothing to put together")
    with TemporaryDirectory() as folder:
        place = Path(folder)
        listed = []
        for no, data in enumerate(files):
            (place / f"{no}.pdf").write_bytes(data)
            listed.append((f"{no}.pdf", page_count(data)))
        source = place / "all.typ"
        source.write_text(TEMPLATE)
        return typst.compile(source, root=place, sys_inputs={"files": json.dumps(listed)})
