"""Frozen text: the same content always gives the same text, and the text its hash."""

import hashlib
import json
from typing import Any


def as_text(content: Any) -> str:
    """Canonical JSON, to be kept and read by people too."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1)


def digest(text: str) -> str:
    """sha256 (hex) over exactly this text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def stamp_of(content: Any) -> str:
    """A short print of any JSON: another content, another print, by which who saves over words unseen is known."""
    return digest(json.dumps(content, ensure_ascii=False, sort_keys=True))[:16]
