"""When the scenes of this folder take place, and the words of their messages."""

from datetime import UTC, datetime

NOON = datetime(2026, 11, 26, 11, tzinfo=UTC)
WORDS = {"institution": "KMP", "period": "2026", "due": "20 stycznia 2027"}
