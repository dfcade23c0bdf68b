"""What the council's papers say, in PDF and DOCX, by the command too; and what changed since last year."""

import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from pypdf import PdfReader

from bezpiecznik.accounts.models import User
from bezpiecznik.core.worddiff import Piece
from bezpiecznik.council import services
from bezpiecznik.council.comparing import compare
from bezpiecznik.council.models import Matter
from bezpiecznik.council.states import MatterKind
from bezpiecznik.documents.content import BulletList, DocumentContent, Heading, Paragraph, Table, plain
from bezpiecznik.documents.models import Document, FixedText
from bezpiecznik.documents.rendering import content_of
from bezpiecznik.evaluation.models import Evaluation
from bezpiecznik.plans.models import Programme, Undertaking


def written(kind: str, out: Path, **options: Any) -> dict[str, Any]:
    printed = StringIO()
    call_command("document", kind, out=out, stdout=printed, stderr=StringIO(), year=2022, **options)
    told: dict[str, Any] = json.loads(printed.getvalue())
    return told


def text_of_pdf(told: dict[str, Any]) -> str:
    (pdf,) = [path for path in told["files"] if path.endswith(".pdf")]
    return " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())


@pytest.mark.django_db
def test_the_command_writes_all_three(report: Document, matter: Matter, coordinator: User, tmp_path: Path) -> None:
    services.write_justification(matter, text="Oceny rozstrzygnięto.\n\n- każdą osobno", version=1, by=coordinator)
    assert written("draft-resolution", tmp_path)["number"].startswith("projekt")
    services.prepare_papers(matter, version=2, by=coordinator)
    resolution = text_of_pdf(written("draft-resolution", tmp_path))
    assert "w sprawie przyjęcia sprawozdania rocznego z realizacji programu za rok 2022" in resolution
    for told in ("§ 1.", "§ 3.", "Przewodniczący Rady Miasta", "Uzasadnienie", "każdą osobno"):
        assert told in resolution
    letter = text_of_pdf(written("submission", tmp_path))
    assert "Z poważaniem" in letter
    assert report.number in letter
    assert "brak sprawozdania" in text_of_pdf(written("state-report", tmp_path))


@pytest.mark.django_db
def test_texts_in_force_when_it_was_made_stay_in_the_document(
    report: Document, matter: Matter, coordinator: User
) -> None:
    resolution, _letter = services.prepare_papers(matter, version=matter.version, by=coordinator)
    words = "Wykonanie powierza się komu innemu."
    FixedText.objects.create(kind="draft-resolution", key="execution", body=words, changed_by=coordinator)
    said = [plain(block.text) for block in content_of(resolution).blocks if isinstance(block, Paragraph)]
    assert not any("komu innemu" in line for line in said)


@pytest.mark.django_db
def test_the_chapter_of_a_year_not_finished_is_a_draft(programme: Programme, tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        written("state-report", tmp_path)


@pytest.mark.django_db
def test_the_chapter_counts_what_the_evaluation_counted(
    evaluated: Evaluation, programme: Programme, patrols: Undertaking, coordinator: User
) -> None:
    matter = services.open_matter(programme, kind=MatterKind.STATE_REPORT, year=2022, by=coordinator)
    content = content_of(services.make_information(matter, by=coordinator))
    (table,) = [block for block in content.blocks if isinstance(block, Table)]
    assert [plain(cell) for cell in table.rows[0]] == ["1.1", patrols.wording, "brak sprawozdania"]


def made(**chapters: tuple[str, ...]) -> DocumentContent:
    blocks = [
        block
        for title, lines in chapters.items()
        for block in (Heading(1, title), Paragraph(lines[0]), BulletList(lines[1:]))
    ]
    return DocumentContent(
        kind="Sprawozdanie", title="Próba", number="SR/1", issued_on=date(2023, 1, 1), organisation="Zatorzyn",
        author="", snapshot_sha256="0" * 64, blocks=tuple(blocks), cover=False,
    )  # fmt: skip


def test_chapters_are_compared_word_by_word_and_the_unchanged_ones_only_named() -> None:
    before = made(Wstęp=("Stałe słowa.", "raz"), Patrole=("Odbyło się 96 patroli.", "noc"), Stary=("Znika.", "x"))
    after = made(Wstęp=("Stałe słowa.", "raz"), Patrole=("Odbyło się 120 patroli.", "noc"), Nowy=("Przybywa.", "y"))
    sections = compare(before, after)
    assert [(section.title, section.kind) for section in sections] == [
        ("Wstęp", "same"), ("Patrole", "changed"), ("Nowy", "new"), ("Stary", "gone"),
    ]  # fmt: skip
    (line,) = sections[1].lines
    assert {piece for piece in line if piece.kind != "same"} == {Piece("gone", "96"), Piece("new", "120")}
