"""What the Commission did in a year, ready for JSON: meetings, opinions, tasks. The yearly report is made of it."""

from typing import Any

from bezpiecznik.commission.models import Commission


def work_of_year(_commission: Commission, _year: int) -> dict[str, Any]:
    """Empty until meetings are kept in the system:

    {"meetings": [{"no", "held_on", "topics": [], "present", "voting_present", "quorum": bool}],
     "opinions": [{"kind", "kind_label", "subject", "given_on", "position"}],
     "tasks": [{"text", "due_on", "done_on", "owner"}]}; days as ISO text.
    """
    return {"meetings": [], "opinions": [], "tasks": []}
