"""Ends of streams that cannot be misread.

The typesetter writes one line feed between the data of a stream and `endstream`. Where the data happen to end with a
carriage return, the two look like one line end of two bytes: a checker of archival files then takes the stream for a
byte shorter than it says. There the line end gets two bytes of its own, and the table of places is moved accordingly.
"""

import re
from bisect import bisect

AMBIGUOUS = re.compile(rb"\r(?=\nendstream)")
PLACE = re.compile(rb"(\d{10})(?= \d{5} n)")
TABLE = re.compile(rb"startxref\n(\d+)")


def with_plain_ends(pdf: bytes) -> bytes:
    """The same PDF with an unambiguous end of each stream. Reads files with one plain cross-reference table."""
    added = [match.end() for match in AMBIGUOUS.finditer(pdf)]
    if not added:
        return pdf
    *_, table = TABLE.finditer(pdf)
    start = int(table[1])

    def moved(place: int) -> int:
        return place + bisect(added, place)

    places = PLACE.sub(lambda match: b"%010d" % moved(int(match[1])), pdf[start:])
    places = TABLE.sub(b"startxref\n%d" % moved(start), places)
    return AMBIGUOUS.sub(b"\r\r", pdf[:start]) + places
