"""Doubts are found when an entry is saved, asked of the reporter, settled by the office, and kept with the version."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from cast import MakeAction
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reporting_acts import SIGNED, say
from thoroughness import examples

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal, options
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting import doubt_options, queries, services
from bezpiecznik.reporting.models import Doubt, Entry, Packet, Part, Period
from bezpiecznik.reporting.queries.reading import with_progress
from bezpiecznik.reporting.queries.substance import doubts_in, with_doubts
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services import Number
from bezpiecznik.reporting.services.asking import ask_again
from bezpiecznik.reporting.states import Outcome
from bezpiecznik.reporting.substance.facts import Thresholds
from bezpiecznik.reporting.substance.phrases import NO_FACT, is_no_fact

VAGUE = "Realizowano na bieżąco."
NEW = "Patrole piesze były na osiedlu Północ."
GOOD = "Patrole kierowano na osiedla i do parków według zgłoszeń mieszkańców."


def given_as(value: str, share: str = "own") -> Number:
    return Number("liczba patroli", Decimal(value), share, "unit")


@pytest.fixture
def doubt(entry: Entry, reporter: User) -> Doubt:
    say(entry, by=reporter, text=VAGUE)
    return Doubt.objects.get()


def test_a_doubt_is_found_when_the_entry_is_saved(doubt: Doubt) -> None:
    assert (doubt.code, doubt.field, doubt.waits_for_answer) == ("says_little", "text", True)
    assert doubt.sentence.startswith("Z tego tekstu nie wynika, co zrobiono.")


def test_what_is_corrected_vanishes(entry: Entry, doubt: Doubt, reporter: User) -> None:
    say(entry, by=reporter, text=GOOD)

    assert Doubt.objects.count() == 0


def test_an_answer_stays_while_the_matter_stays(entry: Entry, doubt: Doubt, reporter: User) -> None:
    services.answer_doubt(doubt, by=reporter, answer="Tak, zgadza się.")
    say(entry, by=reporter, text="Realizowano na bieżąco, zgodnie z planem.")

    kept = Doubt.objects.get()
    assert (kept.pk, kept.answer, kept.answered_by) == (doubt.pk, "Tak, zgadza się.", reporter)


def test_another_number_is_another_question(
    entry: Entry, packet: Packet, reporter: User, coordinator: User, patrols_before: Entry
) -> None:
    say(entry, by=reporter, text=NEW, numbers=(given_as("340"),))
    services.answer_doubt(Doubt.objects.get(), by=reporter, answer="Doszły patrole nocne.")
    say(entry, by=reporter, text=NEW, numbers=(given_as("3400"),))

    assert [(one.code, one.answer) for one in doubts_in(packet)] == [("tenfold", "")]


@pytest.fixture
def patrols_before(programme: Programme, patrols: Undertaking, police: Institution, reporter: User, coordinator: User,
                   period: Period) -> Entry:  # fmt: skip
    """The police reported 34 patrols for 2021, and the office accepted it."""
    former = services.plan_period(
        programme, year=2021, part=Part.YEAR, opens_on=date(2022, 12, 1), due_on=date(2023, 1, 20), by=coordinator
    )
    services.open_period(former, by=coordinator)
    packet = former.packets.select_related("period__programme", "institution").get(institution=police)
    said = Entry.objects.get(obligation__packet=packet)
    say(said, by=reporter, text=GOOD, numbers=(given_as("34"),))
    services.submit_packet(packet, by=reporter, **SIGNED)
    return said


def test_the_past_of_the_duty_is_what_was_submitted(entry: Entry, reporter: User, patrols_before: Entry) -> None:
    say(entry, by=reporter, text=NEW, numbers=(given_as("340"),))

    assert [one.sentence for one in Doubt.objects.all()] == [
        "„liczba patroli”: w tym okresie 340, poprzednio 34 – dziesięć razy więcej. Czy to nie pomyłka o zero?"
    ]


def test_a_draft_of_the_past_is_no_past(entry: Entry, reporter: User, patrols_before: Entry) -> None:
    Packet.objects.filter(obligations__entry=patrols_before).update(state="returned")
    say(entry, by=reporter, text=NEW, numbers=(given_as("340"),))

    assert Doubt.objects.count() == 0


def test_words_of_another_institution_count_only_when_sent(
    entry: Entry, period: Period, guard: Institution, reporter: User, neighbour: User
) -> None:
    theirs = period.packets.select_related("period__programme", "institution").get(institution=guard)
    say(Entry.objects.get(obligation__packet=theirs), by=neighbour, text=GOOD)
    say(entry, by=reporter, text=GOOD)
    assert Doubt.objects.filter(entry=entry).count() == 0

    services.submit_packet(theirs, by=neighbour, **SIGNED)
    say(entry, by=reporter, text=GOOD + " ")
    say(entry, by=reporter, outcome="ongoing", text=GOOD)

    assert [(one.code, one.detail["where"]) for one in Doubt.objects.filter(entry=entry)] == [("same_as_other", ["SM"])]


def test_an_answer_needs_words_and_an_open_packet(doubt: Doubt, packet: Packet, reporter: User) -> None:
    with pytest.raises(Refused):
        services.answer_doubt(doubt, by=reporter, answer="  ")
    services.submit_packet(packet, by=reporter, **SIGNED)
    with pytest.raises(Refused):
        services.answer_doubt(doubt, by=reporter, answer="Za późno.")

    assert Doubt.objects.get().answered_at is None


def test_doubts_do_not_keep_a_report_from_being_sent(doubt: Doubt, packet: Packet, reporter: User) -> None:
    version = services.submit_packet(packet, by=reporter, **SIGNED)

    (said,) = version.content["entries"]
    assert [(one["code"], one["field"], one["answer"]) for one in said["doubts"]] == [("says_little", "text", "")]


def test_the_answer_is_frozen_with_the_version(doubt: Doubt, packet: Packet, reporter: User) -> None:
    services.answer_doubt(doubt, by=reporter, answer="Patrole są codziennie.")
    version = services.submit_packet(packet, by=reporter, **SIGNED)

    assert version.content["entries"][0]["doubts"][0]["answer"] == "Patrole są codziennie."


def test_settings_may_ask_for_an_answer_first(doubt: Doubt, packet: Packet, reporter: User, coordinator: User) -> None:
    options.change(doubt_options.ANSWERS_REQUIRED, True, seen="", by=coordinator)
    with pytest.raises(Refused) as refused:
        services.submit_packet(packet, by=reporter, **SIGNED)
    assert refused.value.sentences[0].startswith("Działanie 1.1, pytanie bez odpowiedzi: Z tego tekstu")

    services.answer_doubt(doubt, by=reporter, answer="Patrole są codziennie.")
    services.submit_packet(packet, by=reporter, **SIGNED)
    packet.refresh_from_db()
    assert packet.state == "submitted"


def test_the_office_settles_a_doubt_once(doubt: Doubt, sent_as_it_is: Packet, coordinator: User) -> None:
    assert with_doubts(Packet.objects.filter(pk=sent_as_it_is.pk)).get().doubts == 1
    services.settle_doubt(doubt, by=coordinator)

    assert with_doubts(Packet.objects.filter(pk=sent_as_it_is.pk)).get().doubts == 0
    assert journal.about(sent_as_it_is)[0].actor_name == "Krystyna Koordynatorska"
    with pytest.raises(Refused):
        services.settle_doubt(doubt, by=coordinator)


@pytest.fixture
def sent_as_it_is(doubt: Doubt, packet: Packet, reporter: User) -> Packet:
    services.submit_packet(packet, by=reporter, **SIGNED)
    packet.refresh_from_db()
    return packet


def test_thresholds_are_settings(db: None, coordinator: User) -> None:
    assert doubt_options.thresholds() == Thresholds()
    options.change(doubt_options.OPTIONS["times"], 3, seen="", by=coordinator)

    assert doubt_options.thresholds() == Thresholds(times=3)


@pytest.mark.parametrize("rows", [1, 3])
def test_asking_takes_as_many_queries_for_three_entries_as_for_one(
    rows: int, make_action: MakeAction, planned: Period, police: Institution, guard: Institution, reporter: User,
    coordinator: User, django_assert_num_queries: Any,
) -> None:  # fmt: skip
    for no in range(rows):
        make_action(f"Działanie {no}.", lead=police, partners=[guard])
    services.open_period(planned, by=coordinator)
    packet = planned.packets.select_related("period__programme", "institution").get(institution=police)
    for entry in queries.entries_of(packet):
        say(entry, by=reporter, text=VAGUE)
    entries = queries.entries_of(packet)

    with django_assert_num_queries(6):  # past, packet, others, bodies, thresholds, doubts that stand
        ask_again(packet, entries)
    assert Doubt.objects.count() == rows


def test_what_is_saved_together_is_asked_about_together_and_alike(
    entry: Entry, reporter: User, django_assert_num_queries: Any
) -> None:
    with transaction.atomic(), services.asked_together():
        say(entry, by=reporter, text=VAGUE)
        assert Doubt.objects.count() == 0
        with django_assert_num_queries(0), services.asked_together():
            pass  # who saves many as a part of more asks when the whole is done
        assert Doubt.objects.count() == 0

    assert [one.code for one in Doubt.objects.all()] == ["says_little"]


def test_all_entries_are_asked_about_once_more_when_the_packet_leaves(
    doubt: Doubt, packet: Packet, reporter: User
) -> None:
    Doubt.objects.all().delete()
    services.submit_packet(packet, by=reporter, **SIGNED)

    assert [one.code for one in doubts_in(packet)] == ["says_little"]


PIECES = (
    "", " ", "-", "–", ".", "brak", "Brak", "N/D", "nd", "nie dotyczy", "j.w.", "jak wyżej", "JAK WYŻEJ", "xx", "0",
    "tak", "patrole", "ż", "Ł", "1", "\n", "\u00a0", "brak środków", "„", "”", "test", "na", "n", "d",
)  # fmt: skip
said = st.lists(st.sampled_from(PIECES), max_size=5).map(" ".join) | st.lists(st.sampled_from(PIECES), max_size=3).map(
    "".join
)


@settings(max_examples=examples(80), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(outcome=st.sampled_from(["", *Outcome.values]), text=said, reason=said)
def test_the_database_and_the_entry_agree_on_what_is_complete(
    entry: Entry, packet: Packet, outcome: str, text: str, reason: str
) -> None:
    Entry.objects.filter(pk=entry.pk).update(outcome=outcome, text=text, reason=reason)
    kept = Entry.objects.get(pk=entry.pk)

    assert (with_progress(Packet.objects.filter(pk=packet.pk)).get().ready == 1) is kept.is_complete
    assert Entry.objects.filter(pk=entry.pk, text__iregex=NO_FACT).exists() is is_no_fact(text)


@pytest.mark.parametrize(
    ("outcome", "text", "reason", "sentence"),
    [
        ("done", "N/D", "", "„N/D” to jeszcze nie opis. Napisz, co zrobiono, albo wybierz inny stan i podaj powód."),
        ("skipped", "", "-", "„-” to jeszcze nie powód. Napisz w kilku słowach, dlaczego."),
        ("skipped", "", "", "podaj powód, dla którego nic nie zrobiono, działanie pominięto albo nie dotyczy."),
    ],
)  # fmt: skip
def test_an_empty_phrase_is_named_as_what_is_missing(
    entry: Entry, packet: Packet, reporter: User, outcome: str, text: str, reason: str, sentence: str
) -> None:
    say(entry, by=reporter, outcome=outcome, text=text, reason=reason)

    assert [item.sentence for item in queries.missing(packet)] == [f"Działanie 1.1: {sentence}"]
