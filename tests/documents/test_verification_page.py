"""Anybody who holds a paper may see whether it is ours, and learns nothing of what it says."""

import hashlib
from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from inspector import InspectingClient, text_of

from bezpiecznik.core import jobs
from bezpiecznik.core.limits import Limit
from bezpiecznik.documents import kinds, rendering
from bezpiecznik.documents.kinds import Kind
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.documents.verify_address import LETTERS, new_code, shown, typed
from bezpiecznik.documents.views import verification

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(request_document: Any) -> Document:
    document = request_document()
    jobs.run(str(document.job_id))
    return document


def register(monkeypatch: pytest.MonkeyPatch, kind: Kind, **changes: Any) -> None:
    monkeypatch.setitem(kinds.KINDS, DocumentKind.ANNUAL_REPORT, replace(kind, **changes))


def path_of(document: Document) -> str:
    return reverse("verification:document", args=(shown(document.verify_code),))


def pdf_of(document: Document) -> bytes:
    return document.files.get(format="pdf").file.read()


def test_codes_are_long_plain_and_never_the_same() -> None:
    codes = {new_code() for _each in range(200)}
    assert len(codes) == 200
    assert all(len(code) == 12 and set(code) <= set(LETTERS) for code in codes)


@pytest.mark.parametrize("words", ["7h3k-9q2m-xw4t", " 7H3K9Q2MXW4T ", "https://x.example/weryfikacja/7H3K-9Q2M-XW4T/"])
def test_a_code_is_read_however_it_was_typed(words: str) -> None:
    assert typed(words) == "7H3K9Q2MXW4T"


def test_the_address_on_the_paper_is_whole_and_stays_when_the_site_moves(made: Document, settings: Any) -> None:
    told = made.verify_url
    assert told == f"{settings.SITE_URL.rstrip('/')}{path_of(made)}"
    settings.SITE_URL = "https://nowy.example/"
    assert rendering.content_of(Document.objects.get()).verify_url == told


def test_a_stranger_sees_that_the_paper_is_ours_and_nothing_of_what_it_says(
    client: InspectingClient, made: Document
) -> None:
    page = text_of(client.page(path_of(made)))
    files = [file.file.sha256 for file in made.files.all()]
    assert "Dokument jest w naszym rejestrze" in page
    assert [word for word in ("SR/2022/1", "20 lutego 2023", made.snapshot_sha256, *files) if word not in page] == []
    assert [word for word in (made.title, "gęślą", "Koordynator") if word in page] == []


def test_a_public_kind_tells_its_title(
    client: InspectingClient, made: Document, plain_kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(monkeypatch, plain_kind, public=True)
    assert made.title in text_of(client.page(path_of(made)))


def test_a_paper_that_was_withdrawn_says_so(
    client: InspectingClient, made: Document, plain_kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(monkeypatch, plain_kind, standing=lambda document: f"Anulowano {document.number}.")
    page = text_of(client.page(path_of(made)))
    assert "już nie obowiązuje Anulowano SR/2022/1." in page
    assert "Dokument jest w naszym rejestrze" not in page


def test_a_stored_file_that_was_changed_is_told(client: InspectingClient, made: Document) -> None:
    stored = made.files.get(format="pdf").file
    with stored.content.storage.open(stored.content.name, "wb") as stream:
        stream.write(b"inne bajty")
    assert "Zachowane pliki nie zgadzają się z rejestrem" in text_of(client.page(path_of(made)))


@pytest.mark.parametrize("changed", [False, True])
def test_a_file_is_compared_and_not_kept(client: InspectingClient, made: Document, changed: bool) -> None:
    data = pdf_of(made) + b"\n" * changed
    answer = client.post(path_of(made), {"file": SimpleUploadedFile("a.pdf", data)}).content.decode()
    assert ("dokładnie taki jak zachowany plik PDF" in answer, "Nie, to inny plik" in answer) == (not changed, changed)
    assert hashlib.sha256(data).hexdigest() in answer


def test_a_pasted_hash_is_compared_too(client: InspectingClient, made: Document) -> None:
    docx = made.files.get(format="docx").file.sha256
    assert "zachowany plik DOCX" in client.post(path_of(made), {"sha256": f" {docx.upper()} "}).content.decode()
    assert "To nie jest skrót sha256" in client.post(path_of(made), {"sha256": "abc"}).content.decode()
    assert "Wybierz plik albo wklej jego skrót." in client.post(path_of(made), {}).content.decode()


def test_an_unknown_code_is_not_found_whoever_asks(client: InspectingClient, made: Document) -> None:
    assert client.get(reverse("verification:document", args=("AAAA-AAAA-AAAA",))).status_code == 404
    Document.objects.update(verify_code="")
    assert client.get(reverse("verification:document", args=("-",))).status_code == 404


def test_a_typed_code_leads_to_its_document(client: InspectingClient, made: Document) -> None:
    ask = reverse("verification:ask")
    assert "Kod ma 12 liter i cyfr" in client.get(ask, {"code": "7H3"}).content.decode()
    assert client.get(ask, {"code": made.verify_url})["Location"] == path_of(made)


def test_who_guesses_codes_is_asked_to_wait(
    client: InspectingClient, made: Document, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "guessing-codes"}
    settings.CACHES = {**settings.CACHES, "limits": counter}
    monkeypatch.setattr(verification, "QUESTIONS", Limit("verification", 2, 60))
    asked = [client.get(path_of(made)).status_code for _each in range(3)]
    assert asked == [200, 200, 429]
