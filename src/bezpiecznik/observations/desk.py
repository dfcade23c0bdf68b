"""What signals have for a person's desk."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.observations import access
from bezpiecznik.observations.models import Channel, IncomingLetter, LetterState
from bezpiecznik.observations.queries import UNDECIDED

FAILURES_TOLD = 3
"""After so many failures in a row a channel is the office's matter."""


def waiting(user: User) -> Iterator[Todo]:
    """Signals on which nobody has decided, from the oldest."""
    if not access.may_manage(user):
        return
    rows = access.observations_of(user).waiting().order_by("arrived_at", "pk")
    if (n := rows.count()) == 0:
        return
    oldest = rows[0]
    day = timezone.localdate(oldest.arrived_at)
    words = _("sygnał czeka na rozstrzygnięcie,sygnały czekają na rozstrzygnięcie,sygnałów czeka na rozstrzygnięcie")
    yield Todo(
        f"{n} {forms(n, words)}.",
        oldest.get_absolute_url() if n == 1 else f"{reverse('observations:list')}?state={UNDECIDED}&sort=arrived",
        _("Rozstrzygnij"),
        Weight.TO_DECIDE,
        None,
        _("Najstarszy wpłynął %(day)s: „%(title)s”.") % {"day": long_date(day), "title": oldest.title},
    )


def letters(user: User) -> Iterator[Todo]:
    """Letters of senders who are not on the list."""
    if not access.manages_sources(user):
        return
    if n := IncomingLetter.objects.filter(state=LetterState.WAITING).count():
        words = _("wiadomość od nierozpoznanego nadawcy czeka,wiadomości od nierozpoznanych nadawców czekają,"
                  "wiadomości od nierozpoznanych nadawców czeka")  # fmt: skip
        yield Todo(
            _("%(n)s %(words)s na decyzję, czy to sygnał.") % {"n": n, "words": forms(n, words)},
            reverse("observations:letters"),
            _("Przejrzyj"),
            Weight.TO_DECIDE,
        )


def failing(user: User) -> Iterator[Todo]:
    """Channels that cannot be fetched."""
    if not access.manages_sources(user):
        return
    for channel in Channel.objects.filter(active=True, failures__gte=FAILURES_TOLD):
        sentence = _("Kanału „%(name)s” nie można pobrać: %(why)s")
        yield Todo(
            sentence % {"name": channel.name, "why": channel.error},
            channel.get_absolute_url(),
            _("Sprawdź kanał"),
            Weight.NOTICE,
        )
