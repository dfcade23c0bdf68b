"""Reads of the room: how far the work is, what stands beside each action, and lines through programmes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet

from bezpiecznik.core.search import matching
from bezpiecznik.editions.models import Comment, Consultation, DraftItem, Edition, Fate, FateQuerySet
from bezpiecznik.editions.states import EditionState, FateKind
from bezpiecznik.evaluation.models import Evaluation, Grade, Recommendation
from bezpiecznik.evaluation.states import GradeValue
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.plans.quality import Checked, check
from bezpiecznik.plans.queries import with_leads

DONE_WELL = frozenset({GradeValue.DONE, GradeValue.ONGOING})
LONGEST_LINE = 50
"""Programmes back and forth; a city of a hundred years has fewer."""


@dataclass(frozen=True)
class Progress:
    """How many of the former programme's undertakings are decided; `kinds` counts each fate."""

    decided: int
    total: int
    kinds: tuple[tuple[FateKind, int], ...] = ()

    @property
    def left(self) -> int:
        return self.total - self.decided


def progress(edition: Edition, *, kind: str = "") -> Progress:
    """Of all, or of one kind of undertaking ("action", "initiative"). One query."""
    rows = edition.fates.filter(undertaking__kind=kind) if kind else edition.fates.all()
    counts = dict(rows.values_list("kind").annotate(n=Count("pk")))
    kinds = tuple((one, counts.get(one.value, 0)) for one in FateKind)
    return Progress(sum(n for _kind, n in kinds), sum(counts.values()), kinds)


def filtered(edition: Edition, wanted: dict[str, Any]) -> FateQuerySet:
    """Fates that fit the filter's cleaned values (`q`, `area`, `kind`, `fate`)."""
    found = Fate.objects.filter(edition=edition).with_undertaking()
    if area := wanted.get("area"):
        found = found.filter(undertaking__area=area)
    if kind := wanted.get("kind"):
        found = found.filter(undertaking__kind=kind)
    if fate := wanted.get("fate"):
        found = found.undecided() if fate == "undecided" else found.filter(kind=fate)
    if words := wanted.get("q"):
        own = matching(Undertaking.objects.filter(programme=edition.former_id), words)
        found = found.filter(undertaking__in=own)
    return found


def next_undecided(fate: Fate) -> Fate | None:
    """The next in the document's order that waits; from the end back to the beginning."""
    waiting = list(fate.edition.fates.undecided().exclude(pk=fate.pk).with_undertaking().in_document_order())
    order = _order(fate.undertaking)
    return next((one for one in waiting if _order(one.undertaking) > order), waiting[0] if waiting else None)


def _order(undertaking: Undertaking) -> tuple[str, int, int]:
    return undertaking.kind, undertaking.area.no if undertaking.area else 0, undertaking.no


def first_undecided(edition: Edition) -> Fate | None:
    return edition.fates.undecided().with_undertaking().in_document_order().first()


# --- what stands beside an undertaking ---------------------------------------------------------------------


@dataclass(frozen=True)
class Beside:
    """Grades of settled years, the earliest first; what the former programme leaves unsaid; what was recommended."""

    grades: tuple[Grade, ...] = ()
    checked: Checked | None = None
    recommendations: tuple[Recommendation, ...] = ()

    @property
    def is_done_well(self) -> bool:
        """Graded at least once, and in no year worse than done or going on."""
        return bool(self.grades) and all(grade.given in DONE_WELL for grade in self.grades)

    @property
    def missing(self) -> int:
        return len(self.checked.missing) if self.checked else 0


def beside(fates: Iterable[Fate]) -> dict[int, Beside]:
    """For each fate's undertaking (by its key), in seven queries for any number of them."""
    keys = [fate.undertaking_id for fate in fates]
    settled = Evaluation.objects.settled()
    rows = Grade.objects.filter(undertaking__in=keys, evaluation__in=settled).select_related("evaluation")
    grades: dict[int, list[Grade]] = {}
    for grade in rows.defer("statements_json", "search_text", "rule").order_by("evaluation__year"):
        grades.setdefault(grade.undertaking_id, []).append(grade)
    programmes = Programme.objects.filter(undertakings__in=keys, goals__isnull=False)
    has_goals = programmes.exists()
    checked = (check(one, has_goals=has_goals) for one in with_leads(Undertaking.objects.filter(pk__in=keys)))
    said: dict[int, list[Recommendation]] = {}
    for recommendation in Recommendation.objects.filter(undertaking__in=keys).select_related("institution"):
        said.setdefault(recommendation.undertaking_id or 0, []).append(recommendation)
    return {
        key: Beside(tuple(grades.get(key, ())), one, tuple(said.get(key, ())))
        for one in checked
        for key in (one.undertaking.pk,)
    }


def done_well(edition: Edition) -> list[Fate]:
    """Those that wait and were done well in each year that was graded, in the document's order."""
    waiting = list(edition.fates.undecided().with_undertaking().in_document_order())
    known = beside(waiting)
    return [fate for fate in waiting if known[fate.undertaking_id].is_done_well]


def last_batch(edition: Edition) -> tuple[str, int]:
    """The latest decision made together that can still be taken back: its key and how many it holds; or blank and 0."""
    rows = edition.fates.exclude(batch="").filter(kind=FateKind.CONTINUED, item__isnull=False)
    last = rows.order_by("-decided_at", "-pk").values_list("batch", flat=True).first()
    return (last, rows.filter(batch=last).count()) if last else ("", 0)


# --- lines through programmes ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    """Where an undertaking comes from and what it became: links of adopted editions, the nearest first."""

    ancestors: tuple[Fate, ...] = ()
    successors: tuple[Fate, ...] = ()
    gone: tuple[Fate, ...] = field(default=())
    """Its own fate where it did not go on."""

    @property
    def keys(self) -> list[int]:
        """All undertakings of the line, the earliest first, for a series of indicators."""
        before = [fate.undertaking_id for fate in reversed(self.ancestors)]
        own = [fate.successor_id for fate in self.successors if fate.successor_id]
        return list(dict.fromkeys([*before, *own]))


def line_of(undertaking: Undertaking) -> Line:
    """Its ancestors and successors through all adopted editions, however many there were."""
    adopted = Fate.objects.filter(edition__state=EditionState.ADOPTED).with_undertaking()
    rows = adopted.select_related("undertaking__programme", "successor__programme", "edition")
    ancestors = _followed(rows, [undertaking.pk], back=True)
    successors = _followed(rows.exclude(successor=None), [undertaking.pk], back=False)
    gone = rows.filter(undertaking=undertaking, successor=None)
    return Line(tuple(ancestors), tuple(successors), tuple(gone))


def _followed(rows: FateQuerySet, keys: Sequence[int], *, back: bool) -> list[Fate]:
    found: list[Fate] = []
    for _generation in range(LONGEST_LINE):
        condition = Q(successor__in=keys) if back else Q(undertaking__in=keys)
        fates = list(rows.filter(condition).exclude(pk__in=[fate.pk for fate in found]).in_document_order())
        if not fates:
            break
        found += fates
        keys = [fate.undertaking_id if back else fate.successor_id or 0 for fate in fates]
    return found


# --- items and comments ------------------------------------------------------------------------------------


def items_of(edition: Edition) -> QuerySet[DraftItem]:
    """With their fates and bodies, in the draft's order."""
    return edition.items.select_related("area").prefetch_related("fates__undertaking__area", "duties__institution")


def comments_of(consultation: Consultation, wanted: dict[str, Any]) -> QuerySet[Comment]:
    """Comments that fit the filter's cleaned values (`state`, `who`)."""
    found = consultation.comments.select_related("institution", "answered_by")
    match wanted.get("state"):
        case "waiting":
            found = found.filter(verdict="")
        case "answered":
            found = found.exclude(verdict="")
    return found.filter(who=wanted["who"]) if wanted.get("who") else found


def report_of(consultation: Consultation) -> list[dict[str, Any]]:
    """Comments with their answers, in the draft's order, JSON-ready; what is withheld says so instead of its words."""
    places = {one["anchor"]: (number, one["label"]) for number, one in enumerate(consultation.paragraphs)}
    rows = sorted(consultation.comments.select_related("institution"), key=lambda one: (places[one.anchor][0], one.pk))
    return [
        {
            "no": number,
            "anchor": one.anchor,
            "paragraph": places[one.anchor][1],
            "author": str(one.author),
            "text": "" if one.withheld_because else one.text,
            "withheld": one.withheld_because,
            "verdict": str(one.get_verdict_display()) if one.verdict else "",
            "answer": one.answer,
        }
        for number, one in enumerate(rows, start=1)
    ]
