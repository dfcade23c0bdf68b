"""HTML to the words that a reader would see. Pure; nothing of it is ever shown as HTML.

Read tag by tag with plain searches: the parser of the standard library takes minutes over `<div <div <div …`.
"""

import re
from html import unescape

LONGEST = 200_000
"""Letters of HTML that are looked at: no article is longer, and hostile ones cost no more."""
LONGEST_TAG = 4_000
UNSEEN = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("script", "style", "head", "title", "noscript", "template", "iframe", "object", "svg")
}
"""What no reader sees, each with its end."""
BREAKING = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul",
                      "ol", "section", "article", "header", "footer"})  # fmt: skip
NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9]{0,20})")


def from_html(html: str) -> str:
    """Words of the page, block by block; scripts, styles and what is embedded are left out."""
    html, place, pieces = html[:LONGEST], 0, []
    while (start := html.find("<", place)) >= 0:
        pieces.append(_words(html[place:start]))
        piece, place = _tag(html, start)
        pieces.append(piece)
    pieces.append(_words(html[place:]))
    return tidy("".join(pieces))


def _tag(html: str, start: int) -> tuple[str, int]:
    """What the tag at this place is read as, and where reading goes on."""
    if html.startswith("<!--", start):
        end = html.find("-->", start)
        return "", end + 3 if end >= 0 else len(html)
    name = NAME.match(html, start + 1)
    end = html.find(">", start, start + LONGEST_TAG)
    if end < 0 or (name is None and html[start + 1 : start + 2] not in {"!", "?"}):
        return "<", start + 1
    tag = name[1].lower() if name else ""
    if tag in UNSEEN and html[start + 1] != "/" and html[end - 1] != "/":
        closing = UNSEEN[tag].search(html, end)
        return "", closing.start() if closing else len(html)
    return "\n" if tag in BREAKING else "", end + 1


def _words(text: str) -> str:
    try:
        return unescape(text)
    except ValueError:  # a reference with thousands of digits
        return text


def tidy(text: str) -> str:
    """Without control characters, with single spaces, and at most one blank line in a row."""
    even = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    seen = "".join(c for c in even if c in {"\n", "\t"} or c.isprintable())
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in seen.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def shortened(text: str, most: int) -> str:
    """At most so many letters, the last of them an ellipsis where something was cut off."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
