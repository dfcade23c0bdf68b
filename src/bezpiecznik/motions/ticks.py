"""What the room does every day by itself: reminds of terms."""

from datetime import time

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock, ticks
from bezpiecznik.core.holidays import add_working_days, is_day_off
from bezpiecznik.core.polish import forms
from bezpiecznik.motions import notices
from bezpiecznik.motions.models import Motion
from bezpiecznik.motions.options import REMIND_DAYS
from bezpiecznik.motions.states import UNDER_WAY


@ticks.daily("motions.remind", title=_("Przypomnienia o terminach wniosków"), at=time(7))
def remind() -> str:
    """Each term twice: once shortly before it, once when it has passed. Nobody is reminded on a day off."""
    today = clock.today()
    if is_day_off(today):
        return "dzień wolny"
    near = add_working_days(today, REMIND_DAYS.value())
    waiting = Motion.objects.in_state(*UNDER_WAY).filter(due_on__lte=near).by_clock()
    reminded = sum(_remind(motion.pk) for motion in waiting.only("pk"))
    return f"{reminded} {forms(reminded, 'wniosek,wnioski,wniosków')}"


@transaction.atomic
def _remind(pk: int) -> bool:
    """Unless somebody was reminded of this very term already; what was done is kept with the motion."""
    motion = Motion.objects.select_for_update(of=("self",)).select_related("institution").get(pk=pk)
    field = "urged_of" if motion.due_on and motion.due_on < clock.today() else "warned_of"
    if getattr(motion, field) == motion.due_on or not notices.remind(motion):
        return False
    Motion.objects.filter(pk=pk).update(**{field: motion.due_on})
    return True
