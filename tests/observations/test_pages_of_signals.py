"""What the office sees and does with signals on screen."""

from typing import Any

import pytest
from cast import MakeAction, limit, make_person, seat
from inspector import InspectingClient, held_by_form, text_of
from signal_acts import DAY, LIST, decide, enter

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core import desk as house
from bezpiecznik.institutions.rights import Role
from bezpiecznik.observations.models import Channel, IncomingLetter, Observation
from bezpiecznik.plans.models import Area, Programme

FORM = {"kind": "circumstance", "title": "Zamknięty most", "happened_on": "2022-11-03", "text": "Remont do maja."}


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_however_long(
    client: InspectingClient, coordinator: User, programme: Programme, area: Area, make_action: MakeAction,
    django_assert_num_queries: Any, rows: int,
) -> None:  # fmt: skip
    for n in range(rows):
        enter(
            programme, by=coordinator, title=f"Sygnał {n}", areas=[area], undertakings=[make_action(f"Działanie {n}")]
        )
    client.as_(coordinator).get(LIST)
    with django_assert_num_queries(10):
        page = client.page(LIST)
    assert len(page.select("tbody tr")) == rows


def test_the_list_is_searched_filtered_and_taken_home(
    client: InspectingClient, coordinator: User, programme: Programme, area: Area, make_action: MakeAction
) -> None:
    action = make_action("Lampy na przystankach")
    enter(programme, by=coordinator, title="Ciemno na przystankach", undertakings=[action])
    voice = enter(programme, by=coordinator, title="Hałas w parku", kind="voice")
    decide(voice, by=coordinator)
    client.as_(coordinator)

    def titles(**query: Any) -> list[str]:
        return [text_of(one) for one in client.page(LIST, **query).select("tbody th a")]

    assert titles(q="ciemny przystan") == titles(kind="media") == titles(area=area.pk) == ["Ciemno na przystankach"]
    assert titles(undertaking=action.pk) == titles(state="undecided") == ["Ciemno na przystankach"]
    assert titles(outcome="no_change") == titles(state="answered") == ["Hałas w parku"]
    assert len(titles(year="2022")) == 2
    assert titles(sort="title") == ["Ciemno na przystankach", "Hałas w parku"]
    exported = client.get(LIST, {"export": "csv", "kind": "voice"}).content.decode("utf-8-sig")
    assert "Hałas w parku" in exported
    assert "Ciemno" not in exported
    assert client.get(LIST, {"export": "xlsx"}).content[:2] == b"PK"


def test_from_the_form_to_the_answer_and_back(
    client: InspectingClient, coordinator: User, programme: Programme, area: Area
) -> None:
    client.as_(coordinator)
    add = f"{LIST}dodaj/?obszar={area.pk}"
    assert client.page(add).select(f"input[name=areas][value='{area.pk}'][checked]")
    page = client.post(add, FORM | {"areas": [area.pk]}, follow=True)
    signal = Observation.objects.get()
    assert page.redirect_chain == [(signal.get_absolute_url(), 302)]
    client.post(f"{signal.get_absolute_url()}rozpatrz/")
    address = f"{signal.get_absolute_url()}rozstrzygnij/"
    values = held_by_form(client.page(address), address) | {"outcome": "correction", "answer": "Objazd ustalono."}
    refused = client.post(address, values)
    assert "Wskaż, co skorygowano." in refused.content.decode()
    client.post(address, values | {"correction": "date", "moved_to": "2023-05-31"})
    told = text_of(client.page(signal.get_absolute_url()))
    assert "Rozstrzygnięcie: korekta" in told
    assert "31 maja 2023" in told
    assert "Objazd ustalono." in told
    back = f"{signal.get_absolute_url()}wroc/"
    client.page(back)
    client.post(back, {"reason": "Remont się przedłuży."})
    signal.refresh_from_db()
    assert (signal.state, signal.steps.count()) == ("considered", 3)


def test_whoever_decides_over_what_they_have_not_seen_is_told(
    client: InspectingClient, coordinator: User, programme: Programme
) -> None:
    signal = enter(programme, by=coordinator)
    client.as_(coordinator)
    answer, edit = (f"{signal.get_absolute_url()}{part}/" for part in ("rozstrzygnij", "zmien"))
    stale = {"version": "0", "outcome": "no_change", "answer": "Bo tak."}
    assert "W międzyczasie" in client.post(answer, stale).content.decode()
    assert "W międzyczasie" in client.post(edit, FORM | {"version": "0"}).content.decode()
    signal.refresh_from_db()
    assert (signal.state, signal.title) == ("new", "Ciemno na przystankach")


def test_doubles_are_proposed_merged_after_a_question_and_parted(
    client: InspectingClient, coordinator: User, programme: Programme
) -> None:
    main = enter(programme, by=coordinator, source="Gazeta")
    double = enter(programme, by=coordinator, source="Radio")
    client.as_(coordinator)
    merge = f"{double.get_absolute_url()}polacz/{main.pk}/"
    assert client.page(double.get_absolute_url()).select(f"a[href='{merge}']")
    client.page(merge)
    client.post(merge)
    assert "Połączone z tym sygnałem" in text_of(client.page(main.get_absolute_url()))
    assert "Mówi o tym samym" in text_of(client.page(double.get_absolute_url()))


def test_setting_aside_asks_why(client: InspectingClient, coordinator: User, programme: Programme) -> None:
    signal = enter(programme, by=coordinator)
    address = f"{signal.get_absolute_url()}pomin/"
    client.as_(coordinator).page(address)
    assert "Napisz, dlaczego." in client.post(address, {"reason": ""}).content.decode()
    client.post(address, {"reason": "Reklama."})
    assert "Sygnał pominięto" in text_of(client.page(signal.get_absolute_url()))


def test_a_limited_post_reaches_signals_of_its_programmes_alone(
    client: InspectingClient, coordinator: User, programme: Programme
) -> None:
    other = Programme.objects.create(title="Program powiatu", unit="Powiat", year_from=2021, year_to=2023)
    here, there = enter(programme, by=coordinator), enter(other, by=coordinator, title="Tam")
    limited = make_person("Ludwik", "Ograniczony")
    limit(seat(limited, Role.COORDINATOR), programme)
    client.as_(limited)
    assert [text_of(a) for a in client.page(LIST).select("tbody th a")] == [here.title]
    assert client.get(there.get_absolute_url()).status_code == 404
    assert client.get(f"{LIST}dodaj/?program={other.pk}").status_code == 404
    assert client.get(f"{LIST}kanaly/").status_code == client.get(f"{LIST}poczta/").status_code == 404


def test_strangers_do_not_learn_that_the_room_exists(
    client: InspectingClient, coordinator: User, member: User, reporter: User, programme: Programme
) -> None:
    signal = enter(programme, by=coordinator)
    for person in (member, reporter):
        client.as_(person)
        assert client.get(LIST).status_code == client.get(signal.get_absolute_url()).status_code == 404


def test_the_desk_begins_with_the_oldest_signal(coordinator: User, member: User, programme: Programme) -> None:
    def told(person: User) -> list[str]:
        return [todo.sentence for todo in house.todos(person) if "sygnał" in todo.sentence]

    assert told(coordinator) == []
    first = enter(programme, by=coordinator)
    (todo,) = [todo for todo in house.todos(coordinator) if todo.url == first.get_absolute_url()]
    assert todo.sentence == "1 sygnał czeka na rozstrzygnięcie."
    assert first.title in todo.detail
    second = enter(programme, by=coordinator, title="Drugi")
    assert (told(coordinator), told(member)) == (["2 sygnały czekają na rozstrzygnięcie."], [])
    decide(first, by=coordinator)
    decide(second, by=coordinator)
    assert told(coordinator) == []


def test_an_action_shows_its_signals_to_the_office(
    client: InspectingClient, coordinator: User, member: User, programme: Programme, area: Area, make_action: MakeAction
) -> None:
    action = make_action("Lampy")
    enter(programme, by=coordinator, undertakings=[action])
    enter(programme, by=coordinator, title="Cały obszar", areas=[area])
    told = text_of(client.as_(coordinator).page(action.get_absolute_url()))
    assert "Ciemno na przystankach" in told
    assert "1 sygnał dotyczy całego obszaru" in told
    assert "Ciemno na przystankach" not in text_of(client.as_(member).page(action.get_absolute_url()))


def test_channels_are_added_changed_and_say_what_is_wrong(client: InspectingClient, coordinator: User) -> None:
    client.as_(coordinator)
    assert "Nie ma jeszcze żadnego kanału" in text_of(client.page(f"{LIST}kanaly/"))
    add = f"{LIST}kanaly/dodaj/"
    client.page(add)
    told = {"name": "Gazeta", "address": "ftp://gazeta.example/rss", "keywords": "kradzież", "active": "on"}
    assert "http://" in client.post(add, told).content.decode()
    client.post(add, told | {"address": "https://gazeta.example/rss"})
    channel = Channel.objects.get()
    Channel.objects.update(failures=4, error="Serwer odpowiedział kodem 500.", due_at=clock.now())
    assert "kodem 500" in text_of(client.page(f"{LIST}kanaly/"))
    assert any("Gazeta" in todo.sentence for todo in house.todos(coordinator))
    assert "kodem 500" in text_of(client.page(channel.get_absolute_url()))
    client.post(channel.get_absolute_url(), told | {"address": channel.address, "keywords": "pożar\nnoc"})
    channel.refresh_from_db()
    assert (channel.words, channel.failures) == (["pożar", "noc"], 0)


def test_a_letter_of_an_unknown_sender_is_accepted_or_rejected(
    client: InspectingClient, coordinator: User, programme: Programme
) -> None:
    def letter(key: str) -> IncomingLetter:
        return IncomingLetter.objects.create(
            key=key, sender="ktos@poczta.example", subject="Dziura w płocie", text="Przy szkole.", sent_on=DAY
        )

    good, bad = letter("a"), letter("b")
    client.as_(coordinator)
    assert len(client.page(f"{LIST}poczta/").select("tbody tr")) == 2
    assert any("2 wiadomości" in todo.sentence for todo in house.todos(coordinator))
    assert "ktos@poczta.example" in text_of(client.page(good.get_absolute_url()))
    client.post(f"{good.get_absolute_url()}przyjmij/")
    client.post(f"{bad.get_absolute_url()}odrzuc/")
    for one in (good, bad):
        one.refresh_from_db()
        assert one.sender == ""
        assert "usunięty po decyzji" in text_of(client.page(one.get_absolute_url()))
    assert (good.observation.title, good.observation.received) == ("Dziura w płocie", "email")
    assert (bad.state, bad.text, bad.subject) == ("rejected", "", "")
    assert client.post(f"{bad.get_absolute_url()}przyjmij/", follow=True).status_code == 200
    assert Observation.objects.count() == 1
