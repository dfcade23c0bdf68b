"""Setting a timetable on screen: one by one, many at once; milestones and completion; two people at once."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from cast import MakeAction
from inspector import InspectingClient, soup, text_of
from timetable_acts import JUNE, monthly, once

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.milestones import add_milestone
from bezpiecznik.plans.models import DateMove, Milestone, Schedule, Undertaking

BASE = "/praca/program/harmonogram/"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.pretend(JUNE):
        yield


def page_of(undertaking: Undertaking) -> str:
    return f"{BASE}dzialanie/{undertaking.pk}/"


def form_of(client: InspectingClient, address: str) -> dict[str, Any]:
    """What the browser would send of the form as it was opened."""
    page = client.page(address)
    sent: dict[str, Any] = {}
    for field in page.select("main form [name]"):
        name = str(field["name"])
        if field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            sent[name] = chosen.get("value", "") if chosen else ""
        elif field.name == "textarea":
            sent[name] = field.get_text().strip()
        elif field.get("type") in {"checkbox", "radio"}:
            if field.has_attr("checked"):
                sent.setdefault(name, []).append(field["value"])
        elif name != "csrfmiddlewaretoken":
            sent[name] = field.get("value", "")
    return sent


WORDS = [
    ({"every": "quarter", "on": "1MO", "times": 8}, "FREQ=MONTHLY;INTERVAL=3;COUNT=8;BYDAY=1MO"),
    ({"every": "month", "on": "-1"}, "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ({"every": "half", "on": "10"}, "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=10"),
    ({"every": "year", "on": "15"}, "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15"),
    ({"every": "week", "weekdays": ["TU", "TH"]}, "FREQ=WEEKLY;BYDAY=TU,TH"),
    ({"every": "rule", "rrule": "freq=yearly;bymonth=3,9"}, "FREQ=YEARLY;BYMONTH=3,9"),
]


@pytest.mark.parametrize(("said", "rule"), WORDS)
def test_recurrence_in_words_is_kept_as_a_rule_and_shown_in_the_same_words(
    client: InspectingClient, coordinator: User, patrols: Undertaking, said: dict[str, Any], rule: str
) -> None:
    sent = {"kind": "recurring", "starts_on": "2022-01-10", "version": 0, **said}
    answer = client.as_(coordinator).post(page_of(patrols), sent)
    assert answer.headers["Location"] == patrols.get_absolute_url()
    assert Schedule.objects.get().rrule == rule
    again = form_of(client, page_of(patrols))
    assert {name: again.get(name) for name in said if name not in {"times", "rrule"}} == {
        name: value for name, value in said.items() if name not in {"times", "rrule"}
    }
    client.post(page_of(patrols), again)
    assert Schedule.objects.get().version == 1, "saved as it was opened: nothing changes"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"kind": "once"}, "Podaj, kiedy działanie ma być wykonane."),
        ({"kind": "recurring"}, "Podaj, od kiedy działanie się powtarza."),
        ({"kind": "recurring", "starts_on": "2022-01-10"}, "Wybierz, jak często działanie się powtarza."),
        (
            {"kind": "recurring", "starts_on": "2022-01-10", "every": "rule", "rrule": "co dzień"},
            "nie jest częścią reguły",
        ),
        ({"kind": "recurring", "starts_on": "2022-01-10", "every": "rule", "rrule": "FREQ=MINUTELY"}, "FREQ to DAILY"),
    ],
)
def test_what_makes_no_sense_is_told_beside_the_form(
    client: InspectingClient, coordinator: User, patrols: Undertaking, said: dict[str, Any], why: str
) -> None:
    page = soup(client.as_(coordinator).post(page_of(patrols), {"version": 0, **said}))
    assert why in text_of(page)
    assert not Schedule.objects.exists()


def test_a_moved_deadline_asks_why(client: InspectingClient, coordinator: User, patrols: Undertaking) -> None:
    once(patrols, date(2022, 9, 1), coordinator)
    said = {"kind": "once", "ends_on": "2022-10-01", "version": 1}
    assert "Napisz, dlaczego" in text_of(soup(client.as_(coordinator).post(page_of(patrols), said)))
    client.post(page_of(patrols), {**said, "reason": "Dostawa się opóźnia."})
    assert DateMove.objects.get().reason == "Dostawa się opóźnia."
    assert "01.09.2022 → 01.10.2022, Dostawa się opóźnia." in text_of(client.page(patrols.get_absolute_url()))


def test_the_second_of_two_is_told_and_loses_nothing(
    client: InspectingClient, coordinator: User, patrols: Undertaking
) -> None:
    seen = form_of(client.as_(coordinator), page_of(patrols))
    once(patrols, date(2022, 9, 1), coordinator)
    mine = {**seen, "kind": "continuous", "starts_on": "2022-02-01", "note": "Moje słowa", "reason": "Jednak ciągłe."}
    page = soup(client.post(page_of(patrols), mine))
    assert "w międzyczasie" in text_of(page)
    assert "Teraz obowiązuje: Jednorazowe: do 1 września 2022" in text_of(page).replace("\u00a0", " ")
    assert text_of(page.select_one("textarea[name=note]")) == "Moje słowa"
    version = page.select_one("input[name=version]")
    assert version
    client.post(page_of(patrols), {**mine, "version": version["value"]})
    assert Schedule.objects.get().kind == "continuous"


def test_a_reader_changes_nothing(client: InspectingClient, reporter: User, patrols: Undertaking, guest: User) -> None:
    assert client.as_(reporter).get(page_of(patrols)).status_code == 403
    assert client.as_(guest).get(page_of(patrols)).status_code == 404


def test_many_at_once(
    client: InspectingClient, coordinator: User, patrols: Undertaking, make_action: MakeAction, police: Institution
) -> None:
    other = make_action(lead=police)
    once(other, date(2022, 9, 1), coordinator)
    address = f"{BASE}wiele/{patrols.programme_id}/"
    assert len(client.as_(coordinator).page(address).select("#id_chosen tr")) == 1
    assert len(client.page(f"{address}?state=all").select("#id_chosen tr")) == 2
    said = {"kind": "recurring", "starts_on": "2022-01-10", "every": "month", "chosen": [patrols.pk, other.pk]}
    answer = client.post(address, said, follow=True)
    assert "Ustalono termin 1 działania." in text_of(soup(answer))
    refused = client.post(address, {**said, "every": "year", "over": "on"})
    assert "Napisz, dlaczego" in text_of(soup(refused))
    assert len(soup(refused).select("input[name=chosen]")) == 0, "both have a timetable by now: none is left to choose"
    assert {row.kind for row in Schedule.objects.all()} == {"recurring", "once"}
    nothing = client.post(address, {"kind": "once", "ends_on": "2022-09-01"})
    assert "Zaznacz co najmniej jedno działanie." in text_of(soup(nothing))


@pytest.mark.parametrize("rows", [1, 3])
def test_many_are_chosen_with_few_queries(
    client: InspectingClient, coordinator: User, make_action: MakeAction, police: Institution, rows: int,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    for _row in range(rows):
        monthly(make_action(lead=police), coordinator)
    client.as_(coordinator)
    programme = make_action().programme_id
    with django_assert_num_queries(8):
        client.get(f"{BASE}wiele/{programme}/?state=set")


def test_completion_and_back(client: InspectingClient, coordinator: User, patrols: Undertaking) -> None:
    address = f"{page_of(patrols)}zakonczenie/"
    sent = form_of(client.as_(coordinator), address)
    assert sent == {"version": "0", "completed_on": "2022-06-15"}
    client.post(address, sent)
    assert "Zakończono 15 czerwca 2022 r." in text_of(client.page(patrols.get_absolute_url())).replace("\u00a0", " ")
    client.post(f"{page_of(patrols)}wznowienie/")
    assert Schedule.objects.get().completed_on is None


@pytest.fixture
def step(patrols: Undertaking, coordinator: User) -> Milestone:
    return add_milestone(patrols, name="Wybór wykonawcy", due_on=date(2022, 6, 1), by=coordinator)


def test_a_milestone_is_added_moved_reached_and_taken_back(
    client: InspectingClient, coordinator: User, patrols: Undertaking
) -> None:
    client.as_(coordinator).post(
        f"{page_of(patrols)}kamien/", {"name": "Wybór wykonawcy", "due_on": "2022-07-05", "precision": "quarter"}
    )
    step = Milestone.objects.get()
    assert step.due_on == date(2022, 9, 30)
    address = f"{BASE}kamien/{step.pk}"
    moved = {**form_of(client, f"{address}/przesuniecie/"), "due_on": "2022-12-01", "reason": "Odwołanie."}
    client.post(f"{address}/przesuniecie/", moved)
    client.post(f"{address}/osiagniecie/", form_of(client, f"{address}/osiagniecie/"))
    page = text_of(client.page(patrols.get_absolute_url()))
    assert "Wybór wykonawcy IV kwartał 2022 osiągnięto 15.06.2022" in page
    client.post(f"{address}/przywrocenie/")
    client.post(f"{address}/rezygnacja/", {"version": 4, "reason": "Bez przetargu."})
    step.refresh_from_db()
    assert (step.done_on, step.dropped_because) == (None, "Bez przetargu.")
    assert "porzucono: Bez przetargu." in text_of(client.page(patrols.get_absolute_url()))


def test_moving_over_somebody_elses_move_is_told(client: InspectingClient, coordinator: User, step: Milestone) -> None:
    address = f"{BASE}kamien/{step.pk}/przesuniecie/"
    first = {**form_of(client.as_(coordinator), address), "due_on": "2022-07-01", "reason": "Raz."}
    client.post(address, first)
    page = soup(client.post(address, {**first, "due_on": "2022-08-01", "reason": "Dwa."}))
    assert "w międzyczasie" in text_of(page)
    version = page.select_one("input[name=version]")
    assert version
    assert version["value"] == "2"
    assert Milestone.objects.get().due_on == date(2022, 7, 1)


def test_a_reader_of_the_action_sees_terms_and_no_forms(
    client: InspectingClient, reporter: User, coordinator: User, patrols: Undertaking, step: Milestone
) -> None:
    monthly(patrols, coordinator, report_within=3, ends_on=date(2022, 12, 31), rrule="FREQ=MONTHLY;BYMONTHDAY=10")
    page = client.as_(reporter).page(patrols.get_absolute_url())
    panel = text_of(page).replace("\u00a0", " ")
    assert "Terminu nie ustalono" not in panel
    assert "prosimy o sprawozdanie w ciągu 3 dni roboczych" in panel
    assert "Najbliższe dni: 15 czerwca 2022 r. (sprawozdanie); 10 lipca 2022 r. (termin działania)" in panel
    assert page.select("main form") == []
    assert page.select("a[href*='harmonogram/kamien']") == []
