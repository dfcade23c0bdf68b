"""What went to the council in the demonstration: reports of 2021 and 2022; numbers of resolutions are invented."""

from datetime import date, timedelta

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.council import queries, services
from bezpiecznik.council.models import Matter
from bezpiecznik.council.states import MatterKind, MatterState
from bezpiecznik.demo.cycle import day
from bezpiecznik.plans.models import Programme

WORDS = (
    "Uchwała o programie zobowiązuje urząd do przedłożenia radzie sprawozdania rocznego. Sprawozdanie sporządzono "
    "z ocen działań za {year} r., a każda ocena opiera się na sprawozdaniach podmiotów (tekst zmyślony)."
)
K = MatterKind
Step = tuple[MatterKind, int, date, date, MatterState, str]
STORY: tuple[Step, ...] = (
    (K.COMMISSION_REPORT, 2021, date(2022, 1, 28), date(2022, 2, 24), MatterState.NOTED, ""),
    (K.PROGRAMME_REPORT, 2021, date(2022, 4, 4), date(2022, 4, 28), MatterState.ADOPTED, "ZM/101/2022"),
    (K.COMMISSION_REPORT, 2022, date(2023, 1, 30), date(2023, 2, 23), MatterState.NOTED, ""),
    (K.PROGRAMME_REPORT, 2022, date(2023, 4, 3), date(2023, 4, 27), MatterState.ADOPTED, "ZM/202/2023"),
)
"""What, of which year, when it was sent, the session, what the council did, and the number (invented: ZM)."""


def submit(programme: Programme, *, by: User) -> None:
    """Matters of both years, and the chapter of the report on the state of the city for 2022; once only."""
    if Matter.objects.exists():
        return
    for step in STORY:
        _take(programme, step, by=by)
    with day(date(2023, 5, 15)):
        matter = services.open_matter(programme, kind=K.STATE_REPORT, year=2022, by=by)
        jobs.run(str(services.make_information(matter, by=by).job_id))
        services.submit_matter(matter, submitted_on=date(2023, 5, 15), by=by)


def _take(programme: Programme, step: Step, *, by: User) -> None:
    kind, year, sent, session, outcome, number = step
    with day(sent - timedelta(days=1)):
        matter = services.open_matter(programme, kind=kind, year=year, by=by)
        if queries.report_for(matter) is None:
            return
        text = WORDS.format(year=year)
        services.write_justification(matter, text=text, version=matter.version, by=by)
        matter.refresh_from_db()
        for paper in services.prepare_papers(matter, version=matter.version, by=by):
            jobs.run(str(paper.job_id))
    with day(sent):
        services.submit_matter(matter, submitted_on=sent, by=by)
    with day(session + timedelta(days=4)):
        services.record_decision(matter, outcome=outcome, decided_on=session, resolution_no=number, by=by)
