from datetime import date

from cast import MakeAction, make_person
from inspector import InspectingClient, soup, text_of
from reporting_acts import SIGNED, say

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Packet, Period


def test_what_is_missing_is_listed_as_links(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User
) -> None:
    page = client.as_(reporter).page(packet.get_absolute_url())

    links = [(link["href"], text_of(link)) for link in page.find(id="braki")("a")]
    assert links == [(f"#stan-realizacji-{entry.pk}", "Działanie 1.1: wybierz stan realizacji.")]
    assert page.find(id=f"wpis-{entry.pk}") is not None


def test_submitting_too_early_is_refused_in_words_beside_the_list(
    client: InspectingClient, packet: Packet, reporter: User
) -> None:
    page = soup(client.as_(reporter).post(f"{packet.get_absolute_url()}zlozenie/", SIGNED))

    refused = "Nie złożono sprawozdania. Najpierw uzupełnij to, co wymienia lista powyżej."
    assert refused in text_of(page.find(id="wysylka").parent.find(class_="errors"))
    assert page.find(attrs={"name": "signatory"})["value"] == "Halina Kierownicza"


def test_of_many_reasons_a_few_are_told_and_all_are_counted(
    client: InspectingClient, programme: Programme, coordinator: User, reporter: User, head: User, planned: Period,
    police: Institution, make_action: MakeAction,
) -> None:  # fmt: skip
    for _action in range(5):
        make_action(lead=police)
    services.open_period(planned, by=coordinator)
    packet = Packet.objects.get(institution=police)
    answer = client.as_(reporter).post(f"{packet.get_absolute_url()}do-podpisu/", follow=True)

    told = [text_of(line) for line in soup(answer).select(".messages li")]
    assert (len(told), told[-1]) == (4, "Razem do poprawienia: 5.")


def test_a_signature_from_the_future_is_refused(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User
) -> None:
    say(entry, by=reporter)
    response = client.as_(reporter).post(
        f"{packet.get_absolute_url()}zlozenie/", {**SIGNED, "signed_on": date(2023, 1, 6)}
    )

    assert "Data podpisu nie może być w przyszłości." in text_of(soup(response).find(class_="errors"))


def test_sent_with_the_name_of_who_signed_on_paper(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User
) -> None:
    say(entry, by=reporter)
    response = client.as_(reporter).post(f"{packet.get_absolute_url()}zlozenie/", SIGNED, follow=True)
    page = soup(response)

    assert (
        "złożone, czeka na przyjęcie · Złożono 05.01.2023, 10:30 (Robert Raportowski); podpis: Halina Kierownicza"
        in (text_of(page.find(class_="lede")))
    )
    assert page.find("textarea") is None


def test_a_returned_packet_shows_the_note_and_the_remark(
    client: InspectingClient, sent: Packet, entry: Entry, reporter: User, coordinator: User
) -> None:
    services.return_packet(sent, by=coordinator, note="Proszę o liczby.", remarks={entry: "Ile godzin?"})
    page = client.as_(reporter).page(sent.get_absolute_url())

    assert [text_of(callout) for callout in page(class_="callout-bad")] == [
        "Do poprawy (Krystyna Koordynatorska, 05.01.2023) Proszę o liczby.",
        "Prosimy poprawić: Ile godzin? Odpowiedz na uwagę",
    ]  # fmt: skip
    assert page.find(id=f"tekst-{entry.pk}").text.strip() == "Odbyto 120 patroli."


def test_a_body_that_reports_through_another_has_its_own_heading(
    client: InspectingClient, planned: Period, make_action: MakeAction, schools: Institution, office: Institution,
    coordinator: User,
) -> None:  # fmt: skip
    make_action("Pogadanki.", lead=schools, partners=[office])
    services.open_period(planned, by=coordinator)
    clerk = make_person("Barbara", "Biurowa", Role.REPORTER, office)
    page = client.as_(clerk).page(Packet.objects.get(institution=office).get_absolute_url())

    headings = [text_of(heading) for heading in page.find(class_="entries")("h2")]
    assert headings == ["Wasze działania", "W imieniu: szkoły"]


def test_the_head_reads_and_signs(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User, head: User
) -> None:
    say(entry, by=reporter)
    client.as_(reporter).post(f"{packet.get_absolute_url()}do-podpisu/")
    page = client.as_(head).page(packet.get_absolute_url())
    assert "Odbyto 120 patroli." in text_of(page)
    client.post(f"{packet.get_absolute_url()}podpis/")

    packet.refresh_from_db()
    assert (packet.state, packet.signatory) == ("submitted", "Halina Kierownicza")


def test_the_head_sends_back_to_the_clerk(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User, head: User
) -> None:
    say(entry, by=reporter)
    services.hand_over_for_signature(packet, by=reporter)
    client.as_(head).post(f"{packet.get_absolute_url()}cofniecie/", {"note": "Dopisz szkolenia."})
    page = client.as_(reporter).page(packet.get_absolute_url())

    assert "Do poprawy (Halina Kierownicza, 05.01.2023) Dopisz szkolenia." in text_of(page)


def test_an_old_version_is_read_as_it_was_sent(
    client: InspectingClient, sent: Packet, entry: Entry, reporter: User, coordinator: User
) -> None:
    services.return_packet(sent, by=coordinator, note="Ile godzin?")
    say(entry, by=reporter, text="Poprawione.")
    services.submit_packet(sent, by=reporter, **SIGNED)
    page = client.as_(reporter).page(f"{sent.get_absolute_url()}wersja/1/")

    assert "Odbyto 120 patroli." in text_of(page)
    assert "Poprawione." not in text_of(page)


def test_the_office_does_not_read_drafts(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User, coordinator: User
) -> None:
    say(entry, by=reporter, text="Tylko szkic.")
    for address in (packet.get_absolute_url(), f"{packet.get_absolute_url()}druk/"):
        assert "Tylko szkic." not in text_of(client.as_(coordinator).page(address))


def test_the_print_has_lines_for_signatures(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User
) -> None:
    say(entry, by=reporter)
    page = client.as_(reporter).page(f"{packet.get_absolute_url()}druk/")

    assert "Odbyto 120 patroli." in text_of(page)
    assert len(page(class_="signature-line")) == 2
