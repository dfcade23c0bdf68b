"""The draft becomes a programme, or the resolution that was linked is recognised as what it became."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.polish import forms
from bezpiecznik.editions import linking
from bezpiecznik.editions.events import Event
from bezpiecznik.editions.models import DraftArea, DraftItem, Edition, Fate
from bezpiecznik.editions.refusals import Refused
from bezpiecznik.editions.standing import advance, writable
from bezpiecznik.editions.states import GOES_ON, EditionState
from bezpiecznik.plans import services as plans
from bezpiecznik.plans.events import Event as PlanEvent
from bezpiecznik.plans.models import (
    Area,
    Goal,
    Programme,
    Provision,
    ProvisionKind,
    Responsibility,
    Schedule,
    ScheduleKind,
    Supplement,
    SupplementKind,
    Undertaking,
)

PROVISIONS = (
    (ProvisionKind.FORM, "forms"), (ProvisionKind.PARTICIPANT, "participants"),
    (ProvisionKind.COMMISSION_TASK, "commission_tasks"),
)  # fmt: skip


def missing_to_adopt(edition: Edition) -> list[str]:
    """Why it cannot be adopted yet, as sentences; empty when it can."""
    told = []
    if n := edition.fates.undecided().count():
        words = forms(n, _("pozycja poprzedniego programu czeka,pozycje poprzedniego programu czekają,"
                           "pozycji poprzedniego programu czeka"))  # fmt: skip
        told.append(_("%(n)d %(words)s na rozstrzygnięcie.") % {"n": n, "words": words})
    if edition.is_linked and (n := linking.missing_links(edition)):
        words = forms(n, _("pozycja czeka,pozycje czekają,pozycji czeka"))
        told.append(_("%(n)d %(words)s na wskazanie odpowiednika w nowym programie.") % {"n": n, "words": words})
    if not edition.is_linked and not edition.items.exists():
        told.append(_("W projekcie nie ma jeszcze żadnej pozycji."))
    return told


@transaction.atomic
def adopt(
    edition: Edition, *, by: User, act_no: str = "", act_date: date | None = None, copy_schedules: bool = False
) -> Programme:
    """Finish the edition: the next programme is in force, the former one superseded, every fate a link.

    Of a draft the programme is made under this resolution; of a linked edition it is there already.
    """
    held = writable(edition)
    if missing := missing_to_adopt(held):
        raise Refused(" ".join(missing))
    programme = held.programme or _found(held, act_no=act_no.strip(), act_date=act_date, by=by)
    if held.programme is None:
        _fill(held, programme, by=by)
    elif programme.supersedes_id != held.former_id:
        programme.supersedes = held.former
        programme.save(update_fields=("supersedes",))
    _carry(held, programme, copy_schedules=copy_schedules)
    advance(held, EditionState.ADOPTED)
    held.programme, held.ended_at, held.ended_by = programme, clock.now(), by
    held.save()
    journal.record(Event.ADOPTED, held, by=by, act_no=programme.act_no)
    return programme


def _found(edition: Edition, *, act_no: str, act_date: date | None, by: User) -> Programme:
    if not (act_no and act_date):
        raise Refused(_("Podaj numer i datę uchwały, która przyjęła program."))
    former = edition.former
    if Programme.objects.filter(act_no=act_no, unit=former.unit).exists():
        raise Refused(
            _("Program z uchwały nr %(number)s jest już w rejestrze. Wskaż go jako następny program.")
            % {"number": act_no}
        )
    programme = Programme.objects.create(
        title=edition.title, unit=former.unit, unit_kind=former.unit_kind, council=former.council, act_no=act_no,
        act_date=act_date, legal_basis=list(former.legal_basis), main_goal=edition.main_goal,
        year_from=edition.year_from, year_to=edition.year_to, made_up=former.made_up,
    )  # fmt: skip
    plans.take_over(programme, by=by)
    journal.record(PlanEvent.CREATED, programme, by=by, act_no=act_no)
    return programme


def _fill(edition: Edition, programme: Programme, *, by: User) -> None:
    """Passages, areas, undertakings with new numbers, and their bodies."""
    Goal.objects.bulk_create(
        Goal(programme=programme, no=no, text=text) for no, text in enumerate(edition.goals, start=1)
    )
    Provision.objects.bulk_create(
        Provision(programme=programme, kind=kind, no=no, text=text)
        for kind, name in PROVISIONS
        for no, text in enumerate(getattr(edition, name), start=1)
    )
    for draft in edition.areas.all():
        area = Area.objects.create(
            programme=programme, no=draft.no, official_name=draft.name, diagnosis=draft.diagnosis
        )
        _undertakings(programme, edition, draft, area)
    _undertakings(programme, edition, None, None)
    for item in edition.items.exclude(became=None).select_related("became"):
        item.fates.update(successor=item.became)


def _undertakings(programme: Programme, edition: Edition, draft: DraftArea | None, area: Area | None) -> None:
    rows: list[DraftItem] = list(edition.items.filter(area=draft).prefetch_related("duties__institution"))
    for no, item in enumerate(rows, start=1):
        item.became = Undertaking.objects.create(
            programme=programme, kind=item.kind, area=area, no=no, wording=item.wording, aim=item.aim,
            audience=item.audience, term_raw=item.term_raw, method=item.method, funding=item.funding,
            measures=list(item.measures), open_ended=_open_ended(item),
        )  # fmt: skip
        item.save(update_fields=("became",))
        Responsibility.objects.bulk_create(
            Responsibility(undertaking=item.became, institution=duty.institution, role=duty.role, place=duty.place)
            for duty in item.duties.all()
        )


def _open_ended(item: DraftItem) -> bool:
    return any(fate.undertaking.open_ended for fate in item.fates.select_related("undertaking"))


def _carry(edition: Edition, programme: Programme, *, copy_schedules: bool) -> None:
    """What the office said beside the former resolution goes along, of the first where several became one."""
    goals = {goal.text: goal for goal in programme.goals.all()}
    rows = edition.fates.filter(kind__in=GOES_ON).exclude(successor=None).select_related("successor")
    for fate in rows.in_document_order():
        assert fate.successor is not None  # noqa: S101 (filtered above)
        _copy_supplements(fate, fate.successor, goals)
        if copy_schedules:
            _copy_schedule(fate, fate.successor)


def _copy_supplements(fate: Fate, successor: Undertaking, goals: dict[str, Goal]) -> None:
    known = set(successor.supplements.values_list("kind", flat=True))
    for said in Supplement.objects.filter(undertaking=fate.undertaking_id).select_related("goal"):
        goal = goals.get(said.goal.text) if said.goal else None
        if said.kind in known or (said.kind == SupplementKind.GOAL and goal is None):
            continue
        Supplement.objects.create(undertaking=successor, kind=said.kind, text=said.text, goal=goal)


def _copy_schedule(fate: Fate, successor: Undertaking) -> None:
    """Only what has no days of its own: days of the former years say nothing about the next ones."""
    found = Schedule.objects.filter(
        undertaking=fate.undertaking_id, kind=ScheduleKind.CONTINUOUS, starts_on=None, ends_on=None, completed_on=None
    ).first()
    if found and not Schedule.objects.filter(undertaking=successor).exists():
        Schedule.objects.create(
            undertaking=successor, kind=found.kind, precision=found.precision, report_within=found.report_within,
            report_unit=found.report_unit, reported=found.reported, note=found.note,
        )  # fmt: skip
