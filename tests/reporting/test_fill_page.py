from datetime import UTC, date, datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from cast import MakeAction, make_person
from inspector import InspectingClient, soup, text_of
from reporting_acts import DUE, OPENS, say, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.models import Entry, Packet, Part, Period

HTMX = {"HX-Request": "true"}


def post_entry(client: InspectingClient, entry: Entry, *, htmx: bool = False, **said: Any) -> Any:
    data = {"version": 0, "outcome": "done", "text": "Odbyto 120 patroli.", "reason": "", **said}
    return client.post(f"/praca/sprawozdania/wpis/{entry.pk}/", data, headers=HTMX if htmx else {})


def part(page: BeautifulSoup, anchor: str) -> str:
    found = page.find(id=anchor)
    assert found is not None, f"no #{anchor}"
    return text_of(found)


def test_the_page_greets_and_counts(client: InspectingClient, packet: Packet, reporter: User) -> None:
    page = client.as_(reporter).page(packet.get_absolute_url())

    assert "Dzień dobry, Robert Raportowski. To sprawozdanie składa Komenda Miejska Policji." in text_of(page)
    assert "Zostało 15 dni (20 stycznia 2023)" in text_of(page)
    assert part(page, "postep") == "0 z 1 gotowe Następne do uzupełnienia"
    assert page.find(class_="act-quote").p.text == "Kierowanie dodatkowych patroli w miejsca zagrożone."


def test_only_own_actions_are_asked_about(
    client: InspectingClient, planned: Period, make_action: MakeAction, police: Institution, guard: Institution,
    reporter: User, coordinator: User,
) -> None:  # fmt: skip
    make_action("Działanie policji.", lead=police)
    make_action("Działanie straży.", lead=guard)
    services.open_period(planned, by=coordinator)
    page = client.as_(reporter).page(Packet.objects.get(institution=police).get_absolute_url())

    assert [quote.p.text for quote in page(class_="act-quote")] == ["Działanie policji."]


def test_what_waits_may_be_shown_alone(
    client: InspectingClient, planned: Period, make_action: MakeAction, police: Institution, reporter: User,
    coordinator: User,
) -> None:  # fmt: skip
    make_action("Patrole.", lead=police)
    make_action("Spotkania.", lead=police)
    services.open_period(planned, by=coordinator)
    packet = Packet.objects.get(institution=police)
    first, second = queries.entries_of(packet)
    say(first, by=reporter, text="Odbyto 120 patroli na osiedlach.")
    address = f"{packet.get_absolute_url()}?waiting=1"

    page = client.as_(reporter).page(address)
    assert [quote.p.text for quote in page(class_="act-quote")] == ["Spotkania."]
    assert part(page, "postep").startswith("1 z 2 gotowe")

    say(second, by=reporter, text="Zorganizowano 12 spotkań z mieszkańcami.")
    assert "Nic nie czeka na uzupełnienie" in text_of(client.page(address))


def test_saved_without_javascript_and_back_at_the_entry(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User
) -> None:
    response = post_entry(client.as_(reporter), entry)

    assert response["Location"] == f"{packet.get_absolute_url()}#wpis-{entry.pk}"
    entry.refresh_from_db()
    assert (entry.outcome, entry.text, entry.version) == ("done", "Odbyto 120 patroli.", 1)
    page = client.page(packet.get_absolute_url())
    assert part(page, f"stan-{entry.pk}") == "Zapisano 10:30 (Robert Raportowski) gotowe"
    assert part(page, "postep") == "1 z 1 gotowe Przejdź do wysłania"


def test_an_htmx_answer_equals_a_reload(client: InspectingClient, packet: Packet, entry: Entry, reporter: User) -> None:
    answer = soup(post_entry(client.as_(reporter), entry, htmx=True, text=""))
    page = client.page(packet.get_absolute_url())

    for anchor in (f"stan-{entry.pk}", "postep", "braki"):
        swapped, loaded = answer.find(id=anchor), page.find(id=anchor)
        swapped.attrs.pop("hx-swap-oob", None)
        assert str(swapped) == str(loaded)
    assert answer.find("html") is None


def test_the_answer_differs_by_header(client: InspectingClient, entry: Entry, reporter: User) -> None:
    assert "HX-Request" in post_entry(client.as_(reporter), entry, htmx=True)["Vary"]


@pytest.mark.parametrize("htmx", [False, True])
def test_the_second_of_two_people_sees_both_texts(
    client: InspectingClient, packet: Packet, entry: Entry, police: Institution, reporter: User, htmx: bool
) -> None:
    say(entry, by=make_person("Celina", "Koleżanecka", Role.REPORTER, police), text="Słowa Celiny.")
    response = post_entry(client.as_(reporter), entry, htmx=htmx, text="Słowa Roberta.")
    page = soup(response)
    card = page.find(id=f"wpis-{entry.pk}")

    assert card.textarea.text.strip() == "Słowa Roberta."
    assert "zapisał(a) Celina Koleżanecka (10:30)" in text_of(card)
    assert "Słowa Celiny." in text_of(card.find(class_="words"))
    assert card.find("input", attrs={"name": "version"})["value"] == "1"
    assert [text_of(act) for act in card.find_all(class_="row")[-1](["button", "a"])] == [
        "Zapisz moją treść", "Zostaw zapisaną",
    ]  # fmt: skip
    if htmx:
        assert (response["HX-Retarget"], response["HX-Reswap"]) == (f"#wpis-{entry.pk}", "outerHTML")


def test_one_may_then_save_ones_own_over(
    client: InspectingClient, entry: Entry, police: Institution, reporter: User
) -> None:
    say(entry, by=make_person("Celina", "Koleżanecka", Role.REPORTER, police), text="Słowa Celiny.")
    post_entry(client.as_(reporter), entry, version=1, text="Słowa Roberta.")

    entry.refresh_from_db()
    assert (entry.text, entry.updated_by) == ("Słowa Roberta.", reporter)


def test_numbers_with_a_decimal_comma(client: InspectingClient, entry: Entry, packet: Packet, reporter: User) -> None:
    numbers = {"measure-0": "godziny patroli", "value-0": "1 234,5", "share-0": "joint", "coverage-0": "wider",
               "measure-1": "", "value-1": "", "share-1": "own", "coverage-1": "unit"}  # fmt: skip
    post_entry(client.as_(reporter), entry, **numbers)

    kept = [(n.measure, str(n.value), n.share, n.coverage) for n in entry.numbers.all()]
    assert kept == [("godziny patroli", "1234.50", "joint", "wider")]
    page = client.page(packet.get_absolute_url())
    values = [field["value"] for field in page("input") if field["name"].startswith("value-")]
    assert values == ["1\u00a0234,5", ""]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"measure-0": "patrole", "value-0": "dużo"}, "„dużo” to nie jest liczba. Wpisz na przykład 12 albo 12,5."),
        ({"measure-0": "patrole", "value-0": ""}, "Przy mierniku „patrole” podaj liczbę."),
        ({"measure-0": "", "value-0": "12"}, "Przy liczbie 12 napisz, czego dotyczy."),
    ],
)
@pytest.mark.parametrize("htmx", [False, True])
def test_a_wrong_number_is_told_and_what_was_typed_stays(
    client: InspectingClient, entry: Entry, reporter: User, row: dict[str, str], sentence: str, htmx: bool
) -> None:
    typed = {"share-0": "own", "coverage-0": "unit", **row}
    page = soup(post_entry(client.as_(reporter), entry, htmx=htmx, **typed))

    assert sentence in part(page, f"stan-{entry.pk}")
    if not htmx:
        assert page.find(id=f"tekst-{entry.pk}").text.strip() == "Odbyto 120 patroli."
        assert page.find(id=f"wartosc-{entry.pk}-0")["value"] == row["value-0"]
    entry.refresh_from_db()
    assert entry.version == 0


def test_the_same_measure_twice_is_told(client: InspectingClient, entry: Entry, reporter: User) -> None:
    row = {"measure": "Patrole", "value": "1", "share": "own", "coverage": "unit"}
    both = {f"{name}-{no}": value for no in (0, 1) for name, value in row.items()}
    page = soup(post_entry(client.as_(reporter), entry, **both))

    assert "Każdy miernik podaj tylko raz." in part(page, f"stan-{entry.pk}")


@pytest.mark.parametrize("htmx", [False, True])
def test_saving_what_was_withdrawn_meanwhile_leads_back_to_the_packet(
    client: InspectingClient, entry: Entry, packet: Packet, reporter: User, coordinator: User, htmx: bool
) -> None:
    packet.period.programme.undertakings.get().responsibilities.update(until=date(2022, 6, 30))
    services.renew_obligations(packet.period, by=coordinator)

    answer = post_entry(client.as_(reporter), entry, htmx=htmx)

    assert (answer.headers["HX-Redirect"] if htmx else answer.url) == packet.get_absolute_url()
    assert "nie trzeba już opisywać" in text_of(client.page(packet.get_absolute_url()))


def test_what_no_database_keeps_is_left_out(client: InspectingClient, entry: Entry, reporter: User) -> None:
    post_entry(client.as_(reporter), entry, **{
        "measure-0": "pa\x00trole", "value-0": "12", "share-0": "own", "coverage-0": "unit",
    })  # fmt: skip

    assert entry.numbers.get().measure == "patrole"


def test_saving_into_what_was_sent_is_told_and_the_words_stay(
    client: InspectingClient, sent: Packet, entry: Entry, reporter: User
) -> None:
    page = soup(post_entry(client.as_(reporter), entry, version=1, text="Jeszcze jedno."))

    assert "Tego wpisu nie można już zmieniać" in part(page, f"stan-{entry.pk}")
    assert page.find(id=f"tekst-{entry.pk}").text.strip() == "Jeszcze jedno."


@pytest.fixture
def next_year(sent: Packet, coordinator: User) -> Packet:
    """The police's packet for 2023, after 2022 was reported and closed."""
    services.close_period(sent.period, by=coordinator)
    period = services.plan_period(
        sent.period.programme, year=2023, part=Part.YEAR, opens_on=OPENS, due_on=date(2024, 1, 20), by=coordinator
    )
    services.open_period(period, by=coordinator)
    return period.packets.get(institution=sent.institution)


def test_last_periods_words_stand_beside_the_field(client: InspectingClient, next_year: Packet, reporter: User) -> None:
    page = client.as_(reporter).page(next_year.get_absolute_url())
    beside = page.find(class_="entry-before")

    assert text_of(beside) == "Poprzednio (2022) zrealizowano Odbyto 120 patroli. Tak jak poprzednio, popraw"


def test_the_former_text_is_taken_over_into_a_blank_field(
    client: InspectingClient, next_year: Packet, reporter: User
) -> None:
    entry = Entry.objects.get(obligation__packet=next_year)
    data = {"version": 0, "outcome": "ongoing", "text": "", "reason": ""}
    client.as_(reporter).post(f"/praca/sprawozdania/wpis/{entry.pk}/poprzedni-tekst/", data)

    entry.refresh_from_db()
    assert (entry.outcome, entry.text) == ("ongoing", "Odbyto 120 patroli.")


def test_the_former_text_does_not_cover_what_was_typed(
    client: InspectingClient, next_year: Packet, reporter: User
) -> None:
    entry = Entry.objects.get(obligation__packet=next_year)
    data = {"version": 0, "outcome": "ongoing", "text": "Nowe słowa.", "reason": ""}
    client.as_(reporter).post(f"/praca/sprawozdania/wpis/{entry.pk}/poprzedni-tekst/", data)

    entry.refresh_from_db()
    assert entry.text == "Nowe słowa."


@pytest.mark.parametrize("rows", [1, 3])
def test_filling_in_takes_a_constant_number_of_queries(
    client: InspectingClient, planned: Period, make_action: MakeAction, police: Institution, guard: Institution,
    reporter: User, coordinator: User, django_assert_num_queries: Any, rows: int,
) -> None:  # fmt: skip
    for _row in range(rows):
        make_action(lead=police, partners=[guard])
    services.open_period(planned, by=coordinator)
    packet = Packet.objects.get(institution=police)
    client.as_(reporter)

    with django_assert_num_queries(20):
        client.page(packet.get_absolute_url())


def test_my_packets_show_what_waits(client: InspectingClient, packet: Packet, reporter: User) -> None:
    page = client.as_(reporter).page("/praca/sprawozdania/moje/")

    assert [text_of(door) for door in page(class_="door")] == [
        "Sprawozdanie za 2022 Komenda Miejska Policji do wypełnienia 0 z 1 gotowe; zostało 15 dni"
    ]


def test_a_head_sees_what_waits_for_the_signature(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User, head: User
) -> None:
    def told() -> tuple[str, str]:
        page = client.as_(head).page("/praca/sprawozdania/moje/")
        return text_of(page.h1), text_of(page.find(class_="lede"))

    quiet = "Dzień dobry. Teraz nic nie czeka na Twój podpis; poniżej sprawozdania Waszej instytucji."
    assert told() == ("Do podpisu", quiet)
    say(entry, by=reporter)
    services.hand_over_for_signature(packet, by=reporter)
    assert told() == ("Do podpisu", "Dzień dobry. 1 sprawozdanie czeka na Twój podpis.")


def test_a_late_packet_says_so(client: InspectingClient, packet: Packet, reporter: User) -> None:
    with clock.pretend(datetime(2023, 1, 23, 12, tzinfo=UTC)):
        page = client.as_(reporter).page(packet.get_absolute_url())

    assert "Termin minął 3 dni temu" in text_of(page)
    assert date(2023, 1, 20) == DUE


def test_sent_and_returned_it_may_be_sent_again(
    client: InspectingClient, sent: Packet, reporter: User, coordinator: User
) -> None:
    services.return_packet(sent, by=coordinator, note="Ile godzin?")

    assert send(sent, by=reporter).versions.count() == 2
