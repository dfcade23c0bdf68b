"""„Tak jak poprzednio, popraw”: words and outcomes are taken over, numbers never; and all that can be undone."""

from datetime import date
from decimal import Decimal

import pytest
from inspector import InspectingClient, text_of
from reporting_acts import SIGNED, say

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Packet, Part
from bezpiecznik.reporting.services import Number

HOURS = Number("godziny patroli", Decimal("340.5"), "joint", "wider")


def half(programme: Programme, year: int, part: Part, by: User) -> Packet:
    """The police's packet of another half-year, opened."""
    day = date(year, 12, 1)
    opened = services.plan_period(programme, year=year, part=part, opens_on=day, due_on=day, by=by)
    services.open_period(opened, by=by)
    return opened.packets.get(institution__abbr="KMP")


def sent_half(packet: Packet, text: str, by: User, numbers: tuple[Number, ...] = ()) -> None:
    say(Entry.objects.get(obligation__packet=packet), by=by, text=text, outcome="ongoing", numbers=numbers)
    services.submit_packet(packet, by=by, **SIGNED)


@pytest.fixture
def now(programme: Programme, patrols: Undertaking, reporter: User, coordinator: User) -> Packet:
    """The second half of 2023, after three halves in which something was said."""
    sent_half(half(programme, 2022, Part.SECOND_HALF, coordinator), "Jesienią 2022.", reporter)
    sent_half(half(programme, 2023, Part.FIRST_HALF, coordinator), "Wiosną 2023.", reporter, (HOURS,))
    return half(programme, 2023, Part.SECOND_HALF, coordinator)


@pytest.fixture
def blank(now: Packet) -> Entry:
    return Entry.objects.get(obligation__packet=now)


def test_the_half_before_and_the_same_half_of_the_former_year_stand_beside(
    client: InspectingClient, now: Packet, reporter: User
) -> None:
    beside = text_of(client.as_(reporter).page(now.get_absolute_url()).find(class_="entry-before"))

    assert "Poprzednio (I półrocze 2023)" in beside
    assert "Wiosną 2023." in beside
    assert "Rok wcześniej (II półrocze 2022)" in beside
    assert "Jesienią 2022." in beside


def test_measures_of_before_wait_without_values_and_with_the_last_value_beside(
    client: InspectingClient, now: Packet, blank: Entry, reporter: User
) -> None:
    page = client.as_(reporter).page(now.get_absolute_url())
    measure, value = page.find(id=f"miernik-{blank.pk}-0"), page.find(id=f"wartosc-{blank.pk}-0")

    assert (measure["value"], value["value"]) == ("godziny patroli", "")
    assert text_of(page.find("label", attrs={"for": value["id"]})) == "Ile (poprzednio 340,5)"
    assert page.find(id=f"mierniki-{blank.pk}").option["value"] == "godziny patroli"
    assert page.find(id=f"czyja-{blank.pk}-0").find("option", selected=True)["value"] == "joint"


def test_a_measure_that_the_page_put_there_is_not_missed_when_left_blank(
    client: InspectingClient, blank: Entry, reporter: User
) -> None:
    row = {"measure-0": "godziny patroli", "proposed-0": "godziny patroli", "value-0": "", "share-0": "own",
           "coverage-0": "unit"}  # fmt: skip
    client.as_(reporter).post(
        f"/praca/sprawozdania/wpis/{blank.pk}/",
        {"version": 0, "outcome": "done", "text": "Tak.", "reason": "", **row},
    )

    blank.refresh_from_db()
    assert (blank.text, blank.numbers.count()) == ("Tak.", 0)


def test_one_card_takes_over_outcome_and_words_and_no_number(
    client: InspectingClient, now: Packet, blank: Entry, reporter: User
) -> None:
    data = {"version": 0, "outcome": "", "text": "", "reason": ""}
    client.as_(reporter).post(f"/praca/sprawozdania/wpis/{blank.pk}/poprzedni-tekst/", data)

    blank.refresh_from_db()
    assert (blank.outcome, blank.text, blank.numbers.count()) == ("ongoing", "Wiosną 2023.", 0)


def test_all_blank_cards_take_over_at_once_and_give_back(
    client: InspectingClient, now: Packet, blank: Entry, reporter: User
) -> None:
    page = client.as_(reporter).page(now.get_absolute_url())
    assert "Tak jak poprzednio we wszystkich pustych (1)" in text_of(page)
    answer = client.post(f"{now.get_absolute_url()}poprzednie-teksty/")
    blank.refresh_from_db()
    assert (blank.outcome, blank.text, blank.numbers.count()) == ("ongoing", "Wiosną 2023.", 0)

    offered = client.page(answer["Location"]).find("input", attrs={"name": "taken"})
    client.post(f"{now.get_absolute_url()}poprzednie-teksty/cofniecie/", {"taken": offered["value"]})
    blank.refresh_from_db()
    assert (blank.outcome, blank.text, blank.is_blank) == ("", "", True)
    assert "Cofnięto przejęcie w 1 wpisie." in text_of(client.page(now.get_absolute_url()))
    events = JournalEntry.objects.filter(event__in=("reporting.words_taken_over", "reporting.taking_over_undone"))
    assert events.count() == 2


def test_what_was_typed_is_neither_covered_nor_undone(now: Packet, blank: Entry, reporter: User) -> None:
    say(blank, by=reporter, text="Moje słowa.")
    assert services.take_over_previous(now, by=reporter) == {}
    assert services.undo_taking_over(now, {blank.pk: 7}, by=reporter) == 0

    blank.refresh_from_db()
    assert blank.text == "Moje słowa."


def test_what_was_corrected_after_taking_over_stays(
    client: InspectingClient, now: Packet, blank: Entry, reporter: User
) -> None:
    made = services.take_over_previous(now, by=reporter)
    say(blank, by=reporter, text="Wiosną 2023, poprawione.")

    assert services.undo_taking_over(now, made, by=reporter) == 0
    blank.refresh_from_db()
    assert blank.text == "Wiosną 2023, poprawione."


def test_only_who_writes_there_may(client: InspectingClient, now: Packet, neighbour: User, head: User) -> None:
    for act in ("poprzednie-teksty/", "poprzednie-teksty/cofniecie/"):
        assert client.as_(neighbour).post(now.get_absolute_url() + act).status_code == 404
        assert client.as_(head).post(now.get_absolute_url() + act).status_code == 403


def test_a_row_is_added_without_scripts_and_what_was_typed_is_saved(
    client: InspectingClient, blank: Entry, reporter: User
) -> None:
    row = {"measure-0": "patrole", "value-0": "12", "share-0": "own", "coverage-0": "unit"}
    data = {"version": 0, "outcome": "done", "text": "Tak.", "reason": "", "add": "1", **row}
    answer = client.as_(reporter).post(f"/praca/sprawozdania/wpis/{blank.pk}/", data)

    blank.refresh_from_db()
    assert (blank.text, blank.numbers.get().measure) == ("Tak.", "patrole")
    assert answer.content.decode().count(f'id="miernik-{blank.pk}-') == 3
