"""Terms of motions and the points of the formal check: what the office adopted, changed on the page of settings."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.options import Option, declare
from bezpiecznik.motions.states import MotionState

GROUP = _("Wnioski do prezydenta")
SOURCE = _("Źródło: przyjęte przez urząd. Program nie podaje tego terminu.")


def _days(key: str, title: str | Promise, default: int, **arguments: Any) -> Option[int]:
    return declare(
        Option(
            f"motions.{key}", title, default, forms.IntegerField, help=SOURCE, group=GROUP,
            arguments={"min_value": 1, "max_value": 250, **arguments},
        )
    )  # fmt: skip


CHECK_DAYS = _days("check_days", _("Ile dni roboczych ma biuro na sprawdzenie wniosku"), 7)
COMPLETION_DAYS = _days("completion_days", _("Ile dni roboczych ma podmiot na uzupełnienie wniosku"), 10)
LAYING_DAYS = _days("laying_days", _("Ile dni roboczych ma biuro na przedłożenie sprawdzonego wniosku"), 5)
OPINION_DAYS = _days("opinion_days", _("Ile dni roboczych ma Komisja na opinię o wniosku"), 30)
DECISION_DAYS = _days("decision_days", _("Ile dni roboczych ma prezydent na rozstrzygnięcie"), 14)
EFFECT_MONTHS = _days("effect_months", _("Po ilu miesiącach sprawdzić, co wynikło z wniosku"), 6, max_value=36)
REMIND_DAYS = _days("remind_days", _("Ile dni roboczych przed terminem przypomnieć o wniosku"), 2, max_value=20)
CHECKLIST = declare(
    Option(
        "motions.checklist",
        _("Punkty sprawdzenia formalnego wniosku"),
        "Wniosek złożył podmiot, który wykonuje program, a podpisał go jego kierownik\n"
        "Wiadomo, co dokładnie miałoby być zrobione i gdzie\n"
        "Wniosek jest uzasadniony faktami albo liczbami\n"
        "Sprawa należy do zadań miasta albo jednostek, które mu podlegają\n"
        "Podano koszt i źródło pieniędzy albo napisano, że wniosek nic nie kosztuje",
        forms.CharField,
        help=_("Każdy punkt w osobnym wierszu. Źródło: przyjęte przez urząd."),
        group=GROUP,
        arguments={"widget": forms.Textarea(attrs={"rows": 7}), "max_length": 3000},
    )
)

DAYS_IN = {
    MotionState.SUBMITTED: CHECK_DAYS,
    MotionState.RETURNED: COMPLETION_DAYS,
    MotionState.ADMITTED: LAYING_DAYS,
    MotionState.AT_COMMISSION: OPINION_DAYS,
    MotionState.BEFORE_PRESIDENT: DECISION_DAYS,
}
"""How long a motion may stay in each state."""


def checklist() -> list[str]:
    """Points of the formal check, as they are worded today."""
    return [line.strip() for line in CHECKLIST.value().splitlines() if line.strip()]
