"""Two rows of the register that stand for one body become one, and nothing that was closed changes.

Each room says in its `apps.ready()` what becomes of its own rows: `register(Mover(…))`. A test walks all foreign keys
to institutions and finds those that nobody speaks of.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from bezpiecznik.core import journal
from bezpiecznik.core.frozen import stamp_of
from bezpiecznik.core.journal import Person
from bezpiecznik.institutions.events import Event
from bezpiecznik.institutions.history import change, sign
from bezpiecznik.institutions.matching import LEAST_LIKENESS, SHORTEST_FOR_LIKENESS, key_of, same_numbers
from bezpiecznik.institutions.models import Institution, Reporting


@dataclass(frozen=True)
class Moves:
    """What one mover would move (words for a person), and what stays where it is and why."""

    moved: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    """Reasons why these two must not be merged now."""


@dataclass(frozen=True)
class Mover:
    """What a room moves. `preview` only reads; `move` writes the same, inside the transaction of the merge."""

    title: str | Promise
    covers: frozenset[str]
    """Foreign keys it speaks of, as `plans.Responsibility.institution`; also those that stay on purpose."""
    preview: Callable[[Institution, Institution], Moves]
    move: Callable[[Institution, Institution, Person], None]
    floor: int = 0
    """Movers of lower floors have moved already when this one's turn comes; the register itself is 0."""


MOVERS: list[Mover] = []
"""From the ground up."""


def register(mover: Mover) -> Mover:
    MOVERS.append(mover)
    MOVERS.sort(key=lambda known: known.floor)
    return mover


@dataclass(frozen=True)
class Preview:
    """What merging would do, part by part."""

    parts: list[tuple[str, Moves]] = field(default_factory=list)

    @property
    def refusals(self) -> list[str]:
        return [sentence for _title, moves in self.parts for sentence in moves.refused]

    @property
    def seen(self) -> str:
        """Changes when anything in it does: who confirms what is no longer true is told."""
        told = [[title, moves.moved, moves.kept, moves.refused] for title, moves in self.parts]
        return stamp_of(told)


class PreviewChanged(Exception):
    """Something has changed since the preview was shown."""


def preview(duplicate: Institution, survivor: Institution) -> Preview:
    """What would move from the duplicate to the survivor, and what stands in the way. Reads only."""
    found = [(str(_("Wpisy w rejestrze")), Moves(refused=tuple(_refusals(duplicate, survivor))))]
    found += [(str(mover.title), mover.preview(duplicate, survivor)) for mover in MOVERS]
    return Preview([(title, moves) for title, moves in found if moves != Moves()])


@transaction.atomic
def merge(duplicate: Institution, survivor: Institution, *, seen: str, by: Person) -> None:
    """Everything that the preview told of goes to the survivor; the duplicate's row stays and leads there.

    Raises PreviewChanged when the preview with the fingerprint `seen` is out of date, ValidationError when it refuses.
    """
    held = {row.pk: row for row in Institution.objects.select_for_update().order_by("pk")}
    duplicate, survivor = held[duplicate.pk], held[survivor.pk]
    told = preview(duplicate, survivor)
    if told.refusals:
        raise ValidationError(told.refusals)
    if told.seen != seen:
        raise PreviewChanged
    for mover in MOVERS:
        mover.move(duplicate, survivor, by)
    duplicate.refresh_from_db()
    change(Institution.objects.filter(merged_into=duplicate), by=by, merged_into=survivor)
    duplicate.merged_into, duplicate.parent = survivor, None
    duplicate.reporting, duplicate.reports_through = Reporting.NONE, None
    sign(duplicate, by=by)
    duplicate.save()
    details = {title: [*moves.moved, *moves.kept] for title, moves in told.parts}
    journal.record(Event.MERGED, duplicate, by=by, survivor=survivor.name, survivor_key=survivor.pk, what=details)
    journal.record(
        Event.MERGED_HERE, survivor, by=by, duplicate=duplicate.name, duplicate_key=duplicate.pk, what=details
    )


def _refusals(duplicate: Institution, survivor: Institution) -> list[str]:
    said = []
    if duplicate.pk == survivor.pk:
        return [_("Wybierz dwa różne wpisy.")]
    if duplicate.merged_into_id or survivor.merged_into_id:
        return [_("Jeden z tych wpisów jest już połączony z innym.")]
    if duplicate.collective != survivor.collective:
        said.append(_("Jeden wpis jest nazwą zbiorową, a drugi pojedynczym podmiotem: to nie może być to samo."))
    if survivor.dissolved_on and not duplicate.dissolved_on:
        said.append(_("Zostać musi wpis podmiotu, który istnieje, a nie zniesionego."))
    if duplicate in survivor.ancestors():
        said.append(
            _("„%(name)s” podlega łączonemu podmiotowi: najpierw zmień jednostkę nadrzędną.") % {"name": survivor}
        )
    if survivor.reports_through_id == duplicate.pk or duplicate.reports_through_id == survivor.pk:
        said.append(_("Jeden z tych podmiotów sprawozdaje przez drugi: najpierw zmień sposób sprawozdawania."))
    if survivor.successor_id == duplicate.pk or duplicate.successor_id == survivor.pk:
        said.append(_("Jeden z tych podmiotów jest następcą drugiego: to dwa podmioty, a nie jeden."))
    if survivor.reporting != Reporting.ITSELF and duplicate.reports_for.exists():
        sentence = _("Przez „%(name)s” sprawozdają inne, a „%(other)s” nie składa sprawozdań samodzielnie.")
        said.append(sentence % {"name": duplicate, "other": survivor})
    return said


@dataclass(frozen=True)
class Likeness:
    """Two rows that may be one body, and how alike their names are (85 to 100)."""

    one: Institution
    other: Institution
    score: int


def likely_duplicates(*, limit: int = 50) -> list[Likeness]:
    """Pairs of living rows whose names are alike, the likest first. One query; n²/2 comparisons of short texts."""
    rows = [row for row in Institution.objects.living().in_polish_order() if len(row.name) >= SHORTEST_FOR_LIKENESS]
    keys = [key_of(row.name) for row in rows]
    found = [
        Likeness(rows[i], rows[j], round(score))
        for i in range(len(rows))
        for j in range(i + 1, len(rows))
        if rows[i].collective == rows[j].collective
        and same_numbers(keys[i], keys[j])
        and (score := fuzz.token_sort_ratio(keys[i], keys[j], score_cutoff=LEAST_LIKENESS))
    ]
    return sorted(found, key=lambda pair: -pair.score)[:limit]
