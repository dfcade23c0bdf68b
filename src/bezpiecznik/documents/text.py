"""Letters a document can bear: what a file may hold at all, and what our font can draw."""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
WORD = Path(__file__).parent / "word"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
HANGING = re.compile(
    r"(?<![\w’'-])([aiouwz]|nr|art\.|ust\.|pkt|poz\.|§) (?=\S)|(\d) (?=(?:r\.|zł|tys\.|mln|godz\.|%))", re.IGNORECASE
)
LONG_WORD = re.compile(r"[^\s\u200b]{36,}")
BREAK_EVERY = 12

UNWANTED = {"Cc", "Cs", "Co", "Cn"}  # controls, halves of pairs, private and unassigned: no reader shows them
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"

LIKENESSES = {
    "✔": "✓",
    "▪": "•",
    "◦": "•",
    "●": "•",
    "■": "•",
    "○": "•",
}  # what word processors use as bullets and ticks


class _Cleaning(dict[int, str | None]):
    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        self[code] = None if unicodedata.category(letter) in UNWANTED else letter
        return self[code]


class _Drawing(dict[int, str | None]):
    def __missing__(self, code: int) -> str | None:
        self[code] = chr(code) if code in drawable_codes() or chr(code) == "\n" else REPLACEMENT
        return self[code]


_cleaning = _Cleaning({ord("\n"): "\n", ord("\t"): " ", ord("\u2028"): "\n", ord("\u2029"): "\n"})
_drawing = _Drawing(dict.fromkeys(map(ord, INVISIBLE)) | str.maketrans(LIKENESSES))


def clean(text: str) -> str:
    """The text without characters that no document format admits; line ends become `\\n`, tabs spaces."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_cleaning)


def drawable(text: str) -> str:
    """The text as our font can draw it: composed, and with � for each letter the font lacks.

    An archival PDF may not hold a letter without a shape, so a stray emoji would otherwise cost the whole document.
    """
    return unicodedata.normalize("NFC", clean(text)).translate(_drawing)


def bound(text: str) -> str:
    """The text with words that may not end a line (w, z, nr) tied to the next, and units to their numbers."""
    return HANGING.sub(lambda match: f"{match[0][:-1]}{NO_BREAK_SPACE}", text)


def breakable(text: str) -> str:
    """The text with places to break inside words too long for a line, such as addresses and hashes."""
    return LONG_WORD.sub(_with_breaks, text)


def _with_breaks(match: re.Match[str]) -> str:
    word = match.group()
    return ZERO_WIDTH_SPACE.join(word[at : at + BREAK_EVERY] for at in range(0, len(word), BREAK_EVERY))


@cache
def drawable_codes() -> frozenset[int]:
    """Code points for which every face of our font has a shape."""
    return frozenset.intersection(*(frozenset(_mapped_codes(path.read_bytes())) for path in FONTS.glob("*.ttf")))


def _mapped_codes(font: bytes) -> Iterator[int]:
    """Code points of the Windows Unicode table (`cmap` format 4) of a TrueType file."""
    table = _windows_table(font)
    count = struct.unpack_from(">H", font, table + 6)[0] // 2
    ends, starts = table + 14, table + 16 + 2 * count
    for segment in range(count):
        (end,) = struct.unpack_from(">H", font, ends + 2 * segment)
        (start,) = struct.unpack_from(">H", font, starts + 2 * segment)
        if start != 0xFFFF:
            yield from range(start, end + 1)


def _windows_table(font: bytes) -> int:
    tables = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sLLL", font, 12 + 16 * n) for n in range(tables))
    cmap = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    for n in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHL", font, cmap + 4 + 8 * n)
        if (platform, encoding) == (3, 1):
            return int(cmap + offset)
    raise ValueError("the font has no Windows Unicode table")
