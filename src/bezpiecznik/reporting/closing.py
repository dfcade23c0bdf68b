"""What a closed period leaves behind: the frozen content of a `Snapshot`, self-contained, with names as text.

The stored text is JSON with sorted keys and `ensure_ascii=False`; the sha256 is taken over exactly that text (UTF-8).
Read it by `queries.snapshots(programme, year)` and `read(snapshot)`, which gives the shape below (`Content`). Later
renames change nothing in it. Keys named `key` are primary keys, kept only to link back; never needed to render.

    {"format": "bezpiecznik/period-1",
     "programme": {"key": 1, "title", "unit", "council", "act_no", "act_date": "2021-03-18" | null,
                   "year_from": 2021, "year_to": 2023, "made_up": false},
     "period": {"key": 1, "label": "I półrocze 2021", "year": 2021, "part": 0 | 1 | 2, "starts_on", "ends_on",
                "opens_on", "due_on", "grace_until": "2022-01-25" | null, "locks_on": "2022-02-10" | null,
                "closed_at": ISO 8601 with offset, "closed_by": "Krystyna Koordynatorska"},
     "labels": {"outcome": {"done": "zrealizowano", …}, "role": {…}, "state": {…}, "share": {…}, "coverage": {…}},
     "areas": [{"no": 1, "name", "official_name", "actions": [
        {"key": 7, "code": "1.1", "no": 1, "wording", "leads": [Body, …], "partners": [Body, …],
         "reports": [Report, …],            one for each obligation in force, leads first, in the document's order
         "withdrawn": [{"institution": Body, "role", "because"}, …]}]}],
     "initiatives": [{"key": 9, "code": "P1", "no": 1, "wording", "aim", "audience", "term", "promised": 300 | null,
         "money": [{"year", "source", "amount": "1200.00"}], "leads", "partners", "reports", "withdrawn"}, …],
                                            absent in copies made before initiatives were asked about
     "packets": [Packet, …],                one for each institution that owed a packet, by name
     "completeness": {"obligations": Count, "packets": Count, "without_reporter": 3},    obligations of actions alone
     "initiatives_completeness": {"obligations": Count, "without_reporter": 0}}          absent as "initiatives"

    Body   {"abbr": "KMP", "name": "Komenda Miejska Policji", "short": "KMP"}
    Report {"institution": Body, "role": "lead" | "partner", "reporter": Body | null (who answered for it),
            "state": PacketState value | "" (nobody answers), "reported": bool, "complete": bool, "on_time": bool,
            "outcome": Outcome value | "" (nothing was said), "text", "reason",
            "numbers": [{"measure", "value": "1234.5", "share": "own" | "joint", "coverage": "unit" | "wider"}],
            "submitted_at": ISO | null, "submitted_by": "name" | "", "signatory", "signatory_function",
            "signed_on": "2022-01-20" | null, "version": 2 | 0,
            "doubts": [{"code", "field", "about", "sentence", "answer", "answered_at": ISO | null}],
            "agreements": [{"institution": Body, "role", "version": 1, "stance": "pending" | "agreed" | "disputed",
                            "stale": bool, "quoted": bool, "note", "answer",
                            "joint": [{"measure", "lead": "12" | null, "other": "9" | null}]}],
                            the lead's stances on other bodies; both keys are missing in periods closed before they were
            "figures": {"audience": 120 | null, "planned", "granted", "spent": "1500.00" | null, "source"}}
                                            figures only of initiatives
    Packet {"institution": Body, "state", "submitted_at", "submitted_by", "signatory", "signatory_function",
            "signed_on", "version", "on_time": bool, "obligations": Count, "initiatives": Count,
            "due_on": "2022-01-20" (the packet's own, with what the office granted it), "exceptions": [Exception, …]}
    Exception {"until", "moves_deadline": bool, "granted_on", "withdrawn_on": "2022-01-18" | null}
    Count  {"expected", "received", "accepted", "on_time", "complete"}    numbers

`reported` is true when the obligation stands in a version that was submitted: words never sent do not enter. A packet
returned and not sent again is reported by its last version. `on_time` goes by the deadline that the packet had when it
came (grace and exceptions counted in), and speaks of the first submission: a correction
asked for later does not make a report late. Blank is not zero: an obligation nobody answered has outcome "".
"""

import json
from typing import NotRequired, TypedDict, cast

from bezpiecznik.core.frozen import digest
from bezpiecznik.core.polish import slug
from bezpiecznik.reporting.models import Snapshot
from bezpiecznik.reporting.versions import AgreementContent, Body, DoubtContent, FiguresContent, NumberContent

FORMAT = "bezpiecznik/period-1"


class Signature(TypedDict):
    submitted_at: str | None
    submitted_by: str
    signatory: str
    signatory_function: str
    signed_on: str | None
    version: int


class Report(Signature):
    institution: Body
    role: str
    reporter: Body | None
    state: str
    reported: bool
    complete: bool
    on_time: bool
    outcome: str
    text: str
    reason: str
    numbers: list[NumberContent]
    doubts: NotRequired[list[DoubtContent]]
    agreements: NotRequired[list[AgreementContent]]
    figures: NotRequired[FiguresContent]


class Withdrawn(TypedDict):
    institution: Body
    role: str
    because: str


class ActionContent(TypedDict):
    key: int
    code: str
    no: int
    wording: str
    leads: list[Body]
    partners: list[Body]
    reports: list[Report]
    withdrawn: list[Withdrawn]


class MoneyContent(TypedDict):
    """Money that the plan names: of one year, from one source."""

    year: int
    source: str
    amount: str


class InitiativeContent(TypedDict):
    key: int
    code: str
    no: int
    wording: str
    aim: str
    audience: str
    term: str
    promised: int | None
    money: list[MoneyContent]
    leads: list[Body]
    partners: list[Body]
    reports: list[Report]
    withdrawn: list[Withdrawn]


class AreaContent(TypedDict):
    no: int
    name: str
    official_name: str
    actions: list[ActionContent]


class Count(TypedDict):
    expected: int
    received: int
    accepted: int
    on_time: int
    complete: int


class ExceptionContent(TypedDict):
    until: str
    moves_deadline: bool
    granted_on: str
    withdrawn_on: str | None


class PacketContent(Signature):
    institution: Body
    state: str
    on_time: bool
    due_on: NotRequired[str | None]
    """Not in copies made before exceptions existed; so with `exceptions`, and grace and lock of the period."""
    exceptions: NotRequired[list[ExceptionContent]]
    obligations: Count
    initiatives: Count
    """Absent in copies made before initiatives were asked about."""


class Completeness(TypedDict):
    obligations: Count
    packets: Count
    without_reporter: int


class InitiativesCompleteness(TypedDict):
    obligations: Count
    without_reporter: int


class ProgrammeContent(TypedDict):
    key: int
    title: str
    unit: str
    council: str
    act_no: str
    act_date: str | None
    year_from: int
    year_to: int
    made_up: bool


class PeriodContent(TypedDict):
    key: int
    label: str
    year: int
    part: int
    starts_on: str
    ends_on: str
    opens_on: str
    due_on: str
    grace_until: NotRequired[str | None]
    locks_on: NotRequired[str | None]
    closed_at: str
    closed_by: str


class Content(TypedDict):
    format: str
    programme: ProgrammeContent
    period: PeriodContent
    labels: dict[str, dict[str, str]]
    areas: list[AreaContent]
    initiatives: NotRequired[list[InitiativeContent]]
    packets: list[PacketContent]
    completeness: Completeness
    initiatives_completeness: NotRequired[InitiativesCompleteness]


def read(snapshot: Snapshot) -> Content:
    """The frozen content. Does not check the hash: `is_whole` does."""
    return cast("Content", json.loads(snapshot.content))


def is_whole(snapshot: Snapshot) -> bool:
    """Whether the stored text still agrees with its hash."""
    return digest(snapshot.content) == snapshot.sha256


def file_name(snapshot: Snapshot) -> str:
    """The name under which the frozen copy leaves the house: period and the beginning of the hash."""
    return f"{slug(f'okres {snapshot.period}')}-{snapshot.sha256[:12]}.json"
