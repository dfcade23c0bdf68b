"""From a new signal to a correction or a reasoned „bez zmian”, and back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from cast import MakeAction
from signal_acts import NO_CHANGE, decide, enter, facts

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.observations import queries, services
from bezpiecznik.observations.facts import Answer
from bezpiecznik.observations.refusals import ObservationChanged, Refused
from bezpiecznik.plans.models import Amendment, Area, Programme


def test_a_signal_is_entered_tied_and_journalled_once(
    programme: Programme, area: Area, make_action: MakeAction, coordinator: User
) -> None:
    signal = enter(programme, by=coordinator, areas=[area], undertakings=[make_action("Lampy")])
    assert (signal.state, signal.received, signal.version) == ("new", "typed", 1)
    assert (list(signal.areas.all()), queries.codes_of(signal)) == ([area], ["1.1"])
    assert [(line.event, line.actor_name) for line in journal.about(signal)] == [
        ("observations.entered", coordinator.get_full_name())
    ]


def test_what_lies_ahead_or_belongs_elsewhere_is_refused(programme: Programme, area: Area, coordinator: User) -> None:
    with pytest.raises(Refused, match="w przyszłości"):
        enter(programme, by=coordinator, happened_on=clock.today() + timedelta(days=1))
    other = Programme.objects.create(title="Inny", unit="Miasto", year_from=2024, year_to=2026)
    with pytest.raises(Refused, match="innego programu"):
        enter(other, by=coordinator, areas=[area])


def test_it_is_changed_while_it_waits_and_never_over_what_one_has_not_seen(
    programme: Programme, area: Area, coordinator: User
) -> None:
    signal = enter(programme, by=coordinator)
    said = {"by": coordinator, "areas": [area], "undertakings": []}
    changed = services.change_observation(signal, version=1, facts=facts(title="Ciemno w parku"), **said)
    assert (changed.title, changed.version) == ("Ciemno w parku", 2)
    same = services.change_observation(signal, version=2, facts=facts(title="Ciemno w parku"), **said)
    assert same.version == 2
    with pytest.raises(ObservationChanged):
        services.change_observation(signal, version=1, facts=facts(), **said)
    decide(signal, by=coordinator)
    with pytest.raises(Refused, match="Najpierw do niego wróć"):
        services.change_observation(signal, version=3, facts=facts(), **said)


def test_no_change_needs_a_reason(programme: Programme, coordinator: User) -> None:
    signal = services.consider(enter(programme, by=coordinator), by=coordinator)
    with pytest.raises(Refused, match="uzasadnienie"):
        decide(signal, by=coordinator, answer=replace(NO_CHANGE, answer="  "))
    done = decide(signal, by=coordinator)
    assert (done.state, done.outcome, done.answered_by) == ("answered", "no_change", coordinator)
    assert list(done.steps.values_list("before", "after")) == [("new", "considered"), ("considered", "answered")]


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("", "Wskaż, co skorygowano"),
        ("amendment", "Wskaż zmianę programu"),
        ("date", "Podaj nowy termin"),
        ("recommendation", "na czym polega"),
        ("other", "na czym polega"),
    ],
)
def test_a_correction_says_what_was_corrected(
    programme: Programme, coordinator: User, missing: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        decide(enter(programme, by=coordinator), by=coordinator, answer=Answer("correction", "Bo tak.", missing))


def test_a_correction_leads_to_the_amendment_and_keeps_nothing_else(programme: Programme, coordinator: User) -> None:
    amendment = Amendment.objects.create(
        programme=programme,
        basis="uchwała nr LX/1/2022",
        effective_on=date(2022, 12, 1),
        reason="Sygnał.",
        by=coordinator,
    )
    told = Answer("correction", "Rada zmieniła.", "amendment", amendment=amendment, moved_to=date(2023, 1, 1))
    done = decide(enter(programme, by=coordinator), by=coordinator, answer=told)
    assert (done.amendment, done.moved_to) == (amendment, None)


def test_going_back_needs_a_reason_and_takes_the_answer_out_of_the_evidence(
    programme: Programme, coordinator: User
) -> None:
    signal = decide(enter(programme, by=coordinator), by=coordinator)
    with pytest.raises(Refused, match="dlaczego wracasz"):
        services.reopen(signal, by=coordinator, reason=" ")
    again = services.reopen(signal, by=coordinator, reason="Nowe fakty.")
    assert (again.state, again.outcome, again.answered_at, again.answer) == ("considered", "", None, NO_CHANGE.answer)
    (row,) = queries.of_year(programme, 2022)
    assert (row["outcome"], row["answer"], row["answered_on"]) == ("", "", "")
    assert signal.steps.last().reason == "Nowe fakty."


def test_what_is_set_aside_leaves_the_evidence_and_comes_back_with_a_reason(
    programme: Programme, coordinator: User
) -> None:
    signal = services.set_aside(enter(programme, by=coordinator), by=coordinator, reason="Reklama.")
    assert queries.of_year(programme, 2022) == []
    with pytest.raises(Refused, match="nie może przejść"):
        decide(signal, by=coordinator)
    assert services.reopen(signal, by=coordinator, reason="Jednak nie reklama.").state == "considered"
    assert len(queries.of_year(programme, 2022)) == 1


def test_a_double_speaks_through_the_other_and_brings_its_ties(
    programme: Programme, area: Area, coordinator: User
) -> None:
    first, second, third = (enter(programme, by=coordinator, title=f"Sygnał {n}") for n in "abc")
    second.areas.add(area)
    assert services.merge(third, second, by=coordinator) == second
    assert services.merge(second, first, by=coordinator) == first
    assert set(first.doubles.all()) == {second, third}
    assert list(first.areas.all()) == [area]
    assert [row["title"] for row in queries.of_year(programme, 2022)] == ["Sygnał a"]
    late = enter(programme, by=coordinator, title="Sygnał d")
    assert services.merge(late, third, by=coordinator) == first
    with pytest.raises(Refused, match="z nim samym"):
        services.merge(first, second, by=coordinator)
    assert services.reopen(third, by=coordinator, reason="To co innego.").merged_into is None


def test_alike_are_those_of_one_address_or_of_most_words(programme: Programme, coordinator: User) -> None:
    signal = enter(programme, by=coordinator, title="Ciemne przystanki na Czarnowie", link="https://gazeta.example/1")
    inflected = enter(programme, by=coordinator, title="Na Czarnowie ciemno: przystanek bez lamp")
    same = enter(programme, by=coordinator, title="Zupełnie inaczej", link="https://gazeta.example/1")
    enter(programme, by=coordinator, title="Rozbita szyba w tramwaju")
    enter(programme, by=coordinator, title="Ciemne przystanki na Czarnowie", happened_on=date(2022, 1, 3))
    among = type(signal).objects.all()
    found = queries.alike(signal, among)
    assert same in found
    assert all(other in {same, inflected} for other in found)
