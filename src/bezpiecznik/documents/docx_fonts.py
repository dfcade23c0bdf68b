"""The faces of our font inside a DOCX, so that it looks the same in every office."""

import re
from functools import cache

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from bezpiecznik.documents.text import FONTS, WORD

OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
FACE = re.compile(r'r:id="rId(\w+)" w:fontKey="\{([0-9A-F-]+)\}"')
SCRAMBLED = 32  # bytes at the beginning of each face


def embed_fonts(document: Document) -> None:
    """Put the faces named in `word/fontTable.xml` into the document."""
    old = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    table = (WORD / "fontTable.xml").read_bytes()
    part = Part(old.partname, old.content_type, table, document.part.package)
    for relationship in document.part.rels.values():
        if relationship.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            relationship._target = part
    for face, key in FACE.findall(table.decode()):
        name = PackURI(f"/word/fonts/{face}.odttf")
        font = Part(name, OBFUSCATED, _scrambled(face, key), document.part.package)
        part.rels.add_relationship(RELATIONSHIP_TYPE.FONT, font, f"rId{face}")


@cache
def _scrambled(face: str, key: str) -> bytes:
    """The face with its head mixed with the key, as the format asks (ECMA-376, part 4, font embedding)."""
    font = (FONTS / f"IBMPlexSans-{face}.ttf").read_bytes()
    mask = bytes.fromhex(key.replace("-", ""))[::-1]
    head = bytes(byte ^ mask[at % len(mask)] for at, byte in enumerate(font[:SCRAMBLED]))
    return head + font[SCRAMBLED:]
