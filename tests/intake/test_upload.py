"""A document comes in: good ones once, bad ones not at all."""

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.core.models import Job
from bezpiecznik.files.models import StoredFile
from bezpiecznik.intake import services
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.intake.refusals import AlreadyUploaded, NotInReview
from bezpiecznik.resolution import MAX_BYTES, UnreadableDocument

BAD = {
    "empty": (b"", "Plik jest pusty"),
    "spaces": (b" \n\n ", "nie zawiera żadnego tekstu"),
    "binary": (b"\x00\x01\x02\x03" * 50, "To nie jest plik tekstowy"),
    "html called txt": (b"<!DOCTYPE html><html><body>Program</body></html>", "strona internetowa"),
    "too big": (b"a" * (MAX_BYTES + 1), "Plik jest za duży"),
    "no encoding at all": (bytes(range(128, 256)) * 20, "kodowania znaków"),
    "another text": ("Wiersz o wiośnie.\n".encode() * 30, "nie ma żadnej części programu"),
}


@pytest.mark.parametrize(("data", "sentence"), BAD.values(), ids=BAD)
def test_a_bad_document_gets_one_sentence_and_is_not_stored(data: bytes, sentence: str, coordinator: User) -> None:
    with pytest.raises(UnreadableDocument, match=sentence):
        services.upload(data, name="plik.txt", by=coordinator)
    assert [model.objects.count() for model in (Intake, StoredFile, Job)] == [0, 0, 0]


def test_a_good_document_waits_for_its_reading(uploaded: Intake, coordinator: User, small: bytes) -> None:
    assert (uploaded.state, uploaded.file.read(), uploaded.reading) == (IntakeState.READING, small, None)
    assert uploaded.job is not None
    assert (uploaded.job.kind, uploaded.job.arguments) == ("intake.read", {"intake": uploaded.pk})
    assert [line.sentence for line in journal.about(uploaded)] == ["Wczytano dokument uchwały"]


def test_the_same_bytes_are_told_where_they_are(uploaded: Intake, small: bytes, neighbour: User) -> None:
    with pytest.raises(AlreadyUploaded) as refusal:
        services.upload(small, name="inna-nazwa.txt", by=neighbour)
    assert refusal.value.intake == uploaded
    assert Intake.objects.get() == uploaded


def test_an_abandoned_document_may_come_again(uploaded: Intake, small: bytes, coordinator: User) -> None:
    services.abandon(uploaded, by=coordinator)
    again = services.upload(small, name="uchwala.txt", by=coordinator)
    assert (again.file, again.state) == (uploaded.file, IntakeState.READING)


def test_a_document_is_abandoned_once(uploaded: Intake, coordinator: User) -> None:
    services.abandon(uploaded, by=coordinator)
    with pytest.raises(NotInReview, match="porzucono"):
        services.abandon(uploaded, by=coordinator)
