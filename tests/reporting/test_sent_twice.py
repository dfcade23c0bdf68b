"""A browser on a bad line sends again: the second copy gets the answer of the first, and nothing is done twice."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from cast import make_person
from inspector import InspectingClient, soup, text_of
from reporting_acts import SIGNED, fill, say, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, keeping
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Packet, Receipt
from bezpiecznik.reporting.refusals import EntryChanged, Refused
from bezpiecznik.reporting.services import Attempt
from bezpiecznik.reporting.states import PacketState


def save(entry: Entry, attempt: Attempt | None, *, by: User, text: str = "Odbyto patrole.", version: int = 0) -> Entry:
    return services.save_entry(
        entry, by=by, version=version, outcome="done", text=text, reason="", numbers=(), attempt=attempt
    )


def lines(event: str) -> int:
    return JournalEntry.objects.filter(event=f"reporting.{event}").count()


def test_a_saving_that_came_twice_is_one_version(entry: Entry, reporter: User) -> None:
    attempt = Attempt(uuid4())
    first, second = save(entry, attempt, by=reporter), save(entry, attempt, by=reporter)

    assert (first.version, second.version) == (1, 1)
    assert (Entry.objects.get(pk=entry.pk).version, lines("entry_saved")) == (1, 1)


def test_a_second_copy_after_somebody_elses_words_neither_covers_them_nor_fails(
    entry: Entry, reporter: User, police: Institution
) -> None:
    attempt = Attempt(uuid4())
    save(entry, attempt, by=reporter)
    colleague = make_person("Celina", "Koleżanecka", Role.REPORTER, police)
    say(entry, by=colleague, text="Słowa Celiny.")
    again = save(entry, attempt, by=reporter)

    assert Entry.objects.get(pk=entry.pk).text == "Słowa Celiny."
    assert again.version == 1
    with pytest.raises(EntryChanged):  # what is typed on the page that saw version 1 does not cover version 2 unseen
        save(entry, Attempt(uuid4()), by=reporter, text="Dalej.", version=again.version)


def test_words_typed_after_a_lost_answer_are_no_conflict_with_oneself(entry: Entry, reporter: User) -> None:
    lost = Attempt(uuid4())
    save(entry, lost, by=reporter)
    saved = save(entry, Attempt(uuid4(), after=(lost.key,)), by=reporter, text="Poprawione.")

    assert (saved.version, saved.text) == (2, "Poprawione.")


def test_a_lost_answer_does_not_excuse_covering_anothers_words(
    entry: Entry, reporter: User, police: Institution
) -> None:
    lost = Attempt(uuid4())
    save(entry, lost, by=reporter)
    say(entry, by=make_person("Celina", "Koleżanecka", Role.REPORTER, police), text="Słowa Celiny.")

    with pytest.raises(EntryChanged):
        save(entry, Attempt(uuid4(), after=(lost.key,)), by=reporter, text="Poprawione.")


def test_the_key_of_another_person_is_worth_nothing(entry: Entry, reporter: User, police: Institution) -> None:
    colleague = make_person("Celina", "Koleżanecka", Role.REPORTER, police)
    theirs = Attempt(uuid4())
    save(entry, theirs, by=colleague)

    with pytest.raises(EntryChanged):
        save(entry, Attempt(uuid4(), after=(theirs.key,)), by=reporter, text="Inne.")


def test_the_same_key_with_other_words_is_another_saving(entry: Entry, reporter: User) -> None:
    """Somebody without scripts goes back, corrects the form and sends it again."""
    attempt = Attempt(uuid4())
    save(entry, attempt, by=reporter)

    assert save(entry, attempt, by=reporter, text="Poprawione.", version=1).version == 2


def test_a_page_without_a_key_works_as_ever(entry: Entry, reporter: User) -> None:
    assert save(entry, None, by=reporter).version == 1
    assert not Receipt.objects.exists()


@pytest.mark.parametrize("broken", ["", "nie-klucz", "123"])
def test_a_broken_key_is_as_none(client: InspectingClient, entry: Entry, reporter: User, broken: str) -> None:
    data = {"version": 0, "outcome": "done", "text": "Tak.", "reason": "", "key": broken, "after": broken}
    client.as_(reporter).post(f"/praca/sprawozdania/wpis/{entry.pk}/", data)

    assert Entry.objects.get(pk=entry.pk).text == "Tak."


def test_a_double_click_on_submit_makes_one_version_and_no_error(
    client: InspectingClient, packet: Packet, reporter: User
) -> None:
    fill(packet, by=reporter)
    page = client.as_(reporter).page(packet.get_absolute_url())
    form = page.find("form", action=f"{packet.get_absolute_url()}zlozenie/#wysylka")
    data = {**SIGNED, "key": form.find("input", attrs={"name": "key"})["value"]}
    for _again in range(2):
        answer = client.post(f"{packet.get_absolute_url()}zlozenie/", data)
        assert answer["Location"] == packet.get_absolute_url()
        said = text_of(client.page(packet.get_absolute_url()))
        assert "Złożono sprawozdanie. Biuro da znać" in said
        assert "Nie można tego zrobić teraz" not in said

    assert (packet.versions.count(), packet.transitions.count(), lines("packet_submitted")) == (1, 1, 1)


def test_without_a_key_the_second_is_refused_as_ever(packet: Packet, reporter: User) -> None:
    send(packet, by=reporter)
    with pytest.raises(Refused, match="Nie można tego zrobić teraz"):
        services.submit_packet(packet, by=reporter, **SIGNED)


def test_handing_over_twice_is_one_step(packet: Packet, reporter: User) -> None:
    fill(packet, by=reporter)
    attempt = Attempt(uuid4())
    for _again in range(2):
        services.hand_over_for_signature(packet, by=reporter, attempt=attempt)

    assert (packet.transitions.count(), lines("packet_handed_over")) == (1, 1)


def test_signing_twice_is_one_version(packet: Packet, reporter: User, head: User) -> None:
    fill(packet, by=reporter)
    services.hand_over_for_signature(packet, by=reporter)
    attempt = Attempt(uuid4())
    first, second = (services.sign_packet(packet, by=head, attempt=attempt) for _again in range(2))

    assert (first, lines("packet_submitted")) == (second, 1)


def test_a_page_from_before_the_return_does_not_pretend_to_have_sent(
    packet: Packet, reporter: User, coordinator: User
) -> None:
    """The key was used; what is on the page now was never sent, and a copy on its way must not send it either."""
    fill(packet, by=reporter)
    attempt = Attempt(uuid4())
    services.submit_packet(packet, by=reporter, attempt=attempt, **SIGNED)
    services.return_packet(packet, by=coordinator, note="Ile godzin?")

    with pytest.raises(Refused, match="Odśwież ją"):
        services.submit_packet(packet, by=reporter, attempt=attempt, **SIGNED)
    packet.refresh_from_db()
    assert (packet.state, packet.versions.count()) == (PacketState.RETURNED, 1)
    assert services.submit_packet(packet, by=reporter, attempt=Attempt(uuid4()), **SIGNED).no == 2


def test_receipts_are_removed_in_time(entry: Entry, reporter: User) -> None:
    save(entry, Attempt(uuid4()), by=reporter)
    kept = keeping.KEPT["reporting.receipts"]
    assert kept.remove_some(10) == 0
    with clock.pretend(datetime(2023, 4, 1, tzinfo=UTC)):
        assert kept.remove_some(10) == 1
    assert not Receipt.objects.exists()


def test_the_htmx_answer_to_a_second_copy_names_the_version_of_the_first(
    client: InspectingClient, entry: Entry, reporter: User, police: Institution
) -> None:
    data: dict[str, Any] = {"version": 0, "outcome": "done", "text": "Moje.", "reason": "", "key": str(uuid4())}
    address, htmx = f"/praca/sprawozdania/wpis/{entry.pk}/", {"HX-Request": "true"}
    client.as_(reporter).post(address, data, headers=htmx)
    say(entry, by=make_person("Celina", "Koleżanecka", Role.REPORTER, police), text="Słowa Celiny.")
    state = soup(client.post(address, data, headers=htmx)).find(id=f"stan-{entry.pk}")

    assert state.find("input", attrs={"name": "version"})["value"] == "1"
    assert state.find(attrs={"data-unsaved": True}) is None
