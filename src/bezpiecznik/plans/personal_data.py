"""What the plan knows of a person: decisions about faults of its document, moved deadlines, own calendars."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.plans.models import CalendarFeed, DateMove, DocumentFinding


def register() -> None:
    persons.part("findings", _("Decyzje o sprawach do uporządkowania w programie"), findings)
    persons.part("date-moves", _("Przesunięte terminy działań"), date_moves)
    persons.part("calendars", _("Kalendarze do subskrypcji"), calendars)


def findings(person: User) -> Iterator[Row]:
    for finding in DocumentFinding.objects.filter(decided_by=person):
        yield {
            _("sprawa"): finding.message,
            _("decyzja"): finding.get_state_display(),
            _("powód"): finding.reason,
            _("kiedy"): finding.decided_at,
        }


def date_moves(person: User) -> Iterator[Row]:
    for move in DateMove.objects.filter(by=person).select_related("undertaking__area", "milestone"):
        yield {
            _("działanie"): move.undertaking.code,
            _("kamień milowy"): move.milestone.name if move.milestone else "",
            _("było"): move.was,
            _("jest"): move.becomes,
            _("powód"): move.reason,
            _("kiedy"): move.at,
        }


def calendars(person: User) -> Iterator[Row]:
    for feed in CalendarFeed.objects.filter(user=person).select_related("institution"):
        yield {
            _("podmiot"): feed.institution.name if feed.institution else "",
            _("utworzono"): feed.made_at,
            _("unieważniono"): feed.revoked_at,
        }
