"""The page of an action or an initiative: its official wording, who answers for it, and what other rooms add."""

import pytest
from cast import MakeAction
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans import panels
from bezpiecznik.plans.events import Event
from bezpiecznik.plans.models import Programme, Responsibility, Undertaking


def facts(page) -> dict[str, str]:
    return {text_of(term): text_of(term.find_next("dd")) for term in page.select("dl.facts dt")}


@pytest.fixture
def only_plan(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """No room above the plan speaks; what the test registers goes away with it."""
    makers: list[object] = []
    monkeypatch.setattr(panels._of_undertaking, "_makers", makers)
    return makers


def test_official_wording_stands_as_a_quoted_act_with_its_place(
    client: InspectingClient, reporter: User, patrols: Undertaking
) -> None:
    page = client.as_(reporter).page(patrols.get_absolute_url())
    assert text_of(page.h1) == "Działanie 1.1"
    assert text_of(page.blockquote) == f"{patrols.wording} wiersz 101 uchwały"


def test_leads_and_partners_are_told_apart_with_words_of_the_document(
    client: InspectingClient, reporter: User, patrols: Undertaking
) -> None:
    Undertaking.objects.filter(pk=patrols.pk).update(leads_raw="KMP", partners_raw="SM,Szkoły")
    shown = facts(client.as_(reporter).page(patrols.get_absolute_url()))
    assert shown == {
        "Podmioty odpowiedzialne": "Komenda Miejska Policji (KMP) w uchwale: „KMP”",
        "Partnerzy": "Straż Miejska (SM) w uchwale: „SM,Szkoły”",
    }


def test_an_initiative_shows_all_its_columns(
    client: InspectingClient, reporter: User, programme: Programme, guard: Institution
) -> None:
    senior = Undertaking.objects.create(
        programme=programme, kind="initiative", no=3, wording="TAKSÓWKA DLA SENIORA", aim="Dowóz do lekarza.",
        audience="seniorzy", term_raw="2021–2023", method="Telefon do dyspozytora.", funding="budżet miasta",
        measures=["liczba kursów", "liczba osób"],
    )  # fmt: skip
    Responsibility.objects.create(undertaking=senior, institution=guard, role="lead")
    page = client.as_(reporter).page(senior.get_absolute_url())
    assert (text_of(page.h1), text_of(page.blockquote)) == ("TAKSÓWKA DLA SENIORA", "Dowóz do lekarza.")
    assert facts(page) == {
        "Realizator": "Straż Miejska (SM)", "Kogo obejmuje": "seniorzy", "Termin": "2021–2023",
        "Sposób realizacji": "Telefon do dyspozytora.", "Finansowanie": "budżet miasta",
        "Mierniki": "liczba kursów; liczba osób",
    }  # fmt: skip


def test_history_tells_what_the_journal_knows(
    client: InspectingClient, reporter: User, coordinator: User, patrols: Undertaking
) -> None:
    journal.record(Event.CREATED, patrols.programme, by=coordinator)
    page = client.as_(reporter).page(patrols.get_absolute_url())
    [line] = page.select("#history ~ ol li")
    assert text_of(line).startswith("Wpisano program do rejestru")
    assert text_of(line).endswith("Krystyna Koordynatorska")


def test_rooms_above_add_panels_in_order_of_weight(
    client: InspectingClient, reporter: User, patrols: Undertaking, only_plan: list[object]
) -> None:
    empty = {"groups": []}
    panels.register(lambda _user, _action: panels.Panel("Druga", "plans/_duties.html", empty, weight=20))
    panels.register(lambda _user, _action: None)
    panels.register(
        lambda _user, action: panels.Panel(f"Pierwsza {action.code}", "plans/_duties.html", empty, weight=10)
    )
    page = client.as_(reporter).page(patrols.get_absolute_url())
    assert [text_of(title) for title in page.select("h2")] == ["Pierwsza 1.1", "Druga"]


def test_neighbours_in_the_area_are_one_step_away(
    client: InspectingClient, reporter: User, make_action: MakeAction
) -> None:
    first, second, third = make_action(), make_action(), make_action()
    page = client.as_(reporter).page(second.get_absolute_url())
    assert [link["href"] for link in page.select("a[rel]")] == [first.get_absolute_url(), third.get_absolute_url()]
    assert [link["rel"] for link in client.page(first.get_absolute_url()).select("a[rel]")] == [["next"]]


@pytest.mark.parametrize("partners", [1, 3])
def test_number_of_queries_does_not_grow_with_partners(
    client: InspectingClient, reporter: User, make_action: MakeAction, partners: int, only_plan: list[object],
    django_assert_num_queries,
) -> None:  # fmt: skip
    bodies = [Institution.objects.create(name=f"Partner {no}") for no in range(partners)]
    action = make_action(partners=bodies)
    client.as_(reporter).page(action.get_absolute_url())
    with django_assert_num_queries(10):
        client.page(action.get_absolute_url())


def test_a_person_without_a_role_gets_404(client: InspectingClient, guest: User, patrols: Undertaking) -> None:
    assert client.as_(guest).get(patrols.get_absolute_url()).status_code == 404


def test_what_does_not_exist_is_404(client: InspectingClient, reporter: User) -> None:
    assert client.as_(reporter).get("/praca/program/przedsiewziecie/1234/").status_code == 404
