"""What tests of the portal say of a year: words of institutions, and the maker of evaluations."""

from collections.abc import Callable
from typing import Any

from bezpiecznik.evaluation.models import Evaluation
from bezpiecznik.evaluation.statements import Statement

Evaluate = Callable[..., Evaluation]


def statement(
    text: str, *, role: str = "lead", institution: str = "Komenda Miejska Policji", **said: Any
) -> dict[str, Any]:
    """What an institution said; the people behind it are named, as they are in the frozen original."""
    return Statement(
        **{
            "role": role, "institution": institution, "short": "KMP", "reporter": institution, "period": "2021",
            "part": 0, "reported": True, "on_time": True, "outcome": "done", "text": text, "reason": "", "numbers": (),
            "submitted_at": "2022-01-10T12:00:00+01:00", "submitted_by": "Robert Raportowski",
            "signatory": "Halina Kierownicza", "signatory_function": "Komendantka Miejska",
            "signed_on": "2022-01-09", "snapshot_sha256": "0" * 64, **said,
        }
    ).as_json()  # fmt: skip
