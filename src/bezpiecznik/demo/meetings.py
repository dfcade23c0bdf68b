"""Meetings of the demonstration's Commission: made-up talks, opinions and tasks of 2021-2023, and one to come."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bezpiecznik.accounts.models import User
from bezpiecznik.commission import meeting_documents
from bezpiecznik.commission.meeting_states import Answer, MeetingMode, OpinionKind, Position, Presence
from bezpiecznik.commission.models import AgendaItem, Commission, Meeting, Task
from bezpiecznik.commission.proposal_sources import waiting
from bezpiecznik.commission.services import agenda, inviting, meetings, minutes, outcomes, session, tasks
from bezpiecznik.commission.services.session import Seen
from bezpiecznik.core import clock, jobs
from bezpiecznik.demo.cycle import WARSAW, day
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.institutions.models import Institution

PLACE = "Urząd Miasta, Rynek 1, sala konferencyjna"
MADE_UP = "(zapis zmyślony na potrzeby demonstracji)"
Point = tuple[OpinionKind | None, str, str, str]
"""Kind of opinion (None: none), title, what was said, what the opinion says or what was settled."""
HELD: tuple[tuple[date, tuple[Point, ...]], ...] = (
    (date(2021, 4, 22), (
        (OpinionKind.SERVICES, "Praca Policji i innych służb w 2020 r.", "Komendanci przedstawili dane za 2020 r.",
         "Komisja pozytywnie ocenia pracę służb i prosi o wspólne dyżury w okolicach dworca."),
        (OpinionKind.THREATS, "Ocena zagrożeń porządku publicznego w 2020 r.", "Omówiono wpływ epidemii na zgłoszenia.",
         "Najwięcej uwagi wymagają oszustwa wobec seniorów i przemoc w rodzinie."),
    )),
    (date(2021, 11, 18), (
        (OpinionKind.BUDGET, "Projekt budżetu na 2022 r. w zakresie bezpieczeństwa", "Skarbnik omówił projekt.",
         "Komisja pozytywnie opiniuje projekt i prosi o środki na wymianę kamer monitoringu."),
        (None, "Organizacja zimowej pomocy osobom bezdomnym", "MOPR przedstawił plan dyżurów.",
         "Straż Miejska i MOPR uzgodnią wspólne patrole."),
    )),
    (date(2022, 2, 17), (
        (OpinionKind.SERVICES, "Praca Policji i innych służb w 2021 r.", "Służby przedstawiły informacje za 2021 r.",
         "Komisja przyjmuje informacje i pozytywnie ocenia współpracę służb."),
        (OpinionKind.THREATS, "Ocena zagrożeń porządku publicznego w 2021 r.", "Porównano dane z 2020 i 2021 r.",
         "Zagrożenia są zbliżone do poprzedniego roku; potrzebne są działania wobec hulajnóg na chodnikach."),
    )),
    (date(2022, 11, 17), (
        (OpinionKind.BUDGET, "Projekt budżetu na 2023 r. w zakresie bezpieczeństwa", "Skarbnik omówił projekt.",
         "Komisja pozytywnie opiniuje projekt."),
        (OpinionKind.LOCAL_LAW, "Projekt uchwały o zakazie spożywania alkoholu w parku", "Radni zgłosili pytania.",
         "Komisja opiniuje projekt pozytywnie i prosi o oznakowanie terenu."),
    )),
    (date(2023, 2, 16), (
        (OpinionKind.SERVICES, "Praca Policji i innych służb w 2022 r.", "Służby przedstawiły informacje za 2022 r.",
         "Komisja pozytywnie ocenia pracę służb."),
        (OpinionKind.THREATS, "Ocena zagrożeń porządku publicznego w 2022 r.", "Omówiono bezpieczeństwo w szkołach.",
         "Potrzebne są stałe spotkania dzielnicowych z uczniami."),
        (OpinionKind.COOPERATION, "Program współdziałania Policji i Straży Miejskiej", "Przedstawiono projekt.",
         "Komisja pozytywnie opiniuje program."),
    )),
    (date(2023, 9, 21), (
        (OpinionKind.OTHER, "Bezpieczeństwo imprez plenerowych", "Organizatorzy omówili sezon letni.",
         "Komisja zaleca wcześniejsze uzgadnianie zabezpieczenia medycznego."),
        (None, "Przygotowanie projektu programu na następne lata", "Biuro omówiło harmonogram prac.",
         "Podmioty przekażą propozycje działań."),
    )),
    (date(2023, 11, 23), (
        (OpinionKind.BUDGET, "Projekt budżetu na 2024 r. w zakresie bezpieczeństwa", "Skarbnik omówił projekt.",
         "Komisja pozytywnie opiniuje projekt."),
        (OpinionKind.PROGRAMME, "Projekt programu zapobiegania przestępczości od 2024 r.", "Biuro omówiło projekt.",
         "Komisja przyjmuje projekt i prosi o przedłożenie go radzie."),
    )),
)  # fmt: skip
WITH_TASKS = {
    date(2021, 4, 22): ("KMP", "Przekazać dane o zdarzeniach w okolicach dworca", True),
    date(2021, 11, 18): ("SM", "Uzgodnić wspólne patrole z MOPR", True),
    date(2022, 2, 17): ("SM", "Przedstawić dane o hulajnogach na chodnikach", True),
    date(2022, 11, 17): ("", "Przekazać radzie opinię o projekcie uchwały", True),
    date(2023, 2, 16): ("KMP", "Podać terminy spotkań dzielnicowych w szkołach", False),
    date(2023, 9, 21): ("", "Zebrać propozycje działań do nowego programu", True),
}
"""Institution by its abbreviation (blank: the office), what to do, and whether it was done."""
CORRECTION = "W punkcie 2 dopisano zdanie o terminie następnej informacji."


def meet(*, by: User) -> None:
    """All meetings; nothing where there are some already, or where the Commission has no term on the day."""
    commission = Commission.objects.first()
    if commission is None or Meeting.objects.exists():
        return
    former: Meeting | None = None
    for number, (when, points) in enumerate(HELD):
        if when < clock.today() and commission.terms.filter(starts_on__lte=when, ends_on__gte=when).exists():
            former = _hold(commission, when, points, former=former, number=number, by=by)
    _plan_next(commission, by=by)


def _hold(
    commission: Commission, when: date, points: Iterable[Point], *, former: Meeting | None, number: int, by: User
) -> Meeting:
    with day(when - timedelta(days=21)):
        meeting = _planned(commission, when, by=by)
        if former:
            _adoption_first(meeting, former, by=by)
        for kind, title, _said, _words in points:
            agenda.add_item(meeting, title=title, opinion_kind=kind or "", referent="obsługa Komisji", by=by)
    with day(when - timedelta(days=12)):
        meeting = inviting.invite(meeting, by=by)
        for row in meeting.attendance.all():
            inviting.note_answer(row, answer=Answer.COMING, by=by)
    with day(when):
        meeting = session.open_session(meeting, by=by)
        _come(meeting, absent=number % 3, by=by)
        if former:
            _adopt(former, meeting.items.first(), number, by=by)
        for item, point in zip(meeting.items.all()[1 if former else 0 :], points, strict=True):
            _discuss(item, point, number, by=by)
        task = _set_task(meeting, when, by=by)
    with day(when, hour=12):
        meeting = session.close_session(meeting, by=by)
    if task:
        _do(task, when, by=by)
    return meeting


def _planned(commission: Commission, when: date, *, by: User) -> Meeting:
    starts_at = datetime.combine(when, time(10), WARSAW)
    mode = MeetingMode.REMOTE if when.year == 2021 else MeetingMode.ON_SITE
    link = "https://spotkania.example/komisja" if mode == MeetingMode.REMOTE else ""
    return meetings.plan_meeting(commission, starts_at=starts_at, place=PLACE, mode=mode, link=link, by=by)


def _adoption_first(meeting: Meeting, former: Meeting, *, by: User) -> None:
    proposals = waiting(meeting, clock.today())
    agenda.add_proposals(meeting, [one for one in proposals if one.key == f"minutes:{former.pk}"], by=by)


def _come(meeting: Meeting, *, absent: int, by: User) -> None:
    """All but the last voting members; so many are excused."""
    voting = [row.pk for row in meeting.attendance.voting()]
    excused = set(voting[len(voting) - absent :])
    everybody = meeting.attendance.values_list("pk", flat=True)
    seen = {key: Seen(Presence.EXCUSED if key in excused else Presence.PRESENT) for key in everybody}
    session.keep_attendance(meeting, seen, by=by)


def _adopt(former: Meeting, item: AgendaItem | None, number: int, *, by: User) -> None:
    assert item is not None  # noqa: S101 (the point was added first; tells the type checker)
    adopted = minutes.adopt_minutes(former, item, corrections=CORRECTION if number % 3 == 1 else "", by=by)
    _make(adopted.document)


def _discuss(item: AgendaItem, point: Point, number: int, *, by: User) -> None:
    kind, title, said, words = point
    session.write_item(item, discussion=f"{said} {MADE_UP}", decision="" if kind else words, version=1, by=by)
    if kind is None:
        return
    here = sum(row.votes and row.presence == Presence.PRESENT for row in item.meeting.attendance.all())
    against = 1 if number == 3 and kind == OpinionKind.LOCAL_LAW else 0
    vote = outcomes.record_vote(item, subject=title, in_favour=here - against, against=against, abstained=0, by=by)
    opinion = outcomes.give_opinion(
        item, kind=kind, subject=title, text=f"{words} {MADE_UP}", by=by, vote=vote,
        position=Position.REMARKS if "prosi" in words else Position.POSITIVE,
    )  # fmt: skip
    _make(outcomes.issue_opinion(opinion, issued_on=clock.today(), by=by).document)


def _set_task(meeting: Meeting, when: date, *, by: User) -> Task | None:
    if when not in WITH_TASKS:
        return None
    abbr, text, _done = WITH_TASKS[when]
    institution = Institution.objects.filter(abbr=abbr).first() if abbr else None
    item = meeting.items.last()
    assert item is not None  # noqa: S101 (no meeting is without points; tells the type checker)
    return tasks.set_task(item, text=text, due_on=when + timedelta(days=45), institution=institution, by=by)


def _do(task: Task, when: date, *, by: User) -> None:
    _abbr, _text, done = WITH_TASKS[when]
    if done:
        with day(when + timedelta(days=40)):
            tasks.close_task(task, done_on=clock.today(), note=f"Przekazano pismem {MADE_UP}.", by=by)


def _plan_next(commission: Commission, *, by: User) -> None:
    """Twenty days ahead: invited, with proposals on its agenda, a report among its papers, and a pack."""
    when = clock.today() + timedelta(days=20)
    if not commission.terms.filter(starts_on__lte=when, ends_on__gte=when).exists():
        return
    meeting = _planned(commission, when, by=by)
    agenda.add_proposals(meeting, waiting(meeting, clock.today())[:6], by=by)
    item = agenda.add_item(meeting, title="Sprawy różne", by=by)
    if report := Document.objects.filter(kind=DocumentKind.MINUTES).without_snapshot().order_by("-pk").first():
        agenda.add_document(item, report, by=by)
    meeting = inviting.invite(meeting, by=by)
    for row in list(meeting.attendance.exclude(membership__user__email__startswith="piotr."))[:4]:
        inviting.note_answer(row, answer=Answer.COMING, by=by)
    _make(meeting_documents.request_pack(meeting, issued_on=clock.today(), by=by))


def _make(document: Document | None) -> None:
    if document and document.job_id:
        jobs.run(str(document.job_id))
