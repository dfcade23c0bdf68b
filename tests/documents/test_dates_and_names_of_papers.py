"""Days and files that cannot be: a signature before the paper, a text that calls itself a PDF."""

from collections.abc import Callable
from datetime import date

import pytest

from bezpiecznik.documents.forms.register import SigningForm
from bezpiecznik.documents.models import Document
from bezpiecznik.files.sniffing import PDF, TEXT, document_type

SIGNED = {"signed_by": "Jan Nowak, Prezydent"}


@pytest.mark.django_db
def test_nobody_signs_a_document_before_it_is_there(request_document: Callable[..., Document]) -> None:
    document = request_document()
    before = SigningForm({**SIGNED, "signed_on": "2023-02-19"}, document=document)
    assert before.errors == {"signed_on": ["Dokumentu nie można było podpisać, zanim powstał."]}
    same_day = SigningForm({**SIGNED, "signed_on": document.issued_on.isoformat()}, document=document)
    assert same_day.is_valid()
    assert same_day.cleaned_data["signed_on"] == date(2023, 2, 20)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"zwykly tekst", "notatka.txt", TEXT),
        (b"zwykly tekst", "notatka", TEXT),
        (b"zwykly tekst", "uchwala.PDF", ""),
        (b"zwykly tekst", "arkusz.xlsx", ""),
        (b"%PDF-1.7\n", "uchwala.pdf", PDF),
    ],
)
def test_a_text_under_the_name_of_another_document_is_not_taken(data: bytes, name: str, kind: str) -> None:
    assert document_type(data, name) == kind
