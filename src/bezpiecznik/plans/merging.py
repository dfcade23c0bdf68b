"""What becomes of duties in the programme when two rows of the register turn out to be one body."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core import clock
from bezpiecznik.core.journal import Person
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.matching import key_of
from bezpiecznik.institutions.merging import Mover, Moves
from bezpiecznik.institutions.models import Alias, Institution
from bezpiecznik.plans.models import CalendarFeed, Responsibility, Undertaking

Doubled = tuple[Responsibility, bool]


def duties(duplicate: Institution, survivor: Institution) -> list[Doubled]:
    """The duplicate's duties that are not over, each with whether the survivor has the same one."""
    own = set(survivor.responsibilities.not_over().values_list("undertaking", "role"))
    rows = (
        duplicate.responsibilities.not_over()
        .select_related("undertaking__area", "amendment", "ended_by")
        .order_by("pk")
    )
    return [(duty, (duty.undertaking_id, duty.role) in own) for duty in rows]


def preview(duplicate: Institution, survivor: Institution) -> Moves:
    rows = duties(duplicate, survivor)
    moving = sum(not doubled for _duty, doubled in rows)
    words = forms(moving, _("zadanie w programie,zadania w programie,zadań w programie"))
    sentence = _("%(code)s: oba wpisy mają tu tę samą rolę (%(role)s), zostanie jedna.")
    kept = [sentence % {"code": duty.undertaking.code, "role": duty.get_role_display()} for duty, both in rows if both]
    return Moves((f"{moving} {words}",) if moving else (), tuple(kept))


def move(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    """Ended and given anew, not rewritten: closed periods go on naming the row that was asked then."""
    for duty, doubled in duties(duplicate, survivor):
        Responsibility.objects.filter(pk=duty.pk).update(until=clock.today())
        if not doubled:
            Responsibility.objects.create(
                undertaking=duty.undertaking,
                institution=survivor,
                role=duty.role,
                place=duty.place,
                since=duty.since,
                until=duty.until,
                amendment=duty.amendment,
                ended_by=duty.ended_by,
            )


def feeds(duplicate: Institution, survivor: Institution) -> Moves:
    n = CalendarFeed.objects.filter(institution=duplicate, revoked_at=None).count()
    words = forms(n, _("kalendarz do subskrypcji,kalendarze do subskrypcji,kalendarzy do subskrypcji"))
    return Moves((f"{n} {words}",) if n else ())


def move_feeds(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    """Addresses go on working; of two that one person would have, the duplicate's stops."""
    own = set(CalendarFeed.objects.filter(institution=survivor).values_list("user", flat=True))
    rows = CalendarFeed.objects.filter(institution=duplicate)
    rows.filter(user__in=own, revoked_at=None).update(revoked_at=clock.now())
    rows.exclude(user__in=own).update(institution=survivor)


FEEDS = Mover(
    gettext_lazy("Kalendarze do subskrypcji"),
    frozenset({"plans.CalendarFeed.institution"}),
    feeds,
    move_feeds,
    floor=1,
)
MOVER = Mover(
    gettext_lazy("Zadania w programie"), frozenset({"plans.Responsibility.institution"}), preview, move, floor=1
)


def wording_with(alias: Alias) -> list[str]:
    """Undertakings whose official wording names the body by this spelling."""
    key = f" {alias.folded} "
    rows = Undertaking.objects.filter(responsibilities__institution=alias.institution).distinct()
    texts = rows.select_related("area").only("kind", "no", "area__no", "leads_raw", "partners_raw")
    named = [row.code for row in texts if key in f" {_words(row.leads_raw)} {_words(row.partners_raw)} "]
    if not named:
        return []
    return [_("brzmienie programu w: %(codes)s") % {"codes": ", ".join(named[:5]) + ("…" if named[5:] else "")}]


def _words(text: str) -> str:
    return key_of("".join(sign if sign.isalnum() or sign in "-./" else " " for sign in text))
