"""Who sits in the Commission, on any day, and whether that is as the statute wants it."""

from dataclasses import dataclass
from datetime import date

from bezpiecznik.commission import options, statute
from bezpiecznik.commission.models import Commission, Membership, MembershipQuerySet, SeatKind, Term
from bezpiecznik.commission.statute import Count, Fault, SeatRule, Sitting
from bezpiecznik.commission.terms import TermClock, clock_of

ORDER = list(SeatKind)


def the_commission() -> Commission | None:
    """The Commission of the house: the last one created."""
    return Commission.objects.order_by("-created_on", "-pk").first()


def term_of(commission: Commission, day: date) -> Term | None:
    """The term that runs on the day; where none does, the last one that ended before it."""
    return commission.terms.filter(starts_on__lte=day).order_by("-starts_on").first()


def running_term(commission: Commission, day: date) -> Term | None:
    """The term that runs on the day; none in a gap between two."""
    term = term_of(commission, day)
    return term if term and day <= term.ends_on else None


def next_term(commission: Commission, day: date) -> Term | None:
    """The one that begins after the day."""
    return commission.terms.filter(starts_on__gt=day).order_by("starts_on").first()


def clock_on(term: Term, day: date) -> TermClock:
    return clock_of(term.starts_on, term.ends_on, day, soon=options.SOON.value(), very_soon=options.VERY_SOON.value())


def members_on(commission: Commission, day: date) -> MembershipQuerySet:
    """Who sits on the day; nobody between terms."""
    rows = Membership.objects.filter(term__commission=commission, term__starts_on__lte=day, term__ends_on__gte=day)
    return rows.on(day).select_related("institution", "user", "follows", "term")


def rules() -> list[SeatRule]:
    """What the statute wants, as the office has it."""
    return statute.rules_of(options.SEATS.value())


@dataclass(frozen=True)
class Seat:
    """One kind of seat on a page: who sits there, how many, and how many should."""

    kind: SeatKind
    members: list[Membership]
    wanted: int | None
    """None: the statute does not say how many."""
    source: str
    checked: bool

    @property
    def title(self) -> str:
        return statute.SHORT[self.kind]

    @property
    def is_met(self) -> bool:
        return self.wanted is None or len(self.members) == self.wanted


@dataclass(frozen=True)
class Composition:
    """The composition on a day: by seats, with what does not hold."""

    day: date
    seats: list[Seat]
    faults: list[Fault]
    wanted: int
    """So many members with a vote."""

    @property
    def members(self) -> list[Membership]:
        return [member for seat in self.seats for member in seat.members]

    @property
    def voting(self) -> int:
        return sum(member.votes for member in self.members)

    @property
    def unreachable(self) -> list[Membership]:
        """Who has neither an account nor an e-mail address."""
        return [member for member in self.members if not member.is_reachable]


def composition_on(commission: Commission, day: date) -> Composition:
    members = list(members_on(commission, day).order_by("of_other_unit", "since", "pk"))
    known, joint = rules(), commission.is_joint
    sitting = [Sitting(member.kind, member.of_other_unit) for member in members]
    counted = {count.rule.kind: count for count in statute.counts(sitting, known, joint=joint)}
    seats = [_seat(kind, members, counted.get(kind)) for kind in ORDER]
    shown = [seat for seat in seats if seat.members or seat.wanted or seat.kind == SeatKind.ADVISORY]
    return Composition(day, shown, statute.faults(sitting, known, joint=joint), statute.size(known, joint=joint))


def _seat(kind: SeatKind, members: list[Membership], count: Count | None) -> Seat:
    here = [member for member in members if member.kind == kind]
    if count is None:
        return Seat(kind, here, None, "", True)
    return Seat(kind, here, count.wanted, count.rule.source, count.rule.checked)


def former_members(term: Term, day: date) -> MembershipQuerySet:
    """Who left during the term before the day, the last first."""
    rows = Membership.objects.filter(term=term, until__lt=day)
    return rows.select_related("institution", "term", "follows").order_by("-until", "-pk")


def memberships_in(commission: Commission, first: date, last: date) -> MembershipQuerySet:
    """Everybody who sat at some time between the days, in the order of seats."""
    rows = Membership.objects.filter(
        term__commission=commission, since__lte=last, term__starts_on__lte=last, term__ends_on__gte=first
    ).exclude(until__lt=first)
    return rows.select_related("institution", "term", "follows")
