"""Posts that a person held, and days on which they stood in for somebody."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.core import clock
from bezpiecznik.institutions.kept import posts_since
from bezpiecznik.institutions.models import Absence, Handover, Holding, Invitation


def register() -> None:
    persons.part("holdings", _("Zajmowane stanowiska"), holdings)
    persons.part("deputyships", _("Zastępstwa"), deputyships)
    persons.part("invitations", _("Zaproszenia"), invitations)
    persons.part("handovers", _("Przekazania stanowisk"), handovers)
    persons.act(_("Zaproszenia tej osoby przestaną działać."), revoke_invitations)
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


def invitations(person: User) -> Iterator[Row]:
    for invitation in Invitation.objects.filter(user=person).select_related("sent_by"):
        yield {
            _("wysłano"): invitation.sent_at,
            _("kto zaprosił"): invitation.sent_by.get_full_name(),
            _("ważne do"): invitation.expires_at,
            _("przyjęto"): invitation.accepted_at,
            _("cofnięto"): invitation.revoked_at,
        }


def handovers(person: User) -> Iterator[Row]:
    """Posts passed on by the person and to them, with the note that went with each."""
    found = Handover.objects.filter(Q(before__user=person) | Q(after__user=person))
    for passed in found.select_related("before__user", "before__post__institution", "after__user").order_by("pk"):
        yield {
            _("stanowisko"): str(passed.before.post),
            _("poprzednik"): passed.before.user.get_full_name(),
            _("następca"): passed.after.user.get_full_name(),
            _("przekazano"): passed.made_at,
            _("przeczytano"): passed.read_at,
            _("notatka dla następcy"): passed.before.handover_note,
        }


def revoke_invitations(person: User) -> None:
    Invitation.objects.pending().filter(user=person).update(revoked_at=clock.now())


def present_posts(person: User) -> Iterator[str]:
    """Whoever holds something, or will, has to hand it over first."""
    for held in Holding.objects.filter(posts_since(), user=person).select_related("post__institution"):
        yield _now("Zajmuje stanowisko: %(post)s. Najpierw je przekaż albo zwolnij.") % {"post": held.post}
    for absence in Absence.objects.filter(posts_since(), deputy=person).select_related("holding__post__institution"):
        yield _now("Zastępuje na stanowisku: %(post)s. Najpierw zakończ zastępstwo.") % {"post": absence.holding.post}
