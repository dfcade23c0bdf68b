"""The same meeting entered by the police and by the guard counts once, and everything comes back when it is undone."""

from datetime import date, time

import pytest
from activities.activity_acts import LIST, enter, photo
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import desk, pairs, queries, services
from bezpiecznik.activities.facts import Facts
from bezpiecznik.activities.models import Activity, ActivityBody, NotTheSame
from bezpiecznik.activities.refusals import Refused
from bezpiecznik.core import journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.notices.models import Message
from bezpiecznik.plans.models import Undertaking

ALIKE = f"{LIST}moze-to-samo/"
SAME = {"title": "Spotkanie z rodzicami o cyberprzemocy", "place": "SP 5", "participants": 48}
AGAIN = {"title": "Spotkanie o cyberprzemocy dla rodziców", "place": "Szkoła Podstawowa nr 5", "participants": 50}


@pytest.fixture
def of_police(police: Institution, reporter: User, patrols: Undertaking) -> Activity:
    return enter(police, by=reporter, undertakings=(patrols,), **SAME)


@pytest.fixture
def of_guard(guard: Institution, neighbour: User) -> Activity:
    return enter(guard, by=neighbour, **AGAIN)


def bodies(activity: Activity) -> set[str]:
    return {body.institution.abbr for body in ActivityBody.objects.filter(activity=activity)}


def standing(activity: Activity) -> tuple[object, ...]:
    row = Activity.objects.get(pk=activity.pk)
    linked = set(row.undertakings.values_list("undertaking", flat=True))
    return Facts.of(row), bodies(row), linked, row.joined_into_id, row.public


def test_what_is_joined_counts_once_and_stands_with_both_bodies(
    of_police: Activity, of_guard: Activity, coordinator: User, police: Institution, guard: Institution,
    patrols: Undertaking,
) -> None:  # fmt: skip
    services.join_activities(of_police, into=of_guard, by=coordinator)
    of_guard.refresh_from_db()
    assert (of_guard.participants, bodies(of_guard)) == (50, {"KMP", "SM"})
    assert list(of_guard.undertakings.values_list("undertaking", flat=True)) == [patrols.pk]
    figures = queries.figures(Activity.objects.all())
    assert (figures.events, figures.participants) == (1, 50)
    assert queries.figures(queries.of_institution(Activity.objects.all(), police)).participants == 50
    assert journal.about(of_police)[0].event == "activities.joined"


def test_numbers_may_be_taken_from_the_row_given_up(of_police: Activity, of_guard: Activity, coordinator: User) -> None:
    services.join_activities(of_police, into=of_guard, by=coordinator, taking=["participants"])
    of_guard.refresh_from_db()
    assert of_guard.participants == 48


@pytest.mark.parametrize("taking", [[], ["participants"]])
def test_undoing_leaves_everything_as_it_was(
    of_police: Activity, of_guard: Activity, coordinator: User, taking: list[str]
) -> None:
    before = standing(of_police), standing(of_guard)
    joining = services.join_activities(of_police, into=of_guard, by=coordinator, taking=taking)
    assert (standing(of_police), standing(of_guard)) != before
    services.split_activities(joining, by=coordinator)
    assert (standing(of_police), standing(of_guard)) == before
    services.split_activities(joining, by=coordinator)
    assert (standing(of_police), standing(of_guard)) == before


def test_what_a_person_changed_since_stays_when_it_is_undone(
    of_police: Activity, of_guard: Activity, coordinator: User
) -> None:
    joining = services.join_activities(of_police, into=of_guard, by=coordinator, taking=["participants"])
    Activity.objects.filter(pk=of_guard.pk).update(participants=55)
    services.split_activities(joining, by=coordinator)
    of_guard.refresh_from_db()
    assert of_guard.participants == 55


def test_a_chain_points_to_the_last_and_is_undone_from_the_last(
    of_police: Activity, of_guard: Activity, office: Institution, coordinator: User
) -> None:
    third = enter(office, by=coordinator, **{**SAME, "participants": 49})
    before = [standing(row) for row in (of_police, of_guard, third)]
    first = services.join_activities(of_police, into=of_guard, by=coordinator)
    after_first = [standing(row) for row in (of_police, of_guard, third)]
    second = services.join_activities(of_guard, into=third, by=coordinator)
    assert {row.joined_into_id for row in Activity.objects.exclude(pk=third.pk)} == {third.pk}
    assert bodies(third) == {"KMP", "SM", "BB"}
    with pytest.raises(Refused, match="Najpierw rozłącz tamto połączenie"):
        services.split_activities(first, by=coordinator)
    services.split_activities(second, by=coordinator)
    assert [standing(row) for row in (of_police, of_guard, third)] == after_first
    services.split_activities(first, by=coordinator)
    assert [standing(row) for row in (of_police, of_guard, third)] == before


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_joined_into_one_are_undone_in_any_order(
    of_police: Activity, of_guard: Activity, office: Institution, coordinator: User, patrols: Undertaking,
    neighbour: User, guard: Institution, order: tuple[int, int],
) -> None:  # fmt: skip
    main = enter(office, by=coordinator, **{**SAME, "participants": 40})
    again = enter(guard, by=neighbour, undertakings=(patrols,), **{**AGAIN, "participants": 52})
    rows = (of_police, again, main)
    before = [standing(row) for row in rows]
    made = [services.join_activities(row, into=main, by=coordinator, taking=["participants"]) for row in rows[:2]]
    assert Activity.objects.get(pk=main.pk).participants == 52
    for place in order:
        services.split_activities(made[place], by=coordinator)
    assert [standing(row) for row in rows] == before


def test_joining_into_a_row_given_up_leads_to_the_one_that_speaks(
    of_police: Activity, of_guard: Activity, office: Institution, coordinator: User
) -> None:
    third = enter(office, by=coordinator, **SAME)
    services.join_activities(of_guard, into=third, by=coordinator)
    of_guard.refresh_from_db()
    assert services.join_activities(of_police, into=of_guard, by=coordinator).main == third


@pytest.mark.parametrize(("state", "sentence"), [("planned", "jeszcze planowany"), ("cancelled", "jest odwołany")])
def test_what_does_not_count_speaks_for_nobody(
    of_police: Activity, of_guard: Activity, coordinator: User, state: str, sentence: str
) -> None:
    Activity.objects.filter(pk=of_guard.pk).update(state=state)
    of_guard.refresh_from_db()
    with pytest.raises(Refused, match=sentence):
        services.join_activities(of_police, into=of_guard, by=coordinator)
    with pytest.raises(Refused, match="ten sam wpis"):
        services.join_activities(of_police, into=of_police, by=coordinator)


def test_a_row_that_speaks_for_others_is_not_cancelled(
    of_police: Activity, of_guard: Activity, coordinator: User
) -> None:
    services.join_activities(of_police, into=of_guard, by=coordinator)
    with pytest.raises(Refused, match="Najpierw je rozłącz"):
        services.cancel_activity(of_guard, by=coordinator, reason="Pomyłka.")


def test_the_other_institution_is_told_and_colleagues_are_not(
    of_police: Activity, of_guard: Activity, reporter: User, neighbour: User, coordinator: User
) -> None:
    services.join_activities(of_police, into=of_guard, by=reporter)
    assert [(sent.kind, sent.user) for sent in Message.objects.all()] == [("activities.joined", neighbour)]
    assert "„Spotkanie z rodzicami o cyberprzemocy”" in Message.objects.get().body


def test_a_pair_refused_is_not_proposed_again(of_police: Activity, of_guard: Activity, coordinator: User) -> None:
    assert [(pair.one, pair.other) for pair in pairs.pairs_among(Activity.objects.all())] == [(of_police, of_guard)]
    services.tell_apart(of_guard, of_police, by=coordinator)
    services.tell_apart(of_police, of_guard, by=coordinator)
    assert pairs.pairs_among(Activity.objects.all()) == pairs.like(of_police) == []
    assert NotTheSame.objects.count() == 1


def test_the_desk_of_the_office_tells_how_many(of_police: Activity, of_guard: Activity, coordinator: User,
                                               reporter: User) -> None:  # fmt: skip
    assert [todo.sentence for todo in desk.alike(coordinator)] == ["1 para wpisów może być tym samym wydarzeniem."]
    assert list(desk.alike(reporter)) == []


def test_an_institution_joins_its_own_row_and_gives_up_its_number(
    client: InspectingClient, of_police: Activity, of_guard: Activity, reporter: User, neighbour: User
) -> None:
    page = client.as_(reporter).page(of_police.get_absolute_url())
    assert "To może być już wpisane:" in text_of(page)
    address = f"{LIST}{of_police.pk}/to-samo/{of_guard.pk}/"
    form = client.page(address)
    assert [one["value"] for one in form.select("input[name=main]")] == [str(of_guard.pk)]
    assert form.select("input[name=participants]") == []
    client.post(address, {"main": of_police.pk})
    assert Activity.objects.filter(joined_into=None).count() == 2, "others' rows are not given up"
    client.post(address, {"main": of_guard.pk})
    of_police.refresh_from_db()
    assert of_police.joined_into == of_guard
    assert "rozłącz" in text_of(client.page(of_guard.get_absolute_url()))
    assert "Ten wpis mówi też za" in text_of(client.as_(neighbour).page(of_guard.get_absolute_url()))
    split = f"{LIST}{of_police.pk}/rozlacz/"
    client.page(split)
    client.post(split)
    of_police.refresh_from_db()
    assert of_police.joined_into is None


def test_the_office_chooses_the_main_row_and_the_numbers(
    client: InspectingClient, of_police: Activity, of_guard: Activity, coordinator: User
) -> None:
    page = client.as_(coordinator).page(ALIKE)
    assert "ten sam dzień, to samo miejsce, podobne nazwy, 48 i 50 osób" in text_of(page)
    address = f"{LIST}{of_police.pk}/to-samo/{of_guard.pk}/"
    assert client.page(address).select_one("input[name=main][checked]")["value"] == str(of_police.pk)  # type: ignore[index]
    client.post(address, {"main": of_police.pk, "participants": of_guard.pk})
    of_police.refresh_from_db()
    assert of_police.participants == 50
    assert "Nie widać powtórzeń" in text_of(client.page(ALIKE))


def test_the_button_of_different_events_is_kept(
    client: InspectingClient, of_police: Activity, of_guard: Activity, neighbour: User
) -> None:
    answer = client.as_(neighbour).post(f"{LIST}{of_police.pk}/to-nie-to-samo/{of_guard.pk}/")
    assert (answer.status_code, NotTheSame.objects.get().said_by) == (302, neighbour)


def test_rows_of_others_are_not_found_by_trying(
    client: InspectingClient, of_police: Activity, guard: Institution, neighbour: User, reporter: User, member: User
) -> None:
    far = enter(guard, by=neighbour, title="Festyn", place="Stadion", starts_on=date(2022, 6, 1))
    address = f"{LIST}{of_police.pk}/to-samo/{far.pk}/"
    assert client.as_(reporter).get(address).status_code == 404
    assert client.as_(neighbour).get(address).status_code == 404
    assert client.as_(member).get(address).status_code == 403
    assert client.as_(member).get(ALIKE).status_code == 403


def test_files_of_both_are_shown_at_the_main_row(
    client: InspectingClient, of_police: Activity, of_guard: Activity, reporter: User, neighbour: User
) -> None:
    kept = services.add_file(of_police, by=reporter, data=photo(), name="sala.jpg", description="Sala")
    assert client.as_(neighbour).get(f"{LIST}plik/{kept.pk}/").status_code == 404
    services.join_activities(of_police, into=of_guard, by=reporter)
    page = client.page(of_guard.get_absolute_url())
    assert [image["alt"] for image in page.select("img.photo")] == ["Sala"]
    assert client.get(f"{LIST}plik/{kept.pk}/").getvalue()
    assert client.get(f"{LIST}plik/{kept.pk}/usun/").status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_pairs(
    client: InspectingClient, coordinator: User, reporter: User, neighbour: User, police: Institution,
    guard: Institution, patrols: Undertaking, rows: int, django_assert_num_queries,
) -> None:  # fmt: skip
    for n in range(rows):
        for body, person in ((police, reporter), (guard, neighbour)):
            enter(body, by=person, undertakings=(patrols,), **SAME, starts_on=date(2022, 10, 2 + 5 * n),
                  starts_at=time(17))  # fmt: skip
    client.as_(coordinator).page(ALIKE)
    with django_assert_num_queries(9):
        client.page(ALIKE)
