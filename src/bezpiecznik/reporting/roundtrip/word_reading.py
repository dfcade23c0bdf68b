"""A filled-in DOCX form, read by the names of its content controls, so that what stands around them does no harm."""

import io
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from lxml import etree

from bezpiecznik.core.polish import fold
from bezpiecznik.institutions.importing.reading import UnreadableFile
from bezpiecznik.reporting.roundtrip.controls import EMPTY, SEAL_NAME, W14, W
from bezpiecznik.reporting.roundtrip.fields import OUTCOME, plain
from bezpiecznik.reporting.roundtrip.filled import Problem
from bezpiecznik.reporting.roundtrip.grids import BLANK, Cell, Kind, broken, refuse_hostile
from bezpiecznik.reporting.roundtrip.rows import Named
from bezpiecznik.reporting.roundtrip.seal import Seal
from bezpiecznik.reporting.roundtrip.shape import ANSWERS, COVERAGE, EVERY, KEY, MEASURE, OUTCOMES, SHARE, VALUE

NUMBER_TITLES = {"measure": MEASURE, "value": VALUE, "share": SHARE, "coverage": COVERAGE}
ON_PAPER = set("._… \n\t")


@dataclass
class Form:
    """Answers by the key of their row: words by field, ticked outcomes, numbers by the place of the row."""

    words: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    ticked: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[tuple[str, int], dict[str, str]] = field(default_factory=lambda: defaultdict(dict))


def open_form(data: bytes) -> tuple[str, Form]:
    """The seal as text ("" where there is none), and what is filled in. Raises UnreadableFile."""
    refuse_hostile(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _parsed(archive.read("word/document.xml"))
            has_properties = "docProps/custom.xml" in archive.namelist()
            properties = _parsed(archive.read("docProps/custom.xml")) if has_properties else etree.Element("none")
    except Exception as fault:  # no body, broken XML
        raise broken() from fault
    seal = "".join(str(text) for one in properties if one.get("name") == SEAL_NAME for text in one.itertext())
    form = Form()
    for control in body.iter(f"{W}sdt"):
        _take(control, form)
    if seal and not (form.ticked or form.words or form.numbers):
        raise UnreadableFile(
            _("W dokumencie nie ma już pól do wypełnienia: program, w którym go zapisano, ich nie zachował. Prosimy "
              "użyć Worda albo nowszego LibreOffice, albo wypełnić arkusz XLSX.")
        )  # fmt: skip
    return seal.strip(), form


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)


def _take(control: etree._Element, form: Form) -> None:
    properties = control.find(f"{W}sdtPr")
    tag = properties.find(f"{W}tag") if properties is not None else None
    key, *names = (tag.get(f"{W}val") or "").split("|") if tag is not None else [""]
    if properties is None or not names:
        return
    text = "" if properties.find(f"{W}showingPlcHdr") is not None else _text(control)
    name, place = names[0], names[1] if len(names) > 1 else ""
    if name == OUTCOME:
        form.ticked.setdefault(key, [])
        if _is_ticked(properties, text):
            form.ticked[key].append(place)
    elif place.isdigit():
        form.numbers[key, int(place)][name] = text
    else:
        form.words[key][name] = text


def _text(control: etree._Element) -> str:
    """Words of the control; lines of dots to write on are no words."""
    told = []
    for paragraph in control.iter(f"{W}p") if control.find(f".//{W}p") is not None else [control]:
        pieces = []
        for part in paragraph.iter(f"{W}t", f"{W}br", f"{W}cr", f"{W}tab"):
            pieces.append((part.text or "") if part.tag == f"{W}t" else "\t" if part.tag == f"{W}tab" else "\n")
        told.append("".join(pieces))
    text = "\n".join(told)
    return "" if set(text) <= ON_PAPER else text


def _is_ticked(properties: etree._Element, text: str) -> bool:
    checked = properties.find(f"{{{W14}}}checkbox/{{{W14}}}checked")
    if checked is not None and checked.get(f"{{{W14}}}val") in {"1", "true"}:
        return True
    return bool(text.strip()) and text.strip() != EMPTY


def answers_of(form: Form, seal: Seal) -> tuple[list[Named], list[Named], list[Problem]]:
    """Rows of answers and of numbers, as a workbook would have them; and what is ticked twice."""
    rows, problems = [], []
    for key in [*form.ticked, *(key for key in form.words if key not in form.ticked)]:
        ticked = form.ticked.get(key)
        cells = {KEY: Cell(key, Kind.TEXT)}
        if ticked is not None:
            cells[ANSWERS[0].title] = _cell(OUTCOMES.get(ticked[0], "") if len(ticked) == 1 else "")
        cells |= {one.title: _cell(form.words[key][one.field]) for one in EVERY if one.field in form.words.get(key, {})}
        row = _named(cells)
        rows.append(row)
        if ticked and len(ticked) > 1:
            entry = int(key.partition("-")[0]) if key.partition("-")[0].isdigit() else None
            label = seal.entries[entry].label if entry in seal.entries else ""
            told = _("Zaznaczono więcej niż jeden stan realizacji. Prosimy zostawić jeden.")
            written = ", ".join(OUTCOMES.get(one, one) for one in ticked)
            problems.append(Problem(row.where, label, written, told, entry))
    numbers = [
        _named(
            {
                KEY: Cell(key, Kind.TEXT),
                **{NUMBER_TITLES[name]: _cell(text) for name, text in cells.items() if name in NUMBER_TITLES},
            }
        )
        for (key, _place), cells in form.numbers.items()
    ]
    return rows, numbers, problems


def _cell(text: str) -> Cell:
    return Cell(text, Kind.TEXT) if plain(text) else BLANK


def _named(cells: dict[str, Cell]) -> Named:
    return Named(_("dokument"), 0, {" ".join(fold(title).split()): cell for title, cell in cells.items()})
