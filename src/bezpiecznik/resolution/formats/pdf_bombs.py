"""What a PDF packs is measured before pdfium unpacks it: bombs are refused, never opened.

A second wall stands behind this one: the job that reads runs in a process with bounds on memory and time.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from bezpiecznik.resolution.document import UnreadableDocument
from bezpiecznik.resolution.formats.pdf_forms import Drawing, drawn_too_often

MAX_STREAM = 80_000_000
MAX_PICTURE = 250_000_000
MAX_TOTAL = 600_000_000
MAX_WRITTEN = 4_000_000
MAX_OLD_PACKING = 400_000
MAX_DOTS = 150_000_000
MAX_STREAMS = 100_000

_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_NO_CONTENT = re.compile(rb"/Length1|/Subtype\s*/(?!Form)|/N \d|/Type\s*/(?:XRef|ObjStm)")
_OLD_PACKING = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL)\b")
_AS_LETTERS = re.compile(rb"/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx)\b")
_SIDE = re.compile(rb"/(Width|Height)\s+(\d{1,12})")
_ONE_BIT = re.compile(rb"/BitsPerComponent\s+1\b|/ImageMask\s+true")
_SHOWS_TEXT = re.compile(rb"T[jJ]|['\"]\s")
_LONGEST_HEAD = 4_000
_PIECE = 1_000_000
_DEEPEST = 4

_BOMB = (
    "Plik PDF rozpakowuje się do ogromnych rozmiarów, więc go nie otwieramy:"
    " zapisz dokument jeszcze raz jako PDF lub DOCX i\u00a0wczytaj nową kopię."
)


class Stream(NamedTuple):
    """A stream as it lies in the file: what is said of it, and its bytes to the end of the file."""

    head: bytes
    packed: memoryview
    size: int


def forbid_bombs(data: bytes) -> int:
    """Raise UnreadableDocument if what is packed would unpack beyond all measure; else how many bytes write text."""
    left, written = MAX_TOTAL, 0
    drawings: list[Drawing] = []
    for count, stream in enumerate(_streams(data)):
        if count > MAX_STREAMS or _is_immense(stream):
            raise UnreadableDocument(_BOMB)
        picture = _PICTURE.search(stream.head) is not None
        content = _NO_CONTENT.search(stream.head) is None
        size, start = _unpacked(
            stream, min(MAX_PICTURE if picture else MAX_STREAM, left), MAX_WRITTEN if content else 0
        )
        left -= size
        if content and _SHOWS_TEXT.search(start):
            written += size
            if size > MAX_WRITTEN:
                raise UnreadableDocument(_BOMB)
        if content and b"Do" in start:
            drawings.append(Drawing(stream.head, start))
    if drawn_too_often(data, drawings):
        raise UnreadableDocument(_BOMB)
    return written


def _streams(data: bytes) -> Iterator[Stream]:
    view = memoryview(data)
    for match in _STREAM.finditer(data):
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        head = data[max(0, match.start() - _LONGEST_HEAD) : match.start()]
        begun = max(head.rfind(b" obj"), head.rfind(b"endobj"))
        end = data.find(b"endstream", match.end())
        size = (len(data) if end < 0 else end) - match.end()
        yield Stream(head[max(0, begun - 20) :], view[match.end() :], size)


def _is_immense(stream: Stream) -> bool:
    """A picture of more dots than any page has, or a packing whose size cannot be told beforehand."""
    if _PICTURE.search(stream.head):
        sides = dict(_SIDE.findall(stream.head))
        dots = int(sides.get(b"Width", 0)) * int(sides.get(b"Height", 0))
        return dots > MAX_DOTS * (8 if _ONE_BIT.search(stream.head) else 1)
    return stream.size > MAX_OLD_PACKING and _OLD_PACKING.search(stream.head) is not None


def _unpacked(stream: Stream, most: int, kept: int) -> tuple[int, bytes]:
    """How many bytes come out, and the first `kept` of them."""
    packed = stream.packed
    if _AS_LETTERS.search(stream.head):
        packed = memoryview(_from_letters(stream))
    return _measured(packed, min(stream.size, len(packed)), most, kept, _DEEPEST)


def _measured(packed: memoryview, size: int, most: int, kept: int, deepest: int) -> tuple[int, bytes]:
    """Flate may pack what is packed already; anything else is as long as it lies."""
    if not _is_flate(packed):
        return size, bytes(packed[: min(size, kept)])
    size, start = _inflated(packed, most, max(kept, 3))
    if deepest and size <= MAX_STREAM and _is_flate(memoryview(start)):
        inner = _inflated(packed, most, size)[1]
        more, start = _measured(memoryview(inner), size, most - size, kept, deepest - 1)
        size += more
    return size, start


def _from_letters(stream: Stream) -> bytes:
    """The bytes that stand in the file as letters."""
    raw = bytes(stream.packed[: stream.size])
    try:
        if b"85" in stream.head:
            return base64.a85decode(raw[: raw.find(b"~>") if b"~>" in raw else None])
        return bytes.fromhex(raw.partition(b">")[0].decode("ascii"))
    except ValueError:
        return raw


def _is_flate(packed: memoryview) -> bool:
    return len(packed) > 2 and packed[0] & 0x0F == 8 and (packed[0] * 256 + packed[1]) % 31 == 0


def _inflated(packed: memoryview, most: int, kept: int) -> tuple[int, bytes]:
    """Unpack piece by piece, forgetting all but the start; what breaks off counts as far as it went."""
    unpacker, size, at, start = zlib.decompressobj(), 0, 0, bytearray()
    try:
        while not unpacker.eof and (at < len(packed) or unpacker.unconsumed_tail):
            given = unpacker.unconsumed_tail or packed[at : at + 65_536]
            at += 0 if unpacker.unconsumed_tail else 65_536
            out = unpacker.decompress(given, _PIECE)
            size += len(out)
            start += out[: max(0, kept - len(start))]
            if size > most:
                raise UnreadableDocument(_BOMB)
    except zlib.error:
        pass
    return size, bytes(start)
