"""An RSS or Atom channel as bytes, read into items. Pure."""

import calendar
import io
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import feedparser

from bezpiecznik.observations.plain_text import from_html, shortened

MOST_ITEMS = 300
LONGEST_TITLE, LONGEST_TEXT, LONGEST_LINK = 300, 1_000, 1_000
"""Of the text only the beginning is kept: enough to decide, and no copy of the article."""
WARSAW = ZoneInfo("Europe/Warsaw")


class NotAChannel(Exception):
    """The answer is neither RSS nor Atom, or cannot be read."""


@dataclass(frozen=True)
class Item:
    """`key` tells the item: its guid, else its address, else its title."""

    key: str
    title: str
    text: str
    link: str
    day: date


def read(content: bytes, *, content_type: str = "", today: date) -> list[Item]:
    """Items in the channel's order, the first of those with one key. Raises NotAChannel."""
    if b"<!entity" in content.lower():  # no channel declares entities; bombs do
        raise NotAChannel
    try:
        return _items(content, content_type, today)
    except Exception as problem:
        # What a stranger's server sends makes the parser fail in ways it does not tell of: UnicodeEncodeError for half
        # of an emoji, KeyError for a place where it expects none. One such channel must not stop all the others.
        raise NotAChannel from problem


def _items(content: bytes, content_type: str, today: date) -> list[Item]:
    headers = {"content-type": content_type} if content_type else {}
    # HTML is taken away by `plain_text`, so the parser need not clean it.
    found = feedparser.parse(
        io.BytesIO(content), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    if not found.get("version"):
        raise NotAChannel
    items = (_item(entry, today) for entry in found.entries[:MOST_ITEMS])
    return list({item.key: item for item in reversed([one for one in items if one])}.values())[::-1]


def _item(entry: Any, today: date) -> Item | None:
    title = shortened(from_html(entry.get("title", "")).replace("\n", " "), LONGEST_TITLE)
    link = _safe(entry.get("link", ""))
    told = entry.get("id") or link or title
    if not title or not told:
        return None
    text = shortened(from_html(entry.get("summary", "")), LONGEST_TEXT)
    return Item(sha256(told.encode(errors="replace")).hexdigest(), title, text, link, _day(entry, today))


def _safe(link: str) -> str:
    """An address that may stand behind a link on a page, else blank."""
    try:
        scheme = urlsplit(link).scheme.lower()
    except ValueError:
        return ""
    return link if scheme in {"http", "https"} and len(link) <= LONGEST_LINK and link.isprintable() else ""


def _day(entry: Any, today: date) -> date:
    """When it was published, in Poland; today where that is not told, or has not come yet."""
    told: Any = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    try:
        moment = datetime.fromtimestamp(calendar.timegm(told), tz=UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return today
    return min(moment.astimezone(WARSAW).date(), today)
