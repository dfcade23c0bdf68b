"""The draft before the people: frozen text, comments on paragraphs without names, answers, the report."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from editions.edition_acts import FateOf, continue_all, decide
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.demo.cycle import day
from bezpiecznik.editions import consulting
from bezpiecznik.editions.models import Comment, Consultation, Edition
from bezpiecznik.editions.queries import report_of
from bezpiecznik.editions.refusals import Outdated, Refused
from bezpiecznik.editions.states import EditionState, FateKind, Verdict, Who

OPENS, CLOSES = date(2023, 11, 6), date(2023, 11, 20)
ANCHOR = "dzialanie-1-1"


@pytest.fixture
def consultation(edition: Edition, coordinator: User) -> Iterator[Consultation]:
    """Of a draft that continues everything; today is the first day."""
    with day(OPENS):
        continue_all(edition, coordinator)
        yield consulting.publish(edition, opens_on=OPENS, closes_on=CLOSES, by=coordinator)


def say(consultation: Consultation, text: str = "Więcej patroli w nocy.", who: Who = Who.RESIDENT) -> Comment:
    place = next(one for one in consultation.paragraphs if one["anchor"] == ANCHOR)
    return consulting.comment(consultation, anchor=ANCHOR, sha256=place["sha256"], text=text, who=who)


def test_nothing_undecided_is_put_before_the_people(edition: Edition, coordinator: User) -> None:
    with day(OPENS), pytest.raises(Refused, match="3 pozycje czekają na rozstrzygnięcie"):
        consulting.publish(edition, opens_on=OPENS, closes_on=CLOSES, by=coordinator)


def test_what_looks_like_a_person_is_asked_about_first(edition: Edition, fate_of: FateOf, coordinator: User) -> None:
    with day(OPENS):
        decide(
            fate_of("1.1"), FateKind.CHANGED, coordinator, wording="Patrole. Zgłoszenia: jan.kowalski@poczta.example"
        )
        continue_all(edition, coordinator)
        with pytest.raises(Refused, match=r"Działanie 1\.1"):
            consulting.publish(edition, opens_on=OPENS, closes_on=CLOSES, by=coordinator)
        assert consulting.publish(edition, opens_on=OPENS, closes_on=CLOSES, cleared=True, by=coordinator)


def test_the_text_stands_still_while_people_read_it(
    consultation: Consultation, fate_of: FateOf, coordinator: User
) -> None:
    before = [(one["anchor"], one["sha256"]) for one in consultation.paragraphs]
    assert [anchor for anchor, _hash in before] == ["cel-1", ANCHOR, "dzialanie-1-2", "program-1"]
    with pytest.raises(Refused, match="jest w konsultacjach"):
        decide(fate_of("1.1"), FateKind.DROPPED, coordinator, reason="…")
    with day(date(2023, 11, 21)):
        consulting.close(consultation, by=coordinator)
        decide(fate_of("1.1"), FateKind.CHANGED, coordinator, wording="Patrole nocne.")
    kept = Consultation.objects.get()
    assert [(one["anchor"], one["sha256"]) for one in kept.paragraphs] == before


@pytest.mark.parametrize(
    ("today", "sentence"),
    [(date(2023, 11, 5), "Konsultacje zaczną się"), (date(2023, 11, 21), "nie możemy już przyjąć uwagi")],
)
def test_outside_its_days_a_comment_is_refused_politely(consultation: Consultation, today: date, sentence: str) -> None:
    with day(today), pytest.raises(Refused, match=sentence):
        say(consultation)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [(" ", "wpisać uwagę"), ("x" * 4001, "najwyżej 4000"), ("Dzwońcie: 600 123 456", "wygląda na dane osoby")],
)
def test_what_cannot_be_taken_is_said_politely(consultation: Consultation, text: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        say(consultation, text)
    assert not Comment.objects.exists()


def test_a_comment_names_a_paragraph_that_is_there_in_those_words(consultation: Consultation) -> None:
    with pytest.raises(Refused, match="Tego fragmentu nie ma"):
        consulting.comment(consultation, anchor=ANCHOR, sha256="0" * 64, text="Uwaga.", who=Who.RESIDENT)


def test_each_comment_is_answered_with_a_reason(consultation: Consultation, coordinator: User) -> None:
    comment = say(consultation)
    with pytest.raises(Refused, match="jak uwzględniono"):
        consulting.answer(comment, verdict=Verdict.TAKEN, answer=" ", by=coordinator)
    consulting.answer(comment, verdict=Verdict.TAKEN, answer="Dopiszemy.", by=coordinator, stamp="")
    with pytest.raises(Outdated, match="Koordynatorska"):
        consulting.answer(comment, verdict=Verdict.REFUSED, answer="Nie.", by=coordinator, stamp="")
    (row,) = report_of(consultation)
    assert (row["paragraph"], row["author"], row["verdict"], row["answer"]) == (
        "Działanie 1.1", "mieszkaniec lub mieszkanka", "uwzględniono", "Dopiszemy.",
    )  # fmt: skip


def test_a_withheld_comment_keeps_its_words_from_the_report(consultation: Consultation, coordinator: User) -> None:
    consulting.withhold(say(consultation, "Obraźliwe."), reason="Narusza dobra osoby.", by=coordinator)
    (row,) = report_of(consultation)
    assert (row["text"], row["withheld"]) == ("", "Narusza dobra osoby.")


def test_it_is_closed_after_its_last_day(consultation: Consultation, edition: Edition, coordinator: User) -> None:
    with pytest.raises(Refused, match="trwają do"):
        consulting.close(consultation, by=coordinator)
    with day(date(2023, 11, 21)):
        consulting.close(consultation, by=coordinator)
    edition.refresh_from_db()
    assert edition.state == EditionState.CONSULTED


def test_a_resident_comments_without_a_name(
    client: InspectingClient, consultation: Consultation, settings: Any
) -> None:
    own = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "consultation"}
    settings.CACHES = {**settings.CACHES, "limits": own}
    page = client.page(f"/konsultacje/{consultation.pk}/")
    link = page.select_one(f"#{ANCHOR} a")
    assert link is not None
    here = str(link["href"])
    form = client.page(here)
    token = str(form.select_one("input[name=sha256]")["value"])  # type: ignore[index]
    typed = {"text": "Więcej patroli.", "who": "organisation", "website": "", "sha256": token}
    answer = client.post(here, typed, follow=True)
    assert "Dziękujemy za uwagę" in text_of(soup(answer))
    kept = Comment.objects.get()
    assert (kept.anchor, kept.who, kept.by, kept.institution) == (ANCHOR, Who.ORGANISATION, None, None)
    assert "Więcej patroli." not in text_of(client.page(f"/konsultacje/{consultation.pk}/"))

    client.post(here, {**typed, "website": "https://spam.example"})
    assert Comment.objects.count() == 1
    refused = client.post(here, {**typed, "text": "Dzwońcie: 600 123 456"})
    assert "wygląda na dane osoby" in text_of(soup(refused))
    for _time in range(8):
        last = client.post(here, typed)
    assert last.status_code == 422
    assert "Z tego adresu" in text_of(soup(last))


def test_an_institution_comments_as_itself(
    client: InspectingClient, reporter: User, consultation: Consultation
) -> None:
    here = f"/konsultacje/{consultation.pk}/{ANCHOR}/"
    form = client.as_(reporter).page(here)
    assert [text_of(option) for option in form.select("select[name=institution] option")] == ["Komenda Miejska Policji"]
    sha256 = str(form.select_one("input[name=sha256]")["value"])  # type: ignore[index]
    option = str(form.select_one("select[name=institution] option")["value"])  # type: ignore[index]
    client.post(here, {"text": "Prosimy o partnera.", "institution": option, "website": "", "sha256": sha256})
    kept = Comment.objects.get()
    assert (kept.author, kept.who, kept.by) == ("Komenda Miejska Policji", Who.INSTITUTION, reporter)


def test_after_the_end_the_public_page_shows_the_report(
    client: InspectingClient, consultation: Consultation, coordinator: User
) -> None:
    consulting.answer(say(consultation), verdict=Verdict.REFUSED, answer="Brak etatów.", by=coordinator)
    with day(date(2023, 11, 21)):
        page = client.page(f"/konsultacje/{consultation.pk}/")
    assert "Więcej patroli w nocy. Nie uwzględniono. Brak etatów." in text_of(page)
    assert not page.select(f"#{ANCHOR} a")
    assert client.get(f"/konsultacje/{consultation.pk}/nie-ma/").status_code == 404
