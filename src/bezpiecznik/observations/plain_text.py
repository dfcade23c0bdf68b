"""HTML to the words that a reader would see. Pure; nothing of it is ever shown as HTML."""

import re
from html.parser import HTMLParser

LONGEST = 200_000
"""Letters of HTML that are looked at: no article is longer, and hostile ones cost no more."""
UNSEEN = frozenset({"script", "style", "head", "title", "noscript", "template", "iframe", "object", "svg"})
BREAKING = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul",
                      "ol", "section", "article", "header", "footer"})  # fmt: skip


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self.unseen.append(tag)
        elif tag in BREAKING:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.unseen:
            del self.unseen[self.unseen.index(tag) :]
        elif tag in BREAKING:
            self.pieces.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BREAKING:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(data)


def from_html(html: str) -> str:
    """Words of the page, block by block; scripts, styles and what is embedded are left out."""
    words = _Words()
    words.feed(html[:LONGEST])
    words.close()
    return tidy("".join(words.pieces))


def tidy(text: str) -> str:
    """Without control characters, with single spaces, and at most one blank line in a row."""
    even = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    seen = "".join(c for c in even if c in {"\n", "\t"} or c.isprintable())
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in seen.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def shortened(text: str, most: int) -> str:
    """At most so many letters, the last of them an ellipsis where something was cut off."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
