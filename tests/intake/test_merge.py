"""What the document says twice becomes one row: bodies united, the other rows gone with a pointer."""

import pytest
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.intake import corrections, merging, services, undoing
from bezpiecznik.intake.draft import Draft, Row, draft_of
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.refusals import Outdated

TWICE = """UCHWAŁA NR X/13/2024
RADY MIASTA ZATORZYN
z dnia 14 marca 2024 r.
w sprawie uchwalenia Miejskiego Programu Zapobiegania Przestępczości na lata 2024-2026

Obszar 1. BEZPIECZEŃSTWO
Lp.\tDziałanie\tPodmiot odpowiedzialny\tPartnerzy\tTermin\tMierniki
1.\tWspólne patrole w miejscach zagrożonych.\tKMP\tSM, rady osiedli\t\tliczba patroli
2.\tSpotkania z mieszkańcami.\tSM\tKMP\tcały rok\tliczba spotkań
3.\tWspólne patrole w miejscach zagrożonych.\tSM\tKMP, Szkoły\tpraca ciągła\tliczba patroli

Obszar 2. RUCH DROGOWY
Lp.\tDziałanie\tPodmiot odpowiedzialny\tPartnerzy\tTermin\tMierniki
1.\tWspólne patrole w miejscach zagrożonych przy szkołach.\tKMP\tSM\t\t
"""
FIRST, OTHER, THIRD = "areas:0:0", "areas:0:1", "areas:0:2"


@pytest.fixture
def twice(coordinator: User) -> Intake:
    return services.read_now(services.upload(TWICE.encode(), name="dwa-razy.txt", by=coordinator))


@pytest.fixture
def desk(client: InspectingClient, coordinator: User) -> InspectingClient:
    return client.as_(coordinator)


def draft(intake: Intake) -> Draft:
    intake.refresh_from_db()
    return draft_of(intake)


def row(intake: Intake, key: str) -> Row:
    found = draft(intake).row(key)
    assert found is not None
    return found


def url(intake: Intake, key: str = FIRST) -> str:
    return f"{intake.get_absolute_url()}pozycja/{key}/polacz/"


def test_the_one_that_stays_keeps_its_words_and_takes_in_bodies_and_measures(twice: Intake, coordinator: User) -> None:
    merging.merge(twice, FIRST, {THIRD: row(twice, THIRD).stamp}, stamp=row(twice, FIRST).stamp, by=coordinator)

    stays, gone = row(twice, FIRST), row(twice, THIRD)
    assert stays.values["text"] == "Wspólne patrole w miejscach zagrożonych."
    assert stays.values["responsible"] == ["KMP", "SM"]
    assert stays.values["partners"] == ["rady osiedli", "Szkoły"]
    assert stays.values["indicators"] == ["liczba patroli"]
    assert stays.values["deadline"] == "praca ciągła"
    assert (gone.deleted, gone.merged) == (True, FIRST)


def test_the_fault_of_two_same_actions_offers_to_join_them(desk: InspectingClient, twice: Intake) -> None:
    page = desk.page(twice.get_absolute_url(), part="area-1")
    join = next(link for link in page.select("a.button") if text_of(link) == "Połącz w jedno")
    chosen = desk.page(join["href"]).select("input[name=other][checked]")
    assert [box["value"] for box in chosen] == [THIRD]


def test_rows_are_joined_by_clicking_and_the_card_says_with_what(desk: InspectingClient, twice: Intake) -> None:
    page = desk.page(url(twice))
    form = page.select_one("form.intake-merge")
    data = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
    assert [box["value"] for box in form.select("input[name=other]")] == [THIRD, "areas:1:0", OTHER]

    answer = desk.post(url(twice), {**data, "other": [THIRD, "areas:1:0"]}, follow=True)

    card = soup(answer).select_one("#poz-areas-0-2")
    assert "połączono z 1.1 – nie wejdzie do programu" in text_of(card)
    assert row(twice, "areas:1:0").merged == FIRST


def test_nothing_chosen_is_told(desk: InspectingClient, twice: Intake) -> None:
    answer = desk.post(url(twice), {"stamp": row(twice, FIRST).stamp})
    assert (answer.status_code, text_of(soup(answer).select_one("[role=alert]"))) == (
        422, "Zaznacz co najmniej jedną pozycję.",
    )  # fmt: skip


def test_a_row_changed_meanwhile_is_not_joined_unseen(desk: InspectingClient, twice: Intake, coordinator: User) -> None:
    sent = {"stamp": row(twice, FIRST).stamp, "other": THIRD, f"stamp-{THIRD}": row(twice, THIRD).stamp}
    corrections.correct(twice, THIRD, {"text": "Co innego."}, stamp=row(twice, THIRD).stamp, by=coordinator)
    answer = desk.post(url(twice), sent, follow=True)
    assert "Ktoś zmienił jedną z tych pozycji: obejrzyj je jeszcze raz." in text_of(soup(answer))
    assert not row(twice, THIRD).deleted


@pytest.mark.parametrize("other", [FIRST, "areas:0", "nie-ma"])
def test_only_another_action_can_be_joined(twice: Intake, coordinator: User, other: str) -> None:
    found = draft(twice).row(other)
    stamp = found.stamp if found else ""
    with pytest.raises(Outdated):
        merging.merge(twice, FIRST, {other: stamp}, stamp=row(twice, FIRST).stamp, by=coordinator)


def test_an_area_has_no_page_of_joining(desk: InspectingClient, twice: Intake) -> None:
    assert desk.get(url(twice, "areas:0")).status_code == 404
    assert desk.get(url(twice, "areas:9:9")).status_code == 404


def test_a_restored_row_stands_by_itself_again(twice: Intake, coordinator: User) -> None:
    merging.merge(twice, FIRST, {THIRD: row(twice, THIRD).stamp}, stamp=row(twice, FIRST).stamp, by=coordinator)
    corrections.restore(twice, THIRD, by=coordinator)
    assert (row(twice, THIRD).deleted, row(twice, THIRD).merged) == (False, "")
    act = undoing.last_act(twice)
    assert act is not None
    undoing.take_back(twice, act=act.pk, by=coordinator)
    assert (row(twice, THIRD).deleted, row(twice, THIRD).merged) == (True, FIRST)


def test_one_of_joined_actions_enters_the_plan(twice: Intake, coordinator: User) -> None:
    merging.merge(twice, FIRST, {THIRD: row(twice, THIRD).stamp}, stamp=row(twice, FIRST).stamp, by=coordinator)
    corrections.accept_all_parts(twice, by=coordinator)
    programme = services.accept(twice, by=coordinator)
    assert list(programme.undertakings.filter(area__no=1).order_by("no").values_list("no", flat=True)) == [1, 2]
