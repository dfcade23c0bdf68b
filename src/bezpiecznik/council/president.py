"""What needs the president: exceptions only, one sentence each, with where it is from. Nothing here is a summary.

Parts without anything to say are left out, so that a quiet month is one sentence. No institution is ranked: names
stand in the alphabet.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import Meeting, Term
from bezpiecznik.core import clock
from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.evaluation.models import Evaluation, Grade, GradeValue, Recommendation
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.recipients import people_with
from bezpiecznik.institutions.rights import Right
from bezpiecznik.letters.models import Letter
from bezpiecznik.letters.states import LetterState
from bezpiecznik.motions import queries as motions
from bezpiecznik.plans.models import Milestone, ProgrammeState, Schedule, ScheduleKind, StatutoryDate
from bezpiecznik.plans.timetable_queries import coming_statutory
from bezpiecznik.reporting.models import Packet, Period
from bezpiecznik.reporting.states import PacketState, PeriodState

AHEAD = timedelta(days=45)
"""How far the page looks to dates of the law and to the end of the Commission's term."""
MOST = 6
"""So many things of a kind have a sentence of their own; the rest is counted. The page stays one sheet of paper."""
LONGEST = 90
TROUBLE = (GradeValue.NO_REPORT, GradeValue.NOT_DONE)
WAITING = (PacketState.DRAFT, PacketState.TO_SIGN, PacketState.RETURNED)


@dataclass(frozen=True)
class Line:
    """One sentence, where it is from, and the act on it where there is one."""

    sentence: str
    source: str
    url: str = ""
    """Where the source is read; blank where the reader may not open it."""
    act: str = ""
    act_url: str = ""
    late: bool = False


@dataclass(frozen=True)
class Part:
    """One kind of thing; `key` names it in the page."""

    key: str
    title: str | Promise
    lines: tuple[Line, ...]


def parts(user: User) -> list[Part]:
    """Whatever needs the president today, by kind; kinds with nothing are left out."""
    today = clock.today()
    found = [Part(key, title, tuple(read(user, today))) for key, title, read in READERS]
    return [part for part in found if part.lines]


def to_decide(user: User, today: date) -> Iterator[Line]:
    """Motions, the most urgent first; whoever may decide has the act beside."""
    decides = rights_of(user).has(Right.DECIDE_MOTIONS)
    cards = motions.cards(motions.to_decide())
    for card in cards[:MOST]:
        motion = card.motion
        told = {"number": motion.number, "title": motion.title, "who": motion.institution.short}
        left = f": {card.clock.sentence}" if card.clock else ""
        yield Line(
            _("Wniosek %(number)s „%(title)s” (%(who)s)") % told + f"{left}.",
            _("rejestr wniosków"),
            motion.get_absolute_url(),
            _("Rozstrzygnij") if decides else "",
            reverse("motions:decide", args=(motion.pk,)) if decides else "",
            late=bool(card.clock and card.clock.late),
        )
    yield from _rest(len(cards), _("wniosek,wnioski,wniosków"), _("rejestr wniosków"), reverse("motions:list"))


def _rest(n: int, words: str, source: str, url: str) -> Iterator[Line]:
    if (left := n - MOST) > 0:
        yield Line(_("I jeszcze %(n)s %(words)s.") % {"n": left, "words": forms(left, words)}, source, url)


def in_trouble(_user: User, today: date) -> Iterator[Line]:
    """Actions that the newest evaluation found without a report or not done, and what passed its day."""
    evaluation = Evaluation.objects.settled().select_related("programme").order_by("-year").first()
    if evaluation:
        yield from _graded(evaluation)
    yield from _overdue_milestones(today)
    yield from _overdue_actions(today)


def _graded(evaluation: Evaluation) -> Iterator[Line]:
    grades = Grade.objects.filter(evaluation=evaluation, given__in=TROUBLE).in_document_order().with_action()
    found = list(grades.only("given", "undertaking__no", "undertaking__kind", "undertaking__area__no", "decided_by"))
    for value in TROUBLE:
        codes = [grade.undertaking.code for grade in found if grade.given == value]
        if codes:
            told = {
                "year": evaluation.year, "label": value.label, "n": len(codes), "codes": _some(codes),
                "words": forms(len(codes), _("działanie,działania,działań")),
            }  # fmt: skip
            yield Line(
                _("%(n)s %(words)s z oceną „%(label)s” za %(year)s r.: %(codes)s.") % told,
                _("ocena za %(year)s r.") % told,
                f"{evaluation.get_absolute_url()}?grade={value}",
            )


def _some(names: list[str]) -> str:
    """The first of them, and how many more there are."""
    more = len(names) - 2 * MOST
    shown = ", ".join(names[: 2 * MOST])
    return shown if more <= 0 else _("%(shown)s i %(more)s więcej") % {"shown": shown, "more": more}


def _overdue_milestones(today: date) -> Iterator[Line]:
    waiting = Milestone.objects.filter(
        done_on=None, dropped_because="", due_on__lt=today, undertaking__withdrawn_on=None,
        undertaking__programme__state=ProgrammeState.IN_FORCE,
    )  # fmt: skip
    found = list(waiting.select_related("undertaking__area").order_by("due_on", "pk"))
    for one in found[:MOST]:
        told = {"name": _short(one.name), "code": one.undertaking.code, "day": long_date(one.due_on)}
        yield Line(
            _("Kamień milowy „%(name)s” (działanie %(code)s) miał być osiągnięty %(day)s r.") % told,
            _("harmonogram działania %(code)s") % told,
            one.undertaking.get_absolute_url(),
            late=True,
        )
    url = f"{reverse('plans:timetable-list')}?state=overdue"
    yield from _rest(len(found), _("kamień milowy,kamienie milowe,kamieni milowych"), _("harmonogram"), url)


def _overdue_actions(today: date) -> Iterator[Line]:
    late = Schedule.objects.filter(
        kind=ScheduleKind.ONCE, completed_on=None, ends_on__lt=today, undertaking__withdrawn_on=None,
        undertaking__programme__state=ProgrammeState.IN_FORCE,
    )  # fmt: skip
    found = list(late.select_related("undertaking__area").order_by("ends_on", "pk"))
    for one in found[:MOST]:
        assert one.ends_on is not None  # noqa: S101 (the filter asks for it; tells the type checker)
        told = {
            "code": one.undertaking.code, "wording": _short(one.undertaking.wording), "day": long_date(one.ends_on),
        }  # fmt: skip
        yield Line(
            _("Działanie %(code)s „%(wording)s” miało się skończyć %(day)s r.") % told,
            _("harmonogram działania %(code)s") % told,
            one.undertaking.get_absolute_url(),
            late=True,
        )
    url = f"{reverse('plans:timetable-list')}?state=overdue"
    yield from _rest(len(found), _("działanie,działania,działań"), _("harmonogram"), url)


def silent(_user: User, today: date) -> Iterator[Line]:
    """Institutions from which nothing came, in the newest period that is closed or whose last day has passed."""
    passed = Q(grace_until__lt=today) | Q(grace_until=None, due_on__lt=today)
    ended = Period.objects.filter(Q(state=PeriodState.CLOSED) | Q(passed, state=PeriodState.OPEN))
    period = ended.order_by("-due_on", "-pk").first()
    if period is None:
        return
    asked = Packet.objects.asked().filter(period=period)
    missing = asked.filter(state__in=WAITING, submitted_at=None)
    names = [body.short for body in Institution.objects.filter(pk__in=missing.values("institution")).in_polish_order()]
    if not names:
        return
    told = {"n": len(names), "of": asked.count(), "period": str(period), "names": _some(names)}
    yield Line(
        _("Bez sprawozdania za %(period)s r.: %(n)s z %(of)s podmiotów: %(names)s.") % told,
        _("macierz sprawozdań"),
        reverse("reporting:matrix", args=(period.pk,)),
    )


def by_law(_user: User, today: date) -> Iterator[Line]:
    """Statutory dates ahead, and the end of the Commission's term."""
    for one in coming_statutory(StatutoryDate.objects.active()):
        if one.day and one.day <= today + AHEAD:
            days = (one.day - today).days
            left = _("dziś") if not days else f"{_('za')} {days} {forms(days, _('dzień,dni,dni'))}"
            told = {"name": one.row.name, "day": long_date(one.day), "left": left}
            yield Line(_("%(name)s: do %(day)s r. (%(left)s).") % told, one.row.source, reverse("plans:statutory"))
    term = Term.objects.filter(starts_on__lte=today).order_by("-starts_on").first()
    if term and term.ends_on <= today + AHEAD:
        late = term.ends_on < today
        sentence = (
            _("Kadencja Komisji skończyła się %(day)s r.") if late else _("Kadencja Komisji kończy się %(day)s r.")
        )
        yield Line(
            sentence % {"day": long_date(term.ends_on)}, term.act or _("skład Komisji"), term.get_absolute_url(),
            late=late,
        )  # fmt: skip


def to_sign(user: User, _today: date) -> Iterator[Line]:
    """Letters with a number that the president signs and that nobody has noted as sent."""
    names = [person.get_full_name() for person in people_with(Right.DECIDE_MOTIONS)]
    own = Q(signatory__in=names) | Q(signatory_function__istartswith="Prezydent") | Q(
        signatory_function__istartswith="Starosta"
    )  # fmt: skip
    waiting = Letter.objects.filter(own, state=LetterState.NUMBERED).select_related("document", "institution", "case")
    found = list(waiting.defer("document__snapshot").order_by("pk"))
    opens = rights_of(user).has(Right.MANAGE_LETTERS)
    for letter in found[:MOST]:
        told = {"number": letter.document.number if letter.document else "", "subject": _short(letter.subject)}
        sign = letter.case.sign if letter.case else ""
        yield Line(
            _("Pismo %(number)s w sprawie %(subject)s") % told + f" ({letter.institution.short}).",
            _("sprawa %(sign)s") % {"sign": sign},
            letter.get_absolute_url() if opens else "",
        )
    yield from _rest(len(found), _("pismo,pisma,pism"), _("rejestr pism"), reverse("letters:list") if opens else "")


def recommended(_user: User, today: date) -> Iterator[Line]:
    """Recommendations of evaluations whose day has passed."""
    found = list(Recommendation.objects.overdue(today).with_subject().order_by("due_on", "pk"))
    for one in found[:MOST]:
        assert one.due_on is not None  # noqa: S101 (the filter asks for it; tells the type checker)
        told = {"text": _short(one.text), "year": one.year, "no": one.no, "day": long_date(one.due_on)}
        yield Line(
            _("„%(text)s”: termin minął %(day)s r.") % told,
            _("zalecenie %(no)s z oceny za %(year)s r.") % told,
            one.get_absolute_url(),
            late=True,
        )
    yield from _rest(len(found), _("zalecenie,zalecenia,zaleceń"), _("zalecenia"), reverse("evaluation:list"))


def next_meeting(_user: User, _today: date) -> Iterator[Line]:
    """The Commission's next meeting: the president chairs it."""
    meeting = Meeting.objects.coming().filter(starts_at__gte=clock.now()).first()
    if meeting:
        told = {
            "number": meeting.number, "day": long_date(meeting.local.date()), "hour": f"{meeting.local:%H:%M}",
            "place": meeting.place,
        }  # fmt: skip
        yield Line(
            _("Posiedzenie nr %(number)s: %(day)s r., godz. %(hour)s, %(place)s.") % told,
            _("sprawy Komisji"),
            meeting.get_absolute_url(),
        )


def _short(text: str) -> str:
    return str(Truncator(text.strip().rstrip(".")).chars(LONGEST))


Reader = Callable[[User, date], Iterator[Line]]
READERS: tuple[tuple[str, str | Promise, Reader], ...] = (
    ("wnioski", gettext_lazy("Wnioski do rozstrzygnięcia"), to_decide),
    ("podpis", gettext_lazy("Pisma, które czekają na podpis"), to_sign),
    ("klopoty", gettext_lazy("Działania zagrożone"), in_trouble),
    ("milczenie", gettext_lazy("Podmioty, które nie przesłały sprawozdania"), silent),
    ("zalecenia", gettext_lazy("Zalecenia po terminie"), recommended),
    ("ustawa", gettext_lazy("Terminy najbliższych 45 dni"), by_law),
    ("posiedzenie", gettext_lazy("Najbliższe posiedzenie Komisji"), next_meeting),
)
