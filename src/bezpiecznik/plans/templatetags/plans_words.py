"""Days of the timetable in words."""

from django import template

from bezpiecznik.plans.models import Milestone, Undertaking
from bezpiecznik.plans.timetable import days
from bezpiecznik.plans.timetable.told import schedule_sentence

register = template.Library()


@register.filter
def due_words(milestone: Milestone) -> str:
    """„II kwartał 2022”."""
    return days.words(milestone.due_on, milestone.precision)


@register.filter
def timetable_words(undertaking: Undertaking) -> str:
    """The timetable as a sentence; a dash where there is none. Reads it: select it along."""
    schedule = getattr(undertaking, "schedule", None)
    return schedule_sentence(schedule) if schedule else "–"
