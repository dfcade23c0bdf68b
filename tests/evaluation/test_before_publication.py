"""Before a year becomes public: what looks like data of a person is decided about, text by text."""

import pytest
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry, OptionValue
from bezpiecznik.evaluation import disclosure, services
from bezpiecznik.evaluation.models import Evaluation, TextDecision, Verdict
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting.refusals import Refused

WORDS = "Pomoc otrzymała pani Maria Zmyślona, tel. 600 123 456."


@pytest.fixture
def telling(
    programme: Programme, patrols: Undertaking, police: Institution, close_year, coordinator: User
) -> Evaluation:
    """A finished year in which the police named a resident."""
    close_year(
        {("1.1", "KMP"): {"outcome": "done", "text": WORDS}, ("1.1", "SM"): {"outcome": "done", "text": "Patrole."}}
    )
    evaluation = services.start_evaluation(programme, year=2022, by=coordinator)
    services.confirm_grades(evaluation.grades.all(), by=coordinator)
    services.finish_evaluation(evaluation, by=coordinator)
    return evaluation


def address(evaluation: Evaluation, end: str = "") -> str:
    return f"/praca/ocena/{evaluation.pk}/publikacja/{end}"


def suspect(evaluation: Evaluation) -> disclosure.PublicText:
    (found,) = disclosure.suspects(evaluation)
    return found.text


def decide(evaluation: Evaluation, by: User, verdict: Verdict = Verdict.WITHHELD, reason: str = "dane osoby") -> None:
    text = suspect(evaluation)
    services.decide_text(evaluation, place=text.place, sha256=text.sha256, verdict=verdict, reason=reason, by=by)


def test_a_year_that_names_nobody_waits_for_nothing(finished: Evaluation) -> None:
    assert disclosure.suspects(finished) == []
    assert disclosure.missing_to_publish(finished) == []


def test_every_text_that_residents_read_is_looked_through(telling: Evaluation, programme: Programme) -> None:
    Undertaking.objects.create(
        programme=programme, kind="initiative", no=1, wording="KOPERTY", aim="Cel.", method="Zapisy: jan.zmyslony@wp.pl"
    )
    programme.goals.create(no=1, text="Cel szczegółowy, tel. 601 234 567")
    programme.main_goal = "Kontakt: ul. Polna 5/6"
    programme.save()
    telling.refresh_from_db()

    assert [found.text.label for found in disclosure.suspects(telling)] == [
        "Działanie 1.1, słowa: KMP, 2022", "Cel główny programu", "Cel szczegółowy 1", "P1, sposób realizacji",
    ]  # fmt: skip


def test_a_reason_of_a_grade_is_looked_through_where_residents_read_it(
    programme: Programme, patrols: Undertaking, close_year, coordinator: User
) -> None:
    close_year({("1.1", "KMP"): {"outcome": "done", "text": "Patrole."}})
    evaluation = services.start_evaluation(programme, year=2022, by=coordinator)
    services.override_grade(
        evaluation.grades.get(), value="partial", reason="Zgłosił to pan Jan Zmyślony.", by=coordinator
    )

    assert [found.text.label for found in disclosure.suspects(evaluation)] == ["Działanie 1.1, uzasadnienie oceny"]


def test_publishing_is_refused_while_something_waits(telling: Evaluation, coordinator: User) -> None:
    with pytest.raises(Refused) as refusal:
        services.publish_evaluation(telling, by=coordinator)
    telling.refresh_from_db()

    assert refusal.value.sentences == (
        "1 treść wygląda na dane osoby. Rozstrzygnij o każdej, zanim opublikujesz ocenę.",
    )
    assert telling.is_finished


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_decided_text_lets_the_year_be_published(telling: Evaluation, coordinator: User, verdict: Verdict) -> None:
    decide(telling, coordinator, verdict)
    services.publish_evaluation(telling, by=coordinator)
    telling.refresh_from_db()

    assert telling.is_published


@pytest.mark.parametrize(
    ("verdict", "event"),
    [(Verdict.WITHHELD, "evaluation.text_withheld"), (Verdict.NOT_PERSONAL, "evaluation.text_confirmed")],
)
def test_the_journal_keeps_the_reason_and_what_was_found_but_masked(
    telling: Evaluation, coordinator: User, verdict: Verdict, event: str
) -> None:
    decide(telling, coordinator, verdict, "numer dyżurny")
    line = JournalEntry.objects.get(event=event)

    assert line.data == {
        "note": "numer dyżurny", "place": "Działanie 1.1, słowa: KMP, 2022",
        "found": ["imię i nazwisko: Ma••• ••••••••", "numer telefonu: 60• ••• •••"],
    }  # fmt: skip
    assert (line.actor_name, "Zmyślona" in str(line.data)) == ("Krystyna Koordynatorska", False)


def test_a_decision_needs_a_reason(telling: Evaluation, coordinator: User) -> None:
    with pytest.raises(Refused, match="Podaj powód"):
        decide(telling, coordinator, reason="  ")
    assert not TextDecision.objects.exists()


@pytest.mark.parametrize("change", [{"place": "grade-0-said-0"}, {"sha256": "0" * 64}])
def test_a_decision_about_words_that_are_not_there_is_refused(
    telling: Evaluation, coordinator: User, change: dict[str, str]
) -> None:
    text = suspect(telling)
    seen = {"place": text.place, "sha256": text.sha256, **change}
    with pytest.raises(Refused, match="zmieniła się w międzyczasie"):
        services.decide_text(telling, **seen, verdict=Verdict.WITHHELD, reason="dane", by=coordinator)


def test_a_decision_may_be_changed_and_holds_once(telling: Evaluation, coordinator: User) -> None:
    decide(telling, coordinator, Verdict.NOT_PERSONAL)
    decide(telling, coordinator, Verdict.WITHHELD, "jednak dane osoby")

    assert TextDecision.objects.get().verdict == Verdict.WITHHELD
    assert JournalEntry.objects.filter(event__startswith="evaluation.text_").count() == 2


def test_other_words_in_the_same_place_are_asked_about_anew(
    programme: Programme, telling: Evaluation, coordinator: User
) -> None:
    programme.main_goal = "Kontakt: ul. Polna 5/6"
    programme.save()
    telling.refresh_from_db()
    text = next(found.text for found in disclosure.suspects(telling) if "Cel główny" in found.text.label)
    services.decide_text(
        telling, place=text.place, sha256=text.sha256, verdict=Verdict.NOT_PERSONAL, reason="urząd", by=coordinator
    )
    programme.main_goal = "Kontakt: ul. Polna 5/7"
    programme.save()

    assert [found.waits for found in disclosure.suspects(Evaluation.objects.get())] == [True, True]


def test_lines_and_domains_of_the_unit_are_not_asked_about(telling: Evaluation, programme: Programme) -> None:
    OptionValue.objects.create(key="core.office_phones", value="600 123 456")
    OptionValue.objects.create(key="core.office_mail_domains", value="miasto.example\n@gmina.example")
    programme.main_goal = "jan.zmyslony@miasto.example, anna.zmyslona@gmina.example"
    programme.save()
    telling.refresh_from_db()

    assert [finding.kind.value for finding in suspect(telling).findings] == ["imię i nazwisko"]


def test_the_page_lists_what_was_found_with_the_way_to_it(
    client: InspectingClient, telling: Evaluation, coordinator: User
) -> None:
    page = client.as_(coordinator).page(address(telling))
    card = page.select_one("article.card")
    assert card
    told = text_of(card)

    assert "Numer telefonu (60• ••• •••). Usuń numer telefonu albo podaj publiczny numer instytucji." in told
    assert card.select_one("a")["href"] == telling.grades.get().get_absolute_url()
    assert "1 treść wygląda na dane osoby" in text_of(page)
    assert page.find("button", string="Opublikuj") is None


def test_the_coordinator_decides_on_the_page_and_publishes(
    client: InspectingClient, telling: Evaluation, coordinator: User
) -> None:
    page = client.as_(coordinator).page(address(telling))
    hidden = {name: page.find("input", attrs={"name": name})["value"] for name in ("place", "sha256")}
    answer = client.post(
        address(telling, "tresc/"), {**hidden, "verdict": "withheld", "reason": "dane osoby"}, follow=True
    )
    assert "Zapisano rozstrzygnięcie." in answer.content.decode()
    assert "Można publikować" in answer.content.decode()
    client.post(address(telling))
    telling.refresh_from_db()

    assert telling.is_published


def test_a_decision_without_choice_or_reason_is_answered_in_words(
    client: InspectingClient, telling: Evaluation, coordinator: User
) -> None:
    text = suspect(telling)
    answer = client.as_(coordinator).post(
        address(telling, "tresc/"), {"place": text.place, "sha256": text.sha256}, follow=True
    )
    told = answer.content.decode()

    assert "Wybierz, czy treść ukryć, czy pokazać." in told
    assert "Podaj powód: zostanie w dzienniku." in told


def test_publishing_too_early_by_the_button_is_answered_in_words(
    client: InspectingClient, telling: Evaluation, coordinator: User
) -> None:
    answer = client.as_(coordinator).post(address(telling), follow=True)

    assert "Rozstrzygnij o każdej, zanim opublikujesz ocenę." in answer.content.decode()


def test_any_text_of_an_action_can_be_shown_and_hidden(
    client: InspectingClient, telling: Evaluation, coordinator: User
) -> None:
    page = client.as_(coordinator).page(address(telling), dzialanie="1.1")

    assert [text_of(title) for title in page.select("article h3")] == [
        "Działanie 1.1, słowa: KMP, 2022", "Działanie 1.1, słowa: SM, 2022", "1.1, treść w brzmieniu uchwały",
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_findings(
    client: InspectingClient, programme: Programme, make_action, police: Institution, close_year, coordinator: User,
    rows: int, django_assert_num_queries,
) -> None:  # fmt: skip
    for _row in range(rows):
        make_action(lead=police)
    said = {(f"1.{no}", "KMP"): {"outcome": "done", "text": "PESEL 44051401359"} for no in range(1, rows + 1)}
    close_year(said)
    evaluation = services.start_evaluation(programme, year=2022, by=coordinator)
    client.as_(coordinator)
    OptionValue.objects.create(key="core.office_phones", value="")
    with django_assert_num_queries(10):
        client.page(address(evaluation))
