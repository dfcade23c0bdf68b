"""The end of a DOCX body, where everything is added.

The library looks for the end by walking all that was written before, and for each style by walking all styles: a report
of a thousand actions takes minutes so. Here the end is at hand and styles are looked up once.
"""

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run


class Body:
    """Adds to the body of one document, before the properties of its section."""

    def __init__(self, document: Document) -> None:
        self._document, self._end = document, document.element.body[-1]
        self._styles = {style.name: style.style_id for style in document.styles}
        self._default = document.styles["Normal"].name

    @property
    def last(self) -> Any:
        """The element added last; None where there is none."""
        return self._end.getprevious()

    def append(self, element: Any) -> None:
        self._end.addprevious(element)

    def add_paragraph(self, style: str = "") -> Paragraph:
        element: Any = OxmlElement("w:p")
        self.append(element)
        if style:
            element.style = None if style == self._default else self._styles[style]
        return Paragraph(element, self._document._body)

    def add_run(self, paragraph: Paragraph, text: str, style: str) -> Run:
        """A run in a style of characters."""
        run = paragraph.add_run(text)
        run._r.style = self._styles[style]
        return run

    def paragraph_of(self, element: Any) -> Paragraph:
        return Paragraph(element, self._document._body)
