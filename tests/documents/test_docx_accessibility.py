"""DOCX that anybody can read; and faults that the check finds in those that not everybody can."""

import io
from collections.abc import Callable

import docx
import every_block
import pytest
from docx.oxml.ns import qn
from made_up_report import content

from bezpiecznik.documents.accessibility import faults
from bezpiecznik.documents.content import (
    BulletList,
    Column,
    Heading,
    Look,
    NumberedList,
    Paragraph,
    State,
    StateMark,
    Table,
)
from bezpiecznik.documents.docx import render_docx

SOUND = render_docx(
    content(
        cover=False,
        blocks=(
            Heading(1, "A"), Heading(2, "B"), Table("Wykaz", (Column("A"),), (("1",),)), BulletList(("a", "b")),
            Paragraph(StateMark(State.DONE)),
        ),
    )
)  # fmt: skip


def test_the_yearly_report_has_no_faults() -> None:
    assert faults(render_docx(content())) == []


@pytest.mark.parametrize("cover", [True, False])
def test_each_kind_of_block_is_accessible(cover: bool) -> None:
    assert faults(render_docx(content(blocks=every_block.BLOCKS, cover=cover))) == []


def test_the_look_of_an_office_and_the_code_of_verification_are_accessible(look: Look) -> None:
    made = content(blocks=(NumberedList(("a",)),), look=look, verify_url="https://bip.example/weryfikacja/7H3K/")
    assert faults(render_docx(made)) == []


def spoiled(spoil: Callable[[docx.document.Document], object]) -> list[str]:
    document = docx.Document(io.BytesIO(SOUND))
    spoil(document)
    written = io.BytesIO()
    document.save(written)
    return faults(written.getvalue())


def without(document: docx.document.Document, tag: str) -> None:
    for element in list(document.element.body.iter(qn(tag))):
        element.getparent().remove(element)


def skip_a_level(document: docx.document.Document) -> None:
    document.add_paragraph("Nowy", style="Heading 1")
    document.add_paragraph("Skok", style="Heading 3")


def test_a_sound_document_has_no_faults() -> None:
    assert spoiled(lambda document: None) == []


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda document: setattr(document.core_properties, "title", " "), "Dokument nie ma tytułu we właściwościach."),
        (lambda document: document.add_paragraph("", style="Heading 1"), "Jest pusty nagłówek."),
        (skip_a_level, "Nagłówek „Skok” pomija poziom."),
        (lambda document: without(document, "w:tblHeader"), "Tabela 1 nie ma oznaczonego wiersza nagłówka."),
        (lambda document: without(document, "w:tblCaption"), "Tabela 1 nie ma nazwy."),
        (lambda document: without(document, "a:extLst"), "Rysunek 1 nie ma opisu."),
        (lambda document: [document.add_paragraph("- raz"), document.add_paragraph("- dwa")],
         "Lista ma wpisane znaki zamiast stylu listy."),
        (lambda document: [lang.getparent().remove(lang) for lang in list(document.styles.element.iter(qn("w:lang")))],
         "Nie podano języka dokumentu."),
    ],
)  # fmt: skip
def test_each_fault_is_told_in_a_sentence(spoil: Callable[[docx.document.Document], object], fault: str) -> None:
    assert spoiled(spoil) == [fault]
