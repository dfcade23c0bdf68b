"""Packed streams of a PDF are measured before anything unpacks them: a bomb is refused, never opened."""

from __future__ import annotations

import re
import zlib

from bezpiecznik.resolution.document import UnreadableDocument

MAX_STREAM = 80_000_000
MAX_PICTURE = 250_000_000
MAX_TOTAL = 600_000_000
MAX_STREAMS = 100_000

_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_PIECE = 1_000_000
_DEEPEST = 4


def forbid_bombs(data: bytes) -> None:
    """Raise UnreadableDocument if what is packed in the file would unpack beyond all measure."""
    left = MAX_TOTAL
    for count, match in enumerate(_STREAM.finditer(data)):
        if count > MAX_STREAMS:
            raise _bomb()
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        head = data[max(0, match.start() - 600) : match.start()]
        head = head[head.rfind(b" obj") + 1 :]
        most = MAX_PICTURE if _PICTURE.search(head) else MAX_STREAM
        left -= _unpacked(memoryview(data)[match.end() :], min(most, left), _DEEPEST)


def _unpacked(packed: memoryview, most: int, deepest: int) -> int:
    """How many bytes come out of a Flate stream, without keeping them; what is not Flate counts as nothing."""
    if len(packed) < 2 or packed[0] & 0x0F != 8 or (packed[0] * 256 + packed[1]) % 31:
        return 0
    unpacker, size, at, head = zlib.decompressobj(), 0, 0, b""
    try:
        while not unpacker.eof and (at < len(packed) or unpacker.unconsumed_tail):
            given = unpacker.unconsumed_tail or packed[at : at + 65_536]
            at += 0 if unpacker.unconsumed_tail else 65_536
            out = unpacker.decompress(given, _PIECE)
            size += len(out)
            head = head or out
            if size > most:
                raise _bomb()
    except zlib.error:
        return size
    if deepest and size < most and head[:1] == b"\x78":
        size += _twice(packed, most - size, deepest - 1)
    return size


def _twice(packed: memoryview, most: int, deepest: int) -> int:
    """A stream packed twice: the inner one is small, else the outer would have been refused."""
    inner = zlib.decompressobj().decompress(packed, min(most, 20_000_000))
    return _unpacked(memoryview(inner), most, deepest)


def _bomb() -> UnreadableDocument:
    return UnreadableDocument(
        "Plik PDF rozpakowuje się do ogromnych rozmiarów, więc go nie otwieramy:"
        " zapisz dokument jeszcze raz jako PDF lub DOCX i\u00a0wczytaj nową kopię."
    )
