"""The text of one ODT paragraph as it is printed."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from bezpiecznik.resolution.formats.docx_styles import whole
from bezpiecznik.resolution.formats.odt_styles import DRAW, OFFICE, TEXT, Style, Styles

BOX = DRAW + "text-box"
_GONE = {
    OFFICE + "annotation", TEXT + "hidden-text", TEXT + "tracked-changes", TEXT + "number", TEXT + "ruby-text",
    OFFICE + "event-listeners", TEXT + "script",
}  # fmt: skip


@dataclass
class Printed:
    """What a paragraph prints: text with its line breaks and tabs, text boxes anchored in it, and footnotes."""

    parts: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    breaks_before: int = 0
    breaks_after: int = 0
    begun: bool = False

    @property
    def text(self) -> str:
        """All of it together."""
        return "".join(self.parts)


class Printer:
    """Turns paragraphs into text."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def paragraph(self, element: etree._Element) -> Printed:
        """All that is printed of one paragraph, without its number."""
        printed = Printed()
        self._inline(element, self._styles.get("paragraph", element.get(TEXT + "style-name")), printed)
        return printed

    def _inline(self, element: etree._Element, style: Style, printed: Printed) -> None:
        self._say(element.text, style, printed)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _GONE:
                self._child(child, style, printed)
            self._say(child.tail, style, printed)

    def _child(self, child: etree._Element, style: Style, printed: Printed) -> None:
        if child.tag == TEXT + "s":
            printed.parts.append(" " * min(whole(child.get(TEXT + "c")) or 1, 100))
        elif child.tag == TEXT + "tab":
            printed.parts.append("\t")
        elif child.tag == TEXT + "line-break":
            printed.parts.append("\n")
        elif child.tag == TEXT + "soft-page-break":
            if printed.begun:
                printed.breaks_after += 1
            else:
                printed.breaks_before += 1
        elif child.tag == TEXT + "note":
            printed.notes.append(child)
        elif child.tag.startswith(DRAW):
            printed.boxes += boxes_in(child)
        elif child.tag == TEXT + "span":
            own = self._styles.get("text", child.get(TEXT + "style-name"))
            self._inline(child, Style(style.capitals or own.capitals, style.hidden or own.hidden), printed)
        else:
            self._inline(child, style, printed)

    def _say(self, text: str | None, style: Style, printed: Printed) -> None:
        """White space in the XML is one space; breaks and tabs are elements of their own."""
        if text and not style.hidden:
            plain = " ".join(text.split()) if text.strip() else ""
            plain = (" " if text[0].isspace() else "") + plain + (" " if plain and text[-1].isspace() else "")
            printed.parts.append(plain.upper() if style.capitals else plain)
            printed.begun = printed.begun or bool(plain.strip())


def boxes_in(element: etree._Element) -> list[etree._Element]:
    """Text boxes of a drawing, each once."""
    return [element] if element.tag == BOX else [box for child in element for box in boxes_in(child)]
