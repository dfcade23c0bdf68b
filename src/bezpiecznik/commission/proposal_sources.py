"""What the room itself proposes for the agenda: late reports, bad grades, the budget, the programme, minutes, tasks."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.commission import proposals
from bezpiecznik.commission.meeting_options import BUDGET_FROM, SERVICES_UNTIL
from bezpiecznik.commission.meeting_states import MeetingState, OpinionKind
from bezpiecznik.commission.models import AgendaItem, Meeting, Task
from bezpiecznik.commission.papers.exceptions import bad_grades, last_evaluation, late_packets
from bezpiecznik.commission.proposals import Proposal
from bezpiecznik.core.polish import forms
from bezpiecznik.plans.models import Programme

NAMED = 6
"""So many bodies are named; of more only the number is told."""


def register() -> None:
    for source in (former_minutes, overdue_tasks, past_year, evaluation, late_reports, budget, programme):
        proposals.register(source)


def former_minutes(_today: date) -> Iterator[Proposal]:
    """Minutes that wait to be adopted, the oldest first."""
    for meeting in Meeting.objects.filter(state=MeetingState.HELD).order_by("starts_at"):
        told = {"no": meeting.number, "day": f"{meeting.local:%d.%m.%Y}"}
        yield Proposal(
            f"minutes:{meeting.pk}",
            _("Przyjęcie protokołu posiedzenia nr %(no)s") % told,
            _("Posiedzenie odbyło się %(day)s, a protokół nie jest jeszcze przyjęty.") % told,
            url=meeting.get_absolute_url(),
        )


def overdue_tasks(today: date) -> Iterator[Proposal]:
    """Tasks that nobody closed in time, together."""
    late = list(Task.objects.overdue(today).order_by("due_on")[:NAMED])
    if not late:
        return
    n = Task.objects.overdue(today).count()
    words = forms(n, _("zadanie,zadania,zadań"))
    yield Proposal(
        f"tasks:{today:%Y-%m}",
        _("Zadania z poprzednich posiedzeń, których termin minął"),
        _("%(n)s %(words)s po terminie: %(texts)s.")
        % {"n": n, "words": words, "texts": "; ".join(task.text.rstrip(".") for task in late)},
        url=f"{reverse('commission:tasks')}?state=overdue",
    )


def past_year(today: date) -> Iterator[Proposal]:
    """In the first months: what the police and other services say of the past year, and the assessment of threats."""
    if today.month > SERVICES_UNTIL.value():
        return
    told = {"year": today.year - 1}
    why = _("Na początku roku Komisja omawia rok %(year)s; służby mają już dane.") % told
    yield Proposal(
        f"services:{today.year - 1}",
        _("Praca Policji i innych służb, inspekcji i straży w %(year)s r.") % told, why, OpinionKind.SERVICES,
    )  # fmt: skip
    yield Proposal(
        f"threats:{today.year - 1}",
        _("Ocena zagrożeń porządku publicznego i bezpieczeństwa w %(year)s r.") % told, why, OpinionKind.THREATS,
    )  # fmt: skip


def evaluation(today: date) -> Iterator[Proposal]:
    """Actions that the last evaluation found not done or not reported."""
    last = last_evaluation(today)
    bad = bad_grades(last) if last else []
    if last is None or not bad:
        return
    words = forms(len(bad), _("działanie oceniono,działania oceniono,działań oceniono"))
    codes = ", ".join(grade.undertaking.code for grade in bad)
    yield Proposal(
        f"evaluation:{last.pk}",
        _("Działania programu niezrealizowane i bez sprawozdania w %(year)s r.") % {"year": last.year},
        _("%(n)s %(words)s jako niezrealizowane albo bez sprawozdania: %(codes)s.")
        % {"n": len(bad), "words": words, "codes": codes},
        url=last.get_absolute_url(),
    )


def late_reports(today: date) -> Iterator[Proposal]:
    """Bodies that have not reported in time, by period."""
    by_period = defaultdict(list)
    for packet in late_packets(today):
        by_period[packet.period].append(packet.institution.short)
    for period, names in by_period.items():
        words = forms(len(names), _("podmiot nie przekazał,podmioty nie przekazały,podmiotów nie przekazało"))
        told = {"n": len(names), "words": words, "period": period, "names": ", ".join(names[:NAMED])}
        sentence = _("%(n)s %(words)s w terminie sprawozdania za %(period)s: %(names)s.")
        if len(names) > NAMED:
            sentence = _("%(n)s %(words)s w terminie sprawozdania za %(period)s, między innymi: %(names)s.")
        yield Proposal(
            f"late:{period.pk}:{today:%Y-%m}",
            _("Brak sprawozdań za %(period)s") % told, sentence % told, url=period.get_absolute_url(),
        )  # fmt: skip


def budget(today: date) -> Iterator[Proposal]:
    """In autumn: the draft budget of the next year."""
    if today.month < BUDGET_FROM.value():
        return
    yield Proposal(
        f"budget:{today.year + 1}",
        _("Projekt budżetu na %(year)s r. w zakresie porządku publicznego i bezpieczeństwa") % {"year": today.year + 1},
        _("Projekt budżetu przedstawia się radzie do 15 listopada (art. 238 ustawy o finansach publicznych); Komisja "
          "opiniuje go w swoim zakresie."),
        OpinionKind.BUDGET,
    )  # fmt: skip


def programme(today: date) -> Iterator[Proposal]:
    """In the last year of a programme: the draft of the next one, unless it is there."""
    ending = Programme.objects.newest_first().first()
    if ending is None or ending.year_to != today.year:
        return
    yield Proposal(
        f"programme:{ending.year_to + 1}",
        _("Projekt programu zapobiegania przestępczości od %(year)s r.") % {"year": ending.year_to + 1},
        _("Obowiązujący program kończy się w %(year)s r., a projekt następnego przygotowuje Komisja.")
        % {"year": ending.year_to},
        OpinionKind.PROGRAMME,
        url=reverse("plans:programme"),
    )


def waiting(meeting: Meeting, today: date) -> list[Proposal]:
    """Proposals for the meeting: without those on its agenda, and those that a meeting not cancelled has dealt with."""
    others = AgendaItem.objects.exclude(meeting__state=MeetingState.CANCELLED).exclude(source_key="")
    known = set(others.values_list("source_key", flat=True))
    own = {f"minutes:{meeting.pk}"}
    return [proposal for proposal in proposals.proposals(today) if proposal.key not in known | own]
