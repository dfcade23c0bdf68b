"""Activities fill reports by themselves: a proposal that a person has to confirm, and never over a person's words."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from inspector import InspectingClient, text_of
from reporting_acts import SIGNED, say

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import services as activities
from bezpiecznik.activities.facts import Facts
from bezpiecznik.activities.models import Activity
from bezpiecznik.core import clock, options
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.models import Entry, Packet, Period
from bezpiecznik.reporting.options import FEED_BY_ITSELF
from bezpiecznik.reporting.services.feeding import feed_period

DAY = date(2022, 10, 12)


def hold(
    institution: Institution, action: Undertaking, *, by: User, others: tuple[Institution, ...] = (), **said: Any
) -> Activity:
    """A meeting of 12 October 2022 with thirty people, in the police's club."""
    facts = {"kind": "meeting", "title": "Spotkanie z seniorami", "starts_on": DAY, "participants": 30, **said}
    return activities.create_activity(institution, by=by, facts=Facts(**facts), undertakings=[action], others=others)


def numbers(entry: Entry) -> list[tuple[str, int, str]]:
    return [(number.measure, int(number.value), number.share) for number in entry.numbers.all()]


def test_an_untouched_entry_is_filled_and_not_complete(
    entry: Entry, packet: Packet, police: Institution, patrols: Undertaking, reporter: User
) -> None:
    hold(police, patrols, by=reporter, place="Klub")
    entry.refresh_from_db()
    assert entry.text == "1 spotkanie (30 uczestników): „Spotkanie z seniorami” (12.10.2022, Klub)."
    assert numbers(entry) == [("spotkania", 1, "own"), ("uczestnicy", 30, "own")]
    assert (entry.version, entry.outcome, entry.is_complete, entry.updated_by) == (0, "", False, None)
    assert entry.fed_at is not None
    assert [missing.sentence for missing in queries.missing(packet)] == [
        "Działanie 1.1: sprawdź, co uzupełniono z działalności, i wybierz stan realizacji."
    ]


def test_it_follows_changes_until_a_person_saves(
    entry: Entry, police: Institution, patrols: Undertaking, reporter: User
) -> None:
    meeting = hold(police, patrols, by=reporter)
    second = hold(police, patrols, by=reporter, title="Lekcja", starts_on=date(2022, 11, 3), participants=None)
    entry.refresh_from_db()
    assert entry.text == (
        "2 spotkania (łącznie 30 uczestników; w 1 przypadku ich nie liczono):\n"
        "– 12.10.2022: Spotkanie z seniorami, 30 os.\n– 03.11.2022: Lekcja"
    )
    activities.cancel_activity(second, by=reporter, reason="Pomyłka")
    entry.refresh_from_db()
    assert numbers(entry) == [("spotkania", 1, "own"), ("uczestnicy", 30, "own")]
    activities.cancel_activity(meeting, by=reporter, reason="Pomyłka")
    entry.refresh_from_db()
    assert (entry.text, numbers(entry), entry.fed_at, list(entry.quoted.all())) == ("", [], None, [])


def test_words_of_a_person_are_never_touched(
    entry: Entry, police: Institution, patrols: Undertaking, reporter: User
) -> None:
    say(entry, by=reporter, text="Własne słowa.")
    hold(police, patrols, by=reporter)
    entry.refresh_from_db()
    assert (entry.text, numbers(entry), entry.fed_at, entry.version) == ("Własne słowa.", [], None, 1)


def test_confirming_the_same_words_makes_them_the_persons(
    client: InspectingClient,
    coordinator: User,
    entry: Entry,
    packet: Packet,
    police: Institution,
    patrols: Undertaking,
    reporter: User,
) -> None:
    meeting = hold(police, patrols, by=reporter)
    entry.refresh_from_db()
    typed = tuple(services.Number(n.measure, n.value, n.share, n.coverage) for n in entry.numbers.all())
    saved = say(entry, by=reporter, outcome="ongoing", text=entry.text, numbers=typed)
    assert (saved.version, saved.fed_at, saved.is_complete) == (1, None, True)
    services.submit_packet(packet, by=reporter, **SIGNED)
    (content,) = packet.versions.get().content["entries"]
    assert content["activities"] == [
        {"key": meeting.pk, "kind": "meeting", "title": "Spotkanie z seniorami", "date": "2022-10-12", "place": "",
         "times": 1, "participants": 30, "institution": "KMP"}
    ]  # fmt: skip
    said = text_of(client.as_(coordinator).page(f"{packet.get_absolute_url()}wersja/1/").main)
    assert "Na podstawie działalności: Spotkanie z seniorami (12.10.2022)" in said
    activities.change_activity(
        meeting, by=reporter, version=1, facts=Facts("meeting", "Inny tytuł", DAY), undertakings=[patrols], others=[]
    )
    assert packet.versions.get().content["entries"][0]["activities"][0]["title"] == "Spotkanie z seniorami"


def test_a_period_that_opens_finds_what_was_entered_before(
    planned: Period, police: Institution, patrols: Undertaking, reporter: User, coordinator: User
) -> None:
    hold(police, patrols, by=reporter)
    hold(police, patrols, by=reporter, starts_on=date(2021, 12, 31), title="W poprzednim roku")
    services.open_period(planned, by=coordinator)
    entry = Entry.objects.get(obligation__packet__institution=police)
    assert numbers(entry) == [("spotkania", 1, "own"), ("uczestnicy", 30, "own")]


def test_what_was_held_together_is_joint_and_stands_in_both_reports(
    period: Period, police: Institution, guard: Institution, patrols: Undertaking, reporter: User
) -> None:
    hold(police, patrols, by=reporter, others=(guard,))
    hold(police, patrols, by=reporter, title="Sami", participants=5)
    of_police, of_guard = (Entry.objects.get(obligation__packet__institution=one) for one in (police, guard))
    assert numbers(of_police) == [
        ("spotkania (wspólne)", 1, "joint"), ("spotkania", 1, "own"),
        ("uczestnicy (wspólne)", 30, "joint"), ("uczestnicy", 5, "own"),
    ]  # fmt: skip
    assert numbers(of_guard) == [("spotkania (wspólne)", 1, "joint"), ("uczestnicy (wspólne)", 30, "joint")]
    assert "wspólnie: KMP, SM" in of_guard.text


def test_rows_joined_into_one_are_quoted_by_both_and_counted_once(
    period: Period, police: Institution, guard: Institution, patrols: Undertaking, reporter: User, neighbour: User
) -> None:
    kept = hold(police, patrols, by=reporter, participants=31)
    same = hold(guard, patrols, by=neighbour, participants=29)
    Activity.objects.filter(pk=same.pk).update(joined_into=kept)
    activities.change_activity(
        kept, by=reporter, version=1, facts=Facts("meeting", "Spotkanie", DAY, participants=32),
        undertakings=[patrols], others=[],
    )  # fmt: skip
    feed_period(period)
    for institution in (police, guard):
        entry = Entry.objects.get(obligation__packet__institution=institution)
        assert numbers(entry) == [("spotkania (wspólne)", 1, "joint"), ("uczestnicy (wspólne)", 32, "joint")]
        assert [link.activity for link in entry.quoted.all()] == [kept]


def test_inspections_tell_what_was_found(
    entry: Entry, police: Institution, patrols: Undertaking, reporter: User
) -> None:
    hold(police, patrols, by=reporter, kind="inspection", times=8, participants=None, found=5, sanctioned=2)
    entry.refresh_from_db()
    assert entry.text.startswith("8 kontroli, stwierdzono 5 nieprawidłowości, zastosowano 2 sankcje: ")
    assert numbers(entry) == [
        ("kontrole", 8, "own"), ("stwierdzone nieprawidłowości", 5, "own"), ("zastosowane sankcje", 2, "own"),
    ]  # fmt: skip


def test_of_many_only_some_are_named(entry: Entry, police: Institution, patrols: Undertaking, reporter: User) -> None:
    for n in range(1, 13):
        hold(police, patrols, by=reporter, title=f"Lekcja {n}", participants=n, starts_on=date(2022, n, 1))
    entry.refresh_from_db()
    assert entry.text == (
        "12 spotkań (łącznie 78 uczestników), m.in. „Lekcja 10” (01.10.2022); „Lekcja 11” (01.11.2022); "
        "„Lekcja 12” (01.12.2022)."
    )


def test_the_office_may_leave_it_to_the_button(
    entry: Entry, police: Institution, patrols: Undertaking, reporter: User, coordinator: User
) -> None:
    options.change(FEED_BY_ITSELF, False, seen="", by=coordinator)
    hold(police, patrols, by=reporter)
    entry.refresh_from_db()
    assert entry.text == ""


def test_a_page_open_meanwhile_saves_over_a_proposal_without_being_stopped(
    entry: Entry, police: Institution, patrols: Undertaking, reporter: User
) -> None:
    hold(police, patrols, by=reporter)
    saved = services.save_entry(entry, by=reporter, version=0, outcome="done", text="Moje.", reason="", numbers=())
    assert (saved.text, saved.version, saved.fed_at) == ("Moje.", 1, None)
    assert not saved.quoted.exists()


def test_the_card_tells_what_was_filled(
    client: InspectingClient, entry: Entry, packet: Packet, police: Institution, patrols: Undertaking, reporter: User
) -> None:
    hold(police, patrols, by=reporter)
    part = client.as_(reporter).page(packet.get_absolute_url()).select_one(".card-part")
    assert part is not None
    words = text_of(part)
    assert "Wasza działalność w tym okresie" in words
    assert "1 wpis" in words
    assert "Uzupełniono z działalności." in words
    assert not part.select("button")


def test_the_button_adds_under_typed_words_and_brings_its_own_paragraph_up_to_date(
    client: InspectingClient, entry: Entry, packet: Packet, police: Institution, patrols: Undertaking, reporter: User
) -> None:
    say(entry, by=reporter, text="Własne słowa.")
    hold(police, patrols, by=reporter)
    address = f"/praca/sprawozdania/wpis/{entry.pk}/z-dzialalnosci/"
    button = client.as_(reporter).page(packet.get_absolute_url()).select_one(f"[formaction='{address}']")
    assert text_of(button) == "Wstaw do sprawozdania"
    typed = {"version": "1", "outcome": "done", "text": "Własne słowa.", "reason": "",
             "measure-0": "godziny", "value-0": "12", "share-0": "own", "coverage-0": "unit"}  # fmt: skip
    client.post(address, typed)
    entry.refresh_from_db()
    paragraph = "1 spotkanie (30 uczestników): „Spotkanie z seniorami” (12.10.2022)."
    assert entry.text == f"Własne słowa.\n\n{paragraph}"
    assert numbers(entry) == [("godziny", 12, "own"), ("spotkania", 1, "own"), ("uczestnicy", 30, "own")]
    assert "Wszystkie są już w sprawozdaniu." in text_of(
        client.page(packet.get_absolute_url()).select_one(".card-part")
    )

    hold(police, patrols, by=reporter, title="Lekcja", starts_on=date(2022, 11, 3), participants=20)
    part = text_of(client.page(packet.get_absolute_url()).select_one(".card-part"))
    assert "2 wpisy (1 nowy od ostatniego wstawienia)" in part
    again = {"version": "2", "outcome": "done", "text": entry.text, "reason": "", "measure-0": "godziny",
             "value-0": "12", "share-0": "own", "coverage-0": "unit", "measure-1": "spotkania", "value-1": "1",
             "share-1": "own", "coverage-1": "unit", "measure-2": "uczestnicy", "value-2": "31", "share-2": "own",
             "coverage-2": "unit"}  # fmt: skip
    client.post(address, again)
    entry.refresh_from_db()
    assert entry.text.startswith("Własne słowa.\n\n2 spotkania (łącznie 50 uczestników):\n")
    assert paragraph not in entry.text
    assert numbers(entry) == [("godziny", 12, "own"), ("spotkania", 2, "own"), ("uczestnicy", 31, "own")]


def test_the_page_of_an_activity_says_what_it_feeds(
    client: InspectingClient, entry: Entry, police: Institution, patrols: Undertaking, reporter: User, coordinator: User
) -> None:
    meeting = hold(police, patrols, by=reporter)
    page = client.as_(reporter).page(meeting.get_absolute_url())
    assert "Sprawozdanie KMP za 2022, działanie 1.1: wstawiono propozycję, czeka na sprawdzenie" in text_of(page.main)
    entry.refresh_from_db()
    say(entry, by=reporter, text=f"{entry.text} Dziękujemy klubowi seniora.")
    assert "jest w sprawozdaniu" in text_of(client.as_(coordinator).page(meeting.get_absolute_url()).main)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_packet_page_asks_as_much_with_many(
    client: InspectingClient, entry: Entry, packet: Packet, police: Institution, patrols: Undertaking, reporter: User,
    rows: int, django_assert_num_queries,
) -> None:  # fmt: skip
    for n in range(rows):
        hold(police, patrols, by=reporter, title=f"Spotkanie {n}")
    client.as_(reporter).page(packet.get_absolute_url())
    with django_assert_num_queries(24):
        client.page(packet.get_absolute_url())


def test_nothing_is_filled_once_the_report_is_on_its_way(
    sent: Packet, police: Institution, patrols: Undertaking, reporter: User
) -> None:
    with clock.pretend(datetime(2023, 1, 6, 9, 0, tzinfo=UTC)):
        hold(police, patrols, by=reporter)
    entry = Entry.objects.get(obligation__packet=sent)
    assert (entry.text, entry.fed_at) == ("Odbyto 120 patroli.", None)
