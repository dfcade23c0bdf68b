"""Words, numbers, dates and marks in templates. Loaded everywhere (settings, `builtins`)."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from django import template
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from bezpiecznik.core import polish

register = template.Library()

SINGLE_LETTER = re.compile(r"(?<![^\s(„])([aiouwz]) (?=\S)", re.IGNORECASE)


@register.filter
def forms(count: int, words: str | Promise) -> str:
    """`{{ n|forms:"działanie,działania,działań" }}`: the counted noun in its form, without the number."""
    return polish.forms(count, str(words))


@register.filter
def pl_number(value: Decimal | float | None) -> str:
    """1234.5 as `1 234,5` with no-break spaces; nothing for None, and for what a template did not find."""
    return "" if value is None or value == "" else format_decimal(value, locale="pl", group_separator=True)


@register.filter
def pl_date(value: date | datetime | None) -> str:
    """`23.11.2026` (a moment is shown as its day in Europe/Warsaw); nothing for None."""
    return f"{_local(value):%d.%m.%Y}" if value else ""


@register.filter
def long_date(value: date | datetime | None) -> str:
    """`23 listopada 2026`."""
    return polish.long_date(_local(value)) if value else ""


@register.filter
def pl_datetime(value: datetime | None) -> str:
    """`23.11.2026, 14:02` in Europe/Warsaw."""
    return f"{_local(value):%d.%m.%Y, %H:%M}" if value else ""


def _local(value: date | datetime) -> date | datetime:
    return timezone.localtime(value) if isinstance(value, datetime) else value


@register.filter
def nbsp(text: Any) -> SafeString:
    """No-break spaces after single-letter words, as Polish setting asks."""
    return mark_safe(SINGLE_LETTER.sub("\\1\u00a0", conditional_escape(text)))


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: Any) -> str:
    """The address's query with changes: `{% query page=3 %}`; None or an empty text removes. The page is forgotten."""
    request: HttpRequest = context["request"]
    asked: QueryDict = request.GET.copy()
    if "page" not in changes:
        asked.pop("page", None)
    for name, value in changes.items():
        asked.pop(name, None)
        if value not in {None, ""}:
            asked[name] = str(value)
    return f"?{asked.urlencode()}" if asked else request.path


@register.simple_tag(takes_context=True)
def sort_heading(context: template.Context, key: str, label: str, css: str = "") -> SafeString:
    """A `<th>` that sorts its list by `key`; a second click turns the order. Needs `listing` in the context."""
    current = context["listing"].sort
    turned = f"-{key}" if current == key else key
    order = {key: "ascending", f"-{key}": "descending"}.get(current)
    return format_html(
        '<th scope="col" class="{}"{}><a href="{}">{}</a></th>',
        css,
        format_html(' aria-sort="{}"', order) if order else "",
        query(context, sort=turned),
        label,
    )


@register.simple_tag
def state_mark(state: str, word: str | Promise = "", *, quiet: bool = False) -> SafeString:
    """The shape of a state with its word; `quiet` leaves the word to screen readers only (dense tables)."""
    shown = format_html('<span class="{}">{}</span>', "hidden-visually" if quiet else "", word) if word else ""
    return format_html(
        '<span class="mark mark-{0}"><svg aria-hidden="true" focusable="false"><use href="#mark-{0}"/></svg>{1}</span>',
        state,
        shown,
    )
