"""What the ladder has for the coordinator's desk."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting.ladder import queries
from bezpiecznik.reporting.ladder.access import open_periods
from bezpiecznik.reporting.ladder.due import due_today

REPORTS = "sprawozdaniu,sprawozdaniach,sprawozdaniach"


def for_office(user: User) -> Iterator[Todo]:
    """Steps that wait for a click, and reports about which nobody can be written to."""
    if not rights_of(user).has(Right.MANAGE_PERIODS):
        return
    if waiting := _waiting(user):
        yield Todo(
            _("Do przypomnienia dziś: %(n)s.") % {"n": waiting},
            reverse("reporting:remind"),
            _("Zobacz i wyślij"),
            Weight.TO_DECIDE,
        )
    for period, n in queries.nobody(open_periods(user)).items():
        yield Todo(
            _("O %(n)s %(words)s nie ma komu przypomnieć: nikt nie odbierze.") % {"n": n, "words": forms(n, REPORTS)},
            f"{reverse('reporting:reminders', args=(period,))}?state=nobody",
            _("Zobacz podmioty"),
            Weight.OVERDUE,
        )


def _waiting(user: User) -> int:
    """Asked only where some step waits for a click at all."""
    if not queries.waits_for_clicks():
        return 0
    due = due_today(open_periods(user), clock.today())
    return sum(1 for one in due if one.step and not one.step.automatic)
