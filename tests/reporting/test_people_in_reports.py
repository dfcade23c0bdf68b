"""Whoever names a person in a report is told gently, and so is the reviewer; nothing is stopped."""

import pytest
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Packet

WORDS = "Pomoc otrzymała pani Maria Zmyślona, tel. 600 123 456."


def save(entry: Entry, by: User, text: str = WORDS) -> Entry:
    return services.save_entry(entry, by=by, version=entry.version, outcome="done", text=text, reason="", numbers=[])


def test_the_entry_is_saved_and_the_reporter_is_warned(
    client: InspectingClient, entry: Entry, packet: Packet, reporter: User
) -> None:
    typed = {"outcome": "done", "text": WORDS, "reason": "", "version": entry.version}
    part = client.as_(reporter).post(f"/praca/sprawozdania/wpis/{entry.pk}/", typed, headers={"HX-Request": "true"})
    entry.refresh_from_db()

    assert entry.text == WORDS
    assert "Numer telefonu (60• ••• •••). Usuń numer telefonu" in part.content.decode()
    assert "Wpis jest zapisany." in text_of(client.page(packet.get_absolute_url()))


def test_plain_words_bring_no_warning(client: InspectingClient, entry: Entry, packet: Packet, reporter: User) -> None:
    save(entry, reporter, "Skierowano 12 patroli w rejon ul. Polnej.")

    assert "Wygląda na dane osoby" not in text_of(client.as_(reporter).page(packet.get_absolute_url()))


def test_the_reviewer_is_told_beside_the_words(
    client: InspectingClient, entry: Entry, packet: Packet, reporter: User, coordinator: User, head: User
) -> None:
    save(entry, reporter)
    services.hand_over_for_signature(packet, by=reporter)
    packet.refresh_from_db()
    services.sign_packet(packet, by=head)
    page = client.as_(coordinator).page(f"/praca/sprawozdania/{packet.pk}/przeglad/")

    assert "Imię i nazwisko (Ma••• ••••••••)." in text_of(page.select_one(".review-this .callout-warn"))


@pytest.mark.parametrize("text", [WORDS, "Odbyto 120 patroli."])
def test_settings_are_asked_only_where_something_was_found(
    client: InspectingClient, entry: Entry, packet: Packet, reporter: User, text: str, django_assert_max_num_queries
) -> None:
    save(entry, reporter, text)
    client.as_(reporter)
    with django_assert_max_num_queries(30) as asked:
        client.page(packet.get_absolute_url())

    assert sum("core_optionvalue" in query["sql"] for query in asked.captured_queries) == (2 if text == WORDS else 0)
