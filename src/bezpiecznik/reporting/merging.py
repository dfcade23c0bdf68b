"""What becomes of reports when two rows of the register turn out to be one body. Closed periods are left alone."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.journal import Person
from bezpiecznik.institutions.merging import Mover, Moves
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Responsibility
from bezpiecznik.reporting.models import Contribution, Obligation, Packet
from bezpiecznik.reporting.states import PeriodState


def packets(duplicate: Institution, survivor: Institution) -> list[tuple[Packet, bool]]:
    """The duplicate's packets of periods not closed, each with whether the survivor has one of the same period."""
    own = set(survivor.packets.values_list("period", flat=True))
    rows = duplicate.packets.exclude(period__state=PeriodState.CLOSED).select_related(
        "period__programme", "institution"
    )
    return [(packet, packet.period_id in own) for packet in rows.order_by("pk")]


def preview(duplicate: Institution, survivor: Institution) -> Moves:
    rows = packets(duplicate, survivor)
    both = _(
        "%(period)s: oba wpisy mają już sprawozdanie, więc zostają oba. Osoby z obu wpisów mogą je dokończyć, "
        "a w macierzy będą to dwa wiersze."
    )
    kept = [both % {"period": packet.period} for packet, doubled in rows if doubled]
    if closed := duplicate.packets.filter(period__state=PeriodState.CLOSED).count():
        kept.append(_("Sprawozdania w zamkniętych okresach (%(count)s) zostają bez zmian.") % {"count": closed})
    moved = _("sprawozdanie: %(period)s (%(state)s)")
    return Moves(
        tuple(moved % {"period": packet.period, "state": packet.get_state_display()}
              for packet, doubled in rows if not doubled),
        tuple(kept),
    )  # fmt: skip


def move(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    for packet, doubled in packets(duplicate, survivor):
        if not doubled:
            Packet.objects.filter(pk=packet.pk).update(institution=survivor)
    _follow_duties(duplicate, survivor)


def _follow_duties(duplicate: Institution, survivor: Institution) -> None:
    """Obligations of open periods rest on the duty that the survivor was given, so that it is not asked again."""
    given = {
        (duty.undertaking_id, duty.role): duty
        for duty in Responsibility.objects.not_over().filter(institution=survivor)
    }
    asked = Obligation.objects.exclude(period__state=PeriodState.CLOSED)
    has = set(asked.filter(responsibility__institution=survivor).values_list("period", "responsibility"))
    for obligation in asked.filter(responsibility__institution=duplicate).select_related("responsibility"):
        duty = given.get((obligation.responsibility.undertaking_id, obligation.responsibility.role))
        if duty and (obligation.period_id, duty.pk) not in has:
            Obligation.objects.filter(pk=obligation.pk).update(responsibility=duty)


MOVER = Mover(gettext_lazy("Sprawozdania"), frozenset({"reporting.Packet.institution"}), preview, move, floor=2)


def preview_contributions(duplicate: Institution, survivor: Institution) -> Moves:
    rows = _contributions(duplicate, survivor)
    moved = sum(not doubled for _contribution, doubled in rows)
    kept = len(rows) - moved
    both = _("Wkłady do tych samych wpisów, które ma już drugi wpis (%(count)s), zostają osobno.")
    return Moves(
        (_("wkłady do sprawozdań: %(count)s") % {"count": moved},) if moved else (),
        (both % {"count": kept},) if kept else (),
    )


def move_contributions(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    for contribution, doubled in _contributions(duplicate, survivor):
        if not doubled:
            Contribution.objects.filter(pk=contribution.pk).update(institution=survivor)


def _contributions(duplicate: Institution, survivor: Institution) -> list[tuple[Contribution, bool]]:
    """The duplicate's, each with whether the survivor has one to the same entry."""
    own = set(survivor.contributions.values_list("entry", flat=True))
    return [(one, one.entry_id in own) for one in duplicate.contributions.order_by("pk")]


CONTRIBUTIONS = Mover(
    gettext_lazy("Wkłady do sprawozdań"),
    frozenset({"reporting.Contribution.institution"}),
    preview_contributions,
    move_contributions,
    floor=2,
)
