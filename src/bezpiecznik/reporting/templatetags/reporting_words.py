"""Words of reporting in templates: `{% load reporting_words %}`."""

from datetime import date
from decimal import Decimal

from django import template

from bezpiecznik.core import clock
from bezpiecznik.plans.models import ResponsibilityRole
from bezpiecznik.reporting import wording
from bezpiecznik.reporting.states import Coverage, Outcome, Share

register = template.Library()


@register.filter
def figure(value: Decimal | str) -> str:
    """`{{ number.value|figure }}`: 1 234,5."""
    return wording.figure(value)


@register.filter
def deadline(due_on: date) -> str:
    """`{{ period.due_on|deadline }}`: zostało 12 dni."""
    return wording.deadline(due_on, clock.today())


@register.filter
def outcome_label(value: str) -> str:
    return str(Outcome(value).label) if value else ""


@register.filter
def role_label(value: str) -> str:
    return str(ResponsibilityRole(value).label)


@register.filter
def whose(number: dict[str, str]) -> str:
    """`wspólna z innymi podmiotami, obszar większy niż jednostka`; nothing for the plain case."""
    words = []
    if number["share"] == Share.JOINT:
        words.append(str(Share.JOINT.label))
    if number["coverage"] == Coverage.WIDER:
        words.append(str(Coverage.WIDER.label))
    return ", ".join(words)
