"""An action as residents see it: grades and words of published years, and of no other; institutions, no people."""

import pytest
from cast import MakeAction
from inspector import InspectingClient, text_of
from published_years import Evaluate, statement

from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking

PAGE = "/dzialania/1/1/"


def years(client: InspectingClient) -> list[str]:
    return [text_of(title) for title in client.page(PAGE).select("section.card h3")]


def words(client: InspectingClient) -> list[str]:
    return [text_of(quote) for quote in client.page(PAGE).select("blockquote.words")]


def test_the_page_names_wording_and_institutions(client: InspectingClient, patrols: Undertaking) -> None:
    page = client.page(PAGE)
    assert text_of(page.blockquote) == f"{patrols.wording} brzmienie uchwały nr X/1/2021"
    assert [text_of(fact) for fact in page.select("dl.facts dd")] == ["Komenda Miejska Policji", "Straż Miejska"]


def test_published_years_show_mark_and_word_newest_first(
    client: InspectingClient, patrols: Undertaking, evaluate: Evaluate
) -> None:
    evaluate(2021, {patrols: ("partial", [])})
    evaluate(2022, {patrols: ("no_report", [])})
    assert years(client) == ["2022: brak sprawozdania", "2021: zrealizowano częściowo"]
    assert [str(use["href"]) for use in client.page(PAGE).select("h3 use")] == ["#mark-no_report", "#mark-partial"]


@pytest.mark.parametrize("state", ["draft", "finished"])
def test_unpublished_years_never_leak(
    client: InspectingClient, patrols: Undertaking, evaluate: Evaluate, state: str
) -> None:
    evaluate(2021, {patrols: ("done", [statement("Tysiąc patroli.")])})
    evaluate(2022, {patrols: ("not_done", [statement("Tajne jeszcze słowa.")])}, state=state)
    assert years(client) == ["2021: zrealizowano"]
    assert words(client) == ["Tysiąc patroli. Komenda Miejska Policji, sprawozdanie za 2021"]
    for address in (PAGE, "/", "/obszary/1/", "/szukaj/?q=patroli", "/program/", "/o-danych/"):
        shown = client.get(address).content.decode()
        assert "Tajne" not in shown, address
        assert "nie zrealizowano" not in shown, address
        assert "2022" not in shown, address


def test_institutions_speak_in_their_own_words_and_people_are_not_named(
    client: InspectingClient, patrols: Undertaking, evaluate: Evaluate
) -> None:
    evaluate(2021, {patrols: ("done", [
        statement("Tysiąc patroli."),
        statement("", institution="Straż Miejska", role="partner", outcome="nothing_done", reason="Brak etatów."),
    ])})  # fmt: skip
    assert words(client) == [
        "Tysiąc patroli. Komenda Miejska Policji, sprawozdanie za 2021",
        "Brak etatów. Straż Miejska (partner), sprawozdanie za 2021",
    ]
    shown = client.get(PAGE).content.decode()
    for name in ("Raportowski", "Kierownicza", "Komendantka", "Koordynatorska"):
        assert name not in shown


def test_silence_and_withdrawn_duties_say_nothing(
    client: InspectingClient, patrols: Undertaking, evaluate: Evaluate
) -> None:
    evaluate(2021, {patrols: ("no_report", [
        statement("Nie wysłano.", reported=False),
        statement("Wycofane.", withdrawn_because="zmiana programu"),
        statement("", outcome=""),
    ])})  # fmt: skip
    assert words(client) == []
    assert "Instytucje nie opisały tego działania." in text_of(client.page(PAGE).select_one("section.card"))


def test_a_changed_grade_gives_its_reason_instead_of_the_rule(
    client: InspectingClient, patrols: Undertaking, evaluate: Evaluate
) -> None:
    evaluation = evaluate(2021, {patrols: ("done", [])})
    assert "Reguła 2021." in text_of(client.page(PAGE).select_one("section.card"))
    evaluation.grades.update(given="partial", reason="Połowa osiedli bez patroli.")
    shown = text_of(client.page(PAGE).select_one("section.card"))
    assert "Połowa osiedli bez patroli." in shown
    assert "Reguła 2021." not in shown


def test_before_anything_is_published_only_the_programme_speaks(client: InspectingClient, patrols: Undertaking) -> None:
    assert years(client) == []
    sentence = "Żadna ocena roczna tego działania nie została jeszcze opublikowana."
    assert sentence in text_of(client.page(PAGE))


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_years(
    client: InspectingClient, patrols: Undertaking, evaluate: Evaluate, rows: int, django_assert_num_queries
) -> None:
    for year in range(2021, 2021 + rows):
        evaluate(year, {patrols: ("done", [statement("Patrole."), statement("Też.", role="partner")])})
    with django_assert_num_queries(6):
        client.page(PAGE)


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_of_an_area_does_not_grow_with_actions(
    client: InspectingClient, make_action: MakeAction, police: Institution, guard: Institution, evaluate: Evaluate,
    rows: int, django_assert_num_queries,
) -> None:  # fmt: skip
    made = [make_action(lead=police, partners=[guard]) for _row in range(rows)]
    evaluate(2021, {action: ("done", []) for action in made})
    with django_assert_num_queries(7):
        page = client.page("/obszary/1/")
    assert [text_of(mark) for mark in page.select(".todo .mark")] == ["zrealizowano"] * rows
