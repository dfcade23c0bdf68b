"""The text of one DOCX paragraph as it is printed: changes accepted, results of fields, no hidden words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from bezpiecznik.resolution.formats.docx_styles import Style, Styles, W, toggle, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"
P, R, TBL, BOX = W + "p", W + "r", W + "tbl", W + "txbxContent"
SDT = W + "sdt"
_GONE = {W + tag for tag in ("del", "moveFrom", "sdtPr", "sdtEndPr", "pPr", "rPr", "instrText", "delText", "rt")}
_TRANSPARENT = {
    W + tag
    for tag in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "sdtContent", "dir", "bdo", "ruby", "rubyBase")
} | {CHOICE, FALLBACK}
_SIGNS = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "",
}  # fmt: skip
_SYMBOLS = {
    "F0B7": "•", "F0A7": "•", "F0B0": "°", "F0A3": "≤", "F0B3": "≥", "F0B1": "±", "F0B4": "×", "F0AE": "→", "F0E0": "→",
    "F02D": "–", "F0FC": "•", "F0D8": "•", "F06F": "☐", "F0A8": "☐", "F0FE": "☒", "F078": "☒",
}  # fmt: skip


def inside(element: etree._Element) -> Iterator[etree._Element]:
    """Children that are printed, with content controls, accepted changes and the like taken off around them."""
    for child in element:
        tag = child.tag
        if tag in _GONE or not isinstance(tag, str):
            continue
        if tag == SDT:
            content = child.find(W + "sdtContent")
            if content is not None and not _is_placeholder(child):
                yield from inside(content)
        elif tag == ALTERNATE:
            yield from _best(child)
        elif tag in _TRANSPARENT:
            yield from inside(child)
        else:
            yield child


def _is_placeholder(control: etree._Element) -> bool:
    """ "Click here to type": a control that nobody has filled in."""
    return toggle(control.find(W + "sdtPr"), "showingPlcHdr") is True


def _best(alternate: etree._Element) -> Iterator[etree._Element]:
    """The same drawing for new and old programs: only one of them."""
    for option in alternate:
        if option.tag in (CHOICE, FALLBACK) and next(option.iter(W + "t"), None) is not None:
            yield from inside(option)
            return


@dataclass
class Fields:
    """Fields open at this place of the story: TRUE where the result is shown now; kept from paragraph to paragraph."""

    stack: list[list[str]] = field(default_factory=list)
    ignored: bool = False

    def begin(self) -> None:
        """A field begins with its instruction."""
        self.stack.append(["instruction", ""])

    def instruct(self, text: str) -> None:
        """A part of the instruction."""
        if self.stack and self.stack[-1][0] == "instruction":
            self.stack[-1][1] += text

    def separate(self) -> None:
        """The result follows."""
        if self.stack:
            self.stack[-1][0] = "result"

    def end(self) -> None:
        """The field is over."""
        if self.stack:
            self.stack.pop()

    @property
    def shown(self) -> bool:
        """Is text at this place printed? A table of contents is not part of the text."""
        return self.ignored or all(state == "result" and not is_contents(words) for state, words in self.stack)


def is_contents(instruction: str) -> bool:
    """Does the field make a table of contents or an index?"""
    return instruction.strip().upper().startswith(("TOC", "INDEX", "TOA"))


@dataclass
class Printed:
    """What a paragraph prints: text with its line breaks and tabs, and the text boxes anchored in it."""

    text: str = ""
    boxes: list[etree._Element] = field(default_factory=list)
    breaks_before: int = 0
    breaks_after: int = 0
    begun: bool = False


class Printer:
    """Turns paragraphs into text."""

    def __init__(self, styles: Styles, fields: Fields) -> None:
        self._styles = styles
        self.fields = fields

    def paragraph(self, element: etree._Element, style: Style) -> Printed:
        """All that is printed of one paragraph, without its number."""
        printed = Printed()
        parts: list[str] = []
        self._inline(element, style, printed, parts)
        printed.text = "".join(parts)
        return printed

    def _inline(self, element: etree._Element, style: Style, printed: Printed, parts: list[str]) -> None:
        for child in inside(element):
            if child.tag == R:
                self._run(child, style, printed, parts)
            elif child.tag == W + "fldSimple":
                if not is_contents(child.get(W + "instr") or ""):
                    self._inline(child, style, printed, parts)
            elif child.tag == W + "subDoc":
                continue
            else:
                printed.boxes += boxes_in(child)

    def _run(self, run: etree._Element, style: Style, printed: Printed, parts: list[str]) -> None:
        properties = run.find(W + "rPr")
        own = self._styles.get(value(properties, "rStyle")) if properties is not None else Style()
        hidden = toggle(properties, "vanish")
        if (style.hidden or own.hidden) if hidden is None else hidden:
            self._only_fields(run)
            return
        capitals = toggle(properties, "caps")
        upper = (style.capitals or own.capitals) if capitals is None else capitals
        for child in self._run_children(run):
            self._piece(child, printed, parts, upper=upper)

    def _run_children(self, run: etree._Element) -> Iterator[etree._Element]:
        for child in run:
            if child.tag == W + "instrText":
                self.fields.instruct(child.text or "")
            elif child.tag == ALTERNATE:
                yield from _best(child)
            elif child.tag not in _GONE:
                yield child

    def _only_fields(self, run: etree._Element) -> None:
        """Hidden text says nothing, but the fields in it begin and end all the same."""
        for child in self._run_children(run):
            self._field_sign(child)

    def _field_sign(self, child: etree._Element) -> bool:
        if child.tag != W + "fldChar":
            return False
        move = {"begin": self.fields.begin, "separate": self.fields.separate, "end": self.fields.end}
        move.get(child.get(W + "fldCharType") or "", lambda: None)()
        return True

    def _piece(self, child: etree._Element, printed: Printed, parts: list[str], *, upper: bool) -> None:
        if self._field_sign(child):
            return
        if child.tag == W + "lastRenderedPageBreak":
            if printed.begun:
                printed.breaks_after += 1
            else:
                printed.breaks_before += 1
        elif not self.fields.shown:
            return
        elif child.tag == W + "t":
            text = child.text or ""
            parts.append(text.upper() if upper else text)
            printed.begun = printed.begun or bool(text.strip())
        elif child.tag == W + "sym":
            parts.append(_SYMBOLS.get((child.get(W + "char") or "").upper(), ""))
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        else:
            printed.boxes += boxes_in(child)


def boxes_in(element: etree._Element) -> list[etree._Element]:
    """Text boxes of a drawing, each once; a box within a box is found when the outer one is read."""
    if element.tag == BOX:
        return [element]
    if element.tag in (P, TBL):
        return []
    return [box for child in inside(element) for box in boxes_in(child)]
