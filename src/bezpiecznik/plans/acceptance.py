"""Rows of a new programme out of a reading. Called by `plans.services`, inside its transaction."""

from collections.abc import Iterator, Mapping, Sequence

from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import (
    Area,
    Goal,
    Programme,
    Provision,
    ProvisionKind,
    Responsibility,
    ResponsibilityRole,
    Undertaking,
    UndertakingKind,
)
from bezpiecznik.resolution import Reading
from bezpiecznik.resolution.model import Action, Initiative, Passage

Names = Sequence[str]
Duties = tuple[tuple[ResponsibilityRole, Names], ...]


def create_passages(programme: Programme, reading: Reading) -> None:
    """Goals, forms of work, participants and tasks of the commission, numbered in the document's order."""
    Goal.objects.bulk_create(
        Goal(programme=programme, no=no, text=goal.text, source_line=goal.source.line)
        for no, goal in enumerate(reading.goals, start=1)
    )
    Provision.objects.bulk_create(
        [
            *_provisions(programme, ProvisionKind.FORM, reading.forms),
            *_provisions(programme, ProvisionKind.PARTICIPANT, reading.participants),
            *_provisions(programme, ProvisionKind.COMMISSION_TASK, reading.commission_tasks),
        ]
    )


def _provisions(programme: Programme, kind: ProvisionKind, passages: Sequence[Passage]) -> Iterator[Provision]:
    for no, passage in enumerate(passages, start=1):
        yield Provision(programme=programme, kind=kind, no=no, text=passage.text, source_line=passage.source.line)


def create_actions(programme: Programme, reading: Reading, institutions: Mapping[str, Institution]) -> None:
    """Areas with their actions and duties."""
    areas = Area.objects.bulk_create(
        Area(
            programme=programme,
            no=area.no,
            official_name=area.name,
            source_line=area.source.line,
            diagnosis=area.diagnosis.text if area.diagnosis else "",
        )
        for area in reading.areas
    )
    rows = [
        (_action(area, action), _duties(lead=action.responsible, partner=action.partners))
        for area, read in zip(areas, reading.areas, strict=True)
        for action in read.actions
    ]
    _create(rows, institutions)


def create_initiatives(programme: Programme, reading: Reading, institutions: Mapping[str, Institution]) -> None:
    """Programmes run by institutions; whoever carries one out is its lead."""
    rows = [(_initiative(programme, row), _duties(lead=row.executors)) for row in reading.initiatives]
    _create(rows, institutions)


def _action(area: Area, action: Action) -> Undertaking:
    return Undertaking(
        programme=area.programme,
        kind=UndertakingKind.ACTION,
        area=area,
        no=action.no,
        wording=action.text,
        aim=action.goal or "",
        audience=action.audience or "",
        method=action.method or "",
        term_raw=action.deadline or "",
        funding=action.funding or "",
        measures=list(action.indicators),
        leads_raw=action.responsible_raw or "",
        partners_raw=action.partners_raw or "",
        source_line=action.source.line,
    )


def _initiative(programme: Programme, initiative: Initiative) -> Undertaking:
    return Undertaking(
        programme=programme,
        kind=UndertakingKind.INITIATIVE,
        no=initiative.no,
        wording=initiative.name,
        aim=initiative.goal,
        audience=initiative.audience,
        term_raw=initiative.term_raw,
        term_from=initiative.term_from or "",
        term_to=initiative.term_to or "",
        open_ended=initiative.open_ended,
        method=initiative.method,
        funding=initiative.funding or "",
        source_line=initiative.source.line,
    )


def _duties(*, lead: Names = (), partner: Names = ()) -> Duties:
    return (ResponsibilityRole.LEAD, lead), (ResponsibilityRole.PARTNER, partner)


def _create(rows: Sequence[tuple[Undertaking, Duties]], institutions: Mapping[str, Institution]) -> None:
    for undertaking, _held in rows:
        undertaking.fill_search_text()
    Undertaking.objects.bulk_create(undertaking for undertaking, _held in rows)
    Responsibility.objects.bulk_create(
        responsibility
        for undertaking, duties in rows
        for role, names in duties
        for responsibility in _responsibilities(undertaking, role, [institutions[name] for name in names])
    )


def _responsibilities(
    undertaking: Undertaking, role: ResponsibilityRole, bodies: Sequence[Institution]
) -> Iterator[Responsibility]:
    """One duty a body, though the document may name it twice; in the document's order."""
    for place, institution in enumerate(dict.fromkeys(bodies)):
        yield Responsibility(undertaking=undertaking, institution=institution, role=role, place=place)
