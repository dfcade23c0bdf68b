"""What the pages about messages read."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet

from bezpiecznik.accounts.models import User
from bezpiecznik.core.search import matching
from bezpiecznik.notices.kinds import KINDS, Kind, optional
from bezpiecznik.notices.models import Choice, Declined, Message, MessageQuerySet, Rhythm, Wording
from bezpiecznik.notices.quiet import WARSAW

TROUBLE = "trouble"
"""Not a state of its own: what did not leave, or may not have, or came back, and was not sent again."""


def messages(wanted: dict[str, Any]) -> QuerySet[Message]:
    """Those that fit the filter's cleaned values (`q`, `state`, `kind`, `person`, `since`, `until` as days)."""
    found: MessageQuerySet = Message.objects.select_related("user")
    if wanted.get("state") == TROUBLE:
        found, wanted = found.in_trouble(), {**wanted, "state": None}
    for name, field in (("state", "state"), ("kind", "kind"), ("person", "user")):
        if value := wanted.get(name):
            found = found.filter(**{field: value})
    if since := wanted.get("since"):
        found = found.filter(created_at__gte=datetime.combine(since, time(), tzinfo=WARSAW))
    if until := wanted.get("until"):
        found = found.filter(created_at__lt=datetime.combine(until + timedelta(days=1), time(), tzinfo=WARSAW))
    return matching(found, wanted.get("q", ""))


def choices_of(user: User) -> dict[str, Any]:
    """What a person chose, as the form of choices shows it."""
    declined = set(Declined.objects.filter(user=user).values_list("kind", flat=True))
    rhythm = Choice.objects.filter(user=user).values_list("rhythm", flat=True).first()
    return {
        "rhythm": rhythm or Rhythm.DAILY,
        "wanted": [kind.name for kind in optional() if kind.name not in declined],
    }


@dataclass(frozen=True)
class KindInForce:
    """A kind with the office's own wording, if it has one in force."""

    kind: Kind
    own: Wording | None

    @property
    def version(self) -> int:
        return self.own.version if self.own else 0

    @property
    def is_own(self) -> bool:
        return bool(self.own and self.own.body)


def kinds_in_force() -> list[KindInForce]:
    """All kinds by title, each with its wording."""
    own = {wording.pk: wording for wording in Wording.objects.select_related("changed_by")}
    found = [KindInForce(kind, own.get(kind.name)) for kind in KINDS.values()]
    return sorted(found, key=lambda each: str(each.kind.title))


def kind_in_force(kind: Kind) -> KindInForce:
    return KindInForce(kind, Wording.objects.select_related("changed_by").filter(pk=kind.name).first())
