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
