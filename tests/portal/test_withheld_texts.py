"""What was withheld is not shown to residents, wherever it would stand; the rest is."""

import pytest
from inspector import InspectingClient, text_of
from published_years import Evaluate, statement

from bezpiecznik.accounts.models import User
from bezpiecznik.evaluation import disclosure, services
from bezpiecznik.evaluation.models import Evaluation, Verdict
from bezpiecznik.plans.models import Programme, Undertaking

HIDDEN = "(Treść ukryta ze względu na ochronę danych osób)."


def withhold(evaluation: Evaluation, text: str, by: User, verdict: Verdict = Verdict.WITHHELD) -> None:
    (found,) = [one for one in disclosure.texts_of(evaluation) if one.text == text]
    services.decide_text(evaluation, place=found.place, sha256=found.sha256, verdict=verdict, reason="dane", by=by)


def test_withheld_words_of_one_institution_are_hidden_and_of_the_other_stay(
    client: InspectingClient, patrols: Undertaking, evaluate: Evaluate, coordinator: User
) -> None:
    said = [statement("Pomogliśmy pani Zmyślonej."), statement("Patrole.", role="partner", institution="Straż Miejska")]
    withhold(evaluate(2021, {patrols: ("done", said)}), "Pomogliśmy pani Zmyślonej.", coordinator)
    words = [text_of(quote) for quote in client.page("/dzialania/1/1/").select("blockquote.words p")]

    assert words == [HIDDEN, "Patrole."]


def test_words_confirmed_as_nobodys_are_shown(
    client: InspectingClient, patrols: Undertaking, evaluate: Evaluate, coordinator: User
) -> None:
    evaluation = evaluate(2021, {patrols: ("done", [statement("Dyżurny 600 123 456.")])})
    withhold(evaluation, "Dyżurny 600 123 456.", coordinator, Verdict.NOT_PERSONAL)

    assert text_of(client.page("/dzialania/1/1/").select_one("blockquote.words p")) == "Dyżurny 600 123 456."


def test_a_withheld_reason_is_hidden(
    client: InspectingClient, patrols: Undertaking, evaluate: Evaluate, coordinator: User
) -> None:
    evaluation = evaluate(2021, {patrols: ("done", [])})
    evaluation.grades.update(given="partial", reason="Zgłosił pan Jan Zmyślony.")
    withhold(evaluation, "Zgłosił pan Jan Zmyślony.", coordinator)

    assert "Zmyślony" not in client.get("/dzialania/1/1/").content.decode()


@pytest.mark.parametrize("address", ["/dzialania/1/1/", "/obszary/1/"])
def test_withheld_wording_is_hidden_on_every_page(
    client: InspectingClient, patrols: Undertaking, evaluate: Evaluate, coordinator: User, address: str
) -> None:
    withhold(evaluate(2021, {patrols: ("done", [])}), patrols.wording, coordinator)
    shown = client.get(address).content.decode()

    assert (HIDDEN in shown, patrols.wording in shown) == (True, False)


@pytest.mark.parametrize(("sought", "found"), [("Zmyślony", False), ("koperta", True), ("danych", False)])
@pytest.mark.parametrize("address", ["/dla-mieszkancow/?dla=", "/szukaj/?q="])
def test_the_search_finds_nothing_by_withheld_words(
    client: InspectingClient, programme: Programme, patrols: Undertaking, evaluate: Evaluate, coordinator: User,
    address: str, sought: str, found: bool,
) -> None:  # fmt: skip
    Undertaking.objects.create(programme=programme, kind="initiative", no=1, wording="KOPERTY", audience="Jan Zmyślony")
    assert "KOPERTY" in client.get(f"{address}Zmyślony").content.decode()
    withhold(evaluate(2021, {patrols: ("done", [])}), "Jan Zmyślony", coordinator)

    assert ("KOPERTY" in client.get(f"{address}{sought}").content.decode()) is found


def test_the_search_finds_no_action_by_a_withheld_wording(
    client: InspectingClient, patrols: Undertaking, evaluate: Evaluate, coordinator: User
) -> None:
    address, word = "/szukaj/", patrols.wording.split()[0]
    assert "/dzialania/1/1/" in client.get(address, {"q": word}).content.decode()
    withhold(evaluate(2021, {patrols: ("done", [])}), patrols.wording, coordinator)

    assert "/dzialania/1/1/" not in client.get(address, {"q": word}).content.decode()


@pytest.mark.parametrize("address", ["/dla-mieszkancow/1/", "/dla-mieszkancow/"])
def test_a_withheld_audience_of_an_initiative_is_hidden(
    client: InspectingClient, programme: Programme, patrols: Undertaking, evaluate: Evaluate, coordinator: User,
    address: str,
) -> None:  # fmt: skip
    Undertaking.objects.create(programme=programme, kind="initiative", no=1, wording="KOPERTY", audience="Jan Zmyślony")
    withhold(evaluate(2021, {patrols: ("done", [])}), "Jan Zmyślony", coordinator)
    shown = client.get(address).content.decode()

    assert (HIDDEN in shown, "KOPERTY" in shown, "Zmyślony" in shown) == (True, True, False)


def test_withheld_goals_are_hidden_and_the_programme_itself_is_left_as_it_is(
    client: InspectingClient, programme: Programme, patrols: Undertaking, evaluate: Evaluate, coordinator: User
) -> None:
    programme.main_goal = "Cel pana Zmyślonego"
    programme.save()
    programme.goals.create(no=1, text="Cel pani Zmyślonej")
    evaluation = evaluate(2021, {patrols: ("done", [])})
    withhold(evaluation, "Cel pana Zmyślonego", coordinator)
    withhold(evaluation, "Cel pani Zmyślonej", coordinator)
    shown = client.get("/program/").content.decode()
    programme.refresh_from_db()

    assert (shown.count(HIDDEN), "Zmyślon" in shown) == (2, False)
    assert programme.main_goal == "Cel pana Zmyślonego"


def test_the_notice_says_what_the_unit_has_still_to_fill_in(client: InspectingClient, programme: Programme) -> None:
    page = client.page("/ochrona-danych/")

    assert [text_of(call) for call in page.select(".callout-warn")] == [
        "Do uzupełnienia przez jednostkę: nazwa i siedziba administratora danych, kontakt.",
        "Do uzupełnienia przez jednostkę: kontakt do inspektora ochrony danych.",
        "Do uzupełnienia przez jednostkę: kto prowadzi serwer i pocztę na podstawie umowy powierzenia "
        "i czy dane wychodzą poza Europejski Obszar Gospodarczy.",
    ]
    assert page.select_one("footer.site-foot a[href='/ochrona-danych/']")


def test_the_notice_shows_what_was_filled_in(client: InspectingClient, db: None) -> None:
    from bezpiecznik.core.models import OptionValue

    for key in ("portal.controller", "portal.data_officer", "portal.data_processors"):
        OptionValue.objects.create(key=key, value=f"Wpis {key}")
    page = client.page("/ochrona-danych/")

    assert page.select(".callout-warn") == []
    assert all(f"Wpis {key}" in text_of(page) for key in ("portal.controller", "portal.data_officer"))


def test_the_notice_is_linked_from_every_page_of_the_signed_in(client: InspectingClient, guest: User) -> None:
    assert client.as_(guest).page("/praca/").select_one("footer a[href='/ochrona-danych/']")
