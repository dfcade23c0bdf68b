"""The coordinator edits an institution; constraints speak in sentences, nobody overwrites a colleague unknowingly."""

from typing import Any

import pytest
from inspector import InspectingClient, held_by_form, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.models import Institution


def address(institution: Institution) -> str:
    return f"{institution.get_absolute_url()}zmiana/"


def shown(client: InspectingClient, institution: Institution) -> dict[str, str]:
    return held_by_form(client.page(address(institution)), address(institution))


def errors(response: Any) -> str:
    return text_of(soup(response).select_one(".errors ul"))


def test_a_change_is_saved_with_a_line_in_the_journal(
    client: InspectingClient, coordinator: User, police: Institution
) -> None:
    form = shown(client.as_(coordinator), police) | {"name": "Komenda Policji", "collective": "on"}
    response = client.post(address(police), form)
    assert (response.status_code, response["Location"]) == (302, police.get_absolute_url())
    police.refresh_from_db()
    assert (police.name, police.abbr, police.collective) == ("Komenda Policji", "KMP", True)
    line = journal.about(police).get()
    assert (line.sentence, line.actor_name) == ("Zmieniono dane podmiotu", "Krystyna Koordynatorska")
    assert line.data == {
        "changed": {"name": ["Komenda Miejska Policji", "Komenda Policji"], "collective": [False, True]}
    }


def test_saving_what_is_already_there_leaves_no_trace(
    client: InspectingClient, coordinator: User, police: Institution
) -> None:
    form = shown(client.as_(coordinator), police)
    assert client.post(address(police), form).status_code == 302
    assert journal.about(police).count() == 0


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"abbr": "SM"}, "Podmiot o tym skrócie już istnieje."),
        ({"reporting": "through"}, "Wskaż podmiot, przez który składane jest sprawozdanie."),
        ({"name": ""}, "pełna nazwa: To pole jest wymagane."),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    client: InspectingClient, coordinator: User, police: Institution, guard: Institution,
    change: dict[str, str], sentence: str,
) -> None:  # fmt: skip
    form = {**shown(client.as_(coordinator), police), **change}
    assert errors(client.post(address(police), form)).casefold() == sentence.casefold()
    assert journal.about(police).count() == 0


def test_a_body_that_answers_for_others_goes_on_answering_for_itself(
    client: InspectingClient, coordinator: User, office: Institution, schools: Institution, police: Institution
) -> None:
    form = shown(client.as_(coordinator), office) | {"reporting": "none"}
    told = errors(client.post(address(office), form))
    assert "Przez ten podmiot sprawozdają inne: najpierw zmień to u nich." in told

    form = shown(client, police) | {"reporting": "through", "reports_through": str(schools.pk)}
    told = errors(client.post(address(police), form))
    assert "„szkoły” nie składa sprawozdań samodzielnie: wskaż podmiot, który je składa." in told


def test_the_second_of_two_people_is_told_and_loses_nothing(
    client: InspectingClient, coordinator: User, police: Institution
) -> None:
    mine = shown(client.as_(coordinator), police) | {"name": "Komenda Policji w Zatorzynie"}
    colleagues = shown(client, police) | {"abbr": "KPZ"}
    client.post(address(police), colleagues)

    answer = client.post(address(police), mine)
    assert errors(answer) == (
        "W międzyczasie ktoś zmienił te dane. Teraz zapisane jest: "
        "Skrót – „KPZ”; Pełna nazwa – „Komenda Miejska Policji”. "
        "Zapisz jeszcze raz, jeśli mają obowiązywać wartości wpisane przez Ciebie."
    )
    police.refresh_from_db()
    assert (police.abbr, police.name) == ("KPZ", "Komenda Miejska Policji")

    again = {
        str(field["name"]): str(field["value"]) for field in soup(answer).select("form[action$='zmiana/'] input[value]")
    }
    assert again["name"] == "Komenda Policji w Zatorzynie"
    assert client.post(address(police), {**mine, "seen": again["seen"]}).status_code == 302
    police.refresh_from_db()
    assert (police.abbr, police.name) == ("KMP", "Komenda Policji w Zatorzynie")


def test_others_cannot_edit(
    client: InspectingClient, reporter: User, administrator: User, member: User, guest: User, police: Institution
) -> None:
    for person in (reporter, administrator, member, guest):
        assert client.as_(person).get(address(police)).status_code == 404
        assert client.post(address(police), {"name": "Przejęte"}).status_code == 404
    police.refresh_from_db()
    assert police.name == "Komenda Miejska Policji"
