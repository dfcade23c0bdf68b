"""Names of the parts of a ZIP archive, from its table of contents alone: nothing is unpacked."""

from __future__ import annotations

from struct import Struct, error

_END = Struct("<4s4H2LH")
_ENTRY = Struct("<4s6H3L5H2L")
_END_SIGN, _ENTRY_SIGN = b"PK\x05\x06", b"PK\x01\x02"
_LONGEST_COMMENT = 1 << 16
MOST_PARTS = 5000
"""More than any document has; the rest is not looked at."""


def parts_inside(data: bytes) -> set[str] | None:
    """The names; None for what is broken. The first few thousand only, so that it costs nothing whatever is sent."""
    end = data.rfind(_END_SIGN, max(len(data) - _END.size - _LONGEST_COMMENT, 0))
    if end < 0:
        return None
    try:
        *_start, count, size, _offset, _comment = _END.unpack_from(data, end)
        return _names(data, end - size, min(count, MOST_PARTS))
    except (error, ValueError):
        return None


def _names(data: bytes, place: int, count: int) -> set[str]:
    names = set()
    for _number in range(count):
        if place < 0:
            raise ValueError(place)
        sign, *fields = _ENTRY.unpack_from(data, place)
        if sign != _ENTRY_SIGN:
            raise ValueError(sign)
        name, extra, comment = fields[9], fields[10], fields[11]
        start = place + _ENTRY.size
        names.add(data[start : start + name].decode("utf-8", "replace"))
        place = start + name + extra + comment
    return names
