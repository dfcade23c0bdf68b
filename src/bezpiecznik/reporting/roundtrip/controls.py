"""Content controls of a word processor: places to fill in, each with a name by which it is read back."""

from collections.abc import Mapping

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml.etree import SubElement, _Element

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SEAL_NAME = "Bezpiecznik"
EMPTY, TICKED = "☐", "☒"
DOTTED = "\t"
LEADER = f'<w:tabs {nsdecls("w")}><w:tab w:val="right" w:leader="dot" w:pos="9400"/></w:tabs>'
"""A line of dots from margin to margin, whatever the letters."""


def text_control(tag: str, title: str, text: str, *, dots: int = 0) -> BaseOxmlElement:
    """A block for words of several paragraphs. Where there are none, `dots` lines to write on by hand."""
    control = _control(tag, title, "", showing=not text)
    content = SubElement(control, f"{W}sdtContent")
    for line in text.split("\n") if text else [DOTTED] * dots:
        paragraph = parse_xml(f"<w:p {nsdecls('w')}><w:pPr><w:pStyle w:val='Normal'/></w:pPr></w:p>")
        if line == DOTTED:
            paragraph[0].append(parse_xml(LEADER))
            SubElement(SubElement(paragraph, f"{W}r"), f"{W}tab")
        else:
            _lines(SubElement(paragraph, f"{W}r"), line)
        content.append(paragraph)
    return control


def inline_control(tag: str, title: str, text: str, *, blank: str) -> BaseOxmlElement:
    """A short answer within a paragraph."""
    control = _control(tag, title, "<w:text/>", showing=not text)
    _lines(SubElement(SubElement(control, f"{W}sdtContent"), f"{W}r"), text or blank)
    return control


def choice_control(tag: str, title: str, choices: Mapping[str, str], chosen: str) -> BaseOxmlElement:
    """One of a list, within a paragraph."""
    kind = parse_xml(f"<w:dropDownList {nsdecls('w')}/>")
    for value, label in choices.items():
        item = SubElement(kind, f"{W}listItem")
        item.set(f"{W}displayText", label)
        item.set(f"{W}value", value)
    control = _control(tag, title, "", showing=False)
    control[0].append(kind)
    _lines(SubElement(SubElement(control, f"{W}sdtContent"), f"{W}r"), choices[chosen])
    return control


def tick_control(tag: str, title: str, *, ticked: bool) -> BaseOxmlElement:
    """A box to tick, by a click or by a pen."""
    font = 'w14:font="MS Gothic"'
    kind = (
        f'<w14:checkbox xmlns:w14="{W14}"><w14:checked w14:val="{int(ticked)}"/>'
        f'<w14:checkedState w14:val="2612" {font}/><w14:uncheckedState w14:val="2610" {font}/></w14:checkbox>'
    )
    control = _control(tag, title, kind, showing=False)
    _lines(SubElement(SubElement(control, f"{W}sdtContent"), f"{W}r"), TICKED if ticked else EMPTY)
    return control


def _control(tag: str, title: str, kind: str, *, showing: bool) -> BaseOxmlElement:
    """What may be filled in and not removed. `showing`: what stands there is not an answer yet."""
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/></w:sdt>")
    properties = control[0]
    for name, value in (("alias", title[:64]), ("tag", tag[:64]), ("lock", "sdtLocked")):
        SubElement(properties, f"{W}{name}").set(f"{W}val", value)
    if showing:
        SubElement(properties, f"{W}showingPlcHdr")
    if kind:
        properties.append(parse_xml(kind.replace("<w:text", f"<w:text {nsdecls('w')}", 1)))
    return control


def _lines(run: _Element, text: str) -> None:
    for no, line in enumerate(text.split("\n")):
        if no:
            SubElement(run, f"{W}br")
        words = SubElement(run, f"{W}t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
