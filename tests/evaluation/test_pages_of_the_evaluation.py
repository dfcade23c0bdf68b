from typing import Any

import pytest
from django.urls import reverse
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.evaluation import services
from bezpiecznik.evaluation.models import Evaluation, EvaluationState, Grade
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting.models import Period


def url(name: str, *args: int) -> str:
    return reverse(f"evaluation:{name}", args=args)


def codes(page: Any) -> list[str]:
    return [text_of(cell) for cell in page.select("#rows tbody th[scope=row]")]


def test_the_list_says_what_is_missing_in_each_year(
    client: InspectingClient, coordinator: User, evaluation: Evaluation
) -> None:
    rows = [text_of(row) for row in client.as_(coordinator).page(url("list")).select("tbody tr")]
    assert rows == [
        "2023 X/1/2021 jeszcze nie można oceniać Za rok 2023 nie otwarto żadnego okresu sprawozdawczego.",
        "2022 X/1/2021 w opracowaniu, 0 z 3 rozstrzygniętych Oceniaj 2022",
        "2021 X/1/2021 jeszcze nie można oceniać Za rok 2021 nie otwarto żadnego okresu sprawozdawczego.",
    ]


def test_a_closed_year_is_begun_by_its_button(
    client: InspectingClient, coordinator: User, patrols: Undertaking, close_year: Any
) -> None:
    close_year()
    page = client.as_(coordinator).page(url("list"))
    (form,) = page.select("main form[method=post]")
    response = client.post(str(form["action"]))
    evaluation = Evaluation.objects.get()
    assert (response.status_code, response["Location"]) == (302, evaluation.get_absolute_url())


def test_a_refusal_is_told_on_the_list(client: InspectingClient, coordinator: User, programme: Programme) -> None:
    client.as_(coordinator).post(url("start", programme.pk, 2022))
    page = client.page(url("list"))
    assert [text_of(each) for each in page.select(".messages li")] == [
        "Za rok 2022 nie otwarto żadnego okresu sprawozdawczego."
    ]


def test_members_see_nothing_until_the_evaluation_is_finished(
    client: InspectingClient, member: User, coordinator: User, evaluation: Evaluation
) -> None:
    grade = evaluation.grades.get(undertaking__no=1)
    client.as_(member)
    assert [client.get(each.get_absolute_url()).status_code for each in (evaluation, grade)] == [404, 404]
    assert "Nie ma jeszcze zakończonej oceny" in text_of(client.page(url("list")))
    services.confirm_grades(evaluation.grades.all(), by=coordinator)
    services.finish_evaluation(evaluation, by=coordinator)
    assert codes(client.page(evaluation.get_absolute_url())) == ["1.1", "1.2", "1.3"]
    assert not client.page(grade.get_absolute_url()).select("main form")


@pytest.mark.parametrize("person", ["reporter", "head", "administrator", "guest"])
def test_strangers_get_404(
    client: InspectingClient, evaluation: Evaluation, programme: Programme, person: str, request: Any
) -> None:
    client.as_(request.getfixturevalue(person))
    grade = evaluation.grades.get(undertaking__no=1)
    opened = [url("list"), evaluation.get_absolute_url(), grade.get_absolute_url()]
    opened += [url(name, evaluation.pk) for name in ("confirm", "finish", "publish", "report")]
    assert {address: client.get(address).status_code for address in opened} == dict.fromkeys(opened, 404)
    posted = [*opened[2:], url("start", programme.pk, 2023)]
    assert {address: client.post(address).status_code for address in posted} == dict.fromkeys(posted, 404)


def test_a_member_may_not_decide_finish_or_publish(
    client: InspectingClient, finished: Evaluation, member: User
) -> None:
    grade = finished.grades.get(undertaking__no=1)
    posted = [
        grade.get_absolute_url(),
        *(url(name, finished.pk) for name in ("confirm", "finish", "publish", "report")),
    ]
    client.as_(member)
    assert {address: client.post(address).status_code for address in posted} == dict.fromkeys(posted, 404)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["1.1", "1.2", "1.3"]),
        ({"q": "seniora"}, ["1.2"]),
        ({"q": "kmp"}, ["1.1", "1.2"]),
        ({"q": "straz miejska monitoring"}, ["1.3"]),
        ({"area": 1, "grade": "done"}, ["1.1"]),
        ({"grade": "no_report"}, ["1.3"]),
        ({"state": "decided"}, []),
        ({"state": "undecided", "sort": "-grade"}, ["1.3", "1.2", "1.1"]),
        ({"grade": "wymysł", "area": 99, "page": 7}, ["1.1", "1.2", "1.3"]),
    ],
)
def test_filters_stand_in_the_address(
    client: InspectingClient, coordinator: User, evaluation: Evaluation, query: dict[str, Any], found: list[str]
) -> None:
    assert codes(client.as_(coordinator).page(evaluation.get_absolute_url(), **query)) == found


def test_changed_grades_can_be_found(client: InspectingClient, coordinator: User, evaluation: Evaluation) -> None:
    grade = evaluation.grades.get(undertaking__no=2)
    services.override_grade(grade, value="done", reason="Pozostałe spotkania odbyły się w styczniu.", by=coordinator)
    page = client.as_(coordinator).page(evaluation.get_absolute_url(), state="changed")
    assert codes(page) == ["1.2"]
    assert "Pozostałe spotkania odbyły się w styczniu." in text_of(page)


def test_htmx_gets_the_same_rows_as_a_reload(
    client: InspectingClient, coordinator: User, evaluation: Evaluation
) -> None:
    address = evaluation.get_absolute_url() + "?q=patrol"
    whole = client.as_(coordinator).page(address).select_one("#rows")
    part = soup(client.get(address, headers={"HX-Request": "true"}))
    assert part.select_one("#rows") == whole
    assert part.find("h1") is None


def test_progress_and_roll_up_are_counted(client: InspectingClient, coordinator: User, evaluation: Evaluation) -> None:
    services.confirm_grades(evaluation.grades.filter(undertaking__no=1), by=coordinator)
    page = client.as_(coordinator).page(evaluation.get_absolute_url())
    assert "1 z 3 rozstrzygniętych" in text_of(page)
    rows = [
        [text_of(cell) for cell in row(["th", "td"])] for row in page.select("table")[0].select("tbody tr, tfoot tr")
    ]
    assert rows == [
        ["1. Bezpieczeństwo w miejscach publicznych", "1", "1", "0", "0", "0", "1", "3", "2"],
        ["Razem", "1", "1", "0", "0", "0", "1", "3", "2"],
    ]


def test_the_list_is_a_file_too(client: InspectingClient, coordinator: User, evaluation: Evaluation) -> None:
    answer = client.as_(coordinator).get(evaluation.get_absolute_url(), {"export": "csv", "q": "patrol"})
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Nr;Obszar;Działanie w brzmieniu uchwały;Co zgłoszono;Propozycja;")
    assert lines[1].startswith("1.1;1. Bezpieczeństwo w miejscach publicznych;Kierowanie dodatkowych patroli")
    workbook = client.get(evaluation.get_absolute_url(), {"export": "xlsx"})
    assert workbook.content[:2] == b"PK"


def test_the_action_page_shows_words_with_their_source(
    client: InspectingClient, coordinator: User, evaluation: Evaluation
) -> None:
    page = client.as_(coordinator).page(evaluation.grades.get(undertaking__no=1).get_absolute_url())
    first, second = page.select("article")
    assert text_of(first).startswith("Komenda Miejska Policji podmiot odpowiedzialny 2022 zrealizowano")
    assert "Skierowano 96 dodatkowych patroli." in text_of(first)
    assert "złożone 10.01.2023, podpis: Halina Kierownicza, Komendantka Miejska" in text_of(first)
    assert "dodatkowe patrole: 96 (wspólna z innymi podmiotami, obszar większy niż jednostka)" in text_of(first)
    assert text_of(second).startswith("Straż Miejska partner 2022 w toku, działanie ciągłe")


def test_deciding_leads_to_the_next_undecided(
    client: InspectingClient, coordinator: User, evaluation: Evaluation
) -> None:
    first, second, third = evaluation.grades.in_document_order()
    client.as_(coordinator)
    assert client.post(second.get_absolute_url(), {"value": "partial"})["Location"] == third.get_absolute_url()
    assert client.post(third.get_absolute_url(), {"value": "no_report"})["Location"] == first.get_absolute_url()
    answer = client.post(first.get_absolute_url(), {"value": "dropped", "reason": "Zadanie przejął Skarb Państwa."})
    assert answer["Location"] == evaluation.get_absolute_url()
    first.refresh_from_db()
    assert (first.given, first.reason) == ("dropped", "Zadanie przejął Skarb Państwa.")


def test_what_was_chosen_stays_when_the_reason_is_missing(
    client: InspectingClient, coordinator: User, evaluation: Evaluation
) -> None:
    grade = evaluation.grades.get(undertaking__no=1)
    page = soup(client.as_(coordinator).post(grade.get_absolute_url(), {"value": "partial", "reason": " "}))
    assert [text_of(error) for error in page.select(".errors li")] == [
        "Uzasadnienie: Napisz, dlaczego ocena jest inna niż propozycja."
    ]
    assert page.select_one("input[name=value][checked]")["value"] == "partial"  # type: ignore[index]
    assert not Grade.objects.decided().exists()


def test_the_former_year_stands_beside(
    client: InspectingClient, coordinator: User, finished: Evaluation, programme: Programme, close_year: Any
) -> None:
    close_year(year=2023)
    after = services.start_evaluation(programme, year=2023, by=coordinator)
    page = client.as_(coordinator).page(after.grades.get(undertaking__no=1).get_absolute_url())
    names = [text_of(name) for name in page.select("#decision ~ dl dt")]
    values = [text_of(value) for value in page.select("#decision ~ dl dd")]
    assert dict(zip(names, values, strict=True))["Rok wcześniej"] == "zrealizowano"


def test_bulk_confirmation_asks_first_and_keeps_the_filter(
    client: InspectingClient, coordinator: User, evaluation: Evaluation
) -> None:
    client.as_(coordinator)
    shown = client.page(evaluation.get_absolute_url(), grade="no_report")
    link = next(a["href"] for a in shown.select("#rows a") if "Zatwierdź propozycje na tej liście (1)" in text_of(a))
    asked = client.page(str(link))
    assert "1 działanie otrzyma ocenę zaproponowaną przez regułę." in text_of(asked)
    answer = client.post(str(asked.select_one("main form")["action"]))  # type: ignore[index]
    assert answer["Location"] == f"{evaluation.get_absolute_url()}?grade=no_report"
    assert [grade.undertaking.code for grade in Grade.objects.decided()] == ["1.3"]


def test_finishing_is_offered_only_when_nothing_waits(
    client: InspectingClient, coordinator: User, evaluation: Evaluation
) -> None:
    page = client.as_(coordinator).page(url("finish", evaluation.pk))
    assert "3 działania czekają na rozstrzygnięcie oceny." in text_of(page)
    assert not page.select("main form")
    client.post(url("finish", evaluation.pk))
    client.post(url("confirm", evaluation.pk))
    assert client.page(url("finish", evaluation.pk)).select("main form")
    client.post(url("finish", evaluation.pk))
    client.post(url("publish", evaluation.pk))
    evaluation.refresh_from_db()
    assert evaluation.state == EvaluationState.PUBLISHED


@pytest.mark.parametrize("rows", [1, 3])
def test_the_detail_asks_the_database_equally_often(
    client: InspectingClient, coordinator: User, evaluation: Evaluation, rows: int, django_assert_num_queries: Any
) -> None:
    evaluation.grades.filter(undertaking__no__gt=rows).delete()
    services.confirm_grades(evaluation.grades.all(), by=coordinator)
    client.as_(coordinator)
    with django_assert_num_queries(12):
        assert len(codes(client.page(evaluation.get_absolute_url()))) == rows


@pytest.mark.parametrize("years", [1, 3])
def test_the_list_asks_the_database_equally_often(
    client: InspectingClient, coordinator: User, programme: Programme, years: int, django_assert_num_queries: Any
) -> None:
    for year in range(2021, 2021 + years):
        Period.objects.create(programme=programme, year=year, opens_on=f"{year}-12-01", due_on=f"{year + 1}-01-15")
        Evaluation.objects.create(programme=programme, year=year, started_by=coordinator)
    client.as_(coordinator)
    with django_assert_num_queries(6):
        client.page(url("list"))


def test_the_panel_tells_the_grades_to_those_who_may_read_them(
    client: InspectingClient, finished: Evaluation, patrols: Undertaking, member: User, reporter: User
) -> None:
    shown = text_of(client.as_(member).page(patrols.get_absolute_url()))
    assert "Oceny roczne 2022 zrealizowano Podmiot odpowiedzialny (KMP) zgłosił realizację" in shown
    assert "Oceny roczne" not in text_of(client.as_(reporter).page(patrols.get_absolute_url()))


def test_the_desk_tells_the_latest_year_to_those_who_may_read_it(
    client: InspectingClient, finished: Evaluation, member: User, reporter: User
) -> None:
    page = client.as_(member).page("/praca/")
    panel = page.find("section", attrs={"aria-labelledby": "summary-1"})
    assert [(text_of(link), link["href"].partition("?")[2]) for link in panel("a")] == [
        ("Ocena za 2022 r.", ""),
        ("brak sprawozdania : 1", "grade=no_report#rows"),
        ("zrealizowano częściowo : 1", "grade=partial#rows"),
        ("zrealizowano : 1", "grade=done#rows"),
    ]
    assert client.as_(reporter).page("/praca/")("aside", attrs={"aria-label": "Jak stoją sprawy"}) == []
