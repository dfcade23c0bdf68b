"""Setting blocks with python-docx, the tricks of office documents, and converting with LibreOffice."""

import io
import re
import subprocess
import tempfile
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

FIXED = datetime(2025, 1, 2, 8, 0, 0)
W = nsdecls("w")


def new(*, landscape=False, header="", footer_page=True):
    doc = Document()
    section = doc.sections[0]
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    doc.styles["Normal"].font.name = "DejaVu Serif"
    doc.styles["Normal"].font.size = Pt(9.5)
    section.left_margin = section.right_margin = Cm(1.8)
    if header:
        section.header.paragraphs[0].text = header
    if footer_page:
        paragraph = section.footer.paragraphs[0]
        paragraph.add_run("Strona ")
        field(paragraph, "PAGE")
        paragraph.add_run(" z ")
        field(paragraph, "NUMPAGES")
    return doc


def field(paragraph, code):
    for kind, text in (("begin", None), (None, code), ("separate", None), ("text", "1"), ("end", None)):
        run = paragraph.add_run()
        if kind == "text":
            run.text = text
        elif kind is None:
            instr = OxmlElement("w:instrText")
            instr.text = f" {text} "
            run._r.append(instr)
        else:
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            run._r.append(char)


def put(doc, blocks):
    for kind, value in blocks:
        if kind == "title":
            doc.add_paragraph().add_run(value).bold = True
        elif kind == "h":
            doc.add_heading(value, 1)
        elif kind == "h2":
            doc.add_heading(value, 2)
        elif kind == "table":
            table(doc, value)
        elif kind == "break":
            doc.add_page_break()
        else:
            doc.add_paragraph(value)


def table(doc, rows, *, widths=(), repeat=1, style="Table Grid"):
    """A table whose cells are strings (\\n divides paragraphs) ; returns it."""
    made = doc.add_table(rows=0, cols=len(rows[0]), style=style)
    for row in rows:
        cells = made.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell_text(cell, text)
    for row in made.rows[:repeat]:
        mark = OxmlElement("w:tblHeader")
        row._tr.get_or_add_trPr().append(mark)
    if widths:
        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for row in made.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
    return made


def join(table, top, left, bottom, right):
    """Merge cells that hold the same text, keeping it once."""
    text = table.cell(top, left).text
    merged = table.cell(top, left).merge(table.cell(bottom, right))
    for paragraph in merged.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    cell_text(merged, text)


def cell_text(cell, text):
    first, *rest = text.split("\n")
    cell.paragraphs[0].text = first
    for line in rest:
        cell.add_paragraph(line)


def numbering(doc, fmt="%1.", kind="decimal"):
    """A new automatic list; returns its number for `numbered`."""
    part = doc.part.numbering_part.element
    ids = [int(x.get(qn("w:abstractNumId"))) for x in part.findall(qn("w:abstractNum"))]
    nums = [int(x.get(qn("w:numId"))) for x in part.findall(qn("w:num"))]
    abstract, num = max(ids) + 1, max(nums) + 1
    element = parse_xml(
        f'<w:abstractNum {W} w:abstractNumId="{abstract}"><w:multiLevelType w:val="multilevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{fmt}"/><w:lvlJc w:val="left"/>'
        '</w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/>'
        '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )
    part.insert(len(ids), element)
    part.append(parse_xml(f'<w:num {W} w:numId="{num}"><w:abstractNumId w:val="{abstract}"/></w:num>'))
    return num


def numbered(paragraph, num, level=0):
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')
    )
    return paragraph


def change(paragraph, kept, deleted, inserted, rest):
    """A sentence with one tracked change that is not accepted yet."""
    paragraph.add_run(kept)
    stamp = 'w:author="Redakcja" w:date="2025-01-02T08:00:00Z"'
    paragraph._p.append(
        parse_xml(
            f'<w:del {W} w:id="901" {stamp}><w:r><w:delText xml:space="preserve">{deleted}</w:delText></w:r></w:del>'
        )
    )
    paragraph._p.append(
        parse_xml(f'<w:ins {W} w:id="902" {stamp}><w:r><w:t xml:space="preserve">{inserted}</w:t></w:r></w:ins>')
    )
    paragraph.add_run(rest)


def text_box(paragraph, text):
    """A text box as Word writes it: once for new programs, once more as a fallback for old ones."""
    inner = f'<w:txbxContent><w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:txbxContent>'
    paragraph._p.append(
        parse_xml(
            f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
            'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">'
            '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            '<wp:extent cx="5400000" cy="600000"/><wp:docPr id="77" name="Pole tekstowe 77"/><a:graphic><a:graphicData '
            'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
            '<a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f"</wps:spPr><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
            f'</mc:Choice><mc:Fallback><w:pict><v:shape style="width:425pt;height:47pt"><v:textbox>{inner}</v:textbox></v:shape>'
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def save(doc, path):
    """Write with fixed dates, so that the bytes stay the same from build to build."""
    core = doc.core_properties
    core.created = core.modified = FIXED
    core.author = core.last_modified_by = "Redakcja"
    buffer = io.BytesIO()
    doc.save(buffer)
    path.write_bytes(settled(buffer.getvalue()))
    return path


def settled(data):
    """The same archive with one fixed date on every file in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new_zip:
        for item in old.infolist():
            info = zipfile.ZipInfo(item.filename, (2025, 1, 2, 8, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if item.filename == "mimetype" else zipfile.ZIP_DEFLATED
            new_zip.writestr(info, old.read(item.filename))
    return out.getvalue()


def convert(doc, path):
    """Save through LibreOffice in the format of the path's ending (.pdf, .odt)."""
    kind = path.suffix[1:]
    with tempfile.TemporaryDirectory() as folder:
        source = save(doc, Path(folder) / f"{path.stem}.docx")
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                f"{folder}/out",
                source,
            ],
            check=True,
            capture_output=True,
            timeout=180,
            env={"PATH": "/usr/bin:/bin", "HOME": folder, "SOURCE_DATE_EPOCH": "1735804800"},
        )
        made = Path(folder) / "out" / path.name
        if kind == "odt":
            path.write_bytes(_quiet(made.read_bytes()))
        else:
            path.write_bytes(_undated(made.read_bytes()))
    return path


def _undated(data):
    """A PDF with one fixed date and mark, of the same length, so that its offsets stay right."""
    data = re.sub(rb"(?<=/CreationDate\(D:)\d{14}", b"20250102080000", data)
    data = re.sub(rb"(?<=<)[0-9A-F]{32}(?=>)", b"0" * 32, data)
    return re.sub(rb"(?<=/DocChecksum /)[0-9A-F]{32}", b"0" * 32, data)


def _quiet(data):
    """An ODT without dates of saving."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(settled(data))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new_zip:
        for info in old.infolist():
            body = old.read(info.filename)
            if info.filename.startswith("Thumbnails"):
                continue
            if info.filename in ("meta.xml", "content.xml", "settings.xml", "META-INF/manifest.xml"):
                text = re.sub(
                    r"<(dc:date|meta:editing-duration|meta:editing-cycles|meta:creation-date)>[^<]*</\1>",
                    "",
                    body.decode(),
                )
                text = re.sub(r'(config:name="Rsid(?:Root)?" config:type="int">)\d+', r"\g<1>0", text)
                body = re.sub(r"<manifest:file-entry[^>]*Thumbnails[^>]*/>", "", text).encode()
            new_zip.writestr(info, body)
    return out.getvalue()
