"""Beginning and ending of an edition; its passages and areas. Fates are decided in `deciding`."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.journal import Person
from bezpiecznik.editions import items
from bezpiecznik.editions.events import Event
from bezpiecznik.editions.models import DraftArea, Edition, Fate
from bezpiecznik.editions.refusals import Outdated, Refused
from bezpiecznik.editions.standing import advance, writable
from bezpiecznik.editions.states import OPEN, EditionState, FateKind
from bezpiecznik.plans.followers import Consequence
from bezpiecznik.plans.models import Programme, ProvisionKind, Undertaking

PASSAGES = ("goals", "forms", "participants", "commission_tasks")


@transaction.atomic
def start_edition(former: Programme, *, title: str, year_from: int, year_to: int, by: User) -> Edition:
    """Begin the programme that follows this one: its passages and areas carried, a fate to decide for everything."""
    held = Programme.objects.select_for_update().get(pk=former.pk)
    _refuse_to_start(held, title=title.strip(), year_from=year_from, year_to=year_to)
    edition = Edition.objects.create(
        former=held,
        title=title.strip(),
        year_from=year_from,
        year_to=year_to,
        started_by=by,
        main_goal=held.main_goal,
        goals=[goal.text for goal in held.goals.all()],
        forms=_provisions(held, ProvisionKind.FORM),
        participants=_provisions(held, ProvisionKind.PARTICIPANT),
        commission_tasks=_provisions(held, ProvisionKind.COMMISSION_TASK),
    )
    DraftArea.objects.bulk_create(
        DraftArea(edition=edition, no=area.no, name=area.official_name, diagnosis=area.diagnosis, former=area)
        for area in held.areas.all()
    )
    n = follow(edition, by=by)
    journal.record(Event.STARTED, edition, by=by, n=n)
    return edition


def _provisions(programme: Programme, kind: ProvisionKind) -> list[str]:
    return list(programme.provisions.filter(kind=kind).order_by("no").values_list("text", flat=True))


def _refuse_to_start(former: Programme, *, title: str, year_from: int, year_to: int) -> None:
    if not title:
        raise Refused(_("Następny program ma tytuł."))
    if year_from <= former.year_to:
        raise Refused(
            _("Poprzedni program obejmuje jeszcze rok %(year)s. Następny zaczyna się później.")
            % {"year": former.year_to}
        )
    if year_to < year_from:
        raise Refused(_("Program nie może kończyć się przed swoim początkiem."))
    others = Edition.objects.filter(former=former)
    if others.filter(state__in=OPEN).exists():
        raise Refused(_("Następna edycja tego programu jest już w przygotowaniu."))
    if others.filter(state=EditionState.ADOPTED).exists():
        raise Refused(_("Następny program już przyjęto."))


def follow(edition: Edition, *, by: Person | None) -> int:
    """Let every undertaking of the former programme have its fate: also those that an amendment added or withdrew.

    What was withdrawn by an amendment is decided by that amendment. Returns how many are there to decide about.
    """
    known = {fate.undertaking_id: fate for fate in edition.fates.select_related("undertaking", "item")}
    rows = Undertaking.objects.filter(programme=edition.former_id).select_related("withdrawn_by")
    for undertaking in rows.in_document_order():
        fate = known.get(undertaking.pk) or Fate(edition=edition, undertaking=undertaking)
        if undertaking.withdrawn_by and fate.kind != FateKind.WITHDRAWN:
            left = fate.item
            fate.kind, fate.item, fate.successor = FateKind.WITHDRAWN, None, None
            fate.reason, fate.decided_at = undertaking.withdrawn_by.basis, clock.now()
            fate.decided_by = undertaking.withdrawn_by.by
            fate.save()
            items.tidy(left)
        elif fate._state.adding:
            fate.save()
    return edition.fates.exclude(kind=FateKind.WITHDRAWN).count()


def follow_programme(programme: Programme, by: Person | None) -> Iterable[Consequence]:
    """A follower of amendments (`plans.followers`): open editions know what the programme holds now."""
    for edition in Edition.objects.filter(former=programme, state__in=OPEN):
        follow(edition, by=by)
    return ()


@transaction.atomic
def change_passages(
    edition: Edition, *, by: User, passages: Mapping[str, Sequence[str]], stamp: str | None = None, **texts: str
) -> None:
    """Set goals and other numbered items (`PASSAGES`), and `title`, `main_goal`, `justification`.

    Raises Outdated when a `stamp` is given and the passages are other ones by now.
    """
    held = writable(edition)
    if stamp not in {None, held.stamp}:
        told = _("W międzyczasie ktoś zmienił cele i postanowienia. Sprawdź, co się zmieniło, i zapisz jeszcze raz.")
        raise Outdated(told)
    for name, lines in passages.items():
        setattr(held, name, [line.strip() for line in lines if line.strip()])
    for name, text in texts.items():
        setattr(held, name, text.strip())
    if not held.title:
        raise Refused(_("Następny program ma tytuł."))
    held.save()
    journal.record(Event.PASSAGES_CHANGED, held, by=by)


@transaction.atomic
def save_area(
    edition: Edition, area: DraftArea | None, *, name: str, diagnosis: str = "", by: User, stamp: str | None = None
) -> DraftArea:
    """Give an area of the draft other words, or (None) add one after the last. Raises Outdated as above."""
    held = writable(edition)
    known = held.areas.get(pk=area.pk) if area else None
    if known and stamp not in {None, known.stamp}:
        raise Outdated(_("W międzyczasie ktoś zmienił ten obszar. Sprawdź, co się zmieniło, i zapisz jeszcze raz."))
    if not name.strip():
        raise Refused(_("Obszar ma nazwę."))
    found = known or DraftArea(edition=held, no=(held.areas.aggregate(last=Max("no"))["last"] or 0) + 1)
    found.name, found.diagnosis = name.strip(), diagnosis.strip()
    found.save()
    journal.record(Event.AREA_SAVED, held, by=by, area=str(found))
    return found


@transaction.atomic
def abandon(edition: Edition, *, reason: str, by: User) -> None:
    held = Edition.objects.select_for_update().get(pk=edition.pk)
    if not reason.strip():
        raise Refused(_("Podaj powód."))
    advance(held, EditionState.ABANDONED)
    held.reason, held.ended_at, held.ended_by = reason.strip(), clock.now(), by
    held.save()
    journal.record(Event.ABANDONED, held, by=by, reason=held.reason)
