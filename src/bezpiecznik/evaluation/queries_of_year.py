"""Reads of one evaluated year: its rows for roll-ups, the year before, and the reports it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse

from bezpiecznik.core.polish import fold
from bezpiecznik.evaluation.gathering import goals_of
from bezpiecznik.evaluation.models import Evaluation, Grade
from bezpiecznik.evaluation.rollup import Former, Row
from bezpiecznik.evaluation.statements import Statement
from bezpiecznik.reporting.models import PacketVersion


def former_evaluation(evaluation: Evaluation) -> Evaluation | None:
    """The settled evaluation of the year before."""
    settled = Evaluation.objects.settled().filter(programme=evaluation.programme_id)
    return settled.filter(year=evaluation.year - 1).first()


def rows(evaluation: Evaluation) -> list[Row]:
    """One for each action, in the document's order; undecided ones by their proposal. Four queries."""
    former = {grade.undertaking_id: _former(grade) for grade in _grades(former_evaluation(evaluation))}
    goals = goals_of(evaluation.programme)
    return [
        replace(_row(grade), goal=goals.get(grade.undertaking_id, ""), former=former.get(grade.undertaking_id))
        for grade in _grades(evaluation)
    ]


def _grades(evaluation: Evaluation | None) -> Iterable[Grade]:
    if evaluation is None:
        return ()
    found = Grade.objects.filter(evaluation=evaluation).with_action().in_document_order()
    return found.defer("search_text", "undertaking__search_text")


def _former(grade: Grade) -> Former:
    return Former(grade.given, grade.proposed, grade.rule, grade.reason)


def _row(grade: Grade) -> Row:
    area = grade.undertaking.area
    leads = dict.fromkeys(said.institution for said in grade.statements if said.is_lead and said.in_force)
    return Row(
        code=grade.undertaking.code, wording=grade.undertaking.wording, area=f"{area.no}. {area.name}" if area else "",
        goal="", leads=tuple(leads), given=grade.given, proposed=grade.proposed, rule=grade.rule, reason=grade.reason,
    )  # fmt: skip


@dataclass(frozen=True)
class SourceRow:
    """A report under its number; `url` opens what was submitted, "" where the house keeps it no more."""

    no: int
    institution: str
    period: str
    submitted_at: str
    signatory: str
    signatory_function: str
    version: int
    sha256: str
    url: str = ""
    sentences: int = 0

    @property
    def submitted_moment(self) -> datetime:
        return datetime.fromisoformat(self.submitted_at)


def sources(evaluation: Evaluation, asked: str = "") -> list[SourceRow]:
    """Reports that say something of an action, by their numbers. `asked`: a number, or words of a name. Two queries."""
    found: dict[int, SourceRow] = {}
    used: dict[int, int] = {}
    for grade in evaluation.grades.select_related("undertaking__area"):
        for said in grade.statements:
            if said.source:
                found.setdefault(said.source, _source(said))
        for sentence in grade.sentences:
            for number in sentence.sources:
                used[number] = used.get(number, 0) + 1
    chosen = [row for row in sorted(found.values(), key=lambda row: row.no) if _fits(row, asked)]
    urls = version_urls(row.sha256 for row in chosen)
    return [replace(row, url=urls.get(row.sha256, ""), sentences=used.get(row.no, 0)) for row in chosen]


def _fits(row: SourceRow, asked: str) -> bool:
    if asked.isdigit():
        return row.no == int(asked)
    return fold(asked) in fold(row.institution) or (len(asked) > 7 and row.sha256.startswith(asked.lower()))


def _source(said: Statement) -> SourceRow:
    return SourceRow(
        said.source, said.reporter, said.period, said.submitted_at, said.signatory, said.signatory_function,
        said.version, said.version_sha256,
    )  # fmt: skip


def voices(grade: Grade) -> list[tuple[Statement, str]]:
    """Statements about an action, each with the address of the report it stands in ("" where there is none)."""
    urls = version_urls(said.version_sha256 for said in grade.statements)
    return [(said, urls.get(said.version_sha256, "")) for said in grade.statements]


def version_urls(hashes: Iterable[str]) -> dict[str, str]:
    """Addresses of submitted reports by their sha256. One query."""
    wanted = {sha256 for sha256 in hashes if sha256}
    rows = PacketVersion.objects.filter(sha256__in=wanted).only("sha256", "packet_id", "no")
    return {version.sha256: reverse("reporting:version", args=(version.packet_id, version.no)) for version in rows}
