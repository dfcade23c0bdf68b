"""What must hold at any moment of the reporting cycle. Each check reads the database and gives a sentence a fault.

Nothing here asks services or queries for their opinion where it can count by itself: it is the second opinion.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Subquery

from bezpiecznik.core import clock
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.core.holidays import is_day_off
from bezpiecznik.demo.simulation.memory import Memory
from bezpiecznik.reporting import closing, queries
from bezpiecznik.reporting.models import (
    Entry,
    Obligation,
    Packet,
    PacketTransition,
    PacketVersion,
    Period,
    Reminder,
    Snapshot,
)
from bezpiecznik.reporting.states import NEXT, UNDONE, PacketState, PeriodState

Check = Callable[[Memory], Iterator[str]]
SENT = (PacketState.SUBMITTED, PacketState.ACCEPTED)


def violations(memory: Memory) -> list[str]:
    """A sentence for each thing that does not hold now; the memory is brought up to date by the way."""
    return [sentence for check in CHECKS for sentence in check(memory)]


def none_lost(memory: Memory) -> Iterator[str]:
    """Whoever was asked once stays on record: rows are withdrawn, never removed or turned into another duty."""
    rows = {pk: (period, duty) for pk, period, duty in _obligations("pk", "period_id", "responsibility_id")}
    for pk, was in memory.obligations.items():
        if pk not in rows:
            yield f"Obowiązek {pk} zniknął."
        elif rows[pk] != was:
            yield f"Obowiązek {pk} dotyczy teraz czego innego."
    memory.obligations |= rows


def nobody_forgotten(_memory: Memory) -> Iterator[str]:
    """Every duty that an open period asks about has its obligation, in force or withdrawn with a reason."""
    for period in Period.objects.filter(state=PeriodState.OPEN):
        lacking = queries.duties_in(period).exclude(obligations__period=period).count()
        if lacking:
            yield f"Okres {period}: {lacking} odpowiedzialności bez obowiązku."


def none_doubled(_memory: Memory) -> Iterator[str]:
    """One obligation in force for an institution, an undertaking and a role in a period."""
    keys = ("period_id", "responsibility__undertaking_id", "responsibility__institution_id", "responsibility__role")
    doubled = Obligation.objects.in_force().values(*keys).annotate(n=Count("pk")).filter(n__gt=1)
    for row in doubled:
        yield f"Podwójny obowiązek: {row}."


def each_has_its_entry(_memory: Memory) -> Iterator[str]:
    """What somebody answers for has a place to answer in, one; it stands in a packet of the same period."""
    without = Obligation.objects.filter(packet__isnull=False, entry=None).count()
    if without:
        yield f"Obowiązki bez wpisu: {without}."
    if astray := Obligation.objects.exclude(packet=None).exclude(packet__period=F("period")).count():
        yield f"Obowiązki w sprawozdaniu innego okresu: {astray}."


def withdrawn_say_why(_memory: Memory) -> Iterator[str]:
    silent = Obligation.objects.exclude(withdrawn_at=None).filter(withdrawn_because="").count()
    if silent:
        yield f"Obowiązki wycofane bez powodu: {silent}."


def states_follow_the_table(memory: Memory) -> Iterator[str]:
    """Each change is allowed, begins where the one before ended, and the packet stands where the last one ended."""
    course: dict[int, str] = {}
    steps = PacketTransition.objects.order_by("pk").values_list("packet_id", "from_state", "to_state")
    for packet, before, after in steps:
        if course.get(packet, PacketState.DRAFT) != before:
            yield f"Sprawozdanie {packet}: zmiana zaczyna się od „{before}”, a było „{course.get(packet)}”."
        if PacketState(after) not in NEXT[PacketState(before)] | UNDONE.get(PacketState(before), frozenset()):
            yield f"Sprawozdanie {packet}: niedozwolona zmiana {before} → {after}."
        course[packet] = after
    for pk, state in Packet.objects.values_list("pk", "state"):
        if course.get(pk, PacketState.DRAFT) != state:
            yield f"Sprawozdanie {pk} jest w stanie „{state}” bez śladu, jak do niego doszło."
    count = PacketTransition.objects.count()
    if count < memory.transitions:
        yield "Zniknęły zmiany stanów sprawozdań."
    memory.transitions = count


def versions_are_kept(memory: Memory) -> Iterator[str]:
    """As many versions as submissions, numbered from one, none changed since it was first seen."""
    submissions = PacketTransition.objects.filter(to_state=PacketState.SUBMITTED).exclude(
        from_state=PacketState.ACCEPTED  # an acceptance taken back
    )
    sent = Counter(submissions.values_list("packet_id", flat=True))
    kept: dict[int, list[int]] = {}
    rows = PacketVersion.objects.order_by("packet_id", "no")
    seen: dict[int, str] = {}
    for version in rows.iterator():
        kept.setdefault(version.packet_id, []).append(version.no)
        known = memory.versions.get(version.pk)
        if known is None and digest(as_text(version.content)) != version.sha256:
            yield f"Wersja {version.pk} nie zgadza się ze swoim skrótem."
        if known is not None and known != version.sha256:
            yield f"Wersja {version.pk} zmieniła się po złożeniu."
        seen[version.pk] = version.sha256
    if lost := set(memory.versions) - set(seen):
        yield f"Zniknęły wersje: {sorted(lost)}."
    for packet, numbers in kept.items():
        if numbers != list(range(1, sent[packet] + 1)):
            yield f"Sprawozdanie {packet}: wersje {numbers}, złożeń {sent[packet]}."
    memory.versions |= seen


def sent_is_complete(_memory: Memory) -> Iterator[str]:
    """In what was accepted nothing is left unsaid: each entry of the last version has a fact or a reason."""
    last: dict[int, PacketVersion] = {}
    for version in PacketVersion.objects.filter(packet__state=PacketState.ACCEPTED).order_by("no").iterator():
        last[version.packet_id] = version
    for packet, version in last.items():
        if unsaid := [entry["code"] for entry in version.content["entries"] if not entry["complete"]]:
            yield f"Przyjęte sprawozdanie {packet} nie opisuje: {unsaid}."


def frozen_stay(memory: Memory) -> Iterator[str]:
    """A closed period has its copy; the copy agrees with its hash and is the one first seen; nothing in it moves."""
    if closed := Period.objects.filter(state=PeriodState.CLOSED, snapshot=None).count():
        yield f"Zamknięte okresy bez migawki: {closed}."
    for snapshot in Snapshot.objects.select_related("period"):
        known = memory.snapshots.setdefault(snapshot.period_id, snapshot.sha256)
        if not closing.is_whole(snapshot) or snapshot.sha256 != known:
            yield f"Migawka okresu {snapshot.period} zmieniła się."
    stood = _obligations("pk", "withdrawn_at", period__state=PeriodState.CLOSED)
    for pk, withdrawn_at in stood:
        was = memory.withdrawn_in_closed.setdefault(pk, withdrawn_at is not None)
        if was != (withdrawn_at is not None):
            yield f"Obowiązek {pk} zmienił się w zamkniętym okresie."


def counts_add_up(memory: Memory) -> Iterator[str]:
    """The matrix, the list of periods and the frozen copy tell the same numbers as the rows themselves."""
    today = clock.today()
    listed = {period.pk: vars(period) for period in queries.with_packets_counted(Period.objects.all())}
    for period in Period.objects.exclude(state=PeriodState.PLANNED).exclude(pk__in=memory.counted).order_by("pk"):
        in_force = Obligation.objects.in_force().filter(period=period)
        matrix = queries.matrix(period, {}, today=today)
        rows = sum(row.total for row in matrix.rows)
        if matrix.total != rows or rows != in_force.count():
            yield f"Okres {period}: macierz liczy {matrix.total}, wiersze {rows}, obowiązków {in_force.count()}."
        expected, received, accepted = (listed[period.pk][name] for name in ("expected", "received", "accepted"))
        asked = in_force.exclude(packet=None).values("packet").distinct().count()
        if not accepted <= received <= expected == asked:
            yield f"Okres {period}: {expected=}, {received=}, {accepted=}, sprawozdań {asked}."
    for snapshot in Snapshot.objects.exclude(period__in=memory.counted).select_related("period"):
        yield from _frozen_counts(snapshot)
        memory.counted.add(snapshot.period_id)


def _frozen_counts(snapshot: Snapshot) -> Iterator[str]:
    content = closing.read(snapshot)
    of_actions = [report for area in content["areas"] for action in area["actions"] for report in action["reports"]]
    of_initiatives = [report for initiative in content["initiatives"] for report in initiative["reports"]]
    told = content["completeness"]["obligations"], content["initiatives_completeness"]["obligations"]
    for reports, count in zip((of_actions, of_initiatives), told, strict=True):
        owed = [report for report in reports if report["reporter"]]
        received = sum(report["reported"] for report in owed)
        if count["expected"] != len(owed) or count["received"] != received:
            yield f"Migawka {snapshot.period}: {count} przy {len(owed)} obowiązkach i {received} odpowiedziach."
    frozen = len(of_actions) + len(of_initiatives)
    kept = Obligation.objects.in_force().filter(period=snapshot.period_id).count()
    if frozen != kept:
        yield f"Migawka {snapshot.period}: {frozen} wpisów, a obowiązków {kept}."


def reminders_stop(_memory: Memory) -> Iterator[str]:
    """No step is taken twice about one deadline, none on a day off, none after the institution has answered."""
    steps = Counter(Reminder.objects.exclude(step=None).values_list("packet_id", "step_id", "due_on"))
    if doubled := [key for key, n in steps.items() if n > 1]:
        yield f"Powtórzone przypomnienia: {doubled}."
    for reminder in Reminder.objects.filter(by=None).select_related("packet"):
        if is_day_off(clock.day_of(reminder.at)):
            yield f"Przypomnienie {reminder.pk} wysłano w dniu wolnym."
    answered = PacketTransition.objects.filter(
        packet=OuterRef("packet"), at__lte=OuterRef("at"), to_state__in=PacketState.values
    ).order_by("-pk")
    late = Reminder.objects.filter(by=None).annotate(stood=Subquery(answered.values("to_state")[:1]))
    if after := list(late.filter(stood__in=SENT).values_list("pk", flat=True)):
        yield f"Przypomnienia wysłane po złożeniu: {after}."


def entries_have_their_past(_memory: Memory) -> Iterator[str]:
    """An entry saved more than once has kept what stood there before."""
    kept = Entry.history.filter(id=OuterRef("pk"))
    if without := Entry.objects.filter(~Exists(kept), version__gt=1).count():
        yield f"Wpisy zmieniane bez historii: {without}."


def _obligations(*fields: str, **conditions: Any) -> Iterator[tuple[Any, ...]]:
    return Obligation.objects.filter(**conditions).values_list(*fields).iterator()


CHECKS: tuple[Check, ...] = (
    none_lost, nobody_forgotten, none_doubled, each_has_its_entry, withdrawn_say_why, states_follow_the_table,
    versions_are_kept, sent_is_complete, frozen_stay, counts_add_up, reminders_stop,
    entries_have_their_past,
)  # fmt: skip
