"""Recommendations: made, followed up, ended with what became of them, carried to the next year's report."""

import json
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from django.urls import reverse
from inspector import InspectingClient, held_with_texts, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, desk
from bezpiecznik.documents.content import Table, plain
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.evaluation import recommending, services
from bezpiecznik.evaluation.models import Evaluation, Recommendation, RecommendationState
from bezpiecznik.evaluation.report import annual_report
from bezpiecznik.evaluation.states import RECOMMENDATION_NEXT, Addressee
from bezpiecznik.institutions import merging
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting.refusals import Refused

S = RecommendationState


@pytest.fixture
def one(programme: Programme, patrols: Undertaking, police: Institution, coordinator: User) -> Recommendation:
    """Of 2021, to the police, about 1.1; its day has passed."""
    return recommending.recommend(
        programme, year=2021, text="Ujednolicić miernik patroli.", addressee=Addressee.INSTITUTION, institution=police,
        undertaking=patrols, due_on=clock.today() - timedelta(days=3), by=coordinator,
    )  # fmt: skip


def url(name: str, *args: int) -> str:
    return reverse(f"evaluation:{name}", args=args)


def test_a_recommendation_is_written_on_screen(
    client: InspectingClient, programme: Programme, patrols: Undertaking, police: Institution, coordinator: User
) -> None:
    address = f"{url('recommend')}?programme={programme.pk}&year=2022&undertaking={patrols.pk}"
    page = client.as_(coordinator).page(address)
    assert page.select_one(f"select[name=undertaking] option[value='{patrols.pk}'][selected]")
    said = {"year": "2022", "text": "Zrobić to.", "addressee": "institution", "undertaking": str(patrols.pk)}
    assert "Wskaż podmiot" in client.post(address, said).content.decode()
    client.post(address, {**said, "institution": str(police.pk), "due_on": "2023-06-30"})
    made = Recommendation.objects.get()
    assert (str(made), made.whom, made.subject, made.due_on) == (
        "1/2022", "Komenda Miejska Policji", "działanie 1.1", date(2023, 6, 30),
    )  # fmt: skip
    assert client.get(made.get_absolute_url()).status_code == 200


def test_the_whole_life_on_screen(client: InspectingClient, one: Recommendation, coordinator: User) -> None:
    client.as_(coordinator)
    client.post(url("note-recommendation", one.pk), {"on": "2022-05-12", "text": "Komenda pracuje nad tym."})
    assert "Komenda pracuje nad tym." in text_of(client.page(one.get_absolute_url()))
    assert client.page(url("end-recommendation", one.pk)).select("input[type=radio]")
    client.post(url("end-recommendation", one.pk), {"state": "done", "outcome": "Ujednolicono."})
    one.refresh_from_db()
    assert (one.state, one.outcome, one.closed_by) == (S.DONE, "Ujednolicono.", coordinator)
    assert "zakończone" in client.post(url("edit-recommendation", one.pk), _said(one)).content.decode()
    client.post(url("reopen-recommendation", one.pk), {"reason": "Jednak nie wszędzie."})
    one.refresh_from_db()
    assert (one.is_open, one.notes.last().text) == (True, "Ujednolicono.")  # type: ignore[union-attr]
    client.post(url("edit-recommendation", one.pk), _said(one))
    one.refresh_from_db()
    assert (one.text, one.addressee, one.institution) == ("Inaczej.", Addressee.COMMISSION, None)


def _said(one: Recommendation) -> dict[str, str]:
    return {
        "text": "Inaczej.", "addressee": "commission", "undertaking": str(one.undertaking_id), "seen": one.stamp
    }  # fmt: skip


def test_words_that_somebody_changed_meanwhile_are_not_overwritten_unseen(
    client: InspectingClient, one: Recommendation, coordinator: User
) -> None:
    here = url("edit-recommendation", one.pk)
    opened = held_with_texts(client.as_(coordinator).page(here), here)
    recommending.change_recommendation(one, text="Słowa sąsiada.", by=coordinator)
    refused = soup(client.post(here, {**opened, "text": "Moje słowa."}))
    assert "ktoś zmienił to zalecenie" in text_of(refused)
    again = held_with_texts(refused, here)
    assert again["text"] == "Moje słowa."
    one.refresh_from_db()
    assert one.text == "Słowa sąsiada."
    client.post(here, again)
    one.refresh_from_db()
    assert one.text == "Moje słowa."


@pytest.mark.parametrize(("before", "after"), list(product(S, S)))
def test_states_change_only_as_the_table_says(
    one: Recommendation, coordinator: User, before: RecommendationState, after: RecommendationState
) -> None:
    if before != S.OPEN:
        recommending.end(one, state=before, outcome="Koniec.", by=coordinator)

    def turn() -> None:
        if after == S.OPEN:
            recommending.reopen(one, reason="Bo tak.", by=coordinator)
        else:
            recommending.end(one, state=after, outcome="Koniec.", by=coordinator)

    if after in RECOMMENDATION_NEXT[before]:
        turn()
    else:
        with pytest.raises(Refused):
            turn()
    one.refresh_from_db()
    assert one.state == (after if after in RECOMMENDATION_NEXT[before] else before)


def test_nothing_ends_without_saying_what_became_of_it(one: Recommendation, coordinator: User) -> None:
    with pytest.raises(Refused, match="co stało się"):
        recommending.end(one, state=S.DONE, outcome="  ", by=coordinator)
    with pytest.raises(Refused, match="jeszcze nie nadszedł"):
        recommending.note(one, on=clock.today() + timedelta(days=1), text="Zrobią.", by=coordinator)
    with pytest.raises(Refused, match="już jest"):
        recommending.recommend(
            one.programme,
            year=2021,
            text=one.text,
            addressee=one.addressee,
            institution=one.institution,
            by=coordinator,
        )


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_equally_often_and_is_searched_filtered_and_exported(
    client: InspectingClient, one: Recommendation, coordinator: User, member: User, rows: int,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    for number in range(1, rows):
        recommending.recommend(one.programme, year=2022, text=f"Inne {number}.", by=coordinator)
    client.as_(coordinator)
    with django_assert_max_num_queries(7):
        page = client.page(url("recommendations"))
    assert len(page.select("#rows tbody tr")) == rows

    def found(query: str) -> int:
        return len(client.page(f"{url('recommendations')}?{query}").select("#rows tbody tr"))

    assert [found(query) for query in ("q=patroli", "state=overdue", "year=2021", "addressee=office", "q=żaden")] == [
        1, 1, 1, rows - 1, 0,
    ]  # fmt: skip
    assert "Ujednolicić" in client.get(f"{url('recommendations')}?export=csv&q=miernik").content.decode()
    assert "Wpisz zalecenie" not in text_of(client.as_(member).page(url("recommendations")))


def test_strangers_find_nothing_and_readers_change_nothing(
    client: InspectingClient, one: Recommendation, reporter: User, member: User
) -> None:
    assert client.as_(reporter).get(one.get_absolute_url()).status_code == 404
    client.as_(member)
    assert client.get(one.get_absolute_url()).status_code == 200
    assert client.get(url("recommend")).status_code in {403, 404}
    assert client.post(url("end-recommendation", one.pk), {"state": "done", "outcome": "X"}).status_code in {403, 404}


def test_a_late_one_stands_on_the_desk(one: Recommendation, coordinator: User, member: User) -> None:
    def told(user: User) -> list[str]:
        return [todo.sentence for todo in desk.todos(user) if "zalece" in todo.sentence]

    assert told(coordinator) == ["Minął termin zalecenia 1/2021: Ujednolicić miernik patroli."]
    assert told(member) == []
    two = recommending.recommend(
        one.programme, year=2021, text="Drugie.", due_on=clock.today() - timedelta(days=1), by=coordinator
    )
    assert told(coordinator) == ["Minął termin 2 zaleceń z ocen rocznych."]
    for each in (one, two):
        recommending.end(each, state=S.DROPPED, outcome="Nieaktualne.", by=coordinator)
    assert told(coordinator) == []


def test_the_next_report_tells_what_became_of_it(
    one: Recommendation, evaluation: Evaluation, coordinator: User, programme: Programme
) -> None:
    recommending.note(one, on=date(2022, 5, 12), text="Komenda pracuje.", by=coordinator)
    recommending.end(one, state=S.DONE, outcome="Ujednolicono.", by=coordinator)
    recommending.recommend(programme, year=2022, text="Nowe zalecenie.", by=coordinator)
    recommending.recommend(programme, year=2023, text="Za rok później.", by=coordinator)
    services.confirm_grades(evaluation.grades.all(), by=coordinator)
    evidence = services.finish_evaluation(evaluation, by=coordinator)
    content = annual_report(
        json.loads(evidence.content), Meta("SR/2022/1", "Sprawozdanie", date(2023, 3, 1), evidence.sha256)
    )  # fmt: skip
    tables = {block.caption: block for block in content.blocks if isinstance(block, Table)}
    former = [plain(cell) for cell in tables["Wcześniejsze zalecenia"].rows[0]]
    assert former[0] == "1/2021"
    assert former[3].endswith(": Ujednolicono. Ustalenia: 12.05.2022 – Komenda pracuje.")
    assert [plain(row[1]) for row in tables["Zalecenia"].rows] == ["Nowe zalecenie."]
    assert "8. Zalecenia" in [heading.text for heading in content.headings]


def test_recommendations_go_to_the_body_that_stays(one: Recommendation, guard: Institution, coordinator: User) -> None:
    from bezpiecznik.evaluation.merging import move, preview

    assert one.institution
    assert preview(one.institution, guard).moved == ("1 zalecenie",)
    move(one.institution, guard, coordinator)
    one.refresh_from_db()
    assert one.whom == "Straż Miejska"
    assert any("evaluation.Recommendation.institution" in mover.covers for mover in merging.MOVERS)
