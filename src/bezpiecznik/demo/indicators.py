"""The three measures of the resolution with made-up figures for each half-year, and reports of those that are final."""

from datetime import date
from decimal import Decimal

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.demo import cycle
from bezpiecznik.indicators import documents, services
from bezpiecznik.indicators.models import Indicator
from bezpiecznik.indicators.services import Said
from bezpiecznik.indicators.states import Coverage, Half, ValueState
from bezpiecznik.institutions.models import Institution

MADE_UP = "liczba zmyślona"
MEASURES = (
    (
        "KMP", "Przestępstwa kryminalne", "przestępstwa", Coverage.WIDER,
        "Przestępstwa kryminalne stwierdzone w postępowaniach zakończonych w danym okresie, bez względu na to, kiedy "
        "je popełniono.",
        "Krajowy System Informacyjny Policji, Komenda Miejska Policji",
        (2611, 2702, 2487, 2530, 2416, 2398, 2377, 2301),
    ),
    (
        "KMP", "Wykroczenia o charakterze chuligańskim", "wykroczenia", Coverage.UNIT,
        "Wykroczenia, w których ujawniono charakter chuligański, popełnione na terenie miasta.",
        "Komenda Miejska Policji",
        (164, 171, 149, 158, 161, 166, 139, 152),
    ),
    (
        "SM", "Zdarzenia ujawnione przez monitoring miejski", "zdarzenia", Coverage.UNIT,
        "Zdarzenia, które operator monitoringu zauważył i przekazał służbom.",
        "Straż Miejska, dziennik stanowiska monitoringu",
        (1498, 1542, 1571, 1604, 1688, 1655, 1702, 1739),
    ),
)  # fmt: skip
FIRST_YEAR = 2020
"""A year before the programme, so that its first year has something to stand beside."""
SAID = {
    (2022, 1): "Mniej zdarzeń w pierwszym kwartale; dane nie wyjaśniają, dlaczego.",
    (2023, 2): "Liczby za drugie półrocze uzgodniono z komendą w styczniu.",
}


def measure(*, by: User) -> None:
    """Indicators, their figures, a break-free series and two reports; nothing where indicators are already."""
    if Indicator.objects.exists():
        return
    for measure in MEASURES:
        _enter(measure, by=by)
    first = Indicator.objects.earliest("place")
    services.set_target(first, year=2023, amount=Decimal(4700), basis="kontrola zarządcza (cel zmyślony)", by=by)
    for (year, half), text in SAID.items():
        services.comment(first, year=year, half=Half(half), text=text, by=by)
    for year, half, day in ((2022, 1, date(2022, 7, 14)), (2022, 2, date(2023, 1, 19))):
        with cycle.day(day):
            made = documents.request_half_year_report(year, half, issued_on=day, by=by)
            jobs.run(str(made.job_id))


def _enter(measure: tuple[str, str, str, Coverage, str, str, tuple[int, ...]], *, by: User) -> None:
    abbr, name, unit_name, coverage, definition, source, figures = measure
    indicator = services.add_indicator(
        name=name, definition=definition, unit_name=unit_name, source=source, coverage=coverage,
        direction="neither" if abbr == "SM" else "less", institution=Institution.objects.filter(abbr=abbr).first(),
        by=by,
    )  # fmt: skip
    for no, amount in enumerate(figures):
        year, half = FIRST_YEAR + no // 2, Half(no % 2 + 1)
        last = no == len(figures) - 1
        state = ValueState.PRELIMINARY if last and abbr == "KMP" else ValueState.FINAL
        with cycle.day(date(year, 7, 12) if half == Half.FIRST else date(year + 1, 1, 18)):
            said = Said(indicator, Decimal(amount), state, coverage, MADE_UP)
            services.enter_values(year, half, [said], by=by)
