"""Who can be reached about a packet: those it is for, else the next in line. Loaded once for all institutions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Absence, Contact
from bezpiecznik.institutions.models.posts import in_force
from bezpiecznik.institutions.recipients import people_by_institution
from bezpiecznik.institutions.rights import Right
from bezpiecznik.notices.models import Message
from bezpiecznik.reporting.models import OneTimeLink, Packet
from bezpiecznik.reporting.models.reminders import Audience, Reached

LINE: dict[Audience, tuple[Reached, ...]] = {
    Audience.REPORTER: (Reached.REPORTER, Reached.LINK, Reached.HEAD, Reached.OFFICE),
    Audience.HEAD: (Reached.HEAD, Reached.OFFICE, Reached.REPORTER, Reached.LINK),
    Audience.OFFICE: (Reached.OFFICE, Reached.HEAD, Reached.REPORTER, Reached.LINK),
}
"""Whom to try, in order; the first group in which anybody can be reached is written to."""


@dataclass(frozen=True)
class Recipient:
    """One mailbox, and as whom it is written to. Without a user: the office of an institution."""

    reached: Reached
    address: str
    user: User | None = None
    link: OneTimeLink | None = None


class People:
    """The address book of today. A mailbox that returns mail for good, and an account nobody can open, are no use."""

    def __init__(self, institutions: Iterable[int]) -> None:
        keys = set(institutions)
        self._lost = {address.lower() for address in Message.objects.failing().values_list("address", flat=True)}
        self._lost |= {address.lower() for address in _office_boxes_lost()}
        self._away = _away()
        self._found: dict[Reached, dict[int, list[Recipient]]] = {
            Reached.REPORTER: self._seated(Right.WRITE_REPORT, Reached.REPORTER),
            Reached.HEAD: self._seated(Right.SIGN_REPORT, Reached.HEAD),
            Reached.LINK: self._linked(keys),
            Reached.OFFICE: self._offices(keys),
        }

    def reach(self, packet: Packet, audience: Audience) -> list[Recipient]:
        """The first in line who can be reached; none where nobody would pick it up."""
        for reached in LINE[audience]:
            if found := self._found[reached].get(packet.institution_id):
                return found
        return []

    def reporters(self, packet: Packet) -> list[Recipient]:
        """Those who write, to be told that somebody above them was asked; none where there are none."""
        found = self._found[Reached.REPORTER].get(packet.institution_id, [])
        return [Recipient(Reached.COPY, one.address, one.user) for one in found]

    def _seated(self, right: Right, reached: Reached) -> dict[int, list[Recipient]]:
        found = {}
        for institution, people in people_by_institution(right).items():
            able = [one for one in people if _may_sign_in(one) and one.email.lower() not in self._lost]
            present = [one for one in able if (institution, one.pk) not in self._away]
            if able:
                found[institution] = [Recipient(reached, one.email, one) for one in present or able]
        return found

    def _linked(self, institutions: set[int]) -> dict[int, list[Recipient]]:
        found = defaultdict(list)
        links = OneTimeLink.objects.standing().filter(institution__in=institutions, user__is_active=True)
        for link in links.select_related("user", "institution").order_by("pk"):
            if link.user.email.lower() not in self._lost:
                found[link.institution_id].append(Recipient(Reached.LINK, link.user.email, link.user, link))
        return found

    def _offices(self, institutions: set[int]) -> dict[int, list[Recipient]]:
        contacts = Contact.objects.filter(institution__in=institutions).exclude(email="")
        return {
            contact.institution_id: [Recipient(Reached.OFFICE, contact.email)]
            for contact in contacts
            if contact.email.lower() not in self._lost
        }


def _may_sign_in(user: User) -> bool:
    """Whoever was invited and never came reads no page behind a password."""
    return user.has_usable_password() or user.last_login is not None


def _away() -> set[tuple[int, int]]:
    """Institution and person (keys) for whom somebody stands in today: their deputy is written to instead."""
    today = clock.today()
    found = Absence.objects.filter(
        in_force(today), in_force(today, "holding__"), holding__post__institution__isnull=False
    )
    return set(found.values_list("holding__post__institution", "holding__user"))


def _office_boxes_lost() -> Iterable[str]:
    """Boxes of offices from which our last message came back for good."""
    last: dict[str, tuple[str, str]] = {}
    sent = Message.objects.filter(user=None, kind__startswith="reporting.").order_by("pk")
    for address, state, bounce in sent.values_list("address", "state", "bounce"):
        if state in {"bounced", "sent"}:
            last[address] = (state, bounce)
    return [address for address, (state, bounce) in last.items() if state == "bounced" and bounce == "hard"]
