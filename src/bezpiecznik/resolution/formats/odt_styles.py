"""What the styles of an ODT say of a paragraph, a run, a row or a column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

_URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, STYLE, DRAW = (_URN % name for name in ("office", "text", "table", "style", "drawing"))
FO = _URN % "xsl-fo-compatible"
_DEPTH = 20


@dataclass(frozen=True)
class Style:
    """What is known of one style, with all that it inherits."""

    capitals: bool = False
    hidden: bool = False
    list_style: str | None = None


class Styles:
    """All styles of a document by family and name."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._elements = {
            (style.get(STYLE + "family"), style.get(STYLE + "name")): style
            for root in roots
            for style in root.iter(STYLE + "style")
        }
        self._made: dict[tuple[str, str], Style] = {}

    def get(self, family: str, name: str | None) -> Style:
        """The style of a family ("paragraph", "text"); an unknown one says nothing."""
        return self._make(family, name, 0) if name else Style()

    def hides_table(self, name: str | None) -> bool:
        """Is a sheet of this style hidden?"""
        element = self._elements.get(("table", name))
        shown = element.find(STYLE + "table-properties") if element is not None else None
        return shown is not None and shown.get(TABLE + "display") == "false"

    def _make(self, family: str, name: str, depth: int) -> Style:
        if (family, name) in self._made:
            return self._made[family, name]
        element = self._elements.get((family, name))
        if element is None or depth > _DEPTH:
            return Style()
        parent_name = element.get(STYLE + "parent-style-name")
        parent = self._make(family, parent_name, depth + 1) if parent_name and parent_name != name else Style()
        self._made[family, name] = style = _style(element, parent)
        return style


def _style(element: etree._Element, parent: Style) -> Style:
    run = element.find(STYLE + "text-properties")
    transform = run.get(FO + "text-transform") if run is not None else None
    display = run.get(TEXT + "display") if run is not None else None
    own_list = element.get(STYLE + "list-style-name")
    return Style(
        capitals=parent.capitals if transform is None else transform == "uppercase",
        hidden=parent.hidden if display is None else display == "none",
        list_style=parent.list_style if own_list is None else own_list,
    )
