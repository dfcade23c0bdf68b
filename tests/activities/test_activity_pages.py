"""The pages: short form, repeating, the page of one activity, and what the desk asks."""

from datetime import date

import pytest
from activities.activity_acts import ADD, LIST, enter
from cast import MakeAction
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.activities.models import Activity
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking

SHORT = {"kind": "meeting", "title": "Spotkanie w klubie seniora", "starts_on": "2022-11-20", "times": "1"}


def test_a_meeting_is_entered_by_five_fields(client: InspectingClient, reporter: User, patrols: Undertaking) -> None:
    form = client.as_(reporter).page(ADD)
    assert form.select_one("input[name=starts_on]")["value"] == "2022-11-20"  # type: ignore[index]
    answer = client.post(ADD, {**SHORT, "place": "Klub", "participants": "24", "undertakings": [patrols.pk]})
    entered = Activity.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, entered.get_absolute_url())
    assert (entered.state, entered.participants, entered.place, entered.public) == ("held", 24, "Klub", False)
    page = text_of(client.page(entered.get_absolute_url()).select_one("main"))
    assert "Zapisano: Spotkanie w klubie seniora." in page
    assert "1.1 Kierowanie dodatkowych patroli" in page


def test_a_day_to_come_makes_it_planned(client: InspectingClient, reporter: User) -> None:
    client.as_(reporter).post(ADD, {**SHORT, "starts_on": "2022-12-01"})
    assert Activity.objects.get().state == "planned"


def test_the_next_one_follows_at_once(client: InspectingClient, reporter: User, police: Institution) -> None:
    answer = client.as_(reporter).post(ADD, {**SHORT, "next": "1"})
    assert answer["Location"] == f"{ADD}?podmiot={police.pk}"


def test_only_own_duties_are_offered_the_last_used_first(
    client: InspectingClient, reporter: User, police: Institution, guard: Institution, make_action: MakeAction
) -> None:
    first, second, _foreign = make_action(lead=police), make_action(partners=[police]), make_action(lead=guard)
    codes = lambda page: [text_of(label)[:3] for label in page.select("#id_undertakings label")]  # noqa: E731
    assert codes(client.as_(reporter).page(ADD)) == [first.code, second.code]
    enter(police, by=reporter, undertakings=(second,))
    assert codes(client.page(ADD)) == [second.code, first.code]


def test_repeating_copies_all_but_day_and_counts(
    client: InspectingClient, reporter: User, meeting: Activity, patrols: Undertaking
) -> None:
    page = client.as_(reporter).page(ADD, wzor=str(meeting.pk))
    value = lambda name: page.select_one(f"[name={name}]").get("value", "")  # type: ignore[union-attr]  # noqa: E731
    assert (value("title"), value("starts_on"), value("participants")) == (meeting.title, "2022-11-20", "")
    assert [box["value"] for box in page.select("[name=undertakings][checked]")] == [str(patrols.pk)]


def test_what_is_wrong_stands_in_the_form_and_nothing_is_lost(client: InspectingClient, reporter: User) -> None:
    answer = client.as_(reporter).post(ADD, {**SHORT, "found": "3", "place": "Klub"})
    page = answer.content.decode()
    assert "Nieprawidłowości i sankcje podaje się tylko przy kontroli." in page
    assert 'value="Klub"' in page
    assert not Activity.objects.exists()


def test_the_office_chooses_whose_it_is(
    client: InspectingClient, coordinator: User, office: Institution, police: Institution
) -> None:
    coordinator.holdings.get().post.__class__.objects.filter(institution=office).update(institution=None)
    page = client.as_(coordinator).page(ADD)
    assert [text_of(option) for option in page.select("select[name=podmiot] option")] == [
        "BB – Biuro Bezpieczeństwa", "KMP – Komenda Miejska Policji",
    ]  # fmt: skip
    client.post(f"{ADD}?podmiot={police.pk}", SHORT)
    assert Activity.objects.get().institution == police


def test_changing_over_another_change_shows_both(
    client: InspectingClient, reporter: User, coordinator: User, meeting: Activity
) -> None:
    address = f"{meeting.get_absolute_url()}zmiana/"
    client.as_(coordinator).post(address, {**SHORT, "version": "1", "participants": "40"})
    answer = client.as_(reporter).post(address, {**SHORT, "version": "1", "participants": "50"})
    assert "W międzyczasie ten wpis zmieniono (Krystyna Koordynatorska" in answer.content.decode()
    assert 'name="version" value="2"' in answer.content.decode()
    assert Activity.objects.get().participants == 40


def test_the_desk_asks_whether_it_was_held(
    client: InspectingClient, reporter: User, neighbour: User, police: Institution
) -> None:
    planned = enter(police, by=reporter, state="planned", starts_on=date(2022, 11, 15), participants=None)
    assert "Czy odbyła się działalność „Spotkanie z seniorami”" in text_of(client.as_(reporter).page("/praca/").main)
    assert "Czy odbyła się" not in text_of(client.as_(neighbour).page("/praca/").main)
    client.as_(reporter).page(planned.get_absolute_url())
    client.post(f"{planned.get_absolute_url()}odbyla-sie/", {"participants": "9"})
    planned.refresh_from_db()
    assert (planned.state, planned.participants) == ("held", 9)
    assert "Czy odbyła się" not in text_of(client.page("/praca/").main)


def test_many_to_answer_stand_on_one_page(client: InspectingClient, reporter: User, police: Institution) -> None:
    for day in (14, 15, 16):
        enter(police, by=reporter, state="planned", starts_on=date(2022, 11, day))
    assert "3 planowane działalności czekają na odpowiedź" in text_of(client.as_(reporter).page("/praca/").main)
    page = client.page(f"{LIST}czy-sie-odbyly/")
    assert len(page.select("article")) == 3
    first = Activity.objects.earliest("starts_on")
    answer = client.post(f"{first.get_absolute_url()}odbyla-sie/", {"lista": "1", "participants": ""})
    assert answer["Location"] == f"{LIST}czy-sie-odbyly/"


def test_cancelling_asks_why_and_offers_the_way_back(
    client: InspectingClient, reporter: User, meeting: Activity
) -> None:
    client.as_(reporter).page(f"{meeting.get_absolute_url()}odwolaj/")
    client.post(f"{meeting.get_absolute_url()}odwolaj/", {"reason": "Wpis dodany przez pomyłkę"})
    page = client.page(meeting.get_absolute_url())
    assert "Wpis dodany przez pomyłkę" in text_of(page.main)
    client.post(f"{meeting.get_absolute_url()}cofnij-odwolanie/")
    meeting.refresh_from_db()
    assert meeting.state == "held"


def test_panels_stand_on_pages_of_the_action_and_of_the_institution(
    client: InspectingClient, coordinator: User, meeting: Activity, patrols: Undertaking, police: Institution
) -> None:
    for address in (patrols.get_absolute_url(), police.get_absolute_url()):
        words = text_of(client.as_(coordinator).page(address).main)
        assert "Odbyło się: 1 , uczestnicy: 30" in words or "Odbyło się: 1, uczestnicy: 30" in words
        assert "Spotkanie z seniorami" in words


@pytest.mark.parametrize("who", ["guest", "administrator"])
def test_strangers_find_no_room(
    client: InspectingClient, meeting: Activity, who: str, request: pytest.FixtureRequest
) -> None:
    client.as_(request.getfixturevalue(who))
    for address in (LIST, ADD, f"{LIST}kalendarz/", f"{LIST}kontrole/", meeting.get_absolute_url()):
        assert client.get(address).status_code == 404, address
