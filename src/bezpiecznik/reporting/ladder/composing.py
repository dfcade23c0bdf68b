"""Messages of one round: grouped by person, worded, not kept yet. What the preview shows is what is sent."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.notices.kinds import Kind
from bezpiecznik.notices.models import Message
from bezpiecznik.notices.services import Letter, worded
from bezpiecznik.reporting.ladder import kinds
from bezpiecznik.reporting.ladder.due import Due
from bezpiecznik.reporting.ladder.people import People, Recipient
from bezpiecznik.reporting.models.reminders import Audience, Reached
from bezpiecznik.reporting.states import PacketState
from bezpiecznik.reporting.wording import deadline

REPORTS = "sprawozdanie,sprawozdania,sprawozdań"


@dataclass
class Draft:
    """One message of a round: to whom, about which packets, and its text."""

    recipient: Recipient
    items: list[tuple[Due, Reached]] = field(default_factory=list)
    message: Message = field(default_factory=Message)
    secret: str = ""
    """Of the one-time link that the message carries; never kept."""

    @property
    def packets(self) -> list[int]:
        return [due.packet.pk for due, _reached in self.items]


@dataclass
class Composed:
    """Messages by person, and packets that nobody would pick up."""

    drafts: list[Draft]
    nobody: list[Due]


def compose(found: Iterable[Due], *, note: str = "") -> Composed:
    """Group what is due by person, one message each, and word it. A few queries for all of them together."""
    asked = list(found)
    people = People(due.packet.institution_id for due in asked)
    drafts: dict[tuple[str, str], Draft] = {}
    nobody = []
    for due in asked:
        recipients = recipients_of(due, people)
        if not recipients:
            nobody.append(due)
        for one in recipients:
            draft = drafts.setdefault(_mailbox(one), Draft(one))
            if due.packet.pk not in draft.packets:
                draft.items.append((due, one.reached))
    return Composed(_worded(list(drafts.values()), note), nobody)


def recipients_of(due: Due, people: People) -> list[Recipient]:
    """What waits for a signature is a matter of the head, whomever the step is for; the clerk has done their part."""
    if due.packet.state == PacketState.TO_SIGN:
        return people.reach(due.packet, Audience.HEAD)
    audience = Audience(due.step.audience) if due.step else Audience.REPORTER
    found = people.reach(due.packet, audience)
    if not (due.step and due.step.copied and found):
        return found
    told = {one.address.lower() for one in found}
    return found + [copy for copy in people.reporters(due.packet) if copy.address.lower() not in told]


def _mailbox(one: Recipient) -> tuple[str, str]:
    """A link opens one institution only, so it is a message of its own."""
    return (f"link-{one.link.pk}" if one.link else "", one.address.lower())


def _worded(drafts: list[Draft], note: str) -> list[Draft]:
    by_kind: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_kind.setdefault(_kind(draft).name, []).append(draft)
    for name, those in by_kind.items():
        letters = [Letter(one.recipient.user, _url(one), _words(one), one.recipient.address) for one in those]
        for draft, message in zip(those, worded(name, letters), strict=True):
            message.body = _with_note(message.body, note)
            draft.message = message
    return drafts


def _with_note(body: str, note: str) -> str:
    return f"{body}\n\n{_('Od koordynatora programu:')}\n{note}" if note else body


def _kind(draft: Draft) -> Kind:
    """The words for a mailbox: of an invitation, of an office, or of a person."""
    if draft.recipient.link:
        return kinds.LINK
    return kinds.OFFICE if draft.recipient.user is None else _for_person(draft)


def _for_person(draft: Draft) -> Kind:
    """The gravest matter of the message decides on its words; each line says how its own report stands."""
    roles = {reached for _due, reached in draft.items}
    own = all(due.packet.institution.own for due, _reached in draft.items)
    if roles == {Reached.HEAD} and all(due.packet.state == PacketState.TO_SIGN for due, _reached in draft.items):
        return kinds.SIGN
    if roles == {Reached.COPY}:
        return kinds.COPY
    if all(due.day >= clock.today() for due, _reached in draft.items):
        return kinds.SOFT_OWN if own else kinds.SOFT
    if Reached.HEAD in roles:
        return kinds.HEAD_OWN if own else kinds.HEAD
    return kinds.LATE_OWN if own else kinds.LATE


def _url(draft: Draft) -> str:
    """To the report itself where there is one; an office without an account gets no address that asks to sign in."""
    if draft.recipient.user is None or draft.recipient.link:
        return ""
    first = draft.items[0][0].packet
    return first.get_absolute_url() if len(draft.items) == 1 else reverse("reporting:my-packets")


def _words(draft: Draft) -> dict[str, str]:
    n, days = len(draft.items), [due.day for due, _reached in draft.items]
    return {
        "reports": f"{n} {forms(n, REPORTS)}",
        "list": "\n".join(line(due) for due, _reached in draft.items),
        "due": _day(min(days)),
    }


def line(due: Due) -> str:
    """„– KMP, I półrocze 2026: termin minął 3 dni temu (20 lipca 2026 r.), gotowe 3 z 7”."""
    packet = due.packet
    return _("– %(institution)s, %(period)s: %(deadline)s (%(day)s), %(standing)s") % {
        "institution": packet.institution.name, "period": packet.period,
        "deadline": deadline(due.day, clock.today()), "day": _day(due.day), "standing": standing(due),
    }  # fmt: skip


def standing(due: Due) -> str:
    """How far the report is: what is ready of what is asked, or that it waits for a signature."""
    if due.packet.state == PacketState.TO_SIGN:
        return _("czeka na podpis")
    ready, expected = getattr(due.packet, "ready", 0), getattr(due.packet, "expected", 0)
    words = _("gotowe %(ready)s z %(expected)s") % {"ready": ready, "expected": expected}
    return _("zwrócone do poprawy, %(words)s") % {"words": words} if due.packet.state == PacketState.RETURNED else words


def _day(day: date) -> str:
    return f"{long_date(day)} r."
