"""What institutions said about one action in one year, read from frozen periods. Pure.

A statement is one duty (institution, role) in one period. It is the smallest thing that a document may quote:
it carries its own source, so nothing has to be looked up when the programme or the institutions change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bezpiecznik.reporting import wording
from bezpiecznik.reporting.states import Outcome

if TYPE_CHECKING:
    from bezpiecznik.reporting.closing import ActionContent, InitiativeContent, PeriodContent, Report, Withdrawn

LEAD = "lead"
NOTHING_SAID = "brak sprawozdania"
MARKS: Mapping[str, str] = {
    Outcome.DONE: "done",
    Outcome.PARTIAL: "partial",
    Outcome.ONGOING: "ongoing",
    Outcome.NOTHING_DONE: "not_done",
    Outcome.NOT_APPLICABLE: "dropped",
    Outcome.SKIPPED: "skipped",
}


@dataclass(frozen=True)
class Number:
    """A number as it was given: `value` is decimal text („12.00”), `share` own or joint, `coverage` unit or wider."""

    measure: str
    value: str
    share: str
    coverage: str

    @property
    def amount(self) -> Decimal:
        return Decimal(self.value)

    @property
    def kind(self) -> str:
        """Whose it is and of which territory; nothing in the plain case."""
        return wording.whose(self.share, self.coverage)


@dataclass(frozen=True)
class Statement:
    """One duty in one period. Days and moments are ISO 8601 text; "" where there is none.

    `reporter` names the institution that answers, also where it does for another one; "" where the programme
    names a body that reports to nobody.
    """

    role: str
    institution: str
    short: str
    reporter: str
    period: str
    part: int
    reported: bool
    on_time: bool
    outcome: str
    text: str
    reason: str
    numbers: tuple[Number, ...]
    submitted_at: str
    submitted_by: str
    signatory: str
    signatory_function: str
    signed_on: str
    snapshot_sha256: str
    withdrawn_because: str = ""
    doubts: int = 0
    """Questions about these words that stood unanswered when the period was closed."""
    version: int = 0
    version_sha256: str = ""
    """Which submission the words are from, and the sha256 of what was submitted; "" where it is not known."""
    source: int = 0
    """Its number among the sources of the year (`evaluation.sources`); 0 where there is none."""

    @property
    def is_lead(self) -> bool:
        return self.role == LEAD

    @property
    def in_force(self) -> bool:
        return not self.withdrawn_because

    @property
    def speaks(self) -> bool:
        """Whether the institution said anything: a draft that was never submitted is silence."""
        return self.in_force and self.reported and bool(self.outcome)

    @property
    def asked(self) -> bool:
        return bool(self.reporter)

    @property
    def submitted_moment(self) -> datetime | None:
        """The moment of submission, aware; None where nothing was submitted."""
        return datetime.fromisoformat(self.submitted_at) if self.submitted_at else None

    @property
    def mark(self) -> str:
        """The mark under which screens show it: one of the six, or that of a period skipped with a reason."""
        return MARKS[self.outcome] if self.speaks else "no_report"

    @property
    def word(self) -> str:
        return str(Outcome(self.outcome).label) if self.speaks else NOTHING_SAID

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def from_json(kept: Mapping[str, Any]) -> Statement:
    """The statement back from `as_json`."""
    return Statement(**{**kept, "numbers": tuple(Number(**number) for number in kept["numbers"])})


def of_action(action: ActionContent | InitiativeContent, period: PeriodContent, sha256: str) -> Iterator[Statement]:
    """All statements about one action of a closed period, withdrawn duties last."""
    source = {"period": period["label"], "part": period["part"], "snapshot_sha256": sha256}
    for report in action["reports"]:
        yield _reported(report, source)
    for duty in action["withdrawn"]:
        yield _withdrawn(duty, source)


def _reported(report: Report, source: Mapping[str, Any]) -> Statement:
    body, reporter = report["institution"], report["reporter"]
    return Statement(
        **source,
        role=report["role"],
        institution=body["name"],
        short=body["short"],
        reporter=reporter["name"] if reporter else "",
        reported=report["reported"],
        on_time=report["on_time"],
        outcome=report["outcome"],
        text=report["text"],
        reason=report["reason"],
        numbers=tuple(Number(**number) for number in report["numbers"]),
        submitted_at=report["submitted_at"] or "",
        submitted_by=report["submitted_by"],
        signatory=report["signatory"],
        signatory_function=report["signatory_function"],
        signed_on=report["signed_on"] or "",
        doubts=sum(not doubt["answer"].strip() for doubt in report.get("doubts", ())),
        version=report["version"],
    )


def _withdrawn(duty: Withdrawn, source: Mapping[str, Any]) -> Statement:
    return Statement(
        **source,
        role=duty["role"],
        institution=duty["institution"]["name"],
        short=duty["institution"]["short"],
        reporter="", reported=False, on_time=False, outcome="", text="", reason="", numbers=(),
        submitted_at="", submitted_by="", signatory="", signatory_function="", signed_on="",
        withdrawn_because=duty["because"],
    )  # fmt: skip


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Leads first, then partners; those in force before the withdrawn; each in order of period."""
    return sorted(statements, key=lambda said: (not said.is_lead, not said.in_force, said.part))


def by_duty(statements: Iterable[Statement]) -> Iterator[list[Statement]]:
    """Statements of one institution in one role, over the periods of the year in order of time."""
    duties: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        duties.setdefault((statement.role, statement.institution), []).append(statement)
    for said in duties.values():
        yield sorted(said, key=lambda statement: statement.part)
