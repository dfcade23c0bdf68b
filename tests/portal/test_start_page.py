"""The residents' first page: what for, who, how it goes; doors and search."""

import pytest
from inspector import InspectingClient, text_of
from published_years import Evaluate

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Programme, Undertaking


def card(client: InspectingClient, identifier: str) -> str:
    heading = client.page("/").find(id=identifier)
    assert heading is not None
    assert heading.parent is not None
    return text_of(heading.parent)


def test_three_questions_are_answered_in_a_sentence_each(
    client: InspectingClient, programme: Programme, patrols: Undertaking, evaluate: Evaluate
) -> None:
    programme.main_goal = "Mniej wykroczeń."
    programme.save()
    evaluate(2021, {patrols: ("partial", [])})
    assert card(client, "what-for") == "Po co jest program? Mniej wykroczeń. Cele i treść programu"
    assert card(client, "who").startswith(
        "Kto go realizuje? 2 instytucje. Wskazuje je uchwała nr X/1/2021 (Rada Miasta Zatorzyna)."
    )
    assert card(client, "how").startswith(
        "Jak idzie? Za 2021 rok oceniono 1 działanie: zrealizowano częściowo : 1 Opublikowane lata: 2021."
    )


def test_before_anything_is_published_the_page_says_so(
    client: InspectingClient, patrols: Undertaking, evaluate: Evaluate
) -> None:
    evaluate(2021, {patrols: ("done", [])}, state="finished")
    evaluate(2022, {patrols: ("not_done", [])}, state="draft")
    assert card(client, "how") == (
        "Jak idzie? Żadna ocena roczna nie została jeszcze opublikowana. Na razie pokazujemy treść programu."
    )


def test_areas_are_doors_with_numbers_of_actions(client: InspectingClient, patrols: Undertaking) -> None:
    doors = client.page("/").select("section:has(#areas) a")
    assert [(door["href"], text_of(door)) for door in doors] == [
        ("/obszary/1/", "1. Bezpieczeństwo w miejscach publicznych 1 działanie")
    ]


def test_a_house_without_a_programme_still_opens(client: InspectingClient, db: None) -> None:
    assert text_of(client.page("/").select_one(".empty")) == "Programu jeszcze tu nie ma. Zajrzyj później."
    assert client.get("/program/").status_code == 404
    assert client.get("/szukaj/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_areas(
    client: InspectingClient, programme: Programme, patrols: Undertaking, evaluate: Evaluate, rows: int,
    django_assert_num_queries,
) -> None:  # fmt: skip
    for no in range(2, rows + 1):
        Area.objects.create(programme=programme, no=no, official_name=f"Obszar {no}")
        evaluate(2020 + no, {patrols: ("done", [])})
    with django_assert_num_queries(4):
        client.page("/")


def test_everyone_may_look_without_signing_in(
    client: InspectingClient, patrols: Undertaking, reporter: User, police: Institution
) -> None:
    programme = patrols.programme
    Undertaking.objects.create(programme=programme, kind="initiative", no=1, wording="Bezpieczny senior")
    for address in PUBLIC:
        assert client.get(address).status_code == 200, address
    for address in PUBLIC:
        assert client.as_(reporter).get(address).status_code == 200, address


PUBLIC = (
    "/", "/program/", "/obszary/1/", "/dzialania/1/1/", "/dla-mieszkancow/", "/dla-mieszkancow/1/", "/szukaj/",
    "/szukaj/?q=patrol", "/deklaracja-dostepnosci/", "/o-danych/",
)  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_made_up_data_are_marked_on_every_page(
    client: InspectingClient, programme: Programme, patrols: Undertaking, address: str
) -> None:
    Undertaking.objects.create(programme=programme, kind="initiative", no=1, wording="Bezpieczny senior")
    sentence = "To jest pokaz: sprawozdania i oceny na tej stronie są zmyślone."
    assert [text_of(note) for note in client.page(address).select(".callout[role=note]")] == []
    programme.made_up = True
    programme.save()
    assert [text_of(note) for note in client.page(address).select(".callout[role=note]")] == [sentence]


@pytest.mark.parametrize("address", ["/obszary/7/", "/dzialania/1/9/", "/dzialania/9/1/", "/dla-mieszkancow/5/"])
def test_what_the_programme_does_not_hold_is_404(client: InspectingClient, patrols: Undertaking, address: str) -> None:
    assert client.get(address).status_code == 404
