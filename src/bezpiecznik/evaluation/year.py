"""One year as its frozen periods tell it: areas, actions, statements and who sent what. Reads snapshots only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bezpiecznik.evaluation.sources import SourceReport, hashes_of, numbered
from bezpiecznik.evaluation.statements import Statement, in_order, of_action
from bezpiecznik.reporting import closing
from bezpiecznik.reporting.closing import ActionContent, AreaContent, Content, InitiativeContent, MoneyContent
from bezpiecznik.reporting.models import Snapshot
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.versions import Body


@dataclass
class ActionOfYear:
    """An action with its wording and duties as the latest period of the year had them."""

    key: int
    code: str
    wording: str
    leads: list[Body]
    partners: list[Body]
    said: list[Statement] = field(default_factory=list)

    @property
    def statements(self) -> list[Statement]:
        return in_order(self.said)

    @property
    def names(self) -> list[str]:
        """Short and full names of all who lead or take part, to be searched by."""
        return [name for body in (*self.leads, *self.partners) for name in (body["abbr"], body["name"])]


@dataclass
class AreaOfYear:
    no: int
    name: str
    official_name: str
    actions: dict[int, ActionOfYear] = field(default_factory=dict)


@dataclass
class InitiativeOfYear:
    """What executors of an initiative reported in the year, with what the plan promised as the last period had it."""

    key: int
    promised: int | None
    money: list[MoneyContent]
    said: list[Statement] = field(default_factory=list)
    figures: list[dict[str, Any]] = field(default_factory=list)
    """Of each report that gives any: `institution`, `short`, `period`, and the keys of `FiguresContent`."""


@dataclass
class Year:
    """Everything that was frozen for a year; `areas` by number, `periods` in order of time with their hashes."""

    areas: dict[int, AreaOfYear] = field(default_factory=dict)
    initiatives: dict[int, InitiativeOfYear] = field(default_factory=dict)
    periods: list[tuple[Content, str]] = field(default_factory=list)
    sources: list[SourceReport] = field(default_factory=list)
    """Submitted reports in order of their numbers; each statement names its own."""

    def actions(self) -> Iterator[ActionOfYear]:
        for area in self.areas.values():
            yield from area.actions.values()

    def action(self, key: int) -> ActionOfYear:
        return next(action for action in self.actions() if action.key == key)


def read(snapshots: Sequence[Snapshot]) -> Year:
    """The year out of its snapshots, in order of time. Raises Refused where one no longer agrees with its hash."""
    year = Year()
    for snapshot in snapshots:
        if not closing.is_whole(snapshot):
            raise Refused(f"Migawka okresu {snapshot.period} nie zgadza się ze swoim skrótem.")
        content = closing.read(snapshot)
        year.periods.append((content, snapshot.sha256))
        for area in content["areas"]:
            _take_area(year, area, content, snapshot.sha256)
        for initiative in content.get("initiatives", []):  # absent in copies made before they were asked about
            _take_initiative(year, initiative, content, snapshot.sha256)
    _name_sources(year)
    return year


def _name_sources(year: Year) -> None:
    """Give each statement that says something the number and the hash of the report it stands in."""
    found = numbered(year.periods, hashes_of([content["period"]["key"] for content, _sha256 in year.periods]))
    year.sources = list(found.values())
    for action in year.actions():
        action.said = [_with_source(said, found) for said in action.said]
    for initiative in year.initiatives.values():
        initiative.said = [_with_source(said, found) for said in initiative.said]


def _with_source(said: Statement, found: dict[tuple[int, str], SourceReport]) -> Statement:
    source = found.get((said.part, said.reporter)) if said.speaks else None
    return replace(said, source=source.no, version_sha256=source.sha256) if source else said


def _take_initiative(year: Year, content: InitiativeContent, period: Content, sha256: str) -> None:
    taken = year.initiatives.setdefault(content["key"], InitiativeOfYear(content["key"], None, []))
    taken.promised, taken.money = content["promised"], content["money"]
    taken.said.extend(of_action(content, period["period"], sha256))
    for report in content["reports"]:
        figures = report.get("figures")
        if figures and any(value not in {None, ""} for value in figures.values()):
            body = report["institution"]
            of = {"institution": body["name"], "short": body["short"], "period": period["period"]["label"]}
            taken.figures.append({**of, **figures})


def _take_area(year: Year, content: AreaContent, period: Content, sha256: str) -> None:
    area = year.areas.setdefault(
        content["no"], AreaOfYear(content["no"], content["name"], content["official_name"])
    )  # fmt: skip
    for action in content["actions"]:
        taken = _take_action(area, action)
        taken.said.extend(of_action(action, period["period"], sha256))


def _take_action(area: AreaOfYear, content: ActionContent) -> ActionOfYear:
    """The action as this period has it, with what was said in the periods before."""
    before = area.actions.get(content["key"])
    area.actions[content["key"]] = ActionOfYear(
        content["key"],
        content["code"],
        content["wording"],
        content["leads"],
        content["partners"],
        before.said if before else [],
    )
    return area.actions[content["key"]]
