"""The history of grades on the page of an action."""

from bezpiecznik.accounts.models import User
from bezpiecznik.evaluation.access import readable
from bezpiecznik.evaluation.models import Grade
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans import panels
from bezpiecznik.plans.models import Undertaking
from bezpiecznik.plans.panels import Panel


def register() -> None:
    panels.register(grade_history)


def grade_history(user: User, undertaking: Undertaking) -> Panel | None:
    """Grades by year, the latest first, for those who may read them."""
    if not (undertaking.is_action and rights_of(user).has(Right.READ_GRADES)):
        return None
    grades = Grade.objects.filter(undertaking=undertaking, evaluation__in=readable(user))
    rows = grades.select_related("evaluation", "decided_by").order_by("-evaluation__year").defer("statements_json")
    return Panel("Oceny roczne", "evaluation/_grade_history.html", {"grades": list(rows)}, weight=40)
