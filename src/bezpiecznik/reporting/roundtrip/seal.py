"""What a file carries of itself, sealed with the key of this installation: a foreign or changed file is found.

The seal holds what the file began with, so that nothing has to be kept here for each file that somebody downloads.
"""

from dataclasses import asdict, dataclass
from typing import Any

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from bezpiecznik.reporting.roundtrip.fields import Fields, from_json

FORMAT = "bezpiecznik/packet-file-1"
SALT = "reporting.roundtrip"
ROW_MARK = 10
"""Signs of the keyed digest beside the key of a row: enough against slips and guesses, short enough to hide."""


class BrokenSeal(Exception):
    """The hidden data are missing, changed, or another installation's."""


class OldFormat(Exception):
    """The file was made by a version that wrote it in another way."""


@dataclass(frozen=True)
class SealedEntry:
    """One entry as it was written: by what it is called in the file, its version then, and what it said."""

    label: str
    wording: str
    version: int
    fields: Fields


@dataclass(frozen=True)
class Seal:
    """Whose file it is, for which period, made when, with what in it."""

    packet: int
    period: str
    institution: str
    made_at: str
    entries: dict[int, SealedEntry]


def sealed(seal: Seal) -> str:
    """One line of text, compressed and signed."""
    content = {"format": FORMAT, **asdict(seal)}
    return signing.dumps(content, salt=SALT, compress=True)


def unsealed(text: str) -> Seal:
    """Raises BrokenSeal or OldFormat."""
    try:
        content: dict[str, Any] = signing.loads(text, salt=SALT)
    except Exception as fault:  # whatever a broken line makes the decoders raise
        raise BrokenSeal from fault
    if content.pop("format", "") != FORMAT:
        raise OldFormat
    entries = {
        int(pk): SealedEntry(one["label"], one["wording"], one["version"], from_json(one["fields"]))
        for pk, one in content["entries"].items()
    }
    return Seal(content["packet"], content["period"], content["institution"], content["made_at"], entries)


def row_key(packet: int, entry: int, number: int | None = None) -> str:
    """The hidden key of a row: the entry, for a row of numbers which of them it was, and a keyed digest of both."""
    what = f"{entry}" if number is None else f"{entry}.{number}"
    return f"{what}-{_mark(packet, what)}"


def read_row_key(packet: int, key: str) -> tuple[int, int | None]:
    """The entry and the place of the number. Raises BrokenSeal for a key that was not written for this packet."""
    what, _dash, mark = key.strip().rpartition("-")
    if not what or not constant_time_compare(mark, _mark(packet, what)):
        raise BrokenSeal
    entry, _dot, number = what.partition(".")
    return int(entry), int(number) if number else None


def _mark(packet: int, what: str) -> str:
    return salted_hmac(SALT, f"{packet}:{what}").hexdigest()[:ROW_MARK]
