"""Residents write to the programme without telling who they are, and find the answer by a number."""

import re
from dataclasses import replace
from typing import Any

import pytest
from inspector import InspectingClient, held_by_form, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.observations import services
from bezpiecznik.observations.facts import Answer
from bezpiecznik.observations.models import Observation
from bezpiecznik.observations.services import arrivals
from bezpiecznik.plans.models import Area, Programme
from bezpiecznik.portal import voice_views

FORM, CASE = "/uwagi/", "/uwagi/sprawa/"
TEXT = "Na przystanku przy szkole od tygodnia nie świecą lampy."


def send(client: InspectingClient, text: str = TEXT, **more: str) -> str:
    """Send the form as it is opened; the text of the page that answers."""
    values = held_by_form(client.page(FORM), FORM)
    return text_of(soup(client.post(FORM, {**values, "text": text, **more}, follow=True)))


def text_of_response(response: object) -> str:
    from bs4 import BeautifulSoup

    return text_of(BeautifulSoup(response.content.decode(), "html.parser"))  # type: ignore[attr-defined]


def number_in(page: str) -> str:
    return re.search(r"S-\w{4}-\w{4}-\w{4}", page)[0]  # type: ignore[index]


def decide(signal: Observation, *, by: User, public: bool) -> None:
    signal.refresh_from_db()
    answer = Answer("correction", "Lampy naprawiono.", "other", corrected="Przegląd lamp co miesiąc.", public=public)
    services.answer(signal, by=by, version=signal.version, answer=answer)


def test_a_voice_is_kept_without_a_person_and_thanked_with_a_number(
    client: InspectingClient, programme: Programme, area: Area
) -> None:
    opened = text_of(client.page(f"{FORM}?obszar=1"))
    assert "112" in opened
    assert "Nie jest zawiadomieniem o przestępstwie" in opened
    told = send(client, area="1")
    signal = Observation.objects.get()
    assert (signal.kind, signal.received, signal.text, signal.created_by) == ("voice", "form", TEXT, None)
    assert list(signal.areas.all()) == [area]
    assert number_in(told) == signal.case_number
    assert [line.actor_name for line in journal.about(signal)] == ["system"]
    assert "lampy" not in str(journal.about(signal).values_list("data", flat=True)).lower()


@pytest.mark.parametrize("refused_by", ["the model", "the database"])
def test_the_button_pressed_twice_gives_one_case(
    client: InspectingClient, programme: Programme, monkeypatch: pytest.MonkeyPatch, refused_by: str
) -> None:
    """The second press comes when the first one has looked whether the voice is known, and has not kept it yet."""
    numbers, draw = [], arrivals.new_case_number

    def second_press_first() -> str:
        monkeypatch.setattr(arrivals, "new_case_number", draw)
        numbers.append(services.receive_voice(programme, area=None, text=TEXT).case_number)
        return draw()

    monkeypatch.setattr(arrivals, "new_case_number", second_press_first)
    if refused_by == "the database":
        monkeypatch.setattr(Observation, "validate_constraints", lambda _self: None)
    assert number_in(send(client)) == numbers[0]
    assert Observation.objects.count() == 1


def test_what_looks_like_a_person_is_asked_about_before_anything_is_kept(
    client: InspectingClient, programme: Programme
) -> None:
    words = f"{TEXT} Proszę dzwonić: tel. 601 234 567."
    asked = send(client, words)
    assert "numer telefonu" in asked.lower()
    assert "Uwaga nie została jeszcze wysłana" in asked
    assert words in asked
    assert not Observation.objects.exists()
    assert "Dziękujemy" in send(client, words, cleared="on")
    assert Observation.objects.get().text == words


def test_a_number_of_a_person_is_not_sent_even_if_one_insists(client: InspectingClient, programme: Programme) -> None:
    asked = send(client, f"{TEXT} Mój PESEL to 44051401359.", cleared="on")
    assert "Prosimy usunąć te dane" in asked
    assert not Observation.objects.exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", "Napisz, proszę"), ("Za mało", "choć jedno zdanie"), ("http://a.example " * 3, "najwyżej dwa adresy"),
     ("x" * 2_001, "2000")],
)  # fmt: skip
def test_what_cannot_be_sent_is_explained_and_stays_in_the_field(
    client: InspectingClient, programme: Programme, text: str, sentence: str
) -> None:
    assert sentence in send(client, text)
    assert not Observation.objects.exists()


def test_a_machine_is_thanked_and_nothing_is_kept(client: InspectingClient, programme: Programme) -> None:
    assert "Numer sprawy" in send(client, strona="http://spam.example")
    assert not Observation.objects.exists()


def test_the_same_words_sent_twice_are_one_case(client: InspectingClient, programme: Programme) -> None:
    assert number_in(send(client)) == number_in(send(client, f" {TEXT.upper()} "))
    assert Observation.objects.count() == 1


def test_one_place_sends_a_few_an_hour_and_keeps_what_was_typed(client: InspectingClient, programme: Programme) -> None:
    for n in range(5):
        assert "Dziękujemy" in send(client, f"{TEXT} Uwaga {n}.")
    refused = send(client, f"{TEXT} O jedną za dużo.")
    assert "Prosimy spróbować za godzinę" in refused
    assert "O jedną za dużo." in refused
    assert Observation.objects.count() == 5
    response = client.post(FORM, {"text": TEXT, "area": "", "strona": ""})
    assert response.status_code == 429


def test_the_answer_is_read_once_the_office_has_published_it(
    client: InspectingClient, programme: Programme, coordinator: User
) -> None:
    number = number_in(send(client))
    signal = Observation.objects.get()

    def told() -> str:
        return text_of(client.page(CASE, numer=number.lower().replace("-", " ")))

    assert "czeka na rozpatrzenie" in told()
    services.consider(signal, by=coordinator)
    assert "jest rozpatrywana" in told()
    decide(signal, by=coordinator, public=False)
    assert "Biuro nie opublikowało odpowiedzi" in told()
    services.reopen(signal, by=coordinator, reason="Opublikujemy.")
    decide(signal, by=coordinator, public=True)
    assert "Lampy naprawiono." in told()
    assert "Przegląd lamp co miesiąc." in told()
    assert TEXT not in told()
    assert coordinator.last_name not in told()


def test_a_voice_merged_into_another_is_answered_with_it(
    client: InspectingClient, programme: Programme, coordinator: User
) -> None:
    first, second = number_in(send(client)), number_in(send(client, f"{TEXT} I znowu."))
    one, other = (Observation.objects.get(case_number=number) for number in (first, second))
    services.merge(other, one, by=coordinator)
    decide(one, by=coordinator, public=True)
    assert "Lampy naprawiono." in text_of(client.page(CASE, numer=second))


@pytest.mark.parametrize("number", ["S-2222-2222-2222", "x", "S-'; DROP", "%00"])
def test_a_number_that_is_nobodys_is_not_found(client: InspectingClient, programme: Programme, number: str) -> None:
    response = client.get(CASE, {"numer": number})
    assert response.status_code == 404
    assert "Nie ma sprawy o takim numerze" in response.content.decode()


def test_numbers_are_not_tried_out_by_the_hundred(
    client: InspectingClient, programme: Programme, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "case-lookups"}
    settings.CACHES = {**settings.CACHES, "limits": memory}
    monkeypatch.setattr(voice_views, "LOOKED_UP", replace(voice_views.LOOKED_UP, times=2))
    answers = [client.get(CASE, {"numer": "S-2222-2222-2222"}).status_code for _try in range(3)]
    assert answers == [404, 404, 429]


def test_thanks_cannot_be_made_up_and_nothing_of_it_is_stored_on_the_way(
    client: InspectingClient, programme: Programme
) -> None:
    assert client.get("/uwagi/dziekujemy/?sprawa=S-2222-2222-2222").status_code == 404
    for address in (FORM, CASE):
        assert "no-store" in client.get(address)["Cache-Control"]


def test_the_form_asks_for_its_token(programme: Programme) -> None:
    strict = InspectingClient(enforce_csrf_checks=True)
    assert strict.post(FORM, {"text": TEXT, "area": "", "strona": ""}).status_code == 403
    assert not Observation.objects.exists()


def test_before_there_is_a_programme_there_is_no_form(client: InspectingClient, db: None) -> None:
    assert client.get(FORM).status_code == 404
    assert client.get(CASE).status_code == 200


def test_an_answer_that_names_somebody_is_not_published_without_a_decision(
    client: InspectingClient, programme: Programme, coordinator: User
) -> None:
    send(client)
    signal = Observation.objects.get()
    address = f"{signal.get_absolute_url()}rozstrzygnij/"
    values = held_by_form(client.as_(coordinator).page(address), address) | {
        "outcome": "no_change", "answer": "Odpowiada pan Jan Kowalski, tel. 601 234 567.", "public": "on",
    }  # fmt: skip
    assert "Wygląda na dane osoby" in client.post(address, values).content.decode()
    signal.refresh_from_db()
    assert signal.state == "new"
    client.post(address, values | {"cleared": "on"})
    signal.refresh_from_db()
    assert signal.answer_public
