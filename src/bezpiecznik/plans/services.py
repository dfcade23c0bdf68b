"""Writes of the plan. A programme enters it whole, as the council adopted it, or not at all."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.core import journal
from bezpiecznik.core.journal import Person
from bezpiecznik.files.models import StoredFile
from bezpiecznik.institutions.models import Institution, Post
from bezpiecznik.plans import acceptance
from bezpiecznik.plans.events import Event
from bezpiecznik.plans.models import PostProgramme, Programme, ProgrammeState
from bezpiecznik.resolution import Reading
from bezpiecznik.resolution.model import Meta


class ProgrammeRefused(Exception):
    """The reading cannot become a programme; the message is a sentence for the person who accepts it."""


@transaction.atomic
def create_programme(
    reading: Reading,
    *,
    institutions: Mapping[str, Institution],
    by: Person | None,
    source: StoredFile | None = None,
    source_name: str = "",
    source_text: StoredFile | None = None,
    made_up: bool = False,
) -> Programme:
    """Put everything the reading holds into the plan, in the document's wording, numbering and order.

    `institutions` gives the body for each name in leads, partners and executors (KeyError when one is missing).
    Raises ProgrammeRefused when the reading has no title, unit or years, or its resolution is already in the plan.
    """
    programme = _programme(reading, source=source, source_name=source_name, source_text=source_text, made_up=made_up)
    take_over(programme, by=by)
    acceptance.create_passages(programme, reading)
    acceptance.create_actions(programme, reading, institutions)
    acceptance.create_initiatives(programme, reading, institutions)
    journal.record(Event.CREATED, programme, by=by, act_no=programme.act_no)
    return programme


def _programme(
    reading: Reading, *, source: StoredFile | None, source_name: str, source_text: StoredFile | None, made_up: bool
) -> Programme:
    meta, goal = reading.meta, reading.main_goal
    if not (meta.title and meta.unit and meta.years_from and meta.years_to):
        raise ProgrammeRefused(_("Program musi mieć tytuł, jednostkę samorządu oraz pierwszy i ostatni rok."))
    _refuse_second(meta)
    return Programme.objects.create(
        title=meta.title,
        unit=meta.unit,
        unit_kind=meta.unit_kind or "",
        council=meta.council or "",
        act_no=meta.act_no or "",
        act_date=date.fromisoformat(meta.date) if meta.date else None,
        legal_basis=list(meta.legal_basis),
        main_goal=goal.text if goal else "",
        main_goal_line=goal.source.line if goal else None,
        year_from=meta.years_from,
        year_to=meta.years_to,
        source=source,
        source_name=source_name,
        source_text=source_text,
        made_up=made_up,
    )


def _refuse_second(meta: Meta) -> None:
    if meta.act_no and Programme.objects.filter(act_no=meta.act_no, unit=meta.unit).exists():
        raise ProgrammeRefused(_("Program z uchwały nr %(number)s jest już w rejestrze.") % {"number": meta.act_no})


def take_over(programme: Programme, *, by: Person | None) -> None:
    """Link the edition before this one, and end it when its years are over before the new ones begin."""
    earlier = (
        Programme.objects.filter(unit=programme.unit, year_from__lt=programme.year_from)
        .exclude(pk=programme.pk)
        .newest_first()
        .first()
    )
    if not earlier:
        return
    programme.supersedes = earlier
    programme.save(update_fields=("supersedes",))
    if earlier.year_to < programme.year_from and earlier.state != ProgrammeState.ENDED:
        earlier.state = ProgrammeState.ENDED
        earlier.save(update_fields=("state",))
        journal.record(Event.ENDED, earlier, by=by, successor=programme.pk)


@transaction.atomic
def limit_post(post: Post, *, programmes: Iterable[Programme], by: Person) -> None:
    """From now on the post's rights reach these programmes alone; with none named, all, also those to come."""
    held = Post.objects.select_for_update().get(pk=post.pk)
    chosen = sorted(programmes, key=lambda programme: programme.pk)
    before = set(held.programmes.values_list("programme", flat=True))
    if before == {programme.pk for programme in chosen} and held.limited == bool(chosen):
        return
    held.programmes.exclude(programme__in=chosen).delete()
    for programme in chosen:
        PostProgramme.objects.get_or_create(post=held, programme=programme)
    held.limited = bool(chosen)
    held.save(update_fields=("limited",))
    journal.record(Event.POST_LIMITED, held, by=by, programmes=[str(programme) for programme in chosen])
