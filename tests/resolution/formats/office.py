"""Office documents written part by part, as raw XML, for what no library writes; and how they open."""

import io
import zipfile
from pathlib import Path

import docx as python_docx

from bezpiecznik.resolution.document import Block, Paragraph
from bezpiecznik.resolution.formats import open_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
_OUTSIDE = 'TargetMode="External"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ODF_NAMES = " ".join(
    f'xmlns:{short}="{_ODF}{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP archive with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relations(*links: tuple[str, str, str]) -> str:
    """A part of relations: kind, target, and "External" or ""."""
    items = "".join(
        f'<Relationship Id="r{place}" Type="{_KIND}{kind}" Target="{target}" {mode and _OUTSIDE}/>'
        for place, (kind, target, mode) in enumerate(links, start=1)
    )
    return f'<Relationships xmlns="{_RELS}">{items}</Relationships>'


def docx(body: str, *, more: dict[str, str | bytes] | None = None, **parts: str) -> bytes:
    """A DOCX with this body; `numbering`, `styles` and `footnotes` are insides of those parts."""
    links = [(kind, f"{kind}.xml", "") for kind in parts]
    inner = {f"word/{kind}.xml": f"<w:{kind} {W}>{content}</w:{kind}>" for kind, content in parts.items()}
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": relations(("officeDocument", "word/document.xml", "")),
            "word/_rels/document.xml.rels": relations(*links),
            "word/document.xml": f"<w:document {W} {_MORE}><w:body>{body}</w:body></w:document>",
            **inner,
            **(more or {}),
        }
    )


def p(text: str = "", properties: str = "") -> str:
    """A paragraph of a DOCX; text that begins with a tag is taken as runs."""
    runs = text if text.startswith("<") or not text else run(text)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of a DOCX."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(text: str, properties: str = "") -> str:
    """A cell of a DOCX; text that begins with a tag is taken as its content."""
    content = text if text.startswith("<") else p(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tbl(*rows: str) -> str:
    """A table of a DOCX; a row is its cells, or a whole row where it begins with its tag."""
    return "<w:tbl>" + "".join(row if row.startswith("<w:tr>") else f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def table_of(*rows: tuple[str, ...]) -> str:
    """A plain table of a DOCX."""
    return tbl(*("".join(tc(text) for text in row) for row in rows))


def odt(body: str, *, styles: str = "", automatic: str = "", kind: str = "text", **parts: str | bytes) -> bytes:
    """An ODT (or by `kind` an ODS) with this body."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument." + kind,
            "content.xml": f"<office:document-content {_ODF_NAMES}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_ODF_NAMES}><office:styles>{styles}</office:styles>"
            "</office:document-styles>",
            **parts,
        }
    )


def xlsx(sheet: str, **parts: str | bytes) -> bytes:
    """An XLSX of one sheet with this inside; other parts by their names."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    keys = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return zipped(
        {
            "_rels/.rels": relations(("officeDocument", "xl/workbook.xml", "")),
            "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml", "")),
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{keys}"><sheets>'
            '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/worksheets/sheet1.xml": SHEET.format(sheet),
            **parts,
        }
    )


def cells(rows: int, columns: int, cell: str) -> str:
    """Rows of a sheet that are all alike."""
    row = f"<row>{cell * columns}</row>"
    return f"<sheetData>{row * rows}</sheetData>"


def blocks(data: bytes) -> tuple[Block, ...]:
    """Blocks of a file."""
    return open_document(data).document.blocks


def said(data: bytes) -> list[str | tuple[str, ...]]:
    """What a file says: a text for a paragraph, a tuple of cells for a row."""
    return [block.text if isinstance(block, Paragraph) else block.cells for block in blocks(data)]


def docx_of_lines(lines: list[str | list[str]]) -> bytes:
    """A DOCX by python-docx: a line is a paragraph, a list of cells is a row of a real table."""
    document = python_docx.Document()
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if isinstance(line, list) and (not rows or len(rows[0]) == len(line)):
            rows.append(line)
            continue
        if rows:
            _add_table(document, rows)
            rows = []
        if isinstance(line, list):
            rows.append(line)
        else:
            document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_table(document, rows: list[list[str]]) -> None:  # type: ignore[no-untyped-def]
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def written(path: Path, data: bytes) -> Path:
    """The file, written."""
    path.write_bytes(data)
    return path
