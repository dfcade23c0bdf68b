"""What a calendar to subscribe to holds: titles of dates that its person may read today, and nothing else."""

from datetime import date

from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.access import own_institutions
from bezpiecznik.plans.models import CalendarFeed, Programme, ProgrammeState
from bezpiecznik.plans.scopes import scope_of
from bezpiecznik.plans.timetable.marks import Mark, Question, marks

YEARS_AHEAD = 2
MOST = 5_000
"""The latest so many dates: more than any calendar shows."""


def name_of(feed: CalendarFeed) -> str:
    """Without the person's name: calendars show it to whoever looks at the screen."""
    whose = feed.institution.short if feed.institution else _("moje terminy")
    return _("Bezpiecznik: %(whose)s") % {"whose": whose}


def marks_of(feed: CalendarFeed) -> list[Mark]:
    """Of programmes in force that the person reads: of the feed's institution, or of those for which they work.

    A person who works for no institution sees the dates of all.
    """
    read = scope_of(feed.user, Right.READ_PLAN).narrow(Programme.objects.filter(state=ProgrammeState.IN_FORCE), "pk")
    programmes = {programme.pk: programme.year_from for programme in read}
    today = clock.today()
    first = date(min(programmes.values(), default=today.year), 1, 1)
    last = date(max(today.year, *(programme.year_to for programme in read), 0) + YEARS_AHEAD, 12, 31)
    own = frozenset({feed.institution_id}) if feed.institution_id else own_institutions(feed.user) or None
    return marks(Question(frozenset(programmes), first, last, own, feed.user))[-MOST:]
