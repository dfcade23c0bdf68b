"""What a letter says on paper: the form of an office, archival and accessible, faithful to hostile text."""

import io
from typing import Any

import docx
import page as validation
import pytest
from pypdf import PdfReader

from bezpiecznik.core import clock
from bezpiecznik.documents.bundle import as_one, page_count
from bezpiecznik.documents.content import DocumentContent
from bezpiecznik.documents.docx import render_docx
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.documents.prose import paragraphs
from bezpiecznik.letters.content import letter_content

HASH = "ab" * 32
DATA: dict[str, Any] = {
    "sender": ["Urząd Miasta Zatorzyna", "Biuro Bezpieczeństwa", "ul. Ratuszowa 2"],
    "institution": {"key": 1, "name": "Komenda Miejska Policji"},
    "addressee": ["Komenda Miejska Policji", "ul. Zmyślona 1", "00-000 Zatorzyn"],
    "e_delivery": "AE:PL-12345-67890-ABCDE-12",
    "place": "Zatorzyn",
    "case_sign": "BBiZK.5511.3.2026",
    "subject": "przekazania danych",
    "body": "Pierwszy akapit.\n\nDrugi akapit.",
    "request": "W związku z tym prosimy o dane.",
    "annexes": ["wzór tabeli", "wykaz ulic"],
    "copies": ["Przewodniczący Komisji"],
    "signatory": {"name": "Zofia Dyrektorska", "function": "Dyrektor Biura"},
    "made_up": False,
}
IN_ORDER = [
    "Zatorzyn, 10 marca 2026 r.", "Znak sprawy: BBiZK.5511.3.2026", "Nr w rejestrze pism: P/2026/7",
    "Dotyczy: przekazania danych", "Pierwszy akapit.", "Drugi akapit.", "prosimy o dane", "Z poważaniem",
    "Dyrektor Biura", "Zofia Dyrektorska", "Załączniki:", "wzór tabeli", "wykaz ulic", "Do wiadomości:",
    "Przewodniczący Komisji",
]  # fmt: skip


def made(**changes: Any) -> DocumentContent:
    data = {**DATA, **changes}
    return letter_content(data, Meta("P/2026/7", data["subject"], clock.today(), HASH))


def words(pdf: bytes) -> str:
    text = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(text.replace("\u200b", "").split())


def lines_of_docx(content: DocumentContent) -> list[str]:
    paragraphs = docx.Document(io.BytesIO(render_docx(content))).paragraphs
    return [paragraph.text.replace("\u00a0", " ") for paragraph in paragraphs]


def assert_conforms(pdf: bytes) -> None:
    for profile in (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1):
        report = validation.validate_pdf_bytes(pdf, profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
        assert report.is_compliant


@pytest.mark.parametrize("made_up", [True, False])
def test_a_letter_is_archival_and_accessible(made_up: bool) -> None:
    assert_conforms(render_pdf(made(made_up=made_up)))


def test_a_letter_with_only_what_it_must_have_is_archival_and_accessible() -> None:
    bare = made(sender=[], annexes=[], copies=[], request="", e_delivery="", signatory={"name": "", "function": "X"})
    assert_conforms(render_pdf(bare))


def test_the_pdf_reads_in_the_order_of_an_office_letter() -> None:
    printed = words(render_pdf(made()))

    places = [printed.find(part) for part in IN_ORDER]
    assert -1 not in places
    assert places == sorted(places)
    assert all(line in printed for line in [*DATA["sender"], *DATA["addressee"], "e-Doręczenia: AE:PL-12345"])


def test_the_docx_says_the_same() -> None:
    written = lines_of_docx(made())

    assert written[:4] == ["Zatorzyn, 10 marca 2026 r.", *DATA["sender"]]
    assert [part for part in IN_ORDER if not any(part in line for line in written)] == []


def test_the_whole_hash_of_the_snapshot_stands_in_the_footer() -> None:
    assert f"sha256 {HASH}" in words(render_pdf(made()))
    footer = docx.Document(io.BytesIO(render_docx(made()))).sections[0].footer
    assert f"sha256 {HASH}" in [paragraph.text for paragraph in footer.paragraphs]


def test_a_letter_made_up_says_so() -> None:
    assert "DANE ZMYŚLONE" in words(render_pdf(made(made_up=True)))
    assert "DANE ZMYŚLONE" not in words(render_pdf(made()))


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert (render_pdf(made()), render_docx(made())) == (render_pdf(made()), render_docx(made()))


def test_hostile_text_comes_out_as_text_and_still_conforms() -> None:
    hostile = '#panic("x") $x$ *a* <b>html</b> \u202e\x00 🙂 ' + "ż" * 300
    content = made(subject=hostile, body=hostile, addressee=[hostile], annexes=[hostile], place=hostile)

    assert_conforms(render_pdf(content))
    assert any("<b>html</b>" in line for line in lines_of_docx(content))


def test_a_letter_of_many_pages_keeps_its_signature_with_the_last_words() -> None:
    pdf = render_pdf(made(body="\n\n".join(["Zdanie dłuższe od poprzedniego. " * 12] * 30)))
    pages = [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(pdf)).pages]

    assert len(pages) == page_count(pdf) > 2
    signed = next(text for text in pages if "Dyrektor Biura" in text)
    assert "Z poważaniem" in signed


def test_a_letter_has_no_cover_and_no_colophon() -> None:
    assert "sporządzono z" not in words(render_pdf(made()))
    with pytest.raises(ValueError, match="cover"):
        DocumentContent(
            kind="Pismo", title="x", number="P/1", issued_on=clock.today(), organisation="U", author="",
            snapshot_sha256=HASH, blocks=(), addressee=("Ktoś",),
        )  # fmt: skip


def test_paragraphs_are_divided_by_an_empty_line() -> None:
    assert paragraphs("jeden\r\n\r\ndwa\r\ntrzy\n\n\n ") == ["jeden", "dwa\ntrzy"]


def test_letters_are_put_together_for_the_printer() -> None:
    long = render_pdf(made(body="\n\n".join(["Zdanie. " * 40] * 30)))
    together = as_one([long, render_pdf(made())])

    assert len(PdfReader(io.BytesIO(together)).pages) == page_count(long) + 1
    assert "Dotyczy: przekazania danych" in words(together)


def test_nothing_cannot_be_put_together() -> None:
    with pytest.raises(ValueError, match="nothing"):
        as_one([])
