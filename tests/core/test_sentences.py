"""Lines of the journal as sentences: every event of every room, and details as people write them."""

from collections import defaultdict
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pytest
from django.db import models

from bezpiecznik.config.settings import ROOMS
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.core.sentences import SENTENCES, Change, tell

EVENTS = {
    event.value: event
    for room in ROOMS
    if find_spec(f"bezpiecznik.{room}.events")
    for known in vars(import_module(f"bezpiecznik.{room}.events")).values()
    if isinstance(known, type) and issubclass(known, models.TextChoices) and known is not models.TextChoices
    for event in known
}


def line(event: str, **data: Any) -> JournalEntry:
    return JournalEntry(
        pk=1, event=event, sentence=str(EVENTS[event].label), object_label="KMP, 2023", at=datetime.now(UTC), data=data
    )


def test_sentences_are_of_events_that_exist() -> None:
    assert set(SENTENCES) - set(EVENTS) == set()


@pytest.mark.parametrize("event", sorted(SENTENCES))
def test_each_sentence_can_be_filled(event: str) -> None:
    assert str(SENTENCES[event]) % defaultdict(str, object="x")


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_a_line_without_details_still_reads(event: str) -> None:
    assert tell(line(event)).sentence[0].isupper()


def test_details_that_stand_in_the_sentence_are_not_said_twice() -> None:
    told = tell(line("reporting.packet_returned", note="Dodaj liczby.", remarks=2))

    assert told.sentence == "Zwrócono sprawozdanie KMP, 2023 do poprawy: „Dodaj liczby.”"
    assert told.facts == (("uwag do wpisów", "2"),)


def test_what_was_and_what_is_stand_side_by_side() -> None:
    told = tell(line("intake.corrected", row="areas:0", was={"text": "Było"}, now={"text": ""}))

    assert told.changes == (Change("tekst", "Było", "puste"),)


def test_coded_values_are_read_in_words() -> None:
    told = tell(line("documents.checked", same={"docx": True, "pdf": False}))

    assert told.facts == (("odtworzono", "DOCX: tak; PDF: nie"),)
