"""Words of reporting in templates: `{% load reporting_words %}`."""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from bezpiecznik.core import clock
from bezpiecznik.core.templatetags.ui import state_mark
from bezpiecznik.notices.models import MessageState
from bezpiecznik.plans.models import ResponsibilityRole
from bezpiecznik.reporting import wording
from bezpiecznik.reporting.models import OneTimeLink
from bezpiecznik.reporting.queries import link_state
from bezpiecznik.reporting.states import Outcome, PacketState

register = template.Library()
LINK_MARKS = {"waiting": "due", "opened": "accepted", "expired": "overdue", "revoked": "dropped"}
OUTCOME_MARKS = {"nothing_done": "not_done", "not_applicable": "dropped", "skipped": "no_report"}


@register.filter
def figure(value: Decimal | str) -> str:
    """`{{ number.value|figure }}`: 1 234,5."""
    return wording.figure(value)


@register.filter
def deadline(due_on: date) -> str:
    """`{{ period.due_on|deadline }}`: zostało 12 dni."""
    return wording.deadline(due_on, clock.today())


@register.filter
def saved_at(moment: datetime) -> str:
    """`14:02` today, with the date on other days."""
    local = timezone.localtime(moment)
    return f"{local:%H:%M}" if local.date() == clock.today() else f"{local:%d.%m.%Y, %H:%M}"


@register.simple_tag
def outcome(value: str) -> SafeString:
    """Mark and word of what an institution says of its part; a blank one says that nobody said anything."""
    if not value:
        return state_mark("no_report", "nie podano")
    return state_mark(OUTCOME_MARKS.get(value, value), Outcome(value).label)


@register.simple_tag
def for_institution(state: str) -> SafeString:
    return state_mark("due" if state == PacketState.DRAFT else state, PacketState(state).label_for_institution())


@register.simple_tag
def for_office(state: str) -> SafeString:
    return state_mark("due" if state == PacketState.DRAFT else state, PacketState(state).label_for_office())


@register.filter
def working_days(offset: int) -> str:
    """`{{ step.offset|working_days }}`: 5 dni roboczych przed terminem."""
    return wording.working_days(offset)


@register.filter
def role_label(value: str) -> str:
    return str(ResponsibilityRole(value).label)


@register.filter
def whose(number: dict[str, str]) -> str:
    """`{{ number|whose }}`: whose the number is and of which territory, where that is not the plain case."""
    return wording.whose(number["share"], number["coverage"])


@register.simple_tag
def link_mark(link: OneTimeLink) -> SafeString:
    """`{% link_mark link %}`: the state of a one-time link `with_last_token`."""
    state = link_state(link)
    return state_mark(LINK_MARKS[state], state.label)


@register.filter
def mail_trouble(state: str) -> str:
    """`{{ link.mail_state|mail_trouble }}`: what went wrong with the mail; blank while nothing did."""
    return str(MessageState(state).label) if state in {MessageState.FAILED, MessageState.BOUNCED} else ""
