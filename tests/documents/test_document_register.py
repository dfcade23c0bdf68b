from collections.abc import Callable

from django.db import transaction

from bezpiecznik.core.models import JournalEntry
from bezpiecznik.documents.models import Document, Register


def test_numbers_follow_one_another_within_a_kind_and_year(request_document: Callable[..., Document]) -> None:
    numbers = [request_document(year=year).number for year in (2022, 2022, 2021, 2022)]
    assert numbers == ["SR/2022/1", "SR/2022/2", "SR/2021/1", "SR/2022/3"]


def test_a_number_that_was_rolled_back_is_given_again(request_document: Callable[..., Document]) -> None:
    request_document()
    with transaction.atomic():
        assert request_document().number == "SR/2022/2"
        transaction.set_rollback(True)
    assert request_document().number == "SR/2022/2"
    assert (Document.objects.count(), Register.objects.get().last) == (2, 2)


def test_asking_for_a_document_is_one_line_in_the_journal(request_document: Callable[..., Document]) -> None:
    document = request_document()
    (line,) = JournalEntry.objects.all()
    assert (line.event, line.object_key, line.data) == (
        "documents.requested", str(document.pk), {"sha256": document.snapshot_sha256},
    )  # fmt: skip
