"""Putting together the lines of one cell that a narrow column wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DIVIDED = re.compile(r"[^\W\d_]-$")
SOFT_HYPHEN = "\u00ad"
_HUNG = re.compile(r"\w[–—/]$")


def join_wrapped(lines: Iterable[str]) -> str:
    """One text: "ukoń-", "czenie" without the hyphen, "sanitarno-", "epidemiologiczny" with it, others by spaces."""
    text = ""
    for line in filter(None, lines):
        if text.endswith(SOFT_HYPHEN):
            text = text[:-1] + line
        elif _DIVIDED.search(text) and line[0].islower():
            text = (text if text[-2] == "o" else text[:-1]) + line
        elif _HUNG.search(text):
            text += line
        else:
            text = f"{text} {line}" if text else line
    return text
