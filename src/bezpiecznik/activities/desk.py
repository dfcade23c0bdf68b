"""What activities have for a person's desk."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import access, joining_access
from bezpiecznik.core import clock
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import forms, long_date


def unanswered(user: User) -> Iterator[Todo]:
    """Planned activities of one's own institution whose day has passed: were they held?"""
    if not (own := access.own_institutions(user)):
        return
    waiting = access.writable(user).unanswered(clock.today()).filter(institution__in=own).order_by("starts_on", "pk")
    rows = list(waiting[:2])
    if len(rows) == 1:
        told = {"title": rows[0].title, "day": long_date(rows[0].starts_on)}
        yield Todo(
            _("Czy odbyła się działalność „%(title)s” (%(day)s)?") % told,
            f"{rows[0].get_absolute_url()}#odbyla-sie",
            _("Odpowiedz"),
            Weight.TO_DECIDE,
            rows[0].starts_on,
        )
    elif rows:
        n = waiting.count()
        words = _("planowana działalność czeka,planowane działalności czekają,planowanych działalności czeka")
        yield Todo(
            _("%(n)s %(words)s na odpowiedź, czy się odbyła.") % {"n": n, "words": forms(n, words)},
            reverse("activities:unanswered"),
            _("Odpowiedz"),
            Weight.TO_DECIDE,
            rows[0].starts_on,
        )


def alike(user: User) -> Iterator[Todo]:
    """For the office: rows of different bodies that may speak of one event."""
    if not (access.is_office(user) and (n := joining_access.number_of_pairs(user))):
        return
    words = _("para wpisów może być tym samym wydarzeniem,pary wpisów mogą być tym samym wydarzeniem,"
              "par wpisów może być tym samym wydarzeniem")  # fmt: skip
    yield Todo(
        _("%(n)s %(words)s.") % {"n": n, "words": forms(n, words)},
        reverse("activities:alike"),
        _("Porównaj"),
        Weight.TO_DECIDE,
    )
