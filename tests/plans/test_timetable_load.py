"""Load and conflicts: who has how much in which month, and what does not fit, each with where to mend it."""

from collections.abc import Iterator
from datetime import date

import pytest
from cast import MakeAction
from inspector import InspectingClient, text_of
from timetable_acts import JUNE, monthly, once

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, options
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.milestones import add_milestone
from bezpiecznik.plans.models import Programme, Schedule, Undertaking
from bezpiecznik.plans.options import HEAVY_MONTH
from bezpiecznik.plans.timetable import load
from bezpiecznik.plans.timetable.marks import SOURCES, Mark, MarkKind, Question, marks, source
from bezpiecznik.plans.timetabling import Timetable, set_schedule

PAGE = "/praca/program/harmonogram/obciazenie/"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.pretend(JUNE):
        yield


def said(programme: Programme) -> list[str]:
    return [one.sentence.replace("\u00a0", " ") for one in load.conflicts(programme)]


@pytest.mark.parametrize(
    ("timetable", "sentences"),
    [
        (Timetable(ends_on=date(2024, 1, 15)), ["Kończy się 15 stycznia 2024, po ostatnim dniu programu."]),
        (Timetable(ends_on=date(2020, 1, 15)), ["Kończy się 15 stycznia 2020, przed pierwszym dniem programu."]),
        (Timetable(starts_on=date(2024, 1, 15)), ["Zaczyna się 15 stycznia 2024, po ostatnim dniu programu."]),
        (
            Timetable("recurring", starts_on=date(2022, 2, 10), rrule="FREQ=YEARLY"),
            ["Powtarza się bez końca: podaj, ile razy albo do kiedy."],
        ),
        (
            Timetable("recurring", starts_on=date(2022, 5, 3), rrule="FREQ=YEARLY;COUNT=1"),
            ["Wypada w dzień wolny: 3 maja 2022."],
        ),
        (
            Timetable("recurring", starts_on=date(2022, 5, 3), rrule="FREQ=YEARLY;COUNT=2"),
            ["Wypada w dzień wolny 2 razy, po raz pierwszy 3 maja 2022."],
        ),
        (
            Timetable("once", ends_on=date(2022, 6, 10)),
            ["Termin minął (10 czerwca 2022), a działania nie oznaczono jako zakończone."],
        ),
        (
            Timetable("once", ends_on=date(2022, 8, 14)),
            ["Termin 14 sierpnia 2022 wypada w dzień wolny; najbliższy dzień roboczy to 16 sierpnia 2022."],
        ),
        (Timetable("once", ends_on=date(2022, 8, 12)), []),
        (Timetable(), []),
    ],
)
def test_what_does_not_fit_is_a_sentence(
    patrols: Undertaking, coordinator: User, timetable: Timetable, sentences: list[str]
) -> None:
    set_schedule(patrols, timetable, by=coordinator)
    assert said(patrols.programme) == sentences


def test_a_milestone_after_the_end(patrols: Undertaking, coordinator: User) -> None:
    once(patrols, date(2022, 8, 12), coordinator)
    add_milestone(patrols, name="Odbiór", due_on=date(2022, 9, 1), precision="quarter", by=coordinator)
    assert said(patrols.programme) == [
        "Kamień milowy „Odbiór” (III kwartał 2022) wypada po końcu działania (12 sierpnia 2022)."
    ]


def test_heavy_months_are_named(
    client: InspectingClient, coordinator: User, reporter: User, make_action: MakeAction, police: Institution,
    guard: Institution,
) -> None:  # fmt: skip
    for _action in range(3):
        monthly(make_action(lead=police, partners=[guard]), coordinator)
    once(make_action(lead=guard), date(2022, 3, 1), coordinator)
    options.change(HEAVY_MONTH, 4, seen="", by=coordinator)
    page = client.as_(reporter).page(PAGE)
    assert "Straż Miejska ma w marcu 2022 r. 4 terminy." in text_of(page)
    rows = {text_of(row.th): [text_of(cell) for cell in row.select("td")] for row in page.select("table.load tbody tr")}
    assert rows["Komenda Miejska Policji"] == ["3"] * 6 + ["–"] * 6 + ["18"]
    assert rows["Straż Miejska"] == ["3", "3", "4 przeciążenie", *["3"] * 3, *["–"] * 6, "19"]
    assert next(iter(rows)) == "Straż Miejska", "the busiest first"
    assert page.select("td.is-heavy a")[0]["href"].endswith(f"institution={guard.pk}&month=2022-03")


@pytest.mark.parametrize(
    ("month", "words"), [(9, "ma we wrześniu 2022 r. 21 terminów."), (2, "ma w lutym 2022 r. 1 termin.")]
)
def test_the_sentence_is_polish(guard: Institution, month: int, words: str) -> None:
    n = 21 if month == 9 else 1
    assert load.heavy_sentence(guard, load.Cell((2022, month), n, heavy=True)) == f"Straż Miejska {words}"


def test_conflicts_lead_to_where_they_are_mended(
    client: InspectingClient, coordinator: User, reporter: User, patrols: Undertaking
) -> None:
    once(patrols, date(2022, 6, 10), coordinator)
    step = add_milestone(patrols, name="Odbiór", due_on=date(2022, 9, 1), by=coordinator)
    links = [link["href"] for link in client.as_(coordinator).page(PAGE).select("#rows table:last-of-type td a")]
    base = "/praca/program/harmonogram"
    assert f"{base}/dzialanie/{patrols.pk}/" in links
    assert f"{base}/kamien/{step.pk}/przesuniecie/" in links
    assert not [
        link
        for link in client.as_(reporter).page(PAGE).select("#rows td a")
        if "harmonogram/?" not in link["href"] and "harmonogram/" in link["href"]
    ]


def test_other_rooms_add_their_dates(programme: Programme, police: Institution, guard: Institution) -> None:
    def fair(asked: Question) -> list[Mark]:
        key = programme.pk
        return [
            Mark(
                "a-1", date(2022, 7, 1), "Festyn", MarkKind.ACTIVITY, programme=key, institutions=frozenset({police.pk})
            ),
            Mark("a-2", date(2023, 7, 1), "Za rok", MarkKind.ACTIVITY, programme=key),
        ]

    source(fair)
    try:
        asked = Question(frozenset({programme.pk}), date(2022, 7, 1), date(2022, 7, 2))
        assert [mark.title for mark in marks(asked)] == ["Festyn"]
        of_guard = Question(asked.programmes, asked.first, asked.last, frozenset({guard.pk}))
        assert marks(of_guard) == []
    finally:
        SOURCES.remove(fair)


def test_nothing_falls_after_completion(patrols: Undertaking, coordinator: User) -> None:
    schedule = monthly(patrols, coordinator)
    Schedule.objects.filter(pk=schedule.pk).update(completed_on=date(2022, 3, 31))
    asked = Question(frozenset({patrols.programme_id}), date(2022, 1, 1), date(2022, 12, 31))
    assert [mark.day.month for mark in marks(asked) if mark.kind == MarkKind.OCCURRENCE] == [1, 2, 3]


def test_a_calendar_deadline_on_a_day_off_names_the_next_working_day(patrols: Undertaking, coordinator: User) -> None:
    once(patrols, date(2022, 6, 10), coordinator, report_within=2, report_unit="calendar")
    asked = Question(frozenset({patrols.programme_id}), date(2022, 6, 1), date(2022, 6, 30))
    report = next(mark for mark in marks(asked) if mark.kind == MarkKind.REPORT)
    assert (report.day, report.detail) == (date(2022, 6, 12), "Dzień wolny: urzędy pracują od 13.06.2022.")
