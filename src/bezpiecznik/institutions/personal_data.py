"""Posts that a person held, and days on which they stood in for somebody."""

from collections.abc import Iterator

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.institutions.kept import posts_since
from bezpiecznik.institutions.models import Absence, Holding


def register() -> None:
    persons.part("holdings", _("Zajmowane stanowiska"), holdings)
    persons.part("deputyships", _("Zastępstwa"), deputyships)
    persons.block(present_posts)
    persons.stay(
        _("Dni, w których stanowisko było obsadzone, i notatki dla następcy; zamiast nazwiska będzie numer."),
        _("Ustalenie, kto odpowiadał za działania programu: art. 17 ust. 3 lit. b RODO."),
    )


def holdings(person: User) -> Iterator[Row]:
    for held in Holding.objects.filter(user=person).select_related("post__institution").order_by("since", "pk"):
        yield {
            _("stanowisko"): str(held.post),
            _("rola"): held.post.get_role_display(),
            _("od"): held.since,
            _("do"): held.until,
            _("notatka dla następcy"): held.handover_note,
        }


def deputyships(person: User) -> Iterator[Row]:
    found = Absence.objects.filter(deputy=person).select_related("holding__post__institution")
    for absence in found.order_by("since", "pk"):
        yield {
            _("stanowisko"): str(absence.holding.post),
            _("od"): absence.since,
            _("do"): absence.until,
        }


def present_posts(person: User) -> Iterator[str]:
    """Whoever holds something, or will, has to hand it over first."""
    for held in Holding.objects.filter(posts_since(), user=person).select_related("post__institution"):
        yield _now("Zajmuje stanowisko: %(post)s. Najpierw je przekaż albo zwolnij.") % {"post": held.post}
    for absence in Absence.objects.filter(posts_since(), deputy=person).select_related("holding__post__institution"):
        yield _now("Zastępuje na stanowisku: %(post)s. Najpierw zakończ zastępstwo.") % {"post": absence.holding.post}
