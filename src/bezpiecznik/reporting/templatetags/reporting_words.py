"""Words of reporting in templates: `{% load reporting_words %}`."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from bezpiecznik.core import clock
from bezpiecznik.core.templatetags.ui import state_mark
from bezpiecznik.notices.models import MessageState
from bezpiecznik.plans.models import ResponsibilityRole
from bezpiecznik.reporting import wording
from bezpiecznik.reporting.deadlines import locked_sentence
from bezpiecznik.reporting.models import OneTimeLink, Packet
from bezpiecznik.reporting.queries import link_state
from bezpiecznik.reporting.queries.money import Sum
from bezpiecznik.reporting.services.locks import whom_to_ask
from bezpiecznik.reporting.states import Outcome, PacketState

register = template.Library()
LINK_MARKS = {"waiting": "due", "opened": "accepted", "expired": "overdue", "revoked": "dropped"}
OUTCOME_MARKS = {"nothing_done": "not_done", "not_applicable": "dropped"}


@register.filter
def figure(value: Decimal | str) -> str:
    """`{{ number.value|figure }}`: 1 234,5."""
    return wording.figure(value)


@register.filter
def figures(said: dict[str, Any] | None) -> str:
    """`{{ entry.figures|figures }}`: people and money of an initiative in one line; blank where nothing was said."""
    return wording.figures(said)


@register.simple_tag
def summed(found: Sum, *, money: bool = False, n: bool = True) -> str:
    """`{% summed line.spent money=1 %}`: 1 500,00 zł (n = 2); a dash where nobody said anything."""
    if found.value is None:
        return "–"
    value = wording.amount(found.value) if money else wording.figure(found.value)
    return f"{value} (n\u00a0=\u00a0{found.n})" if n else value


@register.filter
def undertaking_title(code: str) -> str:
    """`{{ undertaking.code|undertaking_title }}`: Działanie 3.13, Program P9."""
    return wording.titled(code)


@register.filter
def initiative_area(area: str) -> str:
    """The area of an action, or what stands in its place for initiatives."""
    return area if area and area != "None" else "Programy realizowane przez jednostki"


@register.filter
def deadline(due_on: date) -> str:
    """`{{ period.due_on|deadline }}`: zostało 12 dni."""
    return wording.deadline(due_on, clock.today())


@register.simple_tag
def why_locked(packet: Packet) -> str:
    """Why nothing can be written in the packet, and whom to ask; nothing while it is not locked."""
    if not (packet.period.is_open and packet.is_with_institution and packet.is_locked):
        return ""
    return locked_sentence(packet.deadline, asked=whom_to_ask())


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
