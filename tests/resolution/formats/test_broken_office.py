"""Office files that are broken, hostile or of another kind: one sentence each, soon, in little memory, offline."""

import struct

import pytest
from resolution.formats.office import (
    SHEET,
    W,
    cells,
    docx,
    odt,
    p,
    relations,
    said,
    table_of,
    tbl,
    tc,
    xlsx,
    zipped,
)

from bezpiecznik.resolution import UnreadableDocument
from bezpiecznik.resolution.formats import archive, open_document

GOOD = docx(p("OBSZAR I: ULICE") + table_of(("Lp.", "Zadanie", "Realizator"), ("1.", "Patrole", "KMP")))


def refusal(data: bytes) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(UnreadableDocument) as caught:
        open_document(data)
    sentence = str(caught.value)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def nested(depth: int) -> str:
    body = p("w środku")
    for _ in range(depth):
        body = tbl(tc(body + p()) + tc("obok"))
    return body


def with_entities(encoding: str = "utf-8") -> bytes:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE d [<!ENTITY e0 "ha">{bomb}]><w:document {W}><w:body>{p(run_of("&e9;"))}</w:body></w:document>'
    return zipped({"word/document.xml": text.encode(encoding)})


def run_of(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_a_file_cut_short_is_told_to_be_damaged() -> None:
    for size in (4, 40, len(GOOD) // 2, len(GOOD) - 5):
        assert "uszkodzony" in refusal(GOOD[:size])


def test_a_part_with_a_wrong_checksum_is_told_to_be_damaged() -> None:
    at = GOOD.rindex(b"PK\x01\x02") + 16
    assert "uszkodzony" in refusal(GOOD[:at] + b"\0\0\0\0" + GOOD[at + 4 :])


def test_broken_xml_is_told_to_be_damaged() -> None:
    assert "uszkodzony" in refusal(docx("<w:p><w:r>"))
    assert "uszkodzony" in refusal(zipped({"word/document.xml": b"\x00\x01\x02"}))
    assert "uszkodzony" in refusal(zipped({"word/document.xml": "<a/>"}))
    assert "uszkodzony" in refusal(zipped({"content.xml": "<a/>"}))
    assert "uszkodzony" in refusal(zipped({"xl/workbook.xml": "<a/>"}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_that_multiply_are_refused(encoding: str) -> None:
    assert refusal(with_entities(encoding))


def test_an_entity_in_a_sheet_is_refused() -> None:
    text = '<!DOCTYPE a [<!ENTITY e SYSTEM "http://example.org/x">]>' + SHEET.format("<sheetData/>&e;")
    assert "encje" in refusal(xlsx("", **{"xl/worksheets/sheet1.xml": text}))


def test_what_is_declared_too_large_is_not_even_unpacked() -> None:
    data = docx(p("x"), more={"word/media/plan.bmp": b"\0" * 30_000_000})
    assert "za duży" in refusal(data)


def test_what_turns_out_larger_than_declared_is_not_unpacked_further() -> None:
    data = bytearray(docx("<w:p/>" * 200_000))
    sizes = [at for at in range(len(data) - 4) if data[at : at + 4] == b"PK\x01\x02"]
    for at in sizes:
        struct.pack_into("<I", data, at + 24, 100)
    assert "uszkodzony" in refusal(bytes(data))


def test_limits_of_size_are_kept_while_unpacking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_TREE", 5_000)
    assert "za duży" in refusal(docx(p("x") * 1000))
    monkeypatch.setattr(archive, "MAX_PARTS", 3)
    assert "za duży" in refusal(GOOD)


def test_a_part_with_a_password_and_a_file_with_a_password() -> None:
    data = bytearray(GOOD)
    for mark, flag in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(mark)
        while at >= 0:
            data[at + flag] |= 1
            at = data.find(mark, at + 4)
    assert "hasłem" in refusal(bytes(data))
    assert "hasłem" in refusal(b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(100))


def test_old_formats_are_told_apart() -> None:
    ole = b"\xd0\xcf\x11\xe0" + bytes(600)
    assert "DOC)" in refusal(ole + "WordDocument".encode("utf-16-le"))
    assert "XLS)" in refusal(ole + "Workbook".encode("utf-16-le"))
    assert "dawnego" in refusal(ole)
    assert "XLSB" in refusal(zipped({"xl/workbook.bin": b"x"}))
    assert "prezentacja" in refusal(zipped({"ppt/presentation.xml": "<a/>"}))
    assert "archiwum ZIP" in refusal(zipped({"uchwala.docx": GOOD}))


def test_names_that_lead_out_of_the_archive_are_refused() -> None:
    assert "nazwach" in refusal(docx(p("x"), more={"../../etc/passwd": "x"}))
    assert "nazwach" in refusal(docx(p("x"), more={"word\\..\\..\\x": "x"}))


def test_links_to_the_outside_are_not_followed() -> None:
    links = relations(
        ("attachedTemplate", "http://example.org/szablon.dotx", "External"),
        ("styles", "http://example.org/styles.xml", "External"),
        ("numbering", "../../../../etc/passwd", ""),
        ("footnotes", "http://example.org/notes.xml", ""),
    )
    body = p("Tekst") + p('<w:r><w:drawing><a:blip xmlns:a="a" r:link="r1"/></w:drawing></w:r>')
    assert said(docx(body, more={"word/_rels/document.xml.rels": links})) == ["Tekst"]


def test_macros_are_passed_over() -> None:
    assert said(docx(p("Tekst"), more={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(5000)})) == ["Tekst"]


def test_a_wrong_extension_does_not_matter_because_bytes_decide() -> None:
    assert open_document(GOOD).kind == "docx"
    assert open_document(odt("<text:p>x</text:p>")).kind == "odt"
    assert open_document(xlsx(cells(1, 2, "<c><v>1</v></c>"))).kind == "xlsx"


def test_tables_within_tables_within_tables() -> None:
    assert said(docx(nested(40)))
    assert "zagnieżdżone" in refusal(docx(nested(500)))


def test_a_document_with_nothing_in_it() -> None:
    assert "żadnego tekstu" in refusal(docx(""))
    assert "żadnego tekstu" in refusal(xlsx("<sheetData/>"))
    assert "żadnego tekstu" in refusal(odt(""))


def test_a_hundred_thousand_paragraphs_are_more_than_any_resolution_has() -> None:
    assert "40\u00a0000" in refusal(docx("".join(p(f"akapit {number}") for number in range(100_000))))
