"""Writes of the composition: the Commission, its terms, who comes and who leaves, mended mistakes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission import options
from bezpiecznik.commission.events import Event
from bezpiecznik.commission.models import Commission, Membership, SeatKind, Task, Term
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.states import EndReason
from bezpiecznik.commission.terms import end_of
from bezpiecznik.core import journal
from bezpiecznik.core.fieldhistory import sign
from bezpiecznik.core.polish import counted
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans import statutory
from bezpiecznik.plans.models import StatutoryDate

Row = TypeVar("Row", Commission, Membership)
CALENDAR = "commission-term"
"""The date of the statutory calendar that follows the term."""


@dataclass(frozen=True)
class Person:
    """Who takes a seat, as the act of appointment names them."""

    kind: str
    name: str
    function: str = ""
    institution: Institution | None = None
    user: User | None = None
    email: str = ""
    basis: str = ""
    of_other_unit: bool = False


@transaction.atomic
def create_commission(
    *, name: str, created_on: date, created_by_act: str, by: User, joint_with: str = ""
) -> Commission:
    """Enter the Commission: its name, the act that created it, and with whom it is joint."""
    commission = Commission(name=name, created_on=created_on, created_by_act=created_by_act, joint_with=joint_with)
    sign(commission, by=by)
    commission.full_clean()
    commission.save()
    journal.record(Event.CREATED, commission, by=by, act=created_by_act)
    return commission


@transaction.atomic
def change_commission(commission: Commission, *, by: User, **said: Any) -> Commission:
    """Correct what is said of the Commission; saving the same changes nothing."""
    held = Commission.objects.select_for_update().get(pk=commission.pk)
    return _changed(held, said, Event.CHANGED, by=by)


@transaction.atomic
def start_term(
    commission: Commission, *, starts_on: date, by: User, act: str = "", ends_on: date | None = None, reason: str = ""
) -> Term:
    """A term of as many years as the statute says; another end needs a reason. The calendar follows it."""
    Commission.objects.select_for_update().get(pk=commission.pk)
    usual = end_of(starts_on, options.TERM_YEARS.value())
    moved = ends_on is not None and ends_on != usual
    if moved and not reason.strip():
        raise Refused(_("Kadencja o innej długości niż ustawowa wymaga podania powodu."))
    last = ends_on or usual
    if commission.terms.filter(starts_on__lte=last, ends_on__gte=starts_on).exists():
        raise Refused(_("W tych dniach trwa inna kadencja. Nowa może zacząć się dzień po jej końcu."))
    term = Term(
        commission=commission, starts_on=starts_on, ends_on=last, act=act, moved_because=reason.strip() if moved else ""
    )
    sign(term, by=by)
    term.full_clean()
    term.save()
    journal.record(Event.TERM_STARTED, term, by=by, act=act, note=term.moved_because)
    _tell_calendar(term, by=by)
    return term


@transaction.atomic
def move_end(term: Term, *, ends_on: date, reason: str, by: User) -> Term:
    """Another last day of the term, with the reason. Raises Refused where it would meet the next one."""
    held = Term.objects.select_for_update().select_related("commission").get(pk=term.pk)
    if not reason.strip():
        raise Refused(_("Podaj powód: kadencję skraca się albo wydłuża tylko wyjątkowo."))
    years = options.TERM_YEARS.value()
    if ends_on > end_of(held.starts_on, years + 1):
        told = {"years": counted(years, "rok,lata,lat")}
        raise Refused(_("Kadencja trwa %(years)s; wydłuża się ją najwyżej o rok.") % told)
    others = held.commission.terms.exclude(pk=held.pk)
    if others.filter(starts_on__lte=ends_on, ends_on__gte=held.starts_on).exists():
        raise Refused(_("W tych dniach trwa już następna kadencja."))
    if ends_on == held.ends_on:
        return held
    before, held.ends_on, held.moved_because = held.ends_on, ends_on, reason.strip()
    sign(held, by=by)
    held.full_clean()
    held.save()
    journal.record(
        Event.TERM_MOVED, held, by=by, note=held.moved_because, changed={"ends_on": [str(before), str(ends_on)]}
    )
    _tell_calendar(held, by=by)
    return held


def _tell_calendar(term: Term, *, by: User) -> None:
    """The statutory calendar counts from the latest term; a last day other than usual is told it as such."""
    if term.commission.terms.filter(starts_on__gt=term.starts_on).exists():
        return
    if row := StatutoryDate.objects.filter(slug=CALENDAR).first():
        years = options.TERM_YEARS.value()
        ends_on = None if term.ends_on == end_of(term.starts_on, years) else term.ends_on
        statutory.change_statutory_date(row, by=by, starts_on=term.starts_on, years=years, ends_on=ends_on)


@transaction.atomic
def appoint(term: Term, person: Person, *, since: date, by: User, follows: Membership | None = None) -> Membership:
    """Give the person a seat. A substitute names whom it follows, and sits to the end of the term."""
    held = Term.objects.select_for_update().select_related("commission").get(pk=term.pk)
    _refuse_seat(held, person, since, follows)
    return _seat(held, person, since=since, by=by, follows=follows)


def _seat(term: Term, person: Person, *, since: date, by: User, follows: Membership | None = None) -> Membership:
    member = Membership(term=term, since=since, follows=follows, **vars(person))
    sign(member, by=by)
    member.full_clean()
    member.save()
    journal.record(Event.APPOINTED, member, by=by, seat=str(member.get_kind_display()), since=str(since))
    return member


def _refuse_seat(term: Term, person: Person, since: date, follows: Membership | None) -> None:
    if not term.starts_on <= since <= term.ends_on:
        raise Refused(_("Ten dzień jest poza kadencją %(term)s.") % {"term": term})
    if person.kind == SeatKind.CO_CHAIR and not term.commission.is_joint:
        raise Refused(_("Współprzewodniczący jest tylko w Komisji wspólnej miasta i powiatu."))
    if person.kind in {SeatKind.CHAIR, SeatKind.CO_CHAIR}:
        _refuse_second(term, person.kind, since)
    if follows is not None:
        _refuse_substitute(term, person, since, follows)


def _refuse_second(term: Term, kind: str, since: date) -> None:
    """Nobody else in that seat from the day on."""
    there = term.memberships.filter(kind=kind).filter(Q(until=None) | Q(until__gte=since)).first()
    if there:
        raise Refused(_("To miejsce zajmuje %(name)s. Najpierw zakończ ten udział.") % {"name": there.name})


def _refuse_substitute(term: Term, person: Person, since: date, follows: Membership) -> None:
    if follows.term_id != term.pk or follows.kind != person.kind:
        raise Refused(_("Następca zajmuje to samo miejsce w tej samej kadencji."))
    if follows.until is None or since <= follows.until:
        raise Refused(_("Najpierw zakończ udział osoby, w której miejsce wchodzi następca."))


@transaction.atomic
def end_membership(member: Membership, *, until: date, ended_by: str, because: str, by: User) -> Membership:
    """The last day of a member, and why. A recall needs its important reasons in writing."""
    held = Membership.objects.select_for_update().get(pk=member.pk)
    term = Term.objects.get(pk=held.term_id)
    if held.until is not None:
        raise Refused(_("Ten udział już się skończył."))
    if ended_by == EndReason.RECALLED and not because.strip():
        raise Refused(_("Odwołać przed końcem kadencji można tylko z ważnych powodów, podanych na piśmie."))
    if ended_by == EndReason.MANDATE and held.kind != SeatKind.COUNCILLOR:
        raise Refused(_("Z mandatem kończy się udział radnego; wybierz inny powód."))
    if not held.since <= until <= term.ends_on:
        raise Refused(_("Ostatni dzień musi przypadać w czasie udziału i kadencji."))
    held.until, held.ended_by, held.ended_because = until, ended_by, because.strip()
    sign(held, by=by)
    held.full_clean()
    held.save()
    journal.record(
        Event.ENDED, held, by=by, reason=str(held.get_ended_by_display()), until=str(until), note=held.ended_because
    )
    return held


@transaction.atomic
def correct_member(member: Membership, *, by: User, **said: Any) -> Membership:
    """Mend what was written wrong; the old wording stays in history. Saving the same changes nothing."""
    held = Membership.objects.select_for_update().get(pk=member.pk)
    term = Term.objects.select_related("commission").get(pk=held.term_id)
    since, until = said.get("since", held.since), said.get("until", held.until)
    if since < term.starts_on or (until or since) > term.ends_on:
        raise Refused(_("Ten dzień jest poza kadencją %(term)s.") % {"term": term})
    kind = said.get("kind", held.kind)
    if kind in {SeatKind.CHAIR, SeatKind.CO_CHAIR}:
        others = term.memberships.filter(kind=kind).exclude(pk=held.pk)
        overlap = others.filter(Q(until=None) | Q(until__gte=since))
        if (overlap.filter(since__lte=until) if until else overlap).exists():
            raise Refused(_("W tym czasie to miejsce zajmuje inna osoba."))
    return _changed(held, said, Event.CORRECTED, by=by)


@transaction.atomic
def remove_member(member: Membership, *, because: str, by: User) -> None:
    """Take out a row entered by mistake; whoever really sat is ended, not removed."""
    held = Membership.objects.select_for_update().get(pk=member.pk)
    if held.followed_by.exists():
        raise Refused(_("W miejsce tej osoby wszedł następca: wpisu nie da się usunąć."))
    if held.attendance.exists() or Task.objects.filter(membership=held).exists():
        raise Refused(_("Ta osoba jest na liście posiedzenia albo ma zadanie: zakończ udział zamiast go usuwać."))
    if not because.strip():
        raise Refused(_("Podaj, na czym polegała pomyłka."))
    journal.record(
        Event.REMOVED, held, by=by, note=because.strip(), seat=str(held.get_kind_display()), since=str(held.since)
    )
    sign(held, by=by)
    held.delete()


@transaction.atomic
def start_next_term(
    commission: Commission, *, starts_on: date, people: Iterable[Person], by: User, act: str = "",
    ends_on: date | None = None, reason: str = "",
) -> Term:  # fmt: skip
    """A new term with these people in it from its first day: who stays was chosen from the former composition."""
    term = start_term(commission, starts_on=starts_on, by=by, act=act, ends_on=ends_on, reason=reason)
    for person in people:
        _refuse_seat(term, person, starts_on, None)
        _seat(term, person, since=starts_on, by=by)
    return term


def proposal(term: Term) -> list[Membership]:
    """Who sat at the end of the term: what the next composition may begin with. Reads only."""
    return list(term.memberships.on(term.ends_on).select_related("institution", "user").order_by("pk"))


def person_of(member: Membership) -> Person:
    """The member as one who might sit again."""
    return Person(
        kind=member.kind, name=member.name, function=member.function, institution=member.institution,
        user=member.user, email=member.email, of_other_unit=member.of_other_unit,
    )  # fmt: skip


def day_after(term: Term) -> date:
    """The first day on which the next term may begin."""
    return term.ends_on + timedelta(days=1)


def _changed(held: Row, said: dict[str, Any], event: Event, *, by: User) -> Row:
    before = {name: getattr(held, name) for name in said}
    changed = {name: [_word(before[name]), _word(value)] for name, value in said.items() if before[name] != value}
    if not changed:
        return held
    for name, value in said.items():
        setattr(held, name, value)
    sign(held, by=by)
    held.full_clean()
    held.save()
    journal.record(event, held, by=by, changed=changed)
    return held


def _word(value: Any) -> str:
    return "" if value is None else str(value)
