"""When the scenes of this folder take place."""

from datetime import UTC, datetime

NOON = datetime(2026, 11, 26, 11, tzinfo=UTC)  # Thursday, 12:00 in Warsaw
