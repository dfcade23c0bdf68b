"""Which single bodies stand behind a collective name."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.core import journal
from bezpiecznik.core.journal import Person
from bezpiecznik.institutions.events import Event
from bezpiecznik.institutions.models import CollectiveMember, Institution


@transaction.atomic
def add_member(
    collective: Institution,
    institution: Institution,
    *,
    since: date | None = None,
    until: date | None = None,
    by: Person,
) -> CollectiveMember:
    """Count a body under a collective name, both days included; no first day means since ever.

    Raises ValidationError when the name is not collective, the body is, or it is a member on some of these days.
    """
    held = Institution.objects.select_for_update().get(pk=collective.pk)
    if not held.collective:
        raise ValidationError(_("„%(name)s” to pojedynczy podmiot, a nie nazwa zbiorowa.") % {"name": held.name})
    if institution.collective:
        raise ValidationError({"institution": _("Nazwa zbiorowa nie może należeć do innej nazwy zbiorowej.")})
    member = CollectiveMember(collective=held, institution=institution, since=since, until=until)
    member.full_clean()
    if any(_overlap(member, other) for other in held.members.filter(institution=institution)):
        raise ValidationError({"institution": _("W części tych dni podmiot już należy do tej nazwy zbiorowej.")})
    member.save()
    days = {"since": str(since or ""), "until": str(until or "")}
    journal.record(Event.MEMBER_ADDED, held, by=by, member=institution.name, **days)
    return member


@transaction.atomic
def end_membership(member: CollectiveMember, *, until: date, by: Person) -> None:
    """The day is the last one. Raises ValidationError for a day before the first one."""
    current = (
        CollectiveMember.objects.select_for_update(of=("self",))
        .select_related("collective", "institution")
        .get(pk=member.pk)
    )
    current.until = until
    current.full_clean()
    current.save()
    journal.record(Event.MEMBER_ENDED, current.collective, by=by, member=current.institution.name, until=str(until))


def _overlap(one: CollectiveMember, other: CollectiveMember) -> bool:
    return (one.since or date.min) <= (other.until or date.max) and (other.since or date.min) <= (one.until or date.max)
