"""Reports that a year's evaluation rests on, numbered for good: one source is one submitted packet of one period.

Numbers follow the alphabet of institutions, then time. They come out of frozen periods alone, so that the draft, the
report and the annex of one year always call a report by the same number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bezpiecznik.core.collation import sort_key
from bezpiecznik.reporting.closing import Content
from bezpiecznik.reporting.models import PacketVersion

Hashes = Mapping[tuple[int, str, int], str]
"""sha256 of what was submitted, by key of the period, name of the institution and number of the version."""


@dataclass(frozen=True)
class SourceReport:
    """One submitted report. `sha256` is that of the submission; "" where the house keeps none."""

    no: int
    institution: str
    short: str
    period: str
    part: int
    version: int
    submitted_at: str
    submitted_by: str
    signatory: str
    signatory_function: str
    signed_on: str
    sha256: str
    snapshot_sha256: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def numbered(periods: Sequence[tuple[Content, str]], hashes: Hashes) -> dict[tuple[int, str], SourceReport]:
    """Sources of a year by part of the year and name of the institution."""
    sent = [
        (content["period"], packet, sha256)
        for content, sha256 in periods
        for packet in content["packets"]
        if packet["submitted_at"]
    ]
    sent.sort(key=lambda row: (sort_key(row[1]["institution"]["name"]), row[0]["part"]))
    found = (
        SourceReport(
            no=no,
            institution=packet["institution"]["name"],
            short=packet["institution"]["short"],
            period=period["label"],
            part=period["part"],
            version=packet["version"],
            submitted_at=packet["submitted_at"] or "",
            submitted_by=packet["submitted_by"],
            signatory=packet["signatory"],
            signatory_function=packet["signatory_function"],
            signed_on=packet["signed_on"] or "",
            sha256=hashes.get((period["key"], packet["institution"]["name"], packet["version"]), ""),
            snapshot_sha256=sha256,
        )
        for no, (period, packet, sha256) in enumerate(sent, start=1)
    )
    return {(source.part, source.institution): source for source in found}


def hashes_of(periods: Sequence[int]) -> dict[tuple[int, str, int], str]:
    """What was submitted in these periods (keys), by the names that institutions have now and had then. One query."""
    rows = PacketVersion.objects.filter(packet__period__in=periods).values_list(
        "packet__period_id", "packet__institution__name", "content__institution__name", "no", "sha256"
    )
    found: dict[tuple[int, str, int], str] = {}
    for period, now, then, no, sha256 in rows:
        found[period, now, no] = found[period, then, no] = sha256
    return found
