"""A plain kind of document: what its snapshot says, printed. The rooms above register the real ones."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PIL import Image

from bezpiecznik.accounts.models import User
from bezpiecznik.documents import kinds, services
from bezpiecznik.documents.content import DocumentContent, Heading, Logo, Look, Paragraph
from bezpiecznik.documents.kinds import Kind, Material, Meta, NotReady, Wanted
from bezpiecznik.documents.models import Document, DocumentKind

SNAPSHOT = '{"words": "Zażółć gęślą jaźń."}'


def build(snapshot: dict[str, Any], meta: Meta) -> DocumentContent:
    return DocumentContent(
        kind="Sprawozdanie", title=meta.title, number=meta.number, issued_on=meta.issued_on, organisation="Zatorzyn",
        author="Biuro", snapshot_sha256=meta.snapshot_sha256, cover=False,
        blocks=(Heading(1, "Treść"), Paragraph(snapshot["words"])),
    )  # fmt: skip


def find(wanted: Wanted) -> Material:
    if wanted.year != 2022 or wanted.programme == 999:
        raise NotReady(f"Ocena za rok {wanted.year} nie jest zakończona.")
    return Material(wanted.year, SNAPSHOT, "Sprawozdanie próbne")


def draft(wanted: Wanted) -> Material:
    if wanted.year != 2023 or wanted.programme == 999:
        raise NotReady(f"Za rok {wanted.year} nie ma sprawozdań.")
    return Material(wanted.year, SNAPSHOT, "Projekt sprawozdania próbnego")


@pytest.fixture
def plain_kind(monkeypatch: pytest.MonkeyPatch) -> Kind:
    kind = Kind(prefix="SR", build=build, find=find, draft=draft)
    monkeypatch.setitem(kinds.KINDS, DocumentKind.ANNUAL_REPORT, kind)
    return kind


RequestDocument = Callable[..., Document]


@pytest.fixture
def request_document(plain_kind: Kind, coordinator: User) -> RequestDocument:
    """`request_document(year=2022)`: the next document of the register, its files still to be made."""

    def request(*, year: int = 2022, snapshot_text: str = SNAPSHOT) -> Document:
        material = Material(year, snapshot_text, "Sprawozdanie próbne")
        return services.request_document(
            DocumentKind.ANNUAL_REPORT, material, issued_on=date(2023, 2, 20), by=coordinator
        )

    return request


@pytest.fixture
def look() -> Look:
    """The look of an office, with a logo of three by two."""
    written = io.BytesIO()
    Image.new("RGB", (300, 200), (20, 40, 75)).save(written, "PNG")
    logo = Logo(written.getvalue(), "Herb Zatorzyna", 300, 200)
    return Look(logo, ("Urząd Miasta Zatorzyn", "ul. Rynek 1, 00-001 Zatorzyn"), "Zatorzyn – miasto bezpieczne")
