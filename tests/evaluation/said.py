"""What an institution said of one action in one period, for tests of the rule."""

from collections.abc import Sequence
from typing import Any

from bezpiecznik.evaluation.statements import Number, Statement

LABELS = {0: "2022", 1: "I półrocze 2022", 2: "II półrocze 2022"}


def said(
    outcome: str = "",
    *,
    name: str = "KMP",
    role: str = "lead",
    part: int = 0,
    reported: bool | None = None,
    numbers: Sequence[tuple[str, str, str, str]] = (),
    **more: Any,
) -> Statement:
    """A statement; without an outcome the institution was asked and stayed silent."""
    spoke = bool(outcome) if reported is None else reported
    facts: dict[str, Any] = {
        "institution": name, "short": name, "reporter": name, "on_time": spoke, "text": "Zrobiono.", "reason": "",
        "submitted_at": "2023-01-10T12:00:00+01:00" if spoke else "", "submitted_by": "Robert Raportowski",
        "signatory": "Halina Kierownicza", "signatory_function": "komendant", "signed_on": "2023-01-10",
        "snapshot_sha256": "0" * 64, **more,
    }  # fmt: skip
    return Statement(
        role=role, outcome=outcome, part=part, period=LABELS[part], reported=spoke,
        numbers=tuple(Number(*number) for number in numbers), **facts,
    )  # fmt: skip
