"""Pages of the next programme: each opened once, the whole way walked without scripts."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from editions.edition_acts import IN_NOVEMBER, FateOf, continue_all, decide
from inspector import InspectingClient, held_by_form, held_with_texts, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.demo.cycle import day
from bezpiecznik.editions import adopting, consulting, services
from bezpiecznik.editions.models import Consultation, DraftItem, Edition
from bezpiecznik.editions.states import EditionState, FateKind, Who
from bezpiecznik.evaluation.models import GradeValue
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Undertaking


@pytest.fixture
def desk(client: InspectingClient, coordinator: User) -> InspectingClient:
    return client.as_(coordinator)


def test_an_edition_is_begun_from_the_list(desk: InspectingClient, programme: Programme, patrols: Undertaking) -> None:
    start = desk.page("/praca/edycje/").select_one("a.button-main")
    assert start is not None
    here = str(start["href"])
    typed = held_by_form(desk.page(here), here)
    assert (typed["year_from"], typed["year_to"]) == ("2024", "2026")
    answer = desk.post(here, {**typed, "title": "Program na lata 2024–2026"}, follow=True)
    assert "Działania: 0 z 1" in text_of(soup(answer))


def test_a_fate_is_decided_beside_its_grades_and_the_next_one_opens(
    desk: InspectingClient, edition: Edition, fate_of: FateOf, patrols: Undertaking, grade_it: "object"
) -> None:
    grade_it(patrols, GradeValue.PARTIAL)  # type: ignore[operator]
    here = fate_of("1.1").get_absolute_url()
    page = desk.page(here)
    assert "2022: zrealizowano częściowo" in text_of(page)
    assert "program nie mówi: termin" in text_of(page)
    answer = desk.post(here, {"kind": "changed", "wording": "Patrole nocne.", "seen": ""}, follow=True)
    assert text_of(soup(answer).h1) == "Co dalej z 1.2"  # type: ignore[arg-type]
    again = desk.post(here, {"kind": "continued", "seen": ""})
    assert (again.status_code, "W międzyczasie zapisano" in text_of(soup(again))) == (422, True)
    seen = soup(again).select_one("input[name=seen]")
    assert seen is not None
    assert seen["value"] == fate_of("1.1").stamp


def test_what_went_well_is_continued_together_and_undone(
    desk: InspectingClient, edition: Edition, fate_of: FateOf, patrols: Undertaking, grade_it: "object"
) -> None:
    grade_it(patrols, GradeValue.DONE)  # type: ignore[operator]
    here = f"/praca/edycje/{edition.pk}/kontynuacja/"
    boxes = [str(box["value"]) for box in desk.page(here).select("input[name=fate]")]
    assert boxes == [str(fate_of("1.1").pk)]
    answer = desk.post(here, {"fate": boxes}, follow=True)
    assert "1 pozycja będzie kontynuowana" in text_of(soup(answer))
    undone = desk.post(f"/praca/edycje/{edition.pk}/cofniecie/", follow=True)
    assert "Cofnięto. 1 pozycja czeka" in text_of(soup(undone))


def test_a_new_item_is_added_changed_and_removed(desk: InspectingClient, edition: Edition, police: Institution) -> None:
    area = edition.areas.get()
    typed = {"area": area.pk, "wording": "Nowe działanie.", "leads": [police.pk], "seen": ""}
    answer = desk.post(f"/praca/edycje/{edition.pk}/pozycja/", typed, follow=True)
    assert "1.1 Nowe działanie. KMP – nowe" in text_of(soup(answer))
    item = DraftItem.objects.get()
    here = f"/praca/edycje/pozycja/{item.pk}/"
    desk.page(here)
    desk.post(here, {**typed, "wording": "Inne.", "seen": item.stamp})
    stale = desk.post(here, {**typed, "seen": item.stamp})
    assert "W międzyczasie" in text_of(soup(stale))
    assert DraftItem.objects.get().wording == "Inne."
    desk.post(f"{here}usuniecie/")
    assert not DraftItem.objects.exists()


def test_goals_and_areas_of_the_draft_are_changed(desk: InspectingClient, edition: Edition) -> None:
    here = f"/praca/edycje/{edition.pk}/postanowienia/"
    typed = {
        "title": "P", "goals": "Mniej wypadków.\r\n\r\nMniej kradzieży.", "justification": "Bo tak.", "main_goal": "",
        "forms_": "", "participants": "", "commission_tasks": "",
    }  # fmt: skip
    desk.post(here, held_by_form(desk.page(here), here) | typed)
    edition.refresh_from_db()
    assert (edition.goals, edition.justification) == (["Mniej wypadków.", "Mniej kradzieży."], "Bo tak.")
    desk.post(f"/praca/edycje/{edition.pk}/obszar/", {"name": "Sieć", "diagnosis": ""})
    first = edition.areas.get(no=1)
    changed = {"name": "Ulice", "diagnosis": "Ciemno.", "seen": first.stamp}
    desk.post(f"/praca/edycje/obszar/{first.pk}/", changed)
    assert [str(area) for area in edition.areas.all()] == ["1. Ulice", "2. Sieć"]


def test_the_table_of_the_former_programme_is_filtered_and_exported(
    desk: InspectingClient, edition: Edition, fate_of: FateOf, coordinator: User
) -> None:
    decide(fate_of("1.1"), FateKind.DROPPED, coordinator, reason="Zadanie ustawowe.")
    here = f"/praca/edycje/{edition.pk}/rozliczenie/"
    page = desk.page(here, fate="dropped")
    assert [text_of(row.th) for row in page.select("tbody tr")] == ["1.1"]  # type: ignore[arg-type]
    assert "rezygnacja: 1, skreślone wcześniej: 0, nierozstrzygnięte: 2; razem: 3." in text_of(page)
    csv = desk.get(here, {"export": "csv", "q": "ustawowe"}).content.decode("utf-8-sig").splitlines()
    assert len(csv) == 2
    assert "Zadanie ustawowe." in csv[1]


def test_a_consultation_is_announced_answered_and_shown_to_the_office(
    desk: InspectingClient, edition: Edition, coordinator: User
) -> None:
    with day(IN_NOVEMBER):
        continue_all(edition, coordinator)
        desk.page(f"/praca/edycje/{edition.pk}/konsultacje/")
        days = {"opens_on": "2023-11-20", "closes_on": "2023-12-04"}
        desk.post(f"/praca/edycje/{edition.pk}/konsultacje/", days)
        found = Consultation.objects.get()
        one = found.paragraphs[1]
        comment = consulting.comment(
            found, anchor=one["anchor"], sha256=one["sha256"], text="Więcej patroli.", who=Who.RESIDENT
        )
        assert "1 uwaga czeka" in text_of(desk.page(found.get_absolute_url(), state="waiting"))
        desk.page(comment.get_absolute_url())
        desk.post(comment.get_absolute_url(), {"verdict": "taken", "answer": "Dopiszemy.", "seen": ""})
        desk.post(f"{comment.get_absolute_url()}ukrycie/", {"reason": "Na próbę."})
        assert "Na wszystkie uwagi odpowiedziano" in text_of(desk.page(found.get_absolute_url()))
        for address in ("przyjecie", "postanowienia", "zaniechanie"):
            desk.page(f"/praca/edycje/{edition.pk}/{address}/")
    with day(date(2023, 12, 5)):
        assert desk.page(found.get_absolute_url()).select("form[action$='zakonczenie/']")
        desk.post(f"{found.get_absolute_url()}zakonczenie/")
    edition.refresh_from_db()
    assert edition.state == EditionState.CONSULTED


def test_adoption_is_written_down_and_seen_on_the_page_of_the_action(
    desk: InspectingClient, edition: Edition, coordinator: User, patrols: Undertaking, grade_it: "object"
) -> None:
    grade_it(patrols, GradeValue.DONE)  # type: ignore[operator]
    here = f"/praca/edycje/{edition.pk}/przyjecie/"
    assert "3 pozycje poprzedniego programu czekają" in text_of(desk.page(here))
    continue_all(edition, coordinator)
    desk.page(here)
    desk.post(here, {"act_no": "L/100/2023", "act_date": "2023-12-14"})
    successor = Programme.objects.get(act_no="L/100/2023").undertakings.get(area__no=1, no=1)
    page = text_of(desk.page(successor.get_absolute_url()))
    assert "W programie 2021–2023: 1.1 , kontynuowane, oceny: 2022: zrealizowano" in page
    assert "W programie 2024–2026: 1.1 , kontynuowane" in text_of(desk.page(patrols.get_absolute_url()))


def test_a_resolution_is_linked_and_sure_pairs_confirmed(
    desk: InspectingClient, edition: Edition, fate_of: FateOf, coordinator: User
) -> None:
    here = f"/praca/edycje/{edition.pk}/uchwala/"
    assert "Nie ma późniejszego programu" in text_of(desk.page(here))
    later = Programme.objects.create(title="P", unit="Miasto Zatorzyn", act_no="L/1/2023", year_from=2024, year_to=2026)
    action = Undertaking.objects.create(
        programme=later, kind="initiative", no=4, wording="BEZPIECZNY ROWERZYSTA"
    )  # fmt: skip
    desk.page(here)
    desk.post(here, {"programme": later.pk})
    pairs = f"/praca/edycje/{edition.pk}/odpowiedniki/"
    desk.post(pairs, {"fate": [str(box["value"]) for box in desk.page(pairs).select("input[name=fate]")]})
    assert fate_of("P1").successor == action
    desk.post(fate_of("1.1").get_absolute_url(), {"successor": "", "reason": "Uchwała go nie ma.", "seen": ""})
    assert fate_of("1.1").kind == FateKind.DROPPED
    desk.page(fate_of("1.2").get_absolute_url())
    desk.page(f"/praca/edycje/{edition.pk}/")


def test_readers_read_and_do_not_decide(
    client: InspectingClient, edition: Edition, fate_of: FateOf, member: User, reporter: User
) -> None:
    client.as_(member)
    for address in ("", "projekt/", "rozliczenie/"):
        client.page(f"/praca/edycje/{edition.pk}/{address}")
    here = fate_of("1.1").get_absolute_url()
    assert not client.page(here).select("input[name=kind]")
    assert client.post(here, {"kind": "continued"}).status_code == 403
    assert client.as_(reporter).get(f"/praca/edycje/{edition.pk}/").status_code == 404


def test_lists_ask_as_often_for_three_rows_as_for_one(
    desk: InspectingClient, edition: Edition, coordinator: User
) -> None:
    here = f"/praca/edycje/{edition.pk}/"
    continue_all(edition, coordinator)

    def asked(**query: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            desk.page(here, **query)
        return len(caught)

    asked()
    assert asked() == asked(q="oświetlenia")


def test_an_adopted_edition_is_closed_to_work(desk: InspectingClient, edition: Edition, coordinator: User) -> None:
    continue_all(edition, coordinator)
    adopting.adopt(edition, by=coordinator, act_no="L/1/2023", act_date=date(2023, 12, 14))
    page = desk.page(f"/praca/edycje/{edition.pk}/")
    assert "Program przyjęty: L/1/2023" in text_of(page)
    refused = desk.post(f"/praca/edycje/{edition.pk}/postanowienia/", {"title": "Inny"})
    assert refused.status_code == 422


def test_passages_that_somebody_changed_meanwhile_are_not_overwritten_unseen(
    desk: InspectingClient, edition: Edition, coordinator: User
) -> None:
    here = f"/praca/edycje/{edition.pk}/postanowienia/"
    opened = held_with_texts(desk.page(here), here)
    services.change_passages(edition, passages={"goals": ["Cel sąsiada."]}, by=coordinator)
    refused = soup(desk.post(here, {**opened, "justification": "Moje słowa."}))
    assert "ktoś zmienił cele i postanowienia" in text_of(refused)
    edition.refresh_from_db()
    assert (edition.goals, edition.justification) == (["Cel sąsiada."], "")
    again = held_with_texts(refused, here)
    assert again["justification"] == "Moje słowa."
    assert desk.post(here, again).status_code == 302


def test_an_area_that_somebody_changed_meanwhile_is_not_overwritten_unseen(
    desk: InspectingClient, edition: Edition, coordinator: User
) -> None:
    area = edition.areas.get()
    here = f"/praca/edycje/obszar/{area.pk}/"
    opened = held_with_texts(desk.page(here), here)
    services.save_area(edition, area, name=area.name, diagnosis="Słowa sąsiada.", by=coordinator)
    refused = soup(desk.post(here, {**opened, "name": "Ulice"}))
    assert "ktoś zmienił ten obszar" in text_of(refused)
    area.refresh_from_db()
    assert area.diagnosis == "Słowa sąsiada."
    again = held_with_texts(refused, here)
    assert again["name"] == "Ulice"
    assert desk.post(here, again).status_code == 302
