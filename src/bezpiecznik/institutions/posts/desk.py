"""What posts have for a person's desk: notes of former holders, those one stands in for, what the radar sees."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.institutions.access import roles_to_give
from bezpiecznik.institutions.posts import queries, radar

SHOWN_OF_NOTE = 160


def handed_over(user: User) -> Iterator[Todo]:
    """The note of the former holder, until it is marked as read."""
    for handover in queries.unread_handovers(user):
        words = {"person": handover.before.user, "post": handover.after.post}
        yield Todo(
            sentence=_("%(person)s przekazuje Ci stanowisko: %(post)s.") % words,
            url=reverse("posts:handover", args=(handover.pk,)),
            act=_("Przeczytaj, co zostaje"),
            weight=Weight.TO_DECIDE,
            detail=Truncator(handover.before.handover_note).chars(SHOWN_OF_NOTE),
        )


def stands_in(user: User) -> Iterator[Todo]:
    """For whom the person stands in today, and soon."""
    today = clock.today()
    for absence in queries.standing_in(user):
        words = {
            "person": absence.holding.user,
            "post": absence.holding.post,
            "until": _("do %s") % long_date(absence.last_day) if absence.last_day else _("do odwołania"),
            "since": long_date(absence.since),
        }
        sentence = (
            _("Zastępujesz: %(person)s („%(post)s”), %(until)s.")
            if absence.since <= today
            else _("Od %(since)s zastępujesz: %(person)s („%(post)s”), %(until)s.")
        )
        yield Todo(
            sentence=sentence % words,
            url=reverse("posts:mine"),
            act=_("Pokaż zastępstwa"),
            weight=Weight.NOTICE,
            detail=_("Co zrobisz za tę osobę, zostanie zapisane jako zrobione w zastępstwie."),
        )


def phantom_owners(user: User) -> Iterator[Todo]:
    """How many posts only seem to be held; vacant ones are counted among them."""
    if (roles := roles_to_give(user)) and (n := len(radar.findings(roles))):
        yield Todo(
            sentence=_("Radar: %(n)s %(words)s uwagi.")
            % {"n": n, "words": forms(n, _("sprawa wymaga,sprawy wymagają,spraw wymaga"))},
            url=reverse("posts:radar"),
            act=_("Otwórz radar"),
            weight=Weight.TO_SET_UP,
            detail=_("Stanowiska nieobsadzone, osoby, które się nie logują, i zaproszenia bez odpowiedzi."),
        )
