"""The history of grades on the page of an action; the latest year on the desk."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import desk
from bezpiecznik.evaluation.access import readable
from bezpiecznik.evaluation.documents import reports_of
from bezpiecznik.evaluation.models import Grade
from bezpiecznik.evaluation.queries import roll_ups, total
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans import panels
from bezpiecznik.plans.models import Undertaking
from bezpiecznik.plans.panels import Panel


def register() -> None:
    panels.register(grade_history)
    desk.summary(latest_year)


def grade_history(user: User, undertaking: Undertaking) -> Panel | None:
    """Grades by year, the latest first, for those who may read them."""
    if not (undertaking.is_action and rights_of(user).has(Right.READ_GRADES)):
        return None
    grades = Grade.objects.filter(undertaking=undertaking, evaluation__in=readable(user))
    rows = grades.select_related("evaluation", "decided_by").order_by("-evaluation__year").defer("statements_json")
    return Panel("Oceny roczne", "evaluation/_grade_history.html", {"grades": list(rows)}, weight=40)


def latest_year(user: User) -> Panel | None:
    """The last year that was evaluated: its marks, each leading to its actions, and the report made of it."""
    if not rights_of(user).has(Right.READ_GRADES):
        return None
    evaluation = readable(user).settled().order_by("-year").first()
    if evaluation is None:
        return None
    context = {
        "evaluation": evaluation,
        "counts": total(roll_ups(evaluation)).counts,
        "documents": reports_of(evaluation),
    }
    return Panel(_("Ostatnia ocena"), "evaluation/_latest.html", context, weight=20)
