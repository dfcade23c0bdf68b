from decimal import Decimal

import pytest
from cast import make_person
from reporting_acts import say

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.models import Entry, Obligation, Packet
from bezpiecznik.reporting.refusals import EntryChanged, Refused

HOURS = services.Number("godziny patroli", Decimal("1234.5"), "joint", "wider")


@pytest.fixture
def colleague(police: Institution) -> User:
    return make_person("Celina", "Koleżanecka", Role.REPORTER, police)


def test_words_and_numbers_are_kept(entry: Entry, reporter: User) -> None:
    saved = say(entry, by=reporter, text="  Odbyto patrole. ", numbers=(HOURS,))

    assert (saved.outcome, saved.text, saved.version, saved.updated_by) == ("done", "Odbyto patrole.", 1, reporter)
    number = saved.numbers.get()
    assert (number.measure, number.value, number.share, number.coverage) == (
        "godziny patroli", Decimal("1234.50"), "joint", "wider",
    )  # fmt: skip


def test_the_second_of_two_people_is_told_and_loses_nothing(entry: Entry, reporter: User, colleague: User) -> None:
    say(entry, by=colleague, text="Słowa Celiny.")

    with pytest.raises(EntryChanged) as told:
        services.save_entry(
            entry, by=reporter, version=0, outcome="partial", text="Słowa Roberta.", reason="", numbers=()
        )

    assert (told.value.current.text, told.value.current.updated_by, told.value.current.version) == (
        "Słowa Celiny.", colleague, 1,
    )  # fmt: skip
    assert Entry.objects.get(pk=entry.pk).text == "Słowa Celiny."


def test_after_being_told_one_may_save_over(entry: Entry, reporter: User, colleague: User) -> None:
    say(entry, by=colleague, text="Słowa Celiny.")
    saved = services.save_entry(
        entry, by=reporter, version=1, outcome="partial", text="Słowa Roberta.", reason="", numbers=()
    )

    assert (saved.text, saved.version) == ("Słowa Roberta.", 2)


def test_a_conflict_leaves_the_numbers_alone(entry: Entry, reporter: User, colleague: User) -> None:
    say(entry, by=colleague, numbers=(HOURS,))
    with pytest.raises(EntryChanged):
        services.save_entry(entry, by=reporter, version=0, outcome="done", text="Inne.", reason="", numbers=())

    assert entry.numbers.count() == 1


def test_saving_the_same_again_changes_nothing(entry: Entry, reporter: User, colleague: User) -> None:
    say(entry, by=reporter, numbers=(HOURS,))
    again = say(entry, by=colleague, numbers=(HOURS,))

    assert (again.version, again.updated_by) == (1, reporter)


def test_the_journal_notes_a_new_hand_or_outcome_and_not_each_comma(
    entry: Entry, packet: Packet, reporter: User, colleague: User
) -> None:
    say(entry, by=reporter, text="Odbyto patrole")
    say(entry, by=reporter, text="Odbyto patrole.")
    say(entry, by=colleague, text="Odbyto patrole w centrum.")

    assert [line.actor_name for line in journal.about(packet)] == ["Celina Koleżanecka", "Robert Raportowski"]


@pytest.mark.parametrize("state", ["to_sign", "submitted", "accepted"])
def test_what_was_handed_on_is_not_written_in(entry: Entry, sent: Packet, reporter: User, state: str) -> None:
    Packet.objects.filter(pk=sent.pk).update(state=state)
    with pytest.raises(Refused):
        say(entry, by=reporter, text="Po fakcie.")


def test_a_withdrawn_obligation_is_not_written_in(entry: Entry, reporter: User) -> None:
    withdrawn = Obligation.objects.filter(entry=entry)
    withdrawn.update(withdrawn_at="2023-01-02T12:00Z", withdrawn_because="Podmiot przestał odpowiadać.")

    with pytest.raises(Refused):
        say(entry, by=reporter)

    assert Entry.objects.get(pk=entry.pk).version == 0


@pytest.mark.parametrize(
    ("outcome", "text", "reason", "complete"),
    [
        ("", "Coś zrobiono.", "", False),
        ("done", "", "", False),
        ("done", "Zrobiono.", "", True),
        ("ongoing", "", "powód", False),
        ("nothing_done", "", "", False),
        ("nothing_done", "", "Brak środków.", True),
        ("not_applicable", "tekst", "", False),
    ],
)
def test_complete_means_a_fact_or_a_reason(
    packet: Packet, entry: Entry, reporter: User, outcome: str, text: str, reason: str, complete: bool
) -> None:
    saved = say(entry, by=reporter, outcome=outcome, text=text, reason=reason)

    assert saved.is_complete is complete
    assert (queries.missing(packet) == []) is complete
    assert queries.with_progress(Packet.objects.filter(pk=packet.pk)).get().ready == complete
