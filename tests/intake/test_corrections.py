"""A person corrects the reading: nothing read is lost, nobody's words are overwritten unseen."""

from typing import Any

import pytest
from inspector import InspectingClient, soup, text_of
from pytest_django import DjangoAssertNumQueries

from bezpiecznik.accounts.models import User
from bezpiecznik.intake import corrections, services
from bezpiecznik.intake.draft import Row, draft_of
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.refusals import NotInReview, Outdated

FIRST = "areas:0:0"


def row(intake: Intake, key: str = FIRST) -> Row:
    intake.refresh_from_db()
    found = draft_of(intake).row(key)
    assert found is not None
    return found


def typed(intake: Intake, key: str = FIRST, **changes: Any) -> dict[str, Any]:
    """What the form of an action sends, with some fields changed."""
    now = row(intake, key)
    lines = {name: "\n".join(now.values[name]) for name in ("responsible", "partners", "indicators")}
    return {"no": now.values["no"], "text": now.values["text"], "stamp": now.stamp, **lines, **changes}


def url(intake: Intake, tail: str = "", key: str = FIRST) -> str:
    return f"{intake.get_absolute_url()}pozycja/{key}/{tail}"


@pytest.fixture
def desk(client: InspectingClient, coordinator: User) -> InspectingClient:
    return client.as_(coordinator)


def test_a_correction_is_kept_beside_what_was_read(desk: InspectingClient, in_review: Intake) -> None:
    answer = desk.post(url(in_review), typed(in_review, partners="SM\r\nrady osiedli\r\nMOPR", text="Kontrole."))

    assert answer["Location"] == f"{in_review.get_absolute_url()}?part=area-1#poz-areas-0-0"
    now = row(in_review)
    assert (now.values["text"], now.values["partners"]) == ("Kontrole.", ["SM", "rady osiedli", "MOPR"])
    assert now.read is not None
    assert (now.read["text"], now.is_changed) == ("Kontrole miejsc szczególnie zagrożonych.", True)
    card = desk.page(answer["Location"]).select_one("#poz-areas-0-0")
    assert "poprawiono" in text_of(card)
    assert "Kontrole miejsc szczególnie zagrożonych." in text_of(card.details)


def test_a_form_sent_untouched_changes_nothing(desk: InspectingClient, in_review: Intake) -> None:
    desk.post(url(in_review), typed(in_review))
    assert not row(in_review).is_changed
    assert in_review.corrected == {}


def test_an_initiative_sent_untouched_changes_nothing(desk: InspectingClient, kielce: bytes, coordinator: User) -> None:
    intake = services.read_now(services.upload(kielce, name="kielce.txt", by=coordinator))
    for key in ("initiatives:0", "initiatives:35", "meta", "main_goal", "institutions:0", "areas:0", "goals:3"):
        form = desk.page(url(intake, key=key)).select_one(f"article form[action='{url(intake, key=key)}']")
        data = {field["name"]: field.get("value", "") for field in form.select("input[name]:not([type=checkbox])")}
        data |= {box["name"]: "on" for box in form.select("input[type=checkbox][checked]")}
        data |= {area["name"]: area.text.removeprefix("\n") for area in form.select("textarea")}
        assert desk.post(url(intake, key=key), data).status_code == 302
    intake.refresh_from_db()
    assert intake.corrected == {}


def test_an_undone_correction_gives_back_what_was_read(desk: InspectingClient, in_review: Intake) -> None:
    before = row(in_review)
    desk.post(url(in_review), typed(in_review, text="Inaczej."))
    desk.post(url(in_review, "cofnij/"))
    assert row(in_review) == before


def test_a_removed_row_is_struck_out_and_can_be_restored(desk: InspectingClient, in_review: Intake) -> None:
    assert text_of(desk.page(url(in_review, "usun/")).h1) == "Usunąć tę pozycję?"
    desk.post(url(in_review, "usun/"), {"stamp": row(in_review).stamp})
    assert row(in_review).deleted

    card = desk.page(in_review.get_absolute_url(), part="area-1").select_one("#poz-areas-0-0")
    assert "usunięto – nie wejdzie do programu" in text_of(card)
    desk.post(card.select_one("form")["action"])
    assert not row(in_review).deleted


def test_a_missing_action_is_added_with_the_next_number(desk: InspectingClient, in_review: Intake) -> None:
    address = f"{in_review.get_absolute_url()}czesc/area-1/dopisz/"
    assert desk.page(address).select_one("#id_no")["value"] == "3"
    desk.post(address, {"no": "3", "text": "Pominięte działanie.", "responsible": "SM", "partners": ""})
    added = row(in_review, "areas:0:n1")
    assert (added.is_added, added.values["text"], added.values["responsible"]) == (True, "Pominięte działanie.", ["SM"])

    desk.post(url(in_review, key=added.key), typed(in_review, added.key, text="Pominięte i poprawione."))
    assert row(in_review, added.key).values["text"] == "Pominięte i poprawione."


def test_a_missing_area_is_added_with_its_own_part(desk: InspectingClient, in_review: Intake) -> None:
    answer = desk.post(f"{in_review.get_absolute_url()}czesc/obszary/dopisz/", {"no": "3", "name": "OSOBY STARSZE"})
    assert answer["Location"] == f"{in_review.get_absolute_url()}?part=area-n1#poz-areas-n1"
    assert text_of(desk.page(answer["Location"]).h1) == "Sprawdź: Obszar 3"


def test_an_empty_wording_is_refused_and_the_rest_is_kept_as_typed(desk: InspectingClient, in_review: Intake) -> None:
    answer = desk.post(url(in_review), typed(in_review, text="", partners="Nowy partner"))
    page = soup(answer)
    assert answer.status_code == 422
    assert page.select_one("#id_partners").text.strip() == "Nowy partner"
    assert not row(in_review).is_changed


def test_the_second_of_two_is_told_and_loses_nothing(
    desk: InspectingClient, in_review: Intake, coordinator: User
) -> None:
    mine = typed(in_review, text="Moje słowa.")
    corrections.correct(in_review, FIRST, {"text": "Cudze słowa."}, stamp=mine["stamp"], by=coordinator)

    answer = desk.post(url(in_review), mine)
    page = soup(answer)
    assert answer.status_code == 409
    assert text_of(page.select_one("[role=alert] strong")) == (
        "Krystyna Koordynatorska zapisał(a) tę pozycję, gdy ją poprawiano tutaj."
    )
    assert "Cudze słowa." in text_of(page.select_one("[role=alert]"))
    assert page.select_one("#id_text").text.strip() == "Moje słowa."
    assert row(in_review).values["text"] == "Cudze słowa."

    again = {**mine, "stamp": page.select_one("input[name=stamp]")["value"]}
    assert desk.post(url(in_review), again).status_code == 302
    assert row(in_review).values["text"] == "Moje słowa."


def test_two_people_in_two_rows_do_not_meet(in_review: Intake, coordinator: User) -> None:
    first, second = row(in_review), row(in_review, "areas:0:1")
    corrections.correct(in_review, first.key, {"text": "A."}, stamp=first.stamp, by=coordinator)
    corrections.correct(in_review, second.key, {"text": "B."}, stamp=second.stamp, by=coordinator)
    assert (row(in_review).values["text"], row(in_review, "areas:0:1").values["text"]) == ("A.", "B.")


def test_a_part_is_confirmed_as_it_was_seen(desk: InspectingClient, in_review: Intake, coordinator: User) -> None:
    page = desk.page(in_review.get_absolute_url(), part="area-1")
    form = next(form for form in page.select("form") if "/sprawdzone/" in form["action"])
    stamp = form.select_one("input[name=stamp]")["value"]
    now = row(in_review)
    corrections.correct(in_review, now.key, {"text": "Zmiana."}, stamp=now.stamp, by=coordinator)

    answer = desk.post(form["action"], {"stamp": stamp}, follow=True)
    in_review.refresh_from_db()
    assert "Ktoś zmienił tę część w międzyczasie" in text_of(soup(answer))
    assert in_review.accepted_areas == []


def test_nothing_is_corrected_after_the_review(in_review: Intake, coordinator: User, desk: InspectingClient) -> None:
    seen = row(in_review)
    services.abandon(in_review, by=coordinator)
    with pytest.raises(NotInReview):
        corrections.correct(in_review, seen.key, {"text": "Za późno."}, stamp=seen.stamp, by=coordinator)
    answer = desk.get(url(in_review), follow=True)
    assert "Ten dokument porzucono" in text_of(soup(answer))


def test_a_row_that_is_not_there_is_404(desk: InspectingClient, in_review: Intake) -> None:
    assert desk.get(url(in_review, key="areas:9:9")).status_code == 404
    assert desk.get(f"{in_review.get_absolute_url()}?part=area-9").status_code == 404


def test_the_rail_counts_rows_and_doubts(desk: InspectingClient, in_review: Intake) -> None:
    page = desk.page(in_review.get_absolute_url(), part="area-1")
    area = next(link for link in page.select(".rail a") if "area-1" in link["href"])
    assert text_of(area) == "Obszar 1 Bezpieczeństwo w miejscach publicznych 1 wątpliwość 2"
    assert [text_of(note) for note in page.select("#poz-areas-0-1 .callout > p:first-child")] == [
        "Skrótu „PSSE” nie ma w wykazie skrótów, a jest użyty: A1.2.",
    ]  # fmt: skip
    assert page.select("#poz-areas-0 .callout") == []
    assert len(page.select(".callout-bad, .callout-warn")) == 1


def test_what_the_whole_programme_lacks_is_told_once_with_the_data_of_the_act(
    desk: InspectingClient, in_review: Intake
) -> None:
    page = desk.page(in_review.get_absolute_url(), part="dane")
    told = [text_of(note)[:28] for note in page.select(".callout > p:first-child")]
    assert [sentence for sentence in told if "działani" in sentence] == [
        "Żadne działanie nie ma termi", "Żadne działanie nie ma miern", "Przy żadnym działaniu nie po",
    ]  # fmt: skip


def test_a_fault_of_several_rows_stands_once_with_links(
    desk: InspectingClient, kielce: bytes, coordinator: User
) -> None:
    intake = services.read_now(services.upload(kielce, name="kielce.txt", by=coordinator))
    page = desk.page(intake.get_absolute_url(), part="area-11")
    notes = [text_of(note) for note in page.select(".intake-reading > .callout")]
    assert notes[0] == "Działania A11.1 i A11.6 mają tę samą treść. 11.1 11.6 Połącz w jedno Odłóż uwagę"
    assert [text_of(note) for note in page.select("#poz-areas-10-1 .callout > p:first-child")] == [
        "„EKS” jest w działaniu A11.2 i podmiotem odpowiedzialnym, i partnerem.",
    ]  # fmt: skip


@pytest.mark.parametrize("part", ["area-1", "area-2"])
def test_a_part_costs_the_same_for_one_and_two_rows(
    desk: InspectingClient, in_review: Intake, part: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(7):
        desk.page(in_review.get_absolute_url(), part=part)


def test_the_document_beside_is_marked_where_it_was_read(desk: InspectingClient, in_review: Intake) -> None:
    page = desk.page(in_review.get_absolute_url(), part="area-1")
    assert [line["id"] for line in page.select(".source li.read")] == ["w15", "w17", "w18"]
    assert page.select_one("#poz-areas-0-0 a[href='#w17']") is not None
    assert page.select_one("#w1") is None


def test_an_outdated_stamp_is_refused(in_review: Intake, coordinator: User) -> None:
    with pytest.raises(Outdated):
        corrections.remove(in_review, FIRST, stamp="inny", by=coordinator)


def test_every_link_of_a_fault_says_where_it_leads(desk: InspectingClient, kielce: bytes, coordinator: User) -> None:
    """Also to rows without numbers, such as the data of the act."""
    intake = services.read_now(services.upload(kielce, name="kielce.txt", by=coordinator))
    page = desk.page(intake.get_absolute_url(), part="dane")
    links = page.select(".intake-fault a")
    assert len(links) > 3
    assert [link for link in links if not text_of(link)] == []
