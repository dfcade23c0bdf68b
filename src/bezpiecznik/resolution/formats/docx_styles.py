"""What the styles of a DOCX say of a paragraph: its list, its level as a heading, capitals and hidden text."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
_DEPTH = 20


@dataclass(frozen=True)
class ListPlace:
    """The list and the level at which a paragraph stands; None where that is not said."""

    list_id: str | None = None
    level: int | None = None


@dataclass(frozen=True)
class Style:
    """What is known of one style, with all that it inherits."""

    name: str = ""
    place: ListPlace = ListPlace()
    heading: bool = False
    capitals: bool = False
    hidden: bool = False
    indent: int | None = None


def value(element: etree._Element | None, name: str) -> str | None:
    """The `w:val` of a child."""
    child = element.find(W + name) if element is not None else None
    return child.get(VAL) if child is not None else None


def toggle(properties: etree._Element | None, name: str) -> bool | None:
    """A property that is on or off; None where it is not said."""
    child = properties.find(W + name) if properties is not None else None
    return None if child is None else child.get(VAL) not in ("0", "false", "off", "none")


def whole(text: str | None, most: int = 1_000_000) -> int | None:
    """A whole number as the XML writes it, None for anything else."""
    try:
        number = int(float(text)) if text is not None else None
    except (ValueError, OverflowError):
        return None
    return number if number is not None and abs(number) <= most else None


def list_place(properties: etree._Element | None) -> ListPlace:
    """The list that the properties of a paragraph name."""
    found = properties.find(W + "numPr") if properties is not None else None
    return ListPlace(value(found, "numId"), whole(value(found, "ilvl"), 8))


def left_indent(properties: etree._Element | None) -> int | None:
    """How far from the margin, in twentieths of a point."""
    found = properties.find(W + "ind") if properties is not None else None
    return whole(found.get(W + "left") or found.get(W + "start")) if found is not None else None


class Styles:
    """All styles of a document by their identifiers."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._made: dict[str, Style] = {}
        self._default = ""
        for element in () if root is None else root.iter(W + "style"):
            key = element.get(W + "styleId") or ""
            self._elements.setdefault(key, element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                self._default = key

    def get(self, key: str | None) -> Style:
        """The style of a paragraph or of a run; an unknown one says nothing."""
        return self._make(key, 0) if key else Style()

    def of_paragraph(self, properties: etree._Element | None) -> tuple[str, Style]:
        """Identifier and style of a paragraph, the usual one where none is named."""
        key = value(properties, "pStyle") or self._default
        return key, self.get(key)

    def _make(self, key: str, depth: int) -> Style:
        if key in self._made:
            return self._made[key]
        element = self._elements.get(key)
        if element is None or depth > _DEPTH:
            return Style()
        based = value(element, "basedOn")
        parent = self._make(based, depth + 1) if based and based != key else Style()
        self._made[key] = style = _style(element, parent)
        return style


def _style(element: etree._Element, parent: Style) -> Style:
    paragraph, run = element.find(W + "pPr"), element.find(W + "rPr")
    own = list_place(paragraph)
    level = whole(value(paragraph, "outlineLvl"))
    capitals, hidden = toggle(run, "caps"), toggle(run, "vanish")
    indent = left_indent(paragraph)
    return Style(
        name=(value(element, "name") or "").casefold(),
        place=ListPlace(own.list_id or parent.place.list_id, parent.place.level if own.level is None else own.level),
        heading=parent.heading if level is None else level < 9,
        capitals=parent.capitals if capitals is None else capitals,
        hidden=parent.hidden if hidden is None else hidden,
        indent=parent.indent if indent is None else indent,
    )
