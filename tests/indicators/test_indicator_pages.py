"""Pages of indicators as the office and a member of the Commission meet them."""

from typing import Any

import pytest
import time_machine
from django.urls import reverse
from indicator_acts import Enter
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import desk
from bezpiecznik.indicators import services
from bezpiecznik.indicators.models import Indicator, Value

pytestmark = pytest.mark.django_db
VALUES = "/praca/wskazniki/wartosci/2023/1/"


@pytest.fixture
def office_client(client: InspectingClient, coordinator: User) -> InspectingClient:
    return client.as_(coordinator)


def test_an_indicator_is_added_and_its_first_figure_entered(office_client: InspectingClient) -> None:
    assert "Dodaj pierwszy wskaźnik" in text_of(office_client.page(reverse("indicators:list")))
    typed = {
        "name": "Wybryki", "definition": "Wykroczenia z art. 51 k.w.", "unit": "events", "direction": "less",
        "source": "KMP", "coverage": "unit", "half_yearly": "on",
    }  # fmt: skip
    office_client.post(reverse("indicators:add"), typed)
    made = Indicator.objects.get()
    office_client.post(VALUES, {f"amount-{made.pk}": "1 234", f"state-{made.pk}": "final"})
    assert Value.objects.get().amount == 1234
    page = text_of(office_client.page(made.get_absolute_url()))
    assert "Wykroczenia z art. 51 k.w." in page
    assert "1 234" in page.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("amount", "refusal"),
    [("12,5", "Liczba zdarzeń jest całkowita."), ("-3", "większa lub równa"), ("wiele", "Wpisz liczbę.")],
)
def test_a_figure_that_makes_no_sense_is_refused_and_stays_in_the_form(
    office_client: InspectingClient, crimes: Indicator, amount: str, refusal: str
) -> None:
    response = office_client.post(VALUES, {f"amount-{crimes.pk}": amount})
    page = soup(response)
    assert refusal in text_of(page)
    assert page.find("input", {"name": f"amount-{crimes.pk}"})["value"] == amount
    assert not Value.objects.exists()


def test_a_figure_cannot_be_emptied(office_client: InspectingClient, crimes: Indicator, enter: Enter) -> None:
    enter(2023, 1, 120)
    response = office_client.post(VALUES, {f"amount-{crimes.pk}": ""})
    assert "nie można usunąć" in text_of(soup(response))
    assert crimes.values.in_force().get().amount == 120


def test_a_sum_of_halves_is_shown_and_does_not_become_a_typed_value(
    office_client: InspectingClient, crimes: Indicator, coordinator: User, enter: Enter
) -> None:
    other = services.add_indicator(name="Kolizje", definition="Liczba.", source="KMP", by=coordinator)
    enter(2023, 1, 100)
    enter(2023, 2, 50)
    address = reverse("indicators:values", args=(2023, 0))
    page = office_client.page(address)
    assert "Suma półroczy: 150." in text_of(page)
    typed = {field["name"]: field.get("value", "") for field in page.select("input[name^=amount-], input[name^=seen-]")}
    assert typed[f"amount-{crimes.pk}"] == ""
    assert office_client.post(address, {**typed, f"amount-{other.pk}": "7"}).status_code == 302
    assert [value.indicator for value in Value.objects.filter(half=0)] == [other]
    enter(2023, 1, 200, reason="pomyłka w piśmie")
    assert "Suma półroczy: 250." in text_of(office_client.page(address))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_of_one_and_of_three(
    office_client: InspectingClient, coordinator: User, rows: int, django_assert_max_num_queries: Any
) -> None:
    for no in range(rows):
        services.add_indicator(name=f"Wskaźnik {no}", definition="Liczba.", source="KMP", by=coordinator)
    office_client.get(reverse("indicators:list"))
    with django_assert_max_num_queries(17):
        office_client.get(reverse("indicators:list"))


def test_the_list_goes_out_as_a_file(office_client: InspectingClient, enter: Enter) -> None:
    enter(2023, 1, 120)
    out = office_client.get(reverse("indicators:list"), {"export": "csv"}).content.decode("utf-8-sig")
    assert "Przestępstwa kryminalne;Stwierdzone w zakończonych postępowaniach.;KSIP, KMP;I półrocze 2023;120.0" in out


def test_target_break_and_the_end_of_an_indicator(office_client: InspectingClient, crimes: Indicator) -> None:
    office_client.post(
        reverse("indicators:target", args=(crimes.pk,)), {"year": 2023, "amount": "480", "basis": "plan"}
    )
    office_client.post(
        reverse("indicators:break", args=(crimes.pk,)), {"year": 2023, "half": 1, "why": "Nowa definicja."}
    )
    office_client.post(reverse("indicators:keep", args=(crimes.pk,)))
    page = text_of(office_client.page(crimes.get_absolute_url()))
    for told in ("nieprowadzony", "480", "Nowa definicja.", "Prowadź znów ten wskaźnik"):
        assert told in page


def test_the_report_says_what_is_missing_then_is_made(
    office_client: InspectingClient, crimes: Indicator, enter: Enter
) -> None:
    address = reverse("indicators:report", args=(2023, 1))
    assert "Brakuje wartości:" in text_of(office_client.page(address))
    enter(2022, 1, 500)
    enter(2023, 1, 600)
    office_client.post(address, {f"comment-{crimes.pk}": "Wzrost po akcji „Lato”."})
    assert "Wzrost po akcji" in text_of(office_client.page(address))
    made = office_client.post(reverse("indicators:make-report", args=(2023, 1)), follow=True)
    assert made.status_code == 200
    assert "SP/2023/1" in text_of(office_client.page(address))
    again = office_client.post(reverse("indicators:make-report", args=(2023, 1)), follow=True)
    assert "z tych samych danych już sporządzono" in text_of(soup(again))


def test_a_member_reads_and_does_not_write(client: InspectingClient, member: User, crimes: Indicator) -> None:
    reader = client.as_(member)
    assert "Zapisz komentarze" not in text_of(reader.page(reverse("indicators:report", args=(2023, 1))))
    assert reader.post(reverse("indicators:report", args=(2023, 1)), {}).status_code == 403


def test_the_desk_asks_for_the_half_that_ended(coordinator: User, crimes: Indicator, enter: Enter) -> None:
    with time_machine.travel("2023-07-04 12:00", tick=False):
        (todo,) = [todo for todo in desk.todos(coordinator) if todo.url == VALUES]
        assert todo.sentence == "Brakuje wartości 1 wskaźnika za I półrocze 2023."
        enter(2023, 1, 5)
        assert not [todo for todo in desk.todos(coordinator) if todo.url == VALUES]
